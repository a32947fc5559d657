"""Where facts come from, and how old they are."""

from dataclasses import dataclass
from datetime import date

MONTHS_PER_YEAR = 12
FRESH_MONTHS = 24
"""A fact older than this is marked wherever it is shown."""


def months_since(written: str, today: date) -> int:
    """Return the months since a date written as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    A year alone counts from its December: the youngest that the source can be.
    """
    parts = [int(part) for part in written.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else MONTHS_PER_YEAR
    return (today.year - year) * MONTHS_PER_YEAR + today.month - month


@dataclass(frozen=True, slots=True)
class Source:
    """A publication: who published what, which release, when, under which licence.

    ``published`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, empty where the page has
    none; ``tier`` is primary, primary_copy, secondary, weak or founding.
    """

    id: str
    publisher: str
    title: str
    release: str
    published: str
    url: str
    licence: str
    tier: str
    note: str

    def age_months(self, today: date) -> int | None:
        """Return the age in whole months, None for an undated source."""
        return months_since(self.published, today) if self.published else None

    def is_stale(self, today: date) -> bool:
        """Whether it is dated and older than 24 months."""
        age = self.age_months(today)
        return age is not None and age > FRESH_MONTHS


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of fact with the ids of its sources.

    ``confidence`` is high, medium or low, empty where it was not rated.
    """

    text: str
    sources: tuple[str, ...]
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """Why a role stands where it stands on a trait: sources, or an inference and its reason."""

    sources: tuple[str, ...]
    inferred: str

    @property
    def is_inferred(self) -> bool:
        """Whether no source says it, so that the screen has to."""
        return not self.sources
