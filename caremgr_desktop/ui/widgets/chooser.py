"""One of many names, picked from a list that opens."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from caremgr_desktop.ui.theme import Theme

LEAST_HEIGHT = 44
MOST_ROWS = 12


class Chooser(QComboBox):
    """A list of names of which one is chosen; a letter goes to the next that begins with it.

    Signal: ``chosen(name)``, when a person chose, not when ``choose`` did.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, names: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.addItems(list(names))
        self.setMaxVisibleItems(MOST_ROWS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.textActivated.connect(self.chosen)

    def choose(self, name: str) -> None:
        """Show a name as the chosen one; the first where there is none of it."""
        self.setCurrentIndex(max(0, self.findText(name)))

    def sizeHint(self) -> QSize:
        """Return a size that a finger can press."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self._theme.px(LEAST_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Return a width that fits the smallest card."""
        return QSize(self._theme.px(120), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: who scrolls past chooses nothing."""
        event.ignore()
