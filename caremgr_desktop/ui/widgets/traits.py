"""Where an answer and the families stand on one trait, on a line of five places."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from caremgr_desktop.core.quiz import POSITION_LOW, POSITION_RANGE
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.drawing import RIGHT, Words
from caremgr_desktop.ui.widgets.marks import paint_mark

NAMES_SHARE = 0.4
MARK_SIDE = 14
ENDS_OVER_LINES_FROM = 360


@dataclass(frozen=True, slots=True)
class Stand:
    """Somebody's place from -2 to +2; ``family`` is empty for the person's answer."""

    name: str
    family: str
    position: int


class TraitDrawing:
    """The two ends in words, and under them a line for the answer and each family."""

    def __init__(self, theme: Theme, low: str, high: str, stands: tuple[Stand, ...]) -> None:
        self._theme = theme
        small = theme.font(13)
        secondary, ink = theme.color("secondary"), theme.color("ink")
        self._low = Words(low, small, secondary)
        self._high = Words(high, small, secondary, RIGHT)
        self._names = [Words(stand.name, theme.font(15), ink) for stand in stands]
        self._stands = stands

    def _left(self, width: int) -> int:
        widest = max((name.full_width for name in self._names), default=0)
        return min(widest, int(width * NAMES_SHARE)) + self._theme.px(16)

    def _ends_height(self, width: int) -> int:
        half = self._half(width)
        return max(self._low.height_for(half), self._high.height_for(half)) + self._theme.px(4)

    def _half(self, width: int) -> int:
        return (width - self._ends_left(width) - self._theme.px(12)) // 2

    def _ends_left(self, width: int) -> int:
        """Return where the words for the ends begin: over the lines, if there is room."""
        return self._left(width) if width >= self._theme.px(ENDS_OVER_LINES_FROM) else 0

    def _row_heights(self, width: int) -> list[int]:
        room = self._left(width) - self._theme.px(16)
        least = self._theme.px(26)
        return [max(least, name.height_for(room) + self._theme.px(4)) for name in self._names]

    def height_for(self, width: int) -> int:
        """Return the height of the ends and all lines."""
        return self._ends_height(width) + sum(self._row_heights(width))

    def draw(self, painter: QPainter, width: int) -> None:
        """Paint the ends, then a line for each."""
        left, half = self._left(width), self._half(width)
        self._low.draw(painter, self._ends_left(width), 0, half)
        self._high.draw(painter, width - half, 0, half)
        top = self._ends_height(width)
        rows = zip(self._names, self._stands, self._row_heights(width), strict=True)
        for name, stand, height in rows:
            room = left - self._theme.px(16)
            name.draw(painter, 0, top + (height - name.height_for(room)) // 2, room)
            self._draw_line(painter, stand, (left, width), top + height / 2)
            top += height

    def _draw_line(
        self, painter: QPainter, stand: Stand, ends: tuple[int, int], middle: float
    ) -> None:
        px = self._theme.px
        side = px(MARK_SIDE)
        start, end = ends[0] + side / 2, ends[1] - side / 2
        painter.setPen(QPen(self._theme.color("strong_line"), max(1, px(1))))
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        step = (end - start) / POSITION_RANGE
        for place in range(POSITION_RANGE + 1):
            at = start + place * step
            painter.drawLine(QPointF(at, middle - px(4)), QPointF(at, middle + px(4)))
        at = start + (stand.position - POSITION_LOW) * step
        box = QRectF(at - side / 2, middle - side / 2, side, side)
        if stand.family:
            paint_mark(painter, self._theme, stand.family, box)
            return
        painter.setPen(QPen(self._theme.color("accent"), px(3)))
        painter.setBrush(self._theme.color("surface"))
        painter.drawEllipse(box.adjusted(px(1), px(1), -px(1), -px(1)))
        painter.setPen(Qt.PenStyle.NoPen)
