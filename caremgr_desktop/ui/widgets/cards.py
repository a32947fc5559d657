"""Answer cards: the whole card is the target, drawn in one place for both kinds."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.focus import bring_into_sight
from caremgr_desktop.ui.widgets.text import literal
from caremgr_desktop.ui.widgets.wrap import breakable

KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
USUAL_WIDTH = 480
LEAST_WIDTH = 240
NUMBER = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


if TYPE_CHECKING:
    _Button = QAbstractButton
else:  # The Qt class comes from the card itself: Qt allows one of them in the bases.
    _Button = object


class Sizes(NamedTuple):
    """What a card measures, in pixels: ``left`` and ``right`` stand beside its text."""

    pad: int
    left: int
    right: int
    mark: int
    least_height: int
    radius: int
    corner: int
    thin: int
    thick: int

    @classmethod
    def of(cls, theme: Theme) -> "Sizes":
        """Return the sizes at a theme's scale."""
        px = theme.px
        return cls(
            pad=px(16),
            left=px(50),
            right=px(50),
            mark=px(22),
            least_height=px(56),
            radius=px(12),
            corner=px(5),
            thin=px(2),
            thick=px(3),
        )


class CardFace:
    """Measures and paints one card: a number, the text, and a mark when it is picked.

    The text is measured in bold, so that picking a card moves nothing.
    """

    def __init__(self, theme: Theme, number: int, text: str, *, is_square: bool) -> None:
        self._theme = theme
        self._sizes = Sizes.of(theme)
        self._number = str(number)
        self._is_square = is_square
        self._bold = theme.font(18, is_bold=True)
        self._plain = theme.font(18)
        self._metrics = QFontMetrics(self._bold)
        self._take(text)

    @property
    def text(self) -> str:
        """The words on the card."""
        return self._text

    def show_text(self, text: str) -> None:
        """Take other words, which are measured anew."""
        self._take(text)

    def _take(self, text: str) -> None:
        self._text = text
        self._shown = breakable(text)
        self._full_width = self._metrics.horizontalAdvance(self._shown) + 1
        self._heights: dict[int, int] = {}

    @property
    def least_height(self) -> int:
        """The height of a card with one line."""
        return self._sizes.least_height

    def height_for(self, width: int) -> int:
        """Return the height that the whole text needs at a width; a layout asks often."""
        if width not in self._heights:
            self._heights[width] = self._measure(width)
        return self._heights[width]

    def _measure(self, width: int) -> int:
        sizes = self._sizes
        room = max(width - sizes.left - sizes.right, 1)
        if self._full_width <= room and "\n" not in self._shown:
            height = self._metrics.height()
        else:
            wrapped = self._metrics.boundingRect(QRect(0, 0, room, 10_000), WRAP, self._shown)
            height = wrapped.height()
        return max(sizes.least_height, height + 2 * sizes.pad)

    def paint(self, button: QAbstractButton, *, is_ringed: bool) -> None:
        """Paint the card for the button's present state."""
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(button.rect())
        self._paint_body(painter, body, button)
        if is_ringed:
            self._paint_ring(painter, body)
        self._paint_text(painter, button)
        self._paint_mark(painter, body, is_picked=button.isChecked())
        painter.end()

    def _paint_body(self, painter: QPainter, body: QRectF, button: QAbstractButton) -> None:
        is_picked = button.isChecked()
        is_lit = is_picked or button.underMouse()
        width = self._sizes.thick if is_picked else self._sizes.thin
        color = self._theme.color("accent" if is_lit else "line")
        painter.setPen(QPen(color, width))
        painter.setBrush(self._theme.color("accent_soft" if is_picked else "surface"))
        half = width / 2
        radius = self._sizes.radius
        painter.drawRoundedRect(body.adjusted(half, half, -half, -half), radius, radius)

    def _paint_ring(self, painter: QPainter, rect: QRectF) -> None:
        width = self._sizes.thin
        inset = self._theme.px(5) + width / 2
        painter.setPen(QPen(self._theme.color("ink"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._theme.px(8)
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)

    def _paint_text(self, painter: QPainter, button: QAbstractButton) -> None:
        sizes, height = self._sizes, button.height()
        painter.setPen(self._theme.color("ink"))
        painter.setFont(self._bold if button.isChecked() else self._plain)
        room = button.width() - sizes.left - sizes.right
        painter.drawText(QRect(sizes.left, 0, room, height), WRAP, self._shown)
        painter.drawText(QRect(sizes.pad, 0, sizes.left, height), NUMBER, self._number)

    def _paint_mark(self, painter: QPainter, body: QRectF, *, is_picked: bool) -> None:
        size = self._sizes.mark
        left, top = body.right() - self._sizes.pad - size, body.center().y() - size / 2
        box = QRectF(left, top, size, size)
        if not is_picked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("strong_line"), self._sizes.thin))
            self._outline(painter, box.adjusted(1, 1, -1, -1))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        self._outline(painter, box)
        paint_check(painter, box, self._theme)

    def _outline(self, painter: QPainter, box: QRectF) -> None:
        if self._is_square:
            painter.drawRoundedRect(box, self._sizes.corner, self._sizes.corner)
        else:
            painter.drawEllipse(box)


def paint_check(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Paint a check mark into a box of the accent's colour."""
    pen = QPen(theme.color("on_accent"), max(2.0, box.width() / 9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    unit = box.width() / 12
    left, top = box.left(), box.top()
    painter.drawPolyline(
        [
            QPoint(round(left + 3 * unit), round(top + 6.3 * unit)),
            QPoint(round(left + 5.2 * unit), round(top + 8.6 * unit)),
            QPoint(round(left + 9.2 * unit), round(top + 3.8 * unit)),
        ]
    )


class CardBehaviour(_Button):
    """What both kinds of card do alike; comes before the Qt class in the bases."""

    _face: CardFace
    _has_key_focus = False

    def adopt(self, face: CardFace) -> None:
        """Take the face that measures and paints this card."""
        self._face = face
        # Not fixed: that would hold every card to the one line of its size hint.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_text(self, text: str) -> None:
        """Show another option."""
        if text == self._face.text:
            return
        self._face.show_text(text)
        self.setText(literal(text))
        self.updateGeometry()

    def hitButton(self, position: QPoint) -> bool:
        """Take a press anywhere on the card, not over the text alone."""
        return self.rect().contains(position)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave out the second half of a double click: it would take the pick off again."""

    def hasHeightForWidth(self) -> bool:
        """Say that the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        return self._face.height_for(width)

    def sizeHint(self) -> QSize:
        """Return a usual width with one line; the layout asks what a width needs."""
        return QSize(USUAL_WIDTH, self._face.least_height)

    def minimumSizeHint(self) -> QSize:
        """Return a small width, so that the layout decides."""
        return QSize(LEAST_WIDTH, self._face.least_height)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring the card where the keyboard brought the focus."""
        self._has_key_focus = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ShortcutFocusReason:  # Tab scrolls by itself.
            bring_into_sight(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ring the card once keys are used on it; the group moves between cards."""
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
        """Paint the card."""
        self._face.paint(self, is_ringed=self.is_ringed)


class OneCard(CardBehaviour, QRadioButton):
    """A card of which one in its group is picked."""

    def __init__(self, theme: Theme, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(literal(text), parent)
        self.adopt(CardFace(theme, number, text, is_square=False))


class ManyCard(CardBehaviour, QCheckBox):
    """A card of which several may be picked."""

    def __init__(self, theme: Theme, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(literal(text), parent)
        self.adopt(CardFace(theme, number, text, is_square=True))
