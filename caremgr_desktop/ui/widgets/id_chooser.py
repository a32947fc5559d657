"""One of several things with an id each, picked by its name."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.chooser import Chooser


class IdChooser(Chooser):
    """A list of ``pairs`` of id and name.

    Signal: ``changed(id)``, when a person chose, not when ``show_id`` did.
    """

    changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        pairs: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, [text for _, text in pairs], parent)
        self._ids = [id_ for id_, _ in pairs]
        self.activated.connect(self._on_activated)

    @property
    def id(self) -> str:
        """The id of what is chosen."""
        return self._ids[self.currentIndex()]

    def show_id(self, id_: str) -> None:
        """Show another as the chosen one; the first where there is none of it."""
        self.setCurrentIndex(self._ids.index(id_) if id_ in self._ids else 0)

    def _on_activated(self, index: int) -> None:
        self.changed.emit(self._ids[index])
