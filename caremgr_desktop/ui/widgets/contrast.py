"""What each answer does between two roles: bars to the left and to the right of an axis."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.cards import KEYBOARD_REASONS
from caremgr_desktop.ui.widgets.drawing import LEFT, RIGHT, Drawn, Lettering, Words
from caremgr_desktop.ui.widgets.marks import MARK, paint_angle, paint_bar
from caremgr_desktop.ui.widgets.text import literal
from caremgr_desktop.ui.widgets.wrap import LEAST_WIDTH

SIDE_BY_SIDE_FROM = 460
"""The width, at 100 % text, from which words and bar share a line."""
ARROW_ROOM = 28
BAR_HEIGHT = 18
LEAST_HEIGHT = 48
PAD = 7


@dataclass(frozen=True, slots=True)
class Pull:
    """What one answer does: ``share`` of the longest bar, to the left or to the right.

    ``side`` is -1 for left, 1 for right and 0 where both are treated alike.
    ``points`` is the number in words, empty for a question without an answer.
    """

    title: str
    subtitle: str
    family: str
    side: int
    share: float
    points: str

    @property
    def shape(self) -> tuple[str, str, bool, bool]:
        """What its height goes by: the words, where they stand, and whether there is a bar."""
        return self.title, self.subtitle, self.side < 0, bool(self.points)


class ContrastDrawing:
    """Words on one side of the axis, the bar on the other; in a narrow place below."""

    def __init__(self, theme: Theme, lettering: Lettering, pull: Pull) -> None:
        self._theme = theme
        self._lettering = lettering
        self._pull = pull
        self._points = lettering.words(pull.points, 15)

    def _is_wide(self, width: int) -> bool:
        return width >= self._theme.px(SIDE_BY_SIDE_FROM)

    def _words(self, width: int) -> tuple[Words, Words]:
        """Return title and subtitle: beside a bar that leads to the right they end at the axis."""
        pull, words = self._pull, self._lettering.words
        is_beside = self._is_wide(width) and bool(pull.points)
        align = RIGHT if is_beside and pull.side >= 0 else LEFT
        return (
            words(pull.title, 15, flags=align),
            words(pull.subtitle, 13, color="secondary", flags=align),
        )

    def _axis(self, width: int) -> int:
        return (width - self._theme.px(ARROW_ROOM)) // 2

    def _words_place(self, width: int) -> tuple[int, int]:
        """Return where the words begin and how wide they may be."""
        px = self._theme.px
        axis, end = self._axis(width), width - px(ARROW_ROOM)
        if not self._pull.points or not self._is_wide(width):
            return px(4), end - px(4)
        gap = px(12)
        return (
            (axis + gap, end - axis - gap) if self._pull.side < 0 else (px(4), axis - gap - px(4))
        )

    def height_for(self, width: int) -> int:
        """Return the height of the words, and of the bar where it is below them."""
        px = self._theme.px
        room = self._words_place(width)[1]
        height = sum(words.height_for(room) for words in self._words(width)) + 2 * px(PAD)
        if self._pull.points and not self._is_wide(width):
            height += self._bar_room + px(4)
        return max(px(LEAST_HEIGHT), height)

    @property
    def _bar_room(self) -> int:
        return max(self._theme.px(BAR_HEIGHT), self._points.line_height)

    def draw(self, painter: QPainter, width: int) -> None:
        """Paint words, axis, bar and points."""
        px = self._theme.px
        left, room = self._words_place(width)
        height = self.height_for(width)
        words = self._words(width)
        is_below = bool(self._pull.points) and not self._is_wide(width)
        spare = self._bar_room + px(4) if is_below else 0
        top = (height - spare - sum(part.height_for(room) for part in words)) // 2
        for part in words:
            top = part.draw(painter, left, top, room)
        if self._pull.points:
            middle = height - px(PAD) - self._bar_room / 2 if is_below else height / 2
            self._draw_axis(painter, width, (top if is_below else 0, height))
            self._draw_bar(painter, self._axis(width), middle)

    def _draw_axis(self, painter: QPainter, width: int, span: tuple[int, int]) -> None:
        painter.setPen(QPen(self._theme.color("strong_line"), max(1, self._theme.px(1))))
        axis = self._axis(width)
        painter.drawLine(QPoint(axis, span[0]), QPoint(axis, span[1]))

    def _draw_bar(self, painter: QPainter, axis: int, middle: float) -> None:
        px, pull = self._theme.px, self._pull
        number = min(self._points.full_width, axis // 2)
        most = axis - number - px(12)
        length = max(px(2), most * pull.share) if pull.side else 0
        start = axis - length if pull.side < 0 else axis
        thickness = px(BAR_HEIGHT)
        if length:
            bar = QRectF(start, middle - thickness / 2, length, thickness)
            paint_bar(painter, self._theme, pull.family, bar)
        gap = px(8)
        left = start - gap - number if pull.side < 0 else start + length + gap
        self._points.draw(
            painter, round(left), round(middle - self._points.line_height / 2), number
        )


class ContrastHead:
    """The line over the bars that names both directions."""

    def __init__(self, theme: Theme, families: tuple[str, str], names: tuple[str, str]) -> None:
        self._theme = theme
        self._families = families
        self._names = tuple(
            Words(name, theme.font(13, is_bold=True), theme.family_color(family), align)
            for family, name, align in zip(families, names, (RIGHT, LEFT), strict=True)
        )

    def _room(self, width: int) -> int:
        return (width - self._theme.px(ARROW_ROOM)) // 2 - self._theme.px(MARK + 18)

    def height_for(self, width: int) -> int:
        """Return the height of the longer name."""
        heights = [name.height_for(self._room(width)) for name in self._names]
        return max(heights) + self._theme.px(4)

    def draw(self, painter: QPainter, width: int) -> None:
        """Paint arrow, mark and name for each direction, back to back."""
        px = self._theme.px
        room, axis = self._room(width), (width - px(ARROW_ROOM)) // 2
        line = self._names[0].line_height
        for place, (family, name) in enumerate(zip(self._families, self._names, strict=True)):
            step = 1 if place else -1
            shown = name.width_for(room)
            start = axis + px(12) if place else axis - px(12) - room
            name.draw(painter, start, 0, room)
            side = px(10)
            center = axis + step * (px(12) + shown + px(6) + side / 2)
            self._draw_arrow(painter, family, QPointF(center, line / 2), step)

    def _draw_arrow(self, painter: QPainter, family: str, at: QPointF, step: int) -> None:
        half = self._theme.px(5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.family_color(family))
        corners = [
            at + QPointF(step * half, 0),
            at + QPointF(-step * half, -half),
            at + QPointF(-step * half, half),
        ]
        painter.drawPolygon(QPolygonF(corners))


class ContrastRow(Drawn, QPushButton):
    """A row of the chart that unfolds when pressed; its name says all that it paints."""

    def __init__(self, theme: Theme, pull: Pull, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pull = pull
        self._has_key_focus = False
        self._is_unfolded = False
        self.setText(literal(name))
        self.setAccessibleName(name)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._lettering = Lettering(theme)
        self.hold(ContrastDrawing(theme, self._lettering, pull))
        self.show_unfolded(is_unfolded=False)

    def show_pull(self, pull: Pull, name: str) -> None:
        """Show what the answer does now; the length of the bar takes no height."""
        is_as_high = pull.shape == self._pull.shape
        self._pull = pull
        drawing = ContrastDrawing(self._theme, self._lettering, pull)
        self.change(drawing, name, is_as_high=is_as_high)

    def text(self) -> str:
        """Return what it says now; ``setText`` would lay the page out anew."""
        return self.accessibleName() or super().text()

    @property
    def is_unfolded(self) -> bool:
        """Whether what it says is unfolded below it."""
        return self._is_unfolded

    def show_unfolded(self, *, is_unfolded: bool) -> None:
        """Point the arrow up while it is unfolded, and tell screen readers.

        It is no check box: Qt would call anything that can be checked one.
        """
        self._is_unfolded = is_unfolded
        self.setAccessibleDescription(self.tr("Unfolded") if is_unfolded else self.tr("Folded"))
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return a small size, so that the layout decides."""
        return QSize(LEAST_WIDTH, self._theme.px(LEAST_HEIGHT))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring the row where the keyboard brought the focus."""
        self._has_key_focus = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ring the row once keys are used on it; Space presses it, the page takes the rest."""
        self._has_key_focus = True
        self.update()
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @property
    def is_ringed(self) -> bool:
        """Whether the focus is shown on it."""
        return self.hasFocus() and self._has_key_focus

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground under the pointer, the row, the arrow and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._theme.px
        body = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() or self._is_unfolded:
            painter.setBrush(self._theme.color("accent_soft"))
            painter.drawRoundedRect(body, px(8), px(8))
        self._drawing.draw(painter, self.width())
        middle = QPointF(self.width() - px(15), self.height() / 2)
        paint_angle(painter, self._theme, middle, is_up=self._is_unfolded)
        if self.is_ringed:
            width = px(2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("accent"), width))
            inset = width / 2
            painter.drawRoundedRect(body.adjusted(inset, inset, -inset, -inset), px(8), px(8))
        painter.end()
