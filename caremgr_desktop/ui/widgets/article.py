"""A row of the founding article: its two columns, and what sources say today."""

from PySide6.QtGui import QPainter, QPen

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.drawing import Words

COLUMNS = 3
COLUMNS_FROM = 640
"""The width, at 100 % text, from which the columns stand side by side."""
GAP = 20


class ArticleDrawing:
    """A topic and, side by side or one below the other, named cells of text."""

    def __init__(self, theme: Theme, topic: str, cells: tuple[tuple[str, str], ...]) -> None:
        self._theme = theme
        ink, secondary = theme.color("ink"), theme.color("secondary")
        self._topic = Words(topic, theme.font(15, is_bold=True), ink)
        small = theme.font(13, is_bold=True)
        self._cells = [
            (Words(name, small, secondary), Words(text, theme.font(15), ink))
            for name, text in cells
        ]

    def _is_wide(self, width: int) -> bool:
        return width >= self._theme.px(COLUMNS_FROM)

    def _cell_width(self, width: int) -> int:
        if not self._is_wide(width):
            return width
        count = max(COLUMNS, len(self._cells))
        return (width - (count - 1) * self._theme.px(GAP)) // count

    def _cell_heights(self, width: int) -> list[int]:
        room = self._cell_width(width)
        return [name.height_for(room) + text.height_for(room) for name, text in self._cells]

    def height_for(self, width: int) -> int:
        """Return the height of the topic and its cells."""
        px = self._theme.px
        heights = self._cell_heights(width)
        if self._is_wide(width):
            cells = max(heights, default=0)
        else:
            cells = sum(heights) + px(6) * max(0, len(heights) - 1)
        return px(12) + self._topic.height_for(width) + px(4) + cells + px(4)

    def draw(self, painter: QPainter, width: int) -> None:
        """Paint a line above, the topic, and the cells."""
        px = self._theme.px
        painter.setPen(QPen(self._theme.color("line"), max(1, px(1))))
        painter.drawLine(0, 0, width, 0)
        top = self._topic.draw(painter, 0, px(12), width) + px(4)
        left, room = 0, self._cell_width(width)
        for name, text in self._cells:
            bottom = text.draw(painter, left, name.draw(painter, left, top, room), room)
            if self._is_wide(width):
                left += room + px(GAP)
            else:
                top = bottom + px(6)
