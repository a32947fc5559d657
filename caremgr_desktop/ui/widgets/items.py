"""A line of a list: a number or a dot, and words that wrap beside it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.drawing import CENTER, Figure, Words

BADGE = 24
INDENT = 36
DOT = 7


class ItemDrawing:
    """One line; ``number`` 0 stands for a dot. ``is_strong`` makes it a heading."""

    def __init__(self, theme: Theme, number: int, text: str, *, is_strong: bool = False) -> None:
        self._theme = theme
        self._words = Words(text, theme.font(15, is_bold=is_strong), theme.color("ink"))
        shown = str(number) if number else ""
        font = theme.font(13, is_bold=True)
        self._number = Words(shown, font, theme.color("accent"), CENTER)
        self._has_number = bool(number)

    @property
    def _indent(self) -> int:
        return self._theme.px(INDENT if self._has_number else INDENT - 16)

    def height_for(self, width: int) -> int:
        """Return the height of the wrapped words."""
        least = self._theme.px(BADGE + 4) if self._has_number else 0
        return max(least, self._words.height_for(width - self._indent) + self._theme.px(2))

    def draw(self, painter: QPainter, width: int) -> None:
        """Paint the badge or the dot, and the words."""
        px = self._theme.px
        side = px(BADGE)
        line = self._words.line_height
        if self._has_number:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft"))
            painter.drawEllipse(QRectF(0, 0, side, side))
            self._number.draw(painter, 0, (side - self._number.line_height) // 2, side)
            self._words.draw(painter, self._indent, (side - line) // 2, width - self._indent)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        dot = px(DOT)
        painter.drawEllipse(QRectF(px(2), (line - dot) / 2 + px(1), dot, dot))
        self._words.draw(painter, self._indent, 0, width - self._indent)


def item(theme: Theme, number: int, text: str, *, is_strong: bool = False) -> Figure:
    """Return a line of a list; screen readers get the number with the words."""
    spoken = f"{number}. {text}" if number else text
    return Figure(ItemDrawing(theme, number, text, is_strong=is_strong), spoken)
