"""Where visits are kept: the store, what still has to be written, and whether saving works."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from caremgr_desktop.core.resume import visit_for
from caremgr_desktop.errors import SET_ASIDE, CareMgrError, StorageError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from caremgr_desktop.core.kept import Bookmark, KeptVisit, Outcome, Removed
    from caremgr_desktop.core.ports import VisitStore
    from caremgr_desktop.core.quiz import Quiz
    from caremgr_desktop.core.visit import Visit

Found = TypeVar("Found")


class Safe(QObject):
    """Saves, opens and deletes visits, and says what went wrong with them.

    What is to be saved is written as soon as the page that follows is painted, so that
    nobody waits for the disk. Signals: ``trouble(error)`` when saving, opening or
    deleting failed, and ``recovered()`` when it works again.
    """

    trouble = Signal(CareMgrError)
    recovered = Signal()

    def __init__(self, store: VisitStore, quiz: Quiz, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._quiz = quiz
        self._unsaved: dict[int, tuple[Visit, Outcome | None]] = {}
        self._removed: list[Removed] = []
        self._on_file: Visit | None = None
        self._has_trouble = False
        self._soon = QTimer(self)  # Qt paints what waits to be painted before its time is up.
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.write)

    @property
    def has_trouble(self) -> bool:
        """Whether the last answers could not be saved."""
        return self._has_trouble

    def bookmark(self) -> Bookmark | None:
        """Return which visit was changed last, or None."""
        return self._asked(self._store.bookmark, None)

    def open(self, visit_id: int) -> Visit | None:
        """Return a visit as far as it fits the quiz; None where it has no answers left."""
        self.write()
        saved = self._asked(lambda: self._store.open(visit_id), None)
        if saved is None:
            return None
        resumed = visit_for(self._quiz, saved)
        self._on_file = resumed.visit
        if resumed.dropped:
            self.trouble.emit(StorageError("answers_dropped", dropped=resumed.dropped))
        return resumed.visit if resumed.visit.answers else None

    def kept(self) -> Sequence[KeptVisit]:
        """Return every visit that is kept, the last changed first."""
        self.write()
        return self._asked(self._store.kept, ())

    def rename(self, visit_id: int, name: str) -> None:
        """Give a visit a name."""
        self._asked(lambda: self._store.rename(visit_id, name), None)

    def delete(self, visit_ids: Collection[int], *, is_all: bool = False) -> bool:
        """Delete visits, to be brought back while the program runs; return whether it was done."""
        self._unsaved = {
            key: waiting for key, waiting in self._unsaved.items() if key not in visit_ids
        }
        removed = self._asked(lambda: self._store.delete(visit_ids, is_all=is_all), None)
        if removed is not None:
            self._removed.append(removed)
        return removed is not None

    @property
    def deleted_count(self) -> int:
        """How many visits the last deletion took that can be brought back; 0 for none."""
        return self._removed[-1].visit_count if self._removed else 0

    def restore(self) -> None:
        """Bring back what was deleted last; where that can't be done it can be tried again."""
        is_restored = bool(self._removed) and self._asked(self._is_restored, nothing=False)
        if is_restored:
            self._removed.pop()

    def _is_restored(self) -> bool:
        self._store.restore(self._removed[-1])
        return True

    def _asked(self, ask: Callable[[], Found], nothing: Found) -> Found:
        """Ask the store; after it has set a damaged file aside, once more."""
        try:
            return ask()
        except StorageError as error:
            self.trouble.emit(error)
            if error.code not in SET_ASIDE:
                return nothing
        return self._asked(ask, nothing)

    def save(self, visit: Visit, outcome: Outcome | None = None) -> None:
        """Save a visit soon, with what it came to where that was shown."""
        waiting = self._unsaved.get(visit.seed)
        if outcome is None and waiting is not None and waiting[0].answers is visit.answers:
            outcome = waiting[1]
        self._unsaved[visit.seed] = (visit, outcome)
        self._soon.start()

    def write(self) -> None:
        """Save what waits to be saved, or say that it can't be."""
        self._soon.stop()
        for key, (visit, outcome) in tuple(self._unsaved.items()):
            try:
                self._store.save(visit, outcome)
            except StorageError as error:
                self.trouble.emit(error)
                if error.code not in SET_ASIDE:
                    self._has_trouble = True
                    return
            del self._unsaved[key]
            self._on_file = visit
            self._recover()

    def keep(self, visit: Visit | None) -> bool:
        """Save all, and a visit that isn't there yet; return whether that could be done."""
        if visit is not None and visit != self._on_file:
            self.save(visit)
        self.write()
        return not self._unsaved

    def _recover(self) -> None:
        if self._has_trouble:
            self._has_trouble = False
            self.recovered.emit()
