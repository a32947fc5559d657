"""Pay on one axis: from the tenth to the ninetieth percentile, the median marked."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from caremgr_desktop.core.ports import Formats
from caremgr_desktop.reporting.views import PayView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.drawing import LEFT, RIGHT, Words
from caremgr_desktop.ui.widgets.marks import MARK, paint_bar, paint_diamond, paint_mark

STEPS_USD = (10_000, 20_000, 50_000, 100_000, 250_000)
MOST_STEPS = 6
BAR_HEIGHT = 14
MEDIAN_HEIGHT = 24


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis: dollars a year from 0, with ticks every ``step_usd``."""

    end_usd: int
    step_usd: int

    @property
    def ticks_usd(self) -> range:
        """The amounts at the ticks."""
        return range(0, self.end_usd + 1, self.step_usd)

    def at(self, usd: int, width: float) -> float:
        """Return where an amount stands on an axis of some width."""
        return min(max(usd / self.end_usd, 0), 1) * width


def scale_for(pay: tuple[PayView, ...]) -> Scale:
    """Return an axis with room for every figure."""
    figures = [
        usd
        for view in pay
        for usd in (view.p10_usd, view.median_usd, view.p90_usd)
        if usd is not None
    ]
    most = max(figures, default=STEPS_USD[-1])
    fitting = (step for step in STEPS_USD if most <= step * MOST_STEPS)
    step = next(fitting, -(-most // MOST_STEPS))
    return Scale(-(-most // step) * step, step)


class WageDrawing:
    """One figure: its name and median, the bar, and in words range and place."""

    def __init__(self, theme: Theme, view: PayView, scale: Scale) -> None:
        self._theme = theme
        self._view = view
        self._scale = scale
        ink, secondary = theme.color("ink"), theme.color("secondary")
        self._title = Words(view.title, theme.font(15), ink)
        self._median = Words(view.median_text, theme.font(15, is_bold=True), ink, RIGHT)
        lines = (_sentence(view.range_text), _sentence(view.place))
        self._lines = [Words(line, theme.font(13), secondary) for line in dict.fromkeys(lines)]
        if view.gap:
            self._lines.insert(0, Words(view.gap, theme.font(13, is_bold=True), ink))

    @property
    def _has_bar(self) -> bool:
        return bool(self._view.median_text)

    @property
    def _indent(self) -> int:
        return self._theme.px(MARK + 8)

    def _title_width(self, width: int) -> int:
        gap = self._median_width(width) + self._theme.px(12) if self._has_bar else 0
        return width - self._indent - gap

    def _median_width(self, width: int) -> int:
        return min(self._median.full_width, width // 2)

    def _head_height(self, width: int) -> int:
        return max(
            self._title.height_for(self._title_width(width)),
            self._median.height_for(self._median_width(width)) if self._has_bar else 0,
        )

    def height_for(self, width: int) -> int:
        """Return the height of everything at a width."""
        px = self._theme.px
        bar = px(MEDIAN_HEIGHT + 8) if self._has_bar else px(4)
        return self._head_height(width) + bar + sum(line.height_for(width) for line in self._lines)

    def draw(self, painter: QPainter, width: int) -> None:
        """Paint the name, the bar and the lines under it."""
        px = self._theme.px
        side = px(MARK)
        mark = QRectF(0, (self._title.line_height - side) / 2, side, side)
        paint_mark(painter, self._theme, self._view.family, mark)
        self._title.draw(painter, self._indent, 0, self._title_width(width))
        top = self._head_height(width) + px(4)
        if self._has_bar:
            number = self._median_width(width)
            self._median.draw(painter, width - number, 0, number)
            self._draw_bar(painter, top + px(MEDIAN_HEIGHT) / 2, width)
            top += px(MEDIAN_HEIGHT + 4)
        for line in self._lines:
            top = line.draw(painter, 0, top, width)

    def _draw_bar(self, painter: QPainter, middle: float, width: int) -> None:
        px, view = self._theme.px, self._view
        thickness = px(BAR_HEIGHT)
        track = QRectF(0, middle - thickness / 2, width, thickness)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("track"))
        painter.drawRoundedRect(track, thickness / 2, thickness / 2)
        painter.setPen(QPen(self._theme.color("strong_line"), max(1, px(1))))
        for usd in self._scale.ticks_usd[1:-1]:
            left = self._scale.at(usd, width)
            painter.drawLine(QPointF(left, track.top()), QPointF(left, track.bottom()))
        if view.p10_usd is not None and view.p90_usd is not None:
            start = self._scale.at(view.p10_usd, width)
            end = self._scale.at(view.p90_usd, width)
            bar = QRectF(start, track.top(), end - start, thickness)
            paint_bar(painter, self._theme, view.family, bar)
        if view.median_usd is not None:
            self._draw_median(painter, self._scale.at(view.median_usd, width), middle)

    def _draw_median(self, painter: QPainter, left: float, middle: float) -> None:
        px = self._theme.px
        half = px(MEDIAN_HEIGHT) / 2
        painter.setPen(QPen(self._theme.color("surface"), px(2)))
        painter.setBrush(self._theme.color("ink"))
        if self._view.is_article:
            painter.setBrush(self._theme.family_color(self._view.family))
            paint_diamond(painter, QRectF(left - half, middle - half, 2 * half, 2 * half))
        else:
            width = px(7)
            mark = QRectF(left - width / 2, middle - half, width, 2 * half)
            painter.drawRoundedRect(mark, px(3), px(3))


class AxisDrawing:
    """The dollars at the ticks, as many as there is room for."""

    def __init__(self, theme: Theme, scale: Scale, formats: Formats) -> None:
        self._theme = theme
        self._scale = scale
        font, color = theme.font(13), theme.color("secondary")
        self._labels = [
            (usd, Words(formats.money(usd), font, color, LEFT)) for usd in scale.ticks_usd
        ]

    def height_for(self, _width: int) -> int:
        """Return the height of a tick and a line of text."""
        return self._labels[0][1].line_height + self._theme.px(10)

    def draw(self, painter: QPainter, width: int) -> None:
        """Paint the line, the ticks and their amounts."""
        px = self._theme.px
        top = self._labels[0][1].line_height + px(2)
        painter.setPen(QPen(self._theme.color("strong_line"), max(1, px(1))))
        painter.drawLine(0, top + px(6), width, top + px(6))
        widest = max(label.full_width for _, label in self._labels) + px(12)
        fits = max(1, width // widest)
        every = -(-(len(self._labels) - 1) // fits)
        for usd, label in self._labels[:: max(1, every)]:
            at = min(max(self._scale.at(usd, width), 0), width - 1)
            painter.setPen(QPen(self._theme.color("strong_line"), max(1, px(1))))
            painter.drawLine(QPointF(at, top), QPointF(at, top + px(6)))
            left = min(max(0, at - label.full_width / 2), width - label.full_width)
            label.draw(painter, round(left), 0, label.full_width)


def _sentence(text: str) -> str:
    """Return text with a capital and a full stop."""
    shown = text[:1].upper() + text[1:]
    return shown if not shown or shown.endswith(".") else f"{shown}."
