"""Pay on one axis: the tenth to the ninetieth percentile, the median marked."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF

from caremgr_desktop.core.ports import Formats
from caremgr_desktop.reporting.views import PayView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bars import PaintedRow

TICK_USD = 50_000
SMALLEST_SPAN_USD = 100_000


@dataclass(frozen=True, slots=True)
class Axis:
    """Dollars a year from 0 to ``most_usd``, over a width in pixels."""

    most_usd: int

    def at(self, usd: int, width: float) -> float:
        """Return where an amount stands."""
        return usd / self.most_usd * width


def axis_for(views: tuple[PayView, ...]) -> Axis:
    """Return an axis that holds every figure, up to the next tick."""
    figures = [usd for view in views for usd in (view.p90_usd, view.median_usd) if usd is not None]
    most = max([SMALLEST_SPAN_USD, *figures])
    return Axis(-(-most // TICK_USD) * TICK_USD)


class WageRow(PaintedRow):
    """The bar of one role; an article's average is a diamond alone."""

    def __init__(self, theme: Theme, view: PayView, axis: Axis) -> None:
        super().__init__(theme, view.text)
        self._view = view
        self._axis = axis

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, span and median."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        thickness = self.theme.px(12)
        top = (self.height() - thickness) / 2
        radius = thickness / 2
        painter.setBrush(self.theme.color("track"))
        painter.drawRoundedRect(QRectF(0, top, self.width(), thickness), radius, radius)
        color = self.theme.family_color(self._view.family)
        view = self._view
        if view.p10_usd is not None and view.p90_usd is not None:
            start = self._axis.at(view.p10_usd, self.width())
            end = self._axis.at(view.p90_usd, self.width())
            painter.setOpacity(0.5)
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(start, top, end - start, thickness), radius, radius)
            painter.setOpacity(1)
        if view.median_usd is not None:
            painter.setBrush(color)
            self._paint_mark(painter, self._axis.at(view.median_usd, self.width()))
        painter.end()

    def _paint_mark(self, painter: QPainter, left: float) -> None:
        middle, half = self.height() / 2, self.theme.px(11)
        if self._view.is_article:
            corners = [(0, -half), (half, 0), (0, half), (-half, 0)]
            points = [QPointF(left + x, middle + y) for x, y in corners]
            painter.setPen(QPen(self.theme.color("surface"), self.theme.px(2)))
            painter.drawPolygon(QPolygonF(points))
        else:
            width = self.theme.px(5)
            painter.drawRoundedRect(QRectF(left - width / 2, middle - half, width, 2 * half), 2, 2)


class AxisRow(PaintedRow):
    """The ticks under the bars, in dollars a year."""

    def __init__(self, theme: Theme, axis: Axis, formats: Formats, text: str) -> None:
        super().__init__(theme, text)
        self._axis = axis
        self._formats = formats

    def row_height(self, _width: int) -> int:
        """Return the height of a tick and its number."""
        return self.theme.px(10) + QFontMetrics(self.theme.font(13)).height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as many ticks as there is room for."""
        painter = QPainter(self)
        font = self.theme.font(13)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        painter.setPen(QPen(self.theme.color("secondary"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        widest = metrics.horizontalAdvance(self._formats.money(self._axis.most_usd))
        room = max(1, self.width() // (widest + self.theme.px(16)))
        count = self._axis.most_usd // TICK_USD
        step = TICK_USD * max(1, -(-count // room))
        for usd in range(0, self._axis.most_usd + 1, step):
            self._paint_tick(painter, usd, metrics)
        painter.end()

    def _paint_tick(self, painter: QPainter, usd: int, metrics: QFontMetrics) -> None:
        left = round(self._axis.at(usd, self.width() - 1))
        painter.drawLine(left, 0, left, self.theme.px(5))
        words = self._formats.money(usd)
        width = metrics.horizontalAdvance(words)
        start = min(max(0, left - width // 2), self.width() - width)
        painter.drawText(
            QRect(start, self.theme.px(6), width + 2, metrics.height()),
            Qt.AlignmentFlag.AlignLeft,
            words,
        )
