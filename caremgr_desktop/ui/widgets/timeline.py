"""The way to a credential in time: a bar for each step, a milestone at the end."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF

from caremgr_desktop.reporting.views import PathView, StepView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bars import PaintedRow

MONTHS_PER_YEAR = 12


class TimelineWidget(PaintedRow):
    """Steps from now to the credential; the list beside it says the same in words."""

    def __init__(self, theme: Theme, path: PathView, text: str, now: str) -> None:
        super().__init__(theme, text)
        self._steps = [step for step in path.steps if step.end_month > step.start_month]
        self._name = path.credential_id
        self._now = now
        self._months = max(MONTHS_PER_YEAR, path.total_months)
        self._font = theme.font(13)

    @property
    def _line(self) -> int:
        return QFontMetrics(self._font).height()

    @property
    def _step_height(self) -> int:
        return self._line + self.theme.px(20)

    def row_height(self, _width: int) -> int:
        """Return the height of all steps, the milestone and the axis."""
        return len(self._steps) * self._step_height + 2 * self._line + self.theme.px(30)

    def _left_of(self, month: int) -> float:
        name_room = QFontMetrics(self.theme.font(15, is_bold=True)).horizontalAdvance(self._name)
        room = self.width() - name_room - self.theme.px(34)
        return self.theme.px(6) + month / self._months * max(room, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the steps, the milestone and the years."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        for place, step in enumerate(self._steps):
            self._paint_step(painter, place * self._step_height, step)
        bottom = len(self._steps) * self._step_height
        self._paint_milestone(painter, bottom + self.theme.px(8))
        self._paint_years(painter, bottom + self._line + self.theme.px(14))
        painter.end()

    def _paint_step(self, painter: QPainter, top: int, step: StepView) -> None:
        metrics = QFontMetrics(self._font)
        start, end = self._left_of(step.start_month), self._left_of(step.end_month)
        words = f"{step.number}. {step.title}"
        width = min(metrics.horizontalAdvance(words), self.width())
        left = min(start, self.width() - width)
        painter.setPen(self.theme.color("ink"))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(
            QRect(round(left), top, width + 2, self._line), Qt.AlignmentFlag.AlignLeft, shown
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("accent" if step.kind == "study" else "strong_line"))
        bar = QRectF(start, top + self._line + self.theme.px(1), end - start, self.theme.px(12))
        painter.drawRoundedRect(bar, self.theme.px(4), self.theme.px(4))

    def _paint_milestone(self, painter: QPainter, top: int) -> None:
        left, half = self._left_of(self._months), self.theme.px(8)
        middle = top + self._line / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("accent"))
        corners = [(0, -half), (half, 0), (0, half), (-half, 0)]
        painter.drawPolygon(QPolygonF([QPointF(left + x, middle + y) for x, y in corners]))
        painter.setPen(self.theme.color("ink"))
        painter.setFont(self.theme.font(15, is_bold=True))
        room = QRect(round(left) + self.theme.px(14), top - 2, self.width(), self._line + 6)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, self._name)
        painter.setFont(self._font)

    def _paint_years(self, painter: QPainter, top: int) -> None:
        metrics = QFontMetrics(self._font)
        painter.setPen(QPen(self.theme.color("secondary"), 1))
        end = round(self._left_of(self._months))
        painter.drawLine(round(self._left_of(0)), top, end, top)
        years = self._months // MONTHS_PER_YEAR
        room = max(1, end // (metrics.horizontalAdvance("+10") + self.theme.px(14)))
        step = max(1, -(-years // room))
        for year in range(0, years + 1, step):
            left = round(self._left_of(year * MONTHS_PER_YEAR))
            painter.drawLine(left, top, left, top + self.theme.px(5))
            words = f"+{year}" if year else self._now
            width = metrics.horizontalAdvance(words)
            start = max(0, left - width // 2)
            painter.drawText(
                QRect(start, top + self.theme.px(6), width + 2, self._line),
                Qt.AlignmentFlag.AlignLeft,
                words,
            )
