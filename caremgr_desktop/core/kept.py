"""What a store tells of the visits that it keeps."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from caremgr_desktop.core.visit import Visit


class Bookmark(NamedTuple):
    """Which visit was stopped last, and how many of its questions were answered and skipped."""

    visit_id: int
    answered: int
    skipped: int


def bookmark_of(visit: Visit) -> Bookmark:
    """Return the bookmark of a visit."""
    answered = visit.answered_count
    return Bookmark(visit.seed, answered, len(visit.answers) - answered)


class Outcome(NamedTuple):
    """What a visit came to when its result was last shown.

    ``verdict`` is clear, leaning, close_call or no_clear_result; ``leaders`` are the
    families painted as first, ``setting`` the closest setting or empty, and ``fits``
    the fit of each role from 0 to 1.
    """

    verdict: str
    leaders: tuple[str, ...] = ()
    setting: str = ""
    fits: Mapping[str, float] = MappingProxyType({})


class KeptVisit(NamedTuple):
    """One visit as a list shows it; without ``outcome`` no result was shown of these answers."""

    visit_id: int
    name: str
    begun: datetime
    changed: datetime
    answered: int
    skipped: int
    outcome: Outcome | None = None


class Removed(NamedTuple):
    """Visits that were deleted, as a store needs them to bring them back."""

    visit_count: int
    rows: Mapping[str, Sequence[tuple[object, ...]]]
