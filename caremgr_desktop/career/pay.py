"""What occupations pay, by employer and state: the published wage table."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

NATION = "United States"


@dataclass(frozen=True, slots=True)
class Wage:
    """One row of the table: a year's wages in US dollars at five percentiles.

    A figure that was not released is None; so is an unreleased employment.
    ``employer`` is empty for all employers together.
    """

    area: str
    occupation: str
    employer: str
    employment: int | None
    p10_usd: int | None
    p25_usd: int | None
    median_usd: int | None
    p75_usd: int | None
    p90_usd: int | None


@dataclass(frozen=True, slots=True)
class ArticlePay:
    """An average that the founding article gives, always shown as the article's."""

    family: str
    label: str
    mean_usd: int
    year: int
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """How an occupation is expected to grow over ten years."""

    occupation: str
    growth_percent: float
    openings_thousand_a_year: float
    sources: tuple[str, ...]

    @property
    def openings_a_year(self) -> int:
        """How many jobs become free in a year, on average."""
        return round(self.openings_thousand_a_year * 1_000)


@dataclass(frozen=True, slots=True)
class PayKey:
    """The closest occupation and employer that the table has for a setting."""

    occupation: str
    employer: str
    note: str


@dataclass(frozen=True, slots=True)
class PayFound:
    """The row that comes closest to what a setting pays in an area.

    ``employer`` and ``area`` are those of the row. ``gap`` says why it is not the area's
    own: empty where it is, ``not_released`` or ``not_listed`` where it is the nation's.
    ``wage`` is None where the nation has none either.
    """

    wage: Wage | None
    employer: str
    area: str
    gap: str = ""


@dataclass(frozen=True)
class PayTable:
    """The wage table with the names of its codes.

    ``student_work`` is the occupation whose lowest pay stands for jobs beside school.
    """

    source: str
    release: str
    note: str
    student_work: str
    occupations: Mapping[str, str]
    employers: Mapping[str, str]
    wages: tuple[Wage, ...]
    article: tuple[ArticlePay, ...]
    outlook: tuple[Outlook, ...]

    def wage(self, occupation: str, *, employer: str = "", area: str = NATION) -> Wage | None:
        """Return the row of an occupation, employer and area, or None."""
        return self._rows.get((occupation, employer, area))

    @cached_property
    def _rows(self) -> Mapping[tuple[str, str, str], Wage]:
        return {(wage.occupation, wage.employer, wage.area): wage for wage in self.wages}

    @property
    def areas(self) -> tuple[str, ...]:
        """The nation first, then every other area of the table by name."""
        others = {wage.area for wage in self.wages} - {NATION}
        return (NATION, *sorted(others))

    def closest(self, key: PayKey, area: str) -> PayFound:
        """Return what a setting pays in an area.

        The table has employers for the nation alone: an area's figure is the one for all
        employers together. Where that is missing or has no median it is the nation's.
        """
        gap = ""
        if area != NATION:
            for employer in dict.fromkeys((key.employer, "")):
                wage = self.wage(key.occupation, employer=employer, area=area)
                if wage is not None and wage.median_usd is not None:
                    return PayFound(wage, employer, area)
                gap = "not_listed" if wage is None else "not_released"
        nation = self.wage(key.occupation, employer=key.employer)
        return PayFound(nation, key.employer, NATION, gap)

    def outlook_of(self, occupation: str) -> Outlook | None:
        """Return the outlook of an occupation, or None."""
        return next((item for item in self.outlook if item.occupation == occupation), None)
