"""How close a role is: its name, its percentage, and a bar under both."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from caremgr_desktop.reporting.views import Bar
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.drawing import RIGHT, Words
from caremgr_desktop.ui.widgets.marks import MARK, paint_bar, paint_mark


class FitDrawing:
    """One role's row; a family's is larger, a setting's begins with its rank."""

    def __init__(self, theme: Theme, bar: Bar, title: str, *, is_strong: bool) -> None:
        self._theme = theme
        self._bar = bar
        self._is_family = bar.role_id == bar.family
        font = theme.font(18 if self._is_family else 15, is_bold=is_strong)
        ink = theme.color("ink")
        self._title = Words(title, font, ink)
        self._number = Words(bar.text, font, ink, RIGHT)
        rank = "" if self._is_family else str(bar.rank)
        self._rank = Words(rank, theme.font(15), theme.color("secondary"), RIGHT)
        self._rank_width = 0 if self._is_family else Words("10", font, ink).full_width

    @property
    def _thickness(self) -> int:
        return self._theme.px(16 if self._is_family else 10)

    @property
    def _title_left(self) -> int:
        px = self._theme.px
        rank = self._rank_width + px(8) if self._rank_width else 0
        return rank + px(MARK) + px(8)

    def _title_width(self, width: int) -> int:
        return width - self._title_left - self._number_width(width) - self._theme.px(12)

    def _number_width(self, width: int) -> int:
        return min(self._number.full_width, width // 3)

    def height_for(self, width: int) -> int:
        """Return the height of the wrapped title and the bar."""
        title = self._title.height_for(self._title_width(width))
        number = self._number.height_for(self._number_width(width))
        return max(title, number) + self._theme.px(4) + self._thickness + self._theme.px(2)

    def draw(self, painter: QPainter, width: int) -> None:
        """Paint rank, mark, title, percentage, track and bar."""
        px = self._theme.px
        title = self._title.draw(painter, self._title_left, 0, self._title_width(width))
        number = self._number_width(width)
        bottom = max(title, self._number.draw(painter, width - number, 0, number))
        if self._rank_width:
            self._rank.draw(painter, 0, 0, self._rank_width)
        side = px(MARK)
        top = (self._title.line_height - side) / 2
        mark = QRectF(self._title_left - side - px(8), top, side, side)
        paint_mark(painter, self._theme, self._bar.family, mark)
        self._draw_bar(painter, bottom + px(4), width)

    def _draw_bar(self, painter: QPainter, top: int, width: int) -> None:
        track = QRectF(0, top, width, self._thickness)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("track"))
        radius = self._thickness / 2
        painter.drawRoundedRect(track, radius, radius)
        if self._bar.fit > 0:
            least = min(self._thickness, width)
            length = max(least, width * self._bar.fit)
            paint_bar(painter, self._theme, self._bar.family, QRectF(0, top, length, radius * 2))
