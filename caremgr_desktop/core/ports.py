"""What the rooms ask of the world outside, as shapes that real things and fakes fill."""

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from caremgr_desktop.core.kept import Bookmark, KeptVisit, Outcome, Removed
from caremgr_desktop.core.quiz import Question, Quiz
from caremgr_desktop.core.visit import Visit

Translate = Callable[[str, str], str]
"""Gives the words for a text in a context: ``translate("Verdict", "Close call")``."""


class Clock(Protocol):
    """Knows the day."""

    def today(self) -> date:
        """Return the local date."""


class VisitStore(Protocol):
    """Keeps the visits to one quiz of a person on this machine.

    Any method may raise StorageError: ``newer`` for a store of a later version, which
    is left untouched, ``unreadable`` where it may not be read, ``not_saved`` where an
    answer can't be written and ``not_changed`` where a name, a deletion or what undoes it
    can't, and ``damaged`` or ``partly_damaged`` once, after setting a damaged store aside;
    the next call then works on what could be read of it.
    """

    def save(self, visit: Visit, outcome: Outcome | None = None) -> None:
        """Keep the visit, whole or not at all, with what it came to where that was shown.

        After ``damaged`` or ``partly_damaged`` it is kept all the same.
        """

    def bookmark(self) -> Bookmark | None:
        """Return which visit was changed last, or None where nothing is answered."""

    def open(self, visit_id: int) -> Visit | None:
        """Return a visit as it was saved, or None where there is none."""

    def kept(self) -> Sequence[KeptVisit]:
        """Return every visit in which something is answered or skipped, the last changed first."""

    def rename(self, visit_id: int, name: str) -> None:
        """Give a visit a name; an empty one takes it off."""

    def delete(self, visit_ids: Collection[int], *, is_all: bool = False) -> Removed:
        """Delete visits for good and return what brings them back.

        ``is_all`` says that the person wants nothing kept: then damaged files that were set
        aside go too, once the store is closed with nothing in it.
        """

    def restore(self, removed: Removed) -> None:
        """Bring back what was deleted, except what is there again."""

    def close(self) -> None:
        """Let the store go; another call opens it again."""


class Formats(Protocol):
    """Writes numbers, money and dates as the person's locale does."""

    def number(self, value: float, *, decimals: int = 0) -> str:
        """Return a number with the locale's separators."""

    def percent(self, share: float) -> str:
        """Return a share from 0 to 1 as a whole percentage."""

    def money(self, usd: int) -> str:
        """Return an amount in whole US dollars."""

    def day(self, value: date) -> str:
        """Return a date with the month in words."""

    def moment(self, value: datetime) -> str:
        """Return a time, as it is here, to the minute."""


class Route(Protocol):
    """An order of one quiz's questions; ``most`` is how many it asks at most.

    ``ends_early`` says whether it may ask fewer.
    """

    quiz: Quiz
    most: int
    ends_early: bool

    def first_open(self, visit: Visit) -> Question | None:
        """Return the question to go on with, or None where none is left to ask."""

    def after(self, visit: Visit, question_id: str) -> Question | None:
        """Return the question that follows another, or None after the last."""

    def number(self, visit: Visit, question_id: str) -> int:
        """Return a question's place in the order of this visit, from 1."""
