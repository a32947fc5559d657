"""The store as a window has it: the database is loaded when something beyond its bookmark is asked.

The start asks for the bookmark alone, so it takes as long with ten thousand visits as with none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from caremgr_desktop.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from caremgr_desktop.core.kept import Bookmark, KeptVisit, Outcome, Removed
    from caremgr_desktop.core.ports import VisitStore
    from caremgr_desktop.core.visit import Visit
    from caremgr_desktop.storage.bookmarks import BookmarkFile


class LateStore:
    """Makes a store at its first use; what the port says of it holds."""

    def __init__(self, marks: BookmarkFile, make: Callable[[], VisitStore]) -> None:
        self._marks = marks
        self._make = make
        self._made: VisitStore | None = None

    @property
    def _store(self) -> VisitStore:
        if self._made is None:
            self._made = self._make()
        return self._made

    def bookmark(self) -> Bookmark | None:
        """Return which visit was changed last."""
        if self._made is None:
            found = self._marks.found()
            if found is not None:
                return found.bookmark
        return self._store.bookmark()

    def save(self, visit: Visit, outcome: Outcome | None = None) -> None:
        """Keep the visit."""
        self._store.save(visit, outcome)

    def open(self, visit_id: int) -> Visit | None:
        """Return a visit, or None."""
        return self._store.open(visit_id)

    def kept(self) -> Sequence[KeptVisit]:
        """Return every visit with an answer or a skip, the last changed first."""
        return self._store.kept()

    def rename(self, visit_id: int, name: str) -> None:
        """Give a visit a name."""
        self._store.rename(visit_id, name)

    def delete(self, visit_ids: Collection[int], *, is_all: bool = False) -> Removed:
        """Delete visits for good and return what brings them back."""
        return self._store.delete(visit_ids, is_all=is_all)

    def restore(self, removed: Removed) -> None:
        """Bring deleted visits back."""
        self._store.restore(removed)

    def close(self) -> None:
        """Close what was opened, and leave a bookmark of it."""
        if self._made is None:
            return
        try:
            bookmark = self._made.bookmark()
        except StorageError:
            self._made.close()
            return
        self._made.close()
        self._marks.write(bookmark)
