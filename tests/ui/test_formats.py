"""Both skins write numbers, money and dates alike."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from caremgr_desktop.core.ports import Formats
from caremgr_desktop.terminal.formats import BabelFormats
from caremgr_desktop.ui.formats import QtFormats


def both(name: str) -> list[Formats]:
    return [QtFormats(QLocale(name)), BabelFormats(name)]


@pytest.mark.parametrize("formats", both("en_US"), ids=["qt", "babel"])
def test_us_english(formats: Formats) -> None:
    assert formats.money(100210) == "$100,210"
    assert formats.percent(0.825) in ("82%", "83%")
    assert formats.number(1234.56, decimals=1) == "1,234.6"
    assert "November" in formats.day(date(2026, 11, 24))


@pytest.mark.parametrize("formats", both("de_DE"), ids=["qt", "babel"])
def test_another_locale_has_its_own_separators(formats: Formats) -> None:
    assert formats.number(1234.56, decimals=1) == "1.234,6"
    assert "100.210" in formats.money(100210)
    assert "$" in formats.money(100210)


def test_a_locale_without_a_currency_counts_as_us_english() -> None:
    assert QtFormats(QLocale.c()).money(58920) == "$58,920"
    assert BabelFormats("no such locale").money(58920) == "$58,920"
