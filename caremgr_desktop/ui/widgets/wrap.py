"""Words that always find a place to break, however long they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    import re

LONGEST_WORD = 24
PIECE = 12
UNBROKEN = rf"(?:[^\s/-]|[/-](?=\d)){{{LONGEST_WORD + 1},}}"
LEAST_WIDTH = 80
BREAK = "\u200b"
"""A space without width: it shows nothing and lets a line end there."""


def breakable(text: str) -> str:
    """Return a text whose runs of over 24 characters without a place to break may break inside.

    Qt breaks at a space, and after a slash or a hyphen where no digit follows.
    """
    if len(text) <= LONGEST_WORD:
        return text
    import re

    return re.sub(UNBROKEN, _in_pieces, text)


def _in_pieces(found: re.Match[str]) -> str:
    word = found[0]
    return BREAK.join([word[start : start + PIECE] for start in range(0, len(word), PIECE)])


class WrapLabel(TextLabel):
    """A label that never grows wider than its place; screen readers get whole words."""

    _heights: dict[int, int]

    def __init__(
        self, theme: Theme, text: str = "", role: str = "body", parent: QWidget | None = None
    ) -> None:
        self._heights = {}
        super().__init__(theme, "", role, parent)
        # A small size: the layout asks for the height at the width that it gives.
        self.setMinimumSize(LEAST_WIDTH, 1)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show other words."""
        shown = breakable(text)
        if shown != self.text():
            self._heights = {}
            self.setText(shown)
            name = "" if shown == text else text
            if name != self.accessibleName():  # Each setting of it tells screen readers.
                self.setAccessibleName(name)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words; a layout asks often for the same width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        self._heights = {}
        super().changeEvent(event)
