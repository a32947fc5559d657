"""Facts: how old a source is, and which row of the wage table counts."""

from datetime import date

import pytest

from caremgr_desktop.career.pay import PayTable, Wage
from caremgr_desktop.career.source import Basis, Source

TODAY = date(2026, 11, 24)


def source(published: str) -> Source:
    return Source("s", "Somebody", "Something", "2026", published, "", "", "primary", "")


@pytest.mark.parametrize(
    ("published", "months"),
    [("2026-11-24", 0), ("2026-05", 6), ("2025", 11), ("2024-11", 24), ("2024-10-31", 25)],
)
def test_age_is_counted_in_whole_months(published: str, months: int) -> None:
    assert source(published).age_months(TODAY) == months


@pytest.mark.parametrize(
    ("published", "mark"), [("2024-11", ""), ("2024-10", "old"), ("2013", "old"), ("", "")]
)
def test_a_source_older_than_24_months_is_stale(published: str, mark: str) -> None:
    assert source(published).is_stale(TODAY) is (mark == "old")


def test_a_basis_without_sources_is_an_inference() -> None:
    assert Basis((), "Because.").is_inferred
    assert not Basis(("s",), "").is_inferred


def test_the_wage_of_an_employer_and_of_all_employers_are_different_rows() -> None:
    wages = (
        Wage("United States", "rn", "", 3, 1, 2, 3, 4, 5),
        Wage("United States", "rn", "clinic", 3, 1, 2, 30, 40, 50),
        Wage("Ohio", "rn", "", 3, 1, 2, None, None, None),
    )
    table = PayTable("s", "2025", "", "rn", {"rn": "Nurses"}, {"clinic": "clinics"}, wages, (), ())
    everywhere = table.wage("rn")
    clinic = table.wage("rn", employer="clinic")
    ohio = table.wage("rn", area="Ohio")
    assert everywhere is not None
    assert clinic is not None
    assert ohio is not None
    assert (everywhere.median_usd, clinic.median_usd, ohio.median_usd) == (3, 30, None)
    assert table.wage("rn", area="Guam") is None
