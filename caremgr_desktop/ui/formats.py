"""Numbers, money and dates by the system's locale, through Qt's own tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QTime

if TYPE_CHECKING:
    from datetime import date, datetime

PERCENT = 100


class QtFormats:
    """Formats by a Qt locale; the system's unless another is given.

    The C locale, which knows no currency, counts as US English.
    """

    def __init__(self, locale: QLocale | None = None) -> None:
        system = locale or QLocale()
        is_plain = system.language() == QLocale.Language.C
        self._locale = QLocale("en_US") if is_plain else system

    def number(self, value: float, *, decimals: int = 0) -> str:
        """Return a number with the locale's separators."""
        return self._locale.toString(float(value), "f", decimals)

    def percent(self, share: float) -> str:
        """Return a share from 0 to 1 as a whole percentage."""
        return self.number(share * PERCENT) + self._locale.percent()

    def money(self, usd: int) -> str:
        """Return an amount in whole US dollars."""
        sign = self._locale.negativeSign() if usd < 0 else ""  # Qt puts it into brackets.
        return sign + self._locale.toCurrencyString(abs(usd), "$", 0)

    def day(self, value: date) -> str:
        """Return a date with the month in words."""
        return self._locale.toString(
            QDate(value.year, value.month, value.day), QLocale.FormatType.LongFormat
        )

    def moment(self, value: datetime) -> str:
        """Return a time, as it is here, to the minute."""
        here = value.astimezone()
        kind = QLocale.FormatType
        pattern = self._locale.dateFormat(kind.LongFormat).replace("dddd", "").strip(" ,")
        day = QDate(here.year, here.month, here.day)
        shown = self._locale.toString(day, pattern.replace("MMMM", "MMM"))
        clock = self._locale.toString(QTime(here.hour, here.minute), kind.ShortFormat)
        return f"{shown}, {clock}"
