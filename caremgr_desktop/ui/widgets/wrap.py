"""Words that always find a place to break, however long they are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caremgr_desktop.ui.widgets.text import TextLabel

LONGEST_WORD = 24
PIECE = 12
LEAST_WIDTH = 80
BREAK = "\u200b"
"""A space without width: it shows nothing and lets a line end there."""


def breakable(text: str) -> str:
    """Return a text whose words of over 24 characters may break inside."""
    if len(text) <= LONGEST_WORD:
        return text
    return " ".join([_in_pieces(word) for word in text.split(" ")])


def _in_pieces(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    return BREAK.join([word[start : start + PIECE] for start in range(0, len(word), PIECE)])


class WrapLabel(TextLabel):
    """A label that never grows wider than its place; screen readers get whole words."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__("", role, parent)
        # A small size: the layout asks for the height at the width that it gives.
        self.setMinimumSize(LEAST_WIDTH, 1)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show other words."""
        shown = breakable(text)
        if shown != self.text():
            self.setText(shown)
            name = "" if shown == text else text
            if name != self.accessibleName():  # Each setting of it tells screen readers.
                self.setAccessibleName(name)
