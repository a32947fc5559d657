"""The way to a credential in time: a bar for each step, a diamond at the end."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from caremgr_desktop.reporting.views import PlanView, StepView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.drawing import CENTER, Words
from caremgr_desktop.ui.widgets.marks import paint_diamond

MONTHS_PER_YEAR = 12
STEP_HEIGHT = 30
BAR_HEIGHT = 24
DIAMOND = 16


class TimelineDrawing:
    """Steps from the top left to the goal, side by side in time where they go together.

    The list below it says the same in words. Work has the colour of the family,
    ``goal`` stands at the end. ``years`` are the words at the axis, from now on, one for
    each year.
    """

    def __init__(
        self, theme: Theme, plan: PlanView, goal: str, family: str, years: tuple[str, ...]
    ) -> None:
        self._theme = theme
        self._steps = plan.steps
        self._goal = goal
        self._family = family
        self._font = theme.font(13, is_bold=True)
        self._months = (len(years) - 1) * MONTHS_PER_YEAR
        axis = theme.font(13)
        self._years = [Words(text, axis, theme.color("secondary"), CENTER) for text in years]

    @property
    def _inset(self) -> int:
        """The room left and right of the axis: half a diamond, half a year's words."""
        words = max(self._years[0].full_width, self._years[-1].full_width)
        return max(self._theme.px(DIAMOND), words) // 2 + 1

    def _at(self, month: int, width: int) -> float:
        return self._inset + month / max(1, self._months) * (width - 2 * self._inset)

    def _row(self) -> int:
        return max(self._theme.px(STEP_HEIGHT), self._years[0].line_height + self._theme.px(6))

    def height_for(self, _width: int) -> int:
        """Return the height of all steps and the axis."""
        return len(self._steps) * self._row() + self._years[0].line_height + self._theme.px(16)

    def draw(self, painter: QPainter, width: int) -> None:
        """Paint the axis and every step."""
        bottom = len(self._steps) * self._row() + self._theme.px(4)
        self._draw_axis(painter, bottom, width)
        last = self._steps[-1] if self._steps else None
        for place, step in enumerate(self._steps):
            middle = place * self._row() + self._row() / 2
            if step.end_month > step.start_month:
                self._draw_bar(painter, step, middle, width)
            else:
                self._draw_moment(painter, step, middle, width, is_last=step is last)

    def _draw_bar(self, painter: QPainter, step: StepView, middle: float, width: int) -> None:
        px = self._theme.px
        start, end = self._at(step.start_month, width), self._at(step.end_month, width)
        height = px(BAR_HEIGHT)
        bar = QRectF(start, middle - height / 2, end - start - px(1), height)
        color = self._theme.color("accent")
        if step.kind == "work":
            color = self._theme.family_color(self._family)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(bar, px(5), px(5))
        inside = Words(_named(step), self._font, self._theme.color("on_accent"))
        if inside.full_width + px(16) <= bar.width():
            self._put(painter, inside, bar.left() + px(8), middle)
            return
        if not self._draw_beside(painter, _named(step), (bar.left(), bar.right()), middle, width):
            number = Words(str(step.number), self._font, self._theme.color("on_accent"))
            self._put(painter, number, bar.left() + px(8), middle)

    def _draw_moment(
        self, painter: QPainter, step: StepView, middle: float, width: int, *, is_last: bool
    ) -> None:
        px = self._theme.px
        at = self._at(step.end_month, width)
        side = px(DIAMOND if is_last else DIAMOND - 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("ink"))
        paint_diamond(painter, QRectF(at - side / 2, middle - side / 2, side, side))
        text = f"{step.number}  {self._goal}" if is_last else _named(step)
        self._draw_beside(painter, text, (at - side / 2, at + side / 2), middle, width)

    def _draw_beside(
        self,
        painter: QPainter,
        text: str,
        span: tuple[float, float],
        middle: float,
        width: int,
    ) -> bool:
        """Put the words right of something, or left of it, or only their number, if it fits."""
        gap = self._theme.px(8)
        for shown in (text, text.partition(" ")[0]):
            words = Words(shown, self._font, self._theme.color("ink"))
            if span[1] + gap + words.full_width <= width:
                self._put(painter, words, span[1] + gap, middle)
                return True
            if span[0] - gap - words.full_width >= 0:
                self._put(painter, words, span[0] - gap - words.full_width, middle)
                return True
        return False

    def _put(self, painter: QPainter, words: Words, left: float, middle: float) -> None:
        top = round(middle - words.line_height / 2)
        words.draw(painter, round(left), top, words.full_width + 1)

    def _draw_axis(self, painter: QPainter, top: int, width: int) -> None:
        px = self._theme.px
        painter.setPen(QPen(self._theme.color("strong_line"), max(1, px(2))))
        painter.drawLine(
            QPointF(self._at(0, width), top), QPointF(self._at(self._months, width), top)
        )
        widest = max(words.full_width for words in self._years) + px(12)
        years = max(1, len(self._years) - 1)
        fits = max(1, int((width - 2 * self._inset) // widest))
        every = max(1, -(-years // fits))
        for year, words in list(enumerate(self._years))[::every]:
            at = self._at(year * MONTHS_PER_YEAR, width)
            painter.setPen(QPen(self._theme.color("strong_line"), max(1, px(2))))
            painter.drawLine(QPointF(at, top - px(4)), QPointF(at, top + px(4)))
            words.draw(painter, round(at - words.full_width / 2), top + px(8), words.full_width)


def _named(step: StepView) -> str:
    return f"{step.number}  {step.title}"
