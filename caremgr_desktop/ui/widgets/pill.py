"""A choice whose words are shortened on screen where they don't fit."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter, QWidget

from caremgr_desktop.ui.widgets.text import TextButton, literal


class ElidedPill(TextButton):
    """A checkable pill; its accessible name always holds the whole text."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "pill", parent)
        self._whole = text
        self.make_choice()

    def minimumSizeHint(self) -> QSize:
        """Return a width that can be less than the text's."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 3 * hint.height()), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill with as much of the text as fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        missing = max(0, self.sizeHint().width() - self.width())
        metrics = option.fontMetrics
        room = metrics.horizontalAdvance(self._whole) - missing
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room + 1)
        option.text = literal(shown)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
