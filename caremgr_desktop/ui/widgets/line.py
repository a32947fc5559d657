"""One line to type into."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.marks import paint_field

LEAST_HEIGHT = 48
PAD = 12


class LineField(QLineEdit):
    """A field for one line, in a box that looks like every other field."""

    def __init__(
        self, theme: Theme, name: str, longest: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMaxLength(longest)
        self.setFrame(False)
        self.setFont(theme.font(18))
        self.setTextMargins(theme.px(PAD), 0, theme.px(PAD), 0)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, "transparent")
        self.setPalette(palette)

    def sizeHint(self) -> QSize:
        """Return a height that a finger can press."""
        px = self._theme.px
        return QSize(px(320), max(px(LEAST_HEIGHT), super().sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Return a width for a few letters."""
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and the words as Qt does."""
        painter = QPainter(self)
        paint_field(painter, self._theme, self.rect(), has_focus=self.hasFocus())
        painter.end()
        super().paintEvent(event)
