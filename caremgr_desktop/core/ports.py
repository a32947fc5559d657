"""What the rooms ask of the world outside, as shapes that real things and fakes fill."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from caremgr_desktop.core.quiz import Question, Quiz
from caremgr_desktop.core.visit import Visit

Translate = Callable[[str, str], str]
"""Gives the words for a text in a context: ``translate("Verdict", "Close call")``."""


class Clock(Protocol):
    """Knows the day."""

    def today(self) -> date:
        """Return the local date."""


class VisitStore(Protocol):
    """Keeps the one unfinished visit of a person on this machine."""

    def save(self, visit: Visit) -> None:
        """Keep the visit, whole or not at all.

        Raises StorageError ``not_saved`` where the folder can't be written, and
        ``saved_elsewhere``, ``newer``, ``unreadable`` or ``damaged_stays`` rather
        than write over answers that this store has not seen.
        """

    def load(self) -> Visit | None:
        """Return the visit that was kept, or None.

        Raises StorageError ``damaged`` after setting an unreadable file aside,
        ``damaged_stays`` where that can't be done,
        ``newer`` for a file of a later version, which is left untouched, and
        ``unreadable`` where the file may not be read.
        """

    def clear(self) -> None:
        """Forget the visit that was kept.

        Raises StorageError ``not_deleted``, or what ``save`` raises where other
        answers would be deleted with it.
        """


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
