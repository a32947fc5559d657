"""Where the visit is kept: the store, what it holds now, and whether saving works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caremgr_desktop.core.resume import visit_for
from caremgr_desktop.errors import PARTLY_DAMAGED, CareMgrError, StorageError

if TYPE_CHECKING:
    from caremgr_desktop.core.ports import VisitStore
    from caremgr_desktop.core.quiz import Quiz
    from caremgr_desktop.core.visit import Visit


class Safe(QObject):
    """Saves, loads and deletes the one visit, and says what went wrong with it.

    Signals: ``trouble(error)`` when saving, loading or deleting failed, and
    ``recovered()`` when it works again.
    """

    trouble = Signal(CareMgrError)
    recovered = Signal()

    def __init__(self, store: VisitStore, quiz: Quiz, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._quiz = quiz
        self._on_file: Visit | None = None
        self._has_trouble = False

    @property
    def has_trouble(self) -> bool:
        """Whether the last answers could not be saved."""
        return self._has_trouble

    def load(self) -> Visit | None:
        """Return the saved visit as far as it fits the quiz; None without answers."""
        try:
            saved = self._store.load()
        except StorageError as error:
            self.trouble.emit(error)
            saved = self._store.load() if error.code == PARTLY_DAMAGED else None
        if saved is None:
            return None
        resumed = visit_for(self._quiz, saved)
        self._on_file = resumed.visit if resumed.visit.answers else None
        if resumed.dropped:
            self.trouble.emit(StorageError("answers_dropped", dropped=resumed.dropped))
        return self._on_file

    def save(self, visit: Visit) -> None:
        """Save a visit, or say that it can't be."""
        try:
            self._store.save(visit)
        except StorageError as error:
            self._has_trouble = True
            self.trouble.emit(error)
        else:
            self._on_file = visit
            self._recover()

    def keep(self, visit: Visit | None) -> bool:
        """Save a visit that isn't there yet; return whether all is saved."""
        if visit is not None and visit != self._on_file:
            self.save(visit)
        return visit is None or visit == self._on_file

    def clear(self) -> None:
        """Delete what is kept, or say that it can't be."""
        self._on_file = None
        try:
            self._store.clear()
        except StorageError as error:
            self.trouble.emit(error)
        else:
            self._recover()

    def _recover(self) -> None:
        if self._has_trouble:
            self._has_trouble = False
            self.recovered.emit()
