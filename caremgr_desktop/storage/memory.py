"""Visits kept only while the program runs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from caremgr_desktop.core.kept import Bookmark, KeptVisit, Outcome, Removed, bookmark_of
from caremgr_desktop.core.visit import Visit

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def ticking() -> Callable[[], datetime]:
    """Return a clock that is a second on each time somebody looks."""
    looks = 0

    def now() -> datetime:
        nonlocal looks
        looks += 1
        return LONG_AGO + timedelta(seconds=looks)

    return now


class MemoryStore:
    """Keeps visits in memory; ``now`` dates them."""

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        self._now = now or ticking()
        self._visits: dict[int, tuple[KeptVisit, Visit]] = {}

    def save(self, visit: Visit, outcome: Outcome | None = None) -> None:
        """Keep the visit."""
        now, mark = self._now(), bookmark_of(visit)
        name, begun, changed = "", now, now
        if visit.seed in self._visits:
            before, earlier = self._visits.pop(visit.seed)
            name, begun = before.name, before.begun
            is_same = earlier.answers == visit.answers and earlier.importances == visit.importances
            outcome = outcome or (before.outcome if is_same else None)
            changed = before.changed if is_same and earlier.have == visit.have else now
        kept = KeptVisit(visit.seed, name, begun, changed, mark.answered, mark.skipped, outcome)
        self._visits[visit.seed] = (kept, visit)

    def bookmark(self) -> Bookmark | None:
        """Return which visit was changed last."""
        kept = self.kept()
        return Bookmark(kept[0].visit_id, kept[0].answered, kept[0].skipped) if kept else None

    def open(self, visit_id: int) -> Visit | None:
        """Return a visit, or None."""
        return self._visits[visit_id][1] if visit_id in self._visits else None

    def kept(self) -> Sequence[KeptVisit]:
        """Return every visit with an answer or a skip, the last changed first."""
        found = [kept for kept, visit in self._visits.values() if visit.answers]
        return sorted(found, key=_changed, reverse=True)

    def rename(self, visit_id: int, name: str) -> None:
        """Give a visit a name."""
        if visit_id in self._visits:
            kept, visit = self._visits[visit_id]
            self._visits[visit_id] = (kept._replace(name=name), visit)

    def delete(self, visit_ids: Collection[int], *, is_all: bool = False) -> Removed:
        """Forget visits; nothing was ever set aside."""
        del is_all
        found = [self._visits.pop(each) for each in visit_ids if each in self._visits]
        return Removed(len(found), MappingProxyType({"visit": found}))

    def restore(self, removed: Removed) -> None:
        """Bring visits back."""
        for row in removed.rows.get("visit", ()):
            kept, visit = row
            assert isinstance(kept, KeptVisit)  # noqa: S101 - delete puts nothing else there
            assert isinstance(visit, Visit)  # noqa: S101 - nor that
            self._visits.setdefault(visit.seed, (kept, visit))

    def close(self) -> None:
        """Stay as it is: memory needs no opening."""


def _changed(kept: KeptVisit) -> datetime:
    return kept.changed
