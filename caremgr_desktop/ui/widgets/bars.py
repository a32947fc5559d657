"""How close a role is: its name, its percentage, and a bar under both."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from caremgr_desktop.reporting.views import Bar
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.drawing import RIGHT, Lettering
from caremgr_desktop.ui.widgets.marks import MARK, paint_bar, paint_mark


class FitDrawing:
    """One role's row; a family's is larger, a setting's begins with its rank."""

    def __init__(
        self, theme: Theme, lettering: Lettering, bar: Bar, title: str, *, is_strong: bool
    ) -> None:
        self._theme = theme
        self._bar = bar
        self._is_family = bar.role_id == bar.family
        size = 18 if self._is_family else 15
        words = lettering.words
        self._title = words(title, size, is_bold=is_strong)
        self._short = words(bar.short_title or title, size, is_bold=is_strong)
        self._number = words(bar.text, size, is_bold=is_strong, flags=RIGHT)
        self._was = words(bar.was_text, 13, color="secondary", flags=RIGHT)
        rank = "" if self._is_family else str(bar.rank)
        self._rank = words(rank, 15, color="secondary", flags=RIGHT)
        widest = words("10", size, is_bold=is_strong)
        self._rank_width = 0 if self._is_family else widest.full_width
        self._thickness = theme.px(16 if self._is_family else 10)
        room = self._rank_width + theme.px(8) if self._rank_width else 0
        self._title_left = room + theme.px(MARK) + theme.px(8)

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
        number = self._number_width(width)
        title = self._draw_title(painter, width, width - number - px(10))
        bottom = max(title, self._number.draw(painter, width - number, 0, number))
        if self._rank_width:
            self._rank.draw(painter, 0, 0, self._rank_width)
        side = px(MARK)
        top = (self._title.line_height - side) / 2
        mark = QRectF(self._title_left - side - px(8), top, side, side)
        paint_mark(painter, self._theme, self._bar.family, mark)
        self._draw_bar(painter, bottom + px(4), width)

    def _draw_title(self, painter: QPainter, width: int, right: int) -> int:
        """Write the title, and what the bar was before; return where the title would end alone.

        A trial must not move the rows. Where there is no room for both the short title
        stands for the title, since what has moved is what the person looks for.
        """
        left, room = self._title_left, self._title_width(width)
        was, gap = self._was.full_width, self._theme.px(10)
        lower = self._title.line_height - self._was.line_height
        height = self._title.height_for(room)
        if not self._was.text or left + self._title.full_width + gap + was <= right:
            self._title.draw(painter, left, 0, room)
            self._was.draw(painter, right - was, lower // 2, was)
        elif height <= self._title.line_height:
            self._short.draw_line(painter, left, 0, right - was - gap - left)
            self._was.draw(painter, right - was, lower // 2, was)
        else:
            self._short.draw_line(painter, left, 0, room)
            second = self._title.line_height + lower // 2
            self._was.draw(painter, max(right - was, left), second, right - left)
        return height

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
        if self._bar.was is not None:
            self._draw_mark(painter, QRectF(0, top, width, radius * 2), self._bar.was.fit)

    def _draw_mark(self, painter: QPainter, track: QRectF, fit: float) -> None:
        """Draw a line, edged so that it is seen on any bar, where the bar ended before."""
        px = self._theme.px
        breadth = px(3)
        at = min(max(track.width() * fit - breadth / 2, 0), track.width() - breadth)
        line = QRectF(at, track.top() - px(2), breadth, track.height() + px(4))
        edge = QRectF(line).adjusted(-px(1), 0, px(1), 0)
        painter.fillRect(edge, self._theme.color("surface"))
        painter.fillRect(line, self._theme.color("ink"))
