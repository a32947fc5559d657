"""A button whose words are shortened on screen where they don't fit."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caremgr_desktop.ui.widgets.text import TextButton, literal


class ElidedButton(TextButton):
    """A pill or a link; its accessible name always holds the whole text."""

    def __init__(self, text: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(text, kind, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return a width that can be less than the text's."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 2 * hint.height()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button with as much of its text as fits."""
        missing = self.sizeHint().width() - self.width()
        if missing > 0:
            self._paint_elided(missing)
        else:
            super().paintEvent(event)

    def _paint_elided(self, missing: int) -> None:
        """Paint the button where so many pixels are missing for its text."""
        # Loading QStyle costs half a megabyte, and most texts fit.
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

        option = QStyleOptionButton()
        self.initStyleOption(option)
        whole = self.text().replace("&&", "&")
        room = option.fontMetrics.horizontalAdvance(whole) - missing
        elide = Qt.TextElideMode.ElideRight
        option.text = literal(option.fontMetrics.elidedText(whole, elide, room))
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
