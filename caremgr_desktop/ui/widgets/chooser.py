"""One of many names, picked from a list that opens."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.keys import PAGE_KEYS
from caremgr_desktop.ui.widgets.marks import paint_angle, paint_field

LEAST_HEIGHT = 44
MOST_ROWS = 10
ROW_HEIGHT = 40
SHEET = """
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView::item { min-height: %(height)dpx; }
"""
PAD = 12
ANGLE = 14


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

    def showPopup(self) -> None:
        """Open the list below the field, a few rows high."""
        if not self.styleSheet():  # A sheet takes memory that a list never opened doesn't need.
            # Else Fusion covers the screen with the list, however many rows are wanted.
            self.setStyleSheet(SHEET % {"height": self._theme.px(ROW_HEIGHT)})
            self.setItemDelegate(QStyledItemDelegate(self))  # Its rows can be high enough.
            bar = self.view().verticalScrollBar()
            bar.setStyleSheet(self._theme.bar_sheet())
            self.view().setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        super().showPopup()

    def sizeHint(self) -> QSize:
        """Return a size that a finger can press."""
        hint, px = super().sizeHint(), self._theme.px
        return QSize(hint.width() + px(2 * PAD), max(hint.height(), px(LEAST_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Return a width that fits the smallest card."""
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a field with the chosen name and an angle that points down."""
        px = self._theme.px
        painter = QPainter(self)
        paint_field(painter, self._theme, self.rect(), has_focus=self.hasFocus())
        room = self.rect().adjusted(px(PAD), 0, -px(PAD + ANGLE), 0)
        elide = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.currentText(), elide, room.width())
        painter.setPen(self._theme.color("ink"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        middle = QPointF(self.width() - px(PAD + ANGLE / 2), self.height() / 2)
        paint_angle(painter, self._theme, middle)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Page Up and Page Down to the page: they are for reading on."""
        if event.key() in PAGE_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: who scrolls past chooses nothing."""
        event.ignore()
