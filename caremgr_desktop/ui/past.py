"""The visits that are kept: named, deleted, brought back, opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from caremgr_desktop.core.kept import KeptVisit
    from caremgr_desktop.core.visit import Visit
    from caremgr_desktop.ui.presenter import Presenter

LONGEST_NAME = 60
MOST_COMPARED = 3


class Past(QObject):
    """Does to visits of the past what a person wishes.

    Signal: ``changed()`` after each thing done to a visit.
    """

    changed = Signal()

    def __init__(self, presenter: Presenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._safe = presenter.safe

    def kept(self) -> Sequence[KeptVisit]:
        """Return every visit, the last changed first."""
        return self._safe.kept()

    @property
    def deleted_count(self) -> int:
        """How many visits the last deletion took that can be brought back; 0 for none."""
        return self._safe.deleted_count

    def open(self, kept: KeptVisit) -> None:
        """Go on with a visit, at its result where it has one."""
        self._presenter.open_kept(kept.visit_id, at_result=kept.outcome is not None)

    def visits(self, chosen: Sequence[KeptVisit]) -> list[tuple[KeptVisit, Visit]]:
        """Return the answers of visits, to be laid side by side."""
        opened = ((kept, self._safe.open(kept.visit_id)) for kept in chosen)
        return [(kept, visit) for kept, visit in opened if visit is not None]

    def rename(self, visit_id: int, name: str) -> None:
        """Give a visit a name, of one line; an empty one takes it off."""
        self._safe.rename(visit_id, " ".join(name.split())[:LONGEST_NAME])
        self.changed.emit()

    def delete(self, visit_ids: Collection[int]) -> None:
        """Delete visits; they can be brought back until the program ends."""
        if self._safe.delete(visit_ids):
            self._presenter.forget(visit_ids)
        self.changed.emit()

    def delete_all(self) -> None:
        """Delete every visit, and once the program ends what was set aside of damaged files."""
        visit_ids = [kept.visit_id for kept in self.kept()]
        if self._safe.delete(visit_ids, is_all=True):
            self._presenter.forget(visit_ids)
        self.changed.emit()

    def undo(self) -> None:
        """Bring back what was deleted last."""
        self._safe.restore()
        self._presenter.load()
        self.changed.emit()
