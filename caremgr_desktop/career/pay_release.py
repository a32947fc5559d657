"""A release of the wage table: the month that it is of, in every form that files need."""

from __future__ import annotations

import re
from typing import NamedTuple

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SURVEY_MONTH = MONTHS.index("May") + 1
"""The survey is of May each year, so a year alone names a release."""
_WORDS = re.compile(rf"({'|'.join(MONTHS)}) (20\d\d)")


class Release(NamedTuple):
    """The month and year that a table of wages is of; later ones are greater."""

    year: int
    month: int = SURVEY_MONTH

    @property
    def words(self) -> str:
        """As people write it: ``May 2026``."""
        return f"{MONTHS[self.month - 1]} {self.year}"

    @property
    def written(self) -> str:
        """As the date of a source: ``2026-05``."""
        return f"{self.year}-{self.month:02}"

    @property
    def table(self) -> str:
        """The file of its table, as ``pay.yaml`` names it."""
        return f"pay/oews_{self.year}_{self.month:02}.csv"


def release_of(words: str) -> Release | None:
    """Return the release that ``May 2026`` names, None for anything else."""
    found = _WORDS.fullmatch(words.strip())
    return Release(int(found[2]), MONTHS.index(found[1]) + 1) if found else None
