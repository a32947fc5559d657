"""Push buttons of four kinds, each painted here from the look's colours."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.text import literal

RING_PARTS = 9
"""A focus ring is a ninth of the text's size wide."""
EDGE = 2
NOTHING = ""
"""No colour: what is behind shows through."""
IN_MIDDLE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
AT_LEFT = int(
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
)


class Shape(NamedTuple):
    """What a kind of button measures at 100 %; ``least`` is the height inside the padding."""

    size: int
    radius: int
    across: int
    down: int
    least: int
    is_bold: bool = False


class Paint(NamedTuple):
    """The names of the colours of a button: its words, its ground, its edge, its focus ring."""

    ink: str
    ground: str
    edge: str
    ring: str


LARGE = Shape(size=18, radius=12, across=24, down=10, least=24, is_bold=True)
LINK = Shape(size=15, radius=6, across=0, down=4, least=20)
PILL = Shape(size=15, radius=18, across=16, down=8, least=24)
SHAPES = {"primary": LARGE, "secondary": LARGE, "link": LINK, "pill": PILL}


def paint_of(kind: str, *, is_lit: bool, has_focus: bool, is_chosen: bool) -> Paint:
    """Return the colours of a button in a state; ``is_lit`` means under the pointer."""
    if kind == "primary":
        return Paint("on_accent", "accent", "ink" if is_lit else "accent", "on_accent")
    if kind == "link":
        edge = "accent" if has_focus else NOTHING
        return Paint("ink" if is_lit else "accent", NOTHING, edge, NOTHING)
    if kind == "pill":
        edge = "ink" if has_focus else "accent" if is_lit or is_chosen else "line"
        if is_chosen:
            return Paint("on_accent", "accent", edge, "on_accent")
        return Paint("ink", "surface", edge, NOTHING)
    return Paint("accent", "accent_soft" if is_lit else "surface", "accent", "accent")


class TextButton(QPushButton):
    """A push button; ``kind`` is primary, secondary, link or pill."""

    def __init__(
        self, theme: Theme, text: str, kind: str = "secondary", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._measured = ("", QSize())
        self.setText(literal(text))
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def kind(self) -> str:
        """Which look it has."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Take the look of another kind."""
        if kind != self._kind:
            self._kind = kind
            self._measured = ("", QSize())
            self.updateGeometry()
            self.update()

    def set_label(self, text: str) -> None:
        """Show other words."""
        if self.text() == literal(text):
            return
        self.setText(literal(text))
        self.setAccessibleName(text)

    def make_choice(self) -> None:
        """Be one of several of which one is chosen; screen readers hear a radio button."""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, is_chosen: bool) -> None:  # noqa: FBT001 - Qt's signal gives it
        """Let Tab come to the chosen one alone; Qt sees to that only once one had the focus."""
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if is_chosen else policy.ClickFocus)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave out the second half of a double click.

        The first may have led to another page, on which this button stands now.
        """

    @property
    def _shape(self) -> Shape:
        return SHAPES[self._kind]

    def least_height(self) -> int:
        """Return the height inside the padding that even small words are given, at 100 %."""
        return self._shape.least

    def _words_font(self, *, is_bold: bool) -> QFont:
        font = self._theme.font(self._shape.size, is_bold=is_bold or self._shape.is_bold)
        font.setUnderline(self._kind == "link")
        return font

    def sizeHint(self) -> QSize:
        """Return the size with its words; a pill's are bold once chosen, and must clip nothing."""
        text = self.text()
        if self._measured[0] != text or not self._measured[1].isValid():
            self._measured = (text, self._measure(text.replace("&&", "&")))
        return self._measured[1]

    def _measure(self, words: str) -> QSize:
        px, shape = self._theme.px, self._shape
        metrics = QFontMetrics(self._words_font(is_bold=False))
        width = metrics.horizontalAdvance(words)
        if self._kind == "pill":
            bold = QFontMetrics(self._words_font(is_bold=True))
            width = max(width, bold.horizontalAdvance(words))
        across = px(shape.across) if shape.across else 0
        height = max(px(self.least_height()), metrics.height())
        edges = 2 * px(EDGE)
        return QSize(width + 2 * across + edges, height + 2 * px(shape.down) + edges)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button's words are never cut."""
        return self.sizeHint()

    def words_for(self, _room: int, _font: QFont) -> str:
        """Return what is painted where the words have so many pixels: all of them."""
        return self.text().replace("&&", "&")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the edge, the words, and a ring inside while it has the focus."""
        paint = paint_of(
            self._kind,
            is_lit=self.underMouse(),
            has_focus=self.hasFocus(),
            is_chosen=self.isChecked(),
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_body(painter, paint)
        self._paint_words(painter, paint)
        if self.hasFocus() and paint.ring:
            self._paint_ring(painter, paint)
        painter.end()

    def _paint_body(self, painter: QPainter, paint: Paint) -> None:
        if paint.ground == NOTHING and paint.edge == NOTHING:
            return
        theme = self._theme
        width = theme.px(EDGE)
        half = width / 2
        painter.setPen(QPen(theme.color(paint.edge), width) if paint.edge else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(paint.ground) if paint.ground else Qt.BrushStyle.NoBrush)
        radius = theme.px(self._shape.radius) - half
        rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, radius, radius)

    def _paint_words(self, painter: QPainter, paint: Paint) -> None:
        px, shape = self._theme.px, self._shape
        font = self._words_font(is_bold=self._kind == "pill" and self.isChecked())
        side = (px(shape.across) if shape.across else 0) + px(EDGE)
        room = QRect(side, 0, self.width() - 2 * side, self.height())
        painter.setFont(font)
        painter.setPen(self._theme.color(paint.ink))
        flags = AT_LEFT if self._kind == "link" else IN_MIDDLE
        painter.drawText(room, flags, self.words_for(room.width(), font))

    def _paint_ring(self, painter: QPainter, paint: Paint) -> None:
        width = max(2, self._theme.px(self._shape.size) // RING_PARTS)
        inset = 3 * width
        radius = max(width, self._theme.px(self._shape.radius) - inset)
        painter.setPen(QPen(self._theme.color(paint.ring), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, radius, radius)
