"""Pay on one axis: from the tenth to the ninetieth percentile, the median marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from caremgr_desktop.core.ports import Formats
from caremgr_desktop.reporting.views import PayView
from caremgr_desktop.ui.widgets.drawing import RIGHT, Lettering, Words
from caremgr_desktop.ui.widgets.marks import MARK, paint_bar, paint_diamond, paint_mark

STEPS_USD = (10_000, 20_000, 50_000, 100_000, 250_000)
MOST_STEPS = 6
BAR_HEIGHT = 14
MEDIAN_HEIGHT = 22
ROW_HEIGHT = 30
STACKED_BELOW = 430
"""The width, at 100 % text, below which a bar stands under its name."""
NAME_PARTS = 36
"""So many hundredths of a row are for the name."""
MOST_NUMBER_PARTS = 36
"""So many hundredths of a row at most are for the median in dollars."""


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


def scale_for(pay: Sequence[PayView]) -> Scale:
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


@dataclass(frozen=True, slots=True)
class _Row:
    """One figure with its words, measured once."""

    view: PayView
    name: Words
    median: Words


class PayDrawing:
    """Every figure on one axis: a name, a bar with the median, and the median in dollars.

    Where there is little width for the size of the text a bar stands under its name.
    """

    def __init__(
        self, letters: Lettering, pay: Sequence[PayView], scale: Scale, formats: Formats
    ) -> None:
        self._theme = letters.theme
        self._scale = scale
        words = letters.words
        self._rows = [
            _Row(
                view,
                words(view.short_title, 13),
                words(view.median_text, 13, is_bold=True, flags=RIGHT),
            )
            for view in pay
        ]
        self._widest = max((row.median.full_width for row in self._rows), default=0)
        self._heights: dict[int, list[tuple[int, int]]] = {}
        self._labels = [
            (usd, words(formats.money(usd), 13, color="secondary")) for usd in scale.ticks_usd
        ]

    def _is_stacked(self, width: int) -> bool:
        return width < self._theme.px(STACKED_BELOW)

    def _numbers_width(self, width: int) -> int:
        return min(self._widest, width * MOST_NUMBER_PARTS // 100)

    def _span(self, width: int) -> tuple[int, int]:
        """Return where the axis begins and how long it is."""
        if self._is_stacked(width):
            return 0, width
        left = width * NAME_PARTS // 100
        return left, width - left - self._numbers_width(width) - self._theme.px(12)

    def _name_room(self, width: int) -> int:
        indent = self._theme.px(MARK + 8)
        if self._is_stacked(width):
            return width - indent - self._numbers_width(width) - self._theme.px(12)
        return self._span(width)[0] - indent - self._theme.px(10)

    def _heights_for(self, width: int) -> list[tuple[int, int]]:
        """Return how high the words of each row are, and the row; measured once for a width."""
        if width not in self._heights:
            room, number = self._name_room(width), self._numbers_width(width)
            words = [
                max(row.name.height_for(room), row.median.height_for(number)) for row in self._rows
            ]
            self._heights[width] = [(height, self._row_height(height, width)) for height in words]
        return self._heights[width]

    def _row_height(self, words: int, width: int) -> int:
        px = self._theme.px
        if self._is_stacked(width):
            return words + px(MEDIAN_HEIGHT + 8)
        return max(px(ROW_HEIGHT), words + px(6))

    def _axis_height(self) -> int:
        return self._labels[0][1].line_height + self._theme.px(12)

    def height_for(self, width: int) -> int:
        """Return the height of the axis and all rows."""
        return self._axis_height() + sum(height for _, height in self._heights_for(width))

    def draw(self, painter: QPainter, width: int) -> None:
        """Paint the axis and every row under it."""
        self._draw_axis(painter, width)
        top = self._axis_height()
        for row, (words, height) in zip(self._rows, self._heights_for(width), strict=True):
            self._draw_row(painter, row, (top, words, height), width)
            top += height

    def _draw_row(
        self, painter: QPainter, row: _Row, place: tuple[int, int, int], width: int
    ) -> None:
        """Paint a row; ``place`` is its top, how high its words are, and the whole."""
        px = self._theme.px
        top, words, height = place
        is_stacked = self._is_stacked(width)
        middle = top + (words if is_stacked else height) / 2
        self._draw_words(painter, row, middle, width)
        left, length = self._span(width)
        if is_stacked:
            middle = top + words + px(MEDIAN_HEIGHT) / 2 + px(2)
        painter.save()
        painter.translate(left, 0)
        self._draw_bar(painter, row.view, middle, length)
        painter.restore()

    def _draw_words(self, painter: QPainter, row: _Row, middle: float, width: int) -> None:
        """Paint the mark, the name and the median around a line."""
        px = self._theme.px
        room, number = self._name_room(width), self._numbers_width(width)
        top = round(middle - row.name.height_for(room) / 2)
        side = px(MARK)
        mark = QRectF(0, top + (row.name.line_height - side) / 2, side, side)
        paint_mark(painter, self._theme, row.view.family, mark)
        row.name.draw(painter, px(MARK + 8), top, room)
        number_top = round(middle - row.median.height_for(number) / 2)
        row.median.draw(painter, width - number, number_top, number)

    def _draw_bar(self, painter: QPainter, view: PayView, middle: float, width: int) -> None:
        px = self._theme.px
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
            self._draw_median(painter, view, self._scale.at(view.median_usd, width), middle)

    def _draw_median(self, painter: QPainter, view: PayView, left: float, middle: float) -> None:
        px = self._theme.px
        half = px(MEDIAN_HEIGHT) / 2
        painter.setPen(QPen(self._theme.color("surface"), px(2)))
        painter.setBrush(self._theme.color("ink"))
        if view.is_article:
            painter.setBrush(self._theme.family_color(view.family))
            paint_diamond(painter, QRectF(left - half, middle - half, 2 * half, 2 * half))
        else:
            width = px(7)
            mark = QRectF(left - width / 2, middle - half, width, 2 * half)
            painter.drawRoundedRect(mark, px(3), px(3))

    def _draw_axis(self, painter: QPainter, width: int) -> None:
        """Paint the line, the ticks and their amounts, as many as there is room for."""
        px = self._theme.px
        begin, length = self._span(width)
        top = self._labels[0][1].line_height + px(2)
        painter.setPen(QPen(self._theme.color("strong_line"), max(1, px(1))))
        painter.drawLine(begin, top + px(6), begin + length, top + px(6))
        widest = max(label.full_width for _, label in self._labels) + px(12)
        fits = max(1, length // widest)
        every = -(-(len(self._labels) - 1) // fits)
        for usd, label in self._labels[:: max(1, every)]:
            at = begin + min(max(self._scale.at(usd, length), 0), length - 1)
            painter.setPen(QPen(self._theme.color("strong_line"), max(1, px(1))))
            painter.drawLine(QPointF(at, top), QPointF(at, top + px(6)))
            left = min(max(0, at - label.full_width / 2), width - label.full_width)
            label.draw(painter, round(left), 0, label.full_width)


class WageDrawing:
    """What stands behind one figure in words: its name and median, range, place and outlook."""

    def __init__(self, letters: Lettering, view: PayView) -> None:
        self._theme = letters.theme
        self._view = view
        words = letters.words
        self._title = words(view.title, 15)
        self._median = words(view.median_text, 15, is_bold=True, flags=RIGHT)
        lines = (_sentence(view.range_text), _sentence(view.place), _sentence(view.outlook))
        self._lines = [words(line, 13, color="secondary") for line in dict.fromkeys(lines)]
        if view.gap:
            self._lines.insert(0, words(view.gap, 13, is_bold=True))

    @property
    def _indent(self) -> int:
        return self._theme.px(MARK + 8)

    def _title_width(self, width: int) -> int:
        gap = self._median_width(width) + self._theme.px(12) if self._median.text else 0
        return width - self._indent - gap

    def _median_width(self, width: int) -> int:
        return min(self._median.full_width, width // 2)

    def _head_height(self, width: int) -> int:
        return max(
            self._title.height_for(self._title_width(width)),
            self._median.height_for(self._median_width(width)),
        )

    def height_for(self, width: int) -> int:
        """Return the height of everything at a width."""
        lines = sum(line.height_for(width - self._indent) for line in self._lines)
        return self._head_height(width) + self._theme.px(2) + lines

    def draw(self, painter: QPainter, width: int) -> None:
        """Paint the name, the median and the lines under them."""
        side = self._theme.px(MARK)
        mark = QRectF(0, (self._title.line_height - side) / 2, side, side)
        paint_mark(painter, self._theme, self._view.family, mark)
        self._title.draw(painter, self._indent, 0, self._title_width(width))
        if self._median.text:
            number = self._median_width(width)
            self._median.draw(painter, width - number, 0, number)
        top = self._head_height(width) + self._theme.px(2)
        for line in self._lines:
            top = line.draw(painter, self._indent, top, width - self._indent)


def _sentence(text: str) -> str:
    """Return text with a capital and a full stop."""
    shown = text[:1].upper() + text[1:]
    return shown if not shown or shown.endswith(".") else f"{shown}."
