"""A button whose words are shortened on screen where they don't fit."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.button import TextButton

LEAST_LINK_HEIGHT = 32
"""A link that stands by itself is as high as a finger, with its padding."""


class ElidedButton(TextButton):
    """A pill or a link; its accessible name always holds the whole text."""

    def __init__(self, theme: Theme, text: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, kind, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def least_height(self) -> int:
        """Return the height inside the padding, at 100 %."""
        return LEAST_LINK_HEIGHT if self.kind == "link" else super().least_height()

    def minimumSizeHint(self) -> QSize:
        """Return a width that can be less than the text's."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 2 * hint.height()), hint.height())

    def words_for(self, room: int, font: QFont) -> str:
        """Return as much of the words as fits."""
        words = super().words_for(room, font)
        if self.width() >= self.sizeHint().width():
            return words
        return QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
