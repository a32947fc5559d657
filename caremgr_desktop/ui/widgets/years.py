"""Ten years as lines over a zero: what is left of pay after school and fees."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from caremgr_desktop.core.ports import Formats
from caremgr_desktop.reporting.views import YearLineView, YearsView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.drawing import RIGHT, Words

MONTHS_PER_YEAR = 12
STEPS_USD = (10_000, 20_000, 50_000, 100_000, 200_000, 250_000, 500_000)
MOST_STEPS = 6
PLOT_HEIGHT = 220
SAMPLE = 34
LINE = 3
DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)


def steps_for(low_usd: int, high_usd: int) -> range:
    """Return the amounts at which lines are drawn, with room for all that lies between."""
    span = max(high_usd - low_usd, 1)
    fitting = (step for step in STEPS_USD if span <= step * (MOST_STEPS - 1))
    step = next(fitting, -(-span // (MOST_STEPS - 1)))
    return range(low_usd // step * step, -(-high_usd // step) * step + 1, step)


class YearsDrawing:
    """A legend with what each line comes to, and the lines; where they cross is a ring.

    ``marks`` are the words at the axis, from now on, one for each year. Each line has
    dashes of its own, so that its colour never stands alone.
    """

    def __init__(
        self, theme: Theme, years: YearsView, formats: Formats, marks: Sequence[str]
    ) -> None:
        self._theme = theme
        self._years = years
        small, ink = theme.font(13), theme.color("ink")
        bold, grey = theme.font(13, is_bold=True), theme.color("secondary")
        self._names = [Words(line.short_title, small, ink) for line in years.lines]
        self._ends = [Words(line.end_text, bold, ink, RIGHT) for line in years.lines]
        values = [usd for line in years.lines for usd in line.months_usd]
        self._steps = steps_for(min(values), max(values))
        self._amounts = [Words(formats.money(usd), small, grey) for usd in self._steps]
        self._marks = [Words(text, small, grey) for text in marks]
        self._last = max(1, len(years.lines[0].months_usd) - 1)

    @property
    def _number_width(self) -> int:
        return max(words.full_width for words in self._ends)

    def _name_room(self, width: int) -> int:
        return width - self._theme.px(SAMPLE + 8 + 12) - min(self._number_width, width // 2)

    def _legend_heights(self, width: int) -> list[int]:
        room = self._name_room(width)
        return [words.height_for(room) + self._theme.px(6) for words in self._names]

    def _line_height(self) -> int:
        return self._amounts[0].line_height

    def height_for(self, width: int) -> int:
        """Return the height of legend, lines and axis."""
        plot = self._theme.px(PLOT_HEIGHT) + 2 * self._line_height() + self._theme.px(14)
        return sum(self._legend_heights(width)) + plot

    def draw(self, painter: QPainter, width: int) -> None:
        """Paint everything from the top down."""
        top = 0
        for place, height in enumerate(self._legend_heights(width)):
            self._draw_entry(painter, place, top, width)
            top += height
        side = self._theme.px(LINE)  # Half of it a line needs at the edge.
        height = self._theme.px(PLOT_HEIGHT)
        plot = QRectF(side, top + self._line_height(), width - 2 * side, height)
        self._draw_grid(painter, plot)
        for place, line in enumerate(self._years.lines):
            self._draw_line(painter, plot, place, line)
        self._draw_crossings(painter, plot)
        self._draw_amounts(painter, plot)
        self._draw_axis(painter, plot)

    def _pen(self, place: int) -> QPen:
        """Return the pen of a line: the family's colour, and dashes of its own."""
        family = self._years.lines[place].family
        pen = QPen(self._theme.family_color(family), self._theme.px(LINE))
        pen.setStyle(DASHES[place % len(DASHES)])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def _draw_entry(self, painter: QPainter, place: int, top: int, width: int) -> None:
        px = self._theme.px
        middle = top + self._line_height() / 2
        painter.setPen(self._pen(place))
        painter.drawLine(QPointF(0, middle), QPointF(px(SAMPLE), middle))
        self._names[place].draw(painter, px(SAMPLE + 8), top, self._name_room(width))
        number = min(self._number_width, width // 2)
        self._ends[place].draw(painter, width - number, top, number)

    def _at(self, plot: QRectF, month: int, usd: float) -> QPointF:
        low, high = self._steps[0], max(self._steps[-1], self._steps[0] + 1)
        share = (usd - low) / (high - low)
        left = plot.left() + month / self._last * plot.width()
        return QPointF(left, plot.bottom() - share * plot.height())

    def _draw_grid(self, painter: QPainter, plot: QRectF) -> None:
        """Paint a line for each amount; that at nothing is stronger."""
        for usd in self._steps:
            height = self._at(plot, 0, usd).y()
            color = "strong_line" if usd == 0 else "line"
            painter.setPen(QPen(self._theme.color(color), max(1, self._theme.px(1))))
            painter.drawLine(QPointF(plot.left(), height), QPointF(plot.right(), height))

    def _draw_amounts(self, painter: QPainter, plot: QRectF) -> None:
        """Paint each amount on its line, on ground of its own: no line runs through it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("surface"))
        for usd, words in zip(self._steps, self._amounts, strict=True):
            top = round(self._at(plot, 0, usd).y() - words.line_height) - 1
            ground = words.full_width + self._theme.px(4)
            painter.drawRect(QRectF(0, top, ground, words.line_height))
            words.draw(painter, 0, top, words.full_width)
            painter.setPen(Qt.PenStyle.NoPen)

    def _draw_line(self, painter: QPainter, plot: QRectF, place: int, line: YearLineView) -> None:
        points = [self._at(plot, month, usd) for month, usd in enumerate(line.months_usd)]
        painter.setPen(self._pen(place))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))

    def _draw_crossings(self, painter: QPainter, plot: QRectF) -> None:
        half = self._theme.px(6)
        painter.setPen(QPen(self._theme.color("ink"), max(1, self._theme.px(2))))
        painter.setBrush(self._theme.color("surface"))
        for crossing in self._years.crossings:
            painter.drawEllipse(self._at(plot, crossing.month, crossing.usd), half, half)

    def _draw_axis(self, painter: QPainter, plot: QRectF) -> None:
        px = self._theme.px
        painter.setPen(QPen(self._theme.color("strong_line"), max(1, px(2))))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        for year, words in self._shown_marks(round(plot.width())):
            at = plot.left() + year * MONTHS_PER_YEAR / self._last * plot.width()
            painter.setPen(QPen(self._theme.color("strong_line"), max(1, px(2))))
            painter.drawLine(QPointF(at, plot.bottom()), QPointF(at, plot.bottom() + px(5)))
            left = min(max(0.0, at - words.full_width / 2), plot.right() - words.full_width)
            words.draw(painter, round(left), round(plot.bottom() + px(8)), words.full_width)

    def _shown_marks(self, width: int) -> Iterator[tuple[int, Words]]:
        """Yield the marks that there is room for, with their years."""
        widest = max(words.full_width for words in self._marks) + self._theme.px(26)
        every = max(1, -(-widest * max(1, len(self._marks) - 1) // max(1, width)))
        yield from list(enumerate(self._marks))[::every]
