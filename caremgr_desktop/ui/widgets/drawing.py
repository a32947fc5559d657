"""Drawings with words in them: measured before they are painted, so that nothing is cut."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.wrap import LEAST_WIDTH, breakable

ENDLESS = 100_000
USUAL_WIDTH = 320
MOST_WORDS = 200
REMEMBERED_WIDTHS = 3
"""For so many widths, the last ones that it asked for, a layout remembers the height."""

WRAP = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
LEFT = int(Qt.AlignmentFlag.AlignLeft | WRAP)
RIGHT = int(Qt.AlignmentFlag.AlignRight | WRAP)
CENTER = int(Qt.AlignmentFlag.AlignHCenter | WRAP)


class Words:
    """A text in a font and a color, wrapped where the width ends."""

    def __init__(self, text: str, font: QFont, color: QColor, flags: int = LEFT) -> None:
        self._text = breakable(text)
        self._font = font
        self._color = color
        self._metrics = QFontMetrics(font)
        self._flags = flags
        self._sizes: dict[int, QSize] = {}
        self._full_width = 0

    @property
    def text(self) -> str:
        """The words, with the places where long ones may break."""
        return self._text

    @property
    def line_height(self) -> int:
        """The height of one line."""
        return self._metrics.height()

    @property
    def full_width(self) -> int:
        """The width of the text in one line; a layout asks often."""
        if not self._full_width:
            self._full_width = self._metrics.horizontalAdvance(self._text) + 1
        return self._full_width

    def height_for(self, width: int) -> int:
        """Return the height of the text wrapped to a width; 0 for no text."""
        return self._size_for(width).height()

    def width_for(self, width: int) -> int:
        """Return how much of a width the wrapped text takes."""
        return self._size_for(width).width()

    def _size_for(self, width: int) -> QSize:
        if not self._text:
            return QSize(0, 0)
        if self.full_width <= width and "\n" not in self._text:
            return QSize(self._full_width, self._metrics.height())
        if width not in self._sizes:  # A layout asks many times for the same few widths.
            room = QRect(0, 0, max(width, 1), ENDLESS)
            bounds = self._metrics.boundingRect(room, self._flags, self._text)
            self._sizes[width] = bounds.size()
        return self._sizes[width]

    def draw(self, painter: QPainter, left: int, top: int, width: int) -> int:
        """Paint the text from a corner down and return where it ends."""
        height = self.height_for(width)
        painter.setPen(self._color)
        painter.setFont(self._font)
        painter.drawText(QRect(left, top, width, height), self._flags, self._text)
        return top + height

    def draw_line(self, painter: QPainter, left: int, top: int, width: int) -> None:
        """Paint the text in one line, with an ellipsis where it has no room."""
        room = max(width, 0)
        shown = self._metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        painter.setPen(self._color)
        painter.setFont(self._font)
        painter.drawText(QRect(left, top, room, self.line_height), self._flags, shown)


class Lettering:
    """Makes words in the theme's fonts; the same ones again are not measured again.

    What is shown anew at each click is made of them: most of it says what it said before.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._made: dict[tuple[str, int, bool, str, int], Words] = {}

    def words(
        self, text: str, size: int, *, is_bold: bool = False, color: str = "ink", flags: int = LEFT
    ) -> Words:
        """Return a text at a size given at 100 %, in the colour of that name."""
        key = (text, size, is_bold, color, flags)
        if key not in self._made:
            if len(self._made) >= MOST_WORDS:
                self._made.clear()
            font = self.theme.font(size, is_bold=is_bold)
            self._made[key] = Words(text, font, self.theme.color(color), flags)
        return self._made[key]


class Drawing(Protocol):
    """Something that knows its height at a width and paints itself."""

    def height_for(self, width: int) -> int:
        """Return the height that the drawing needs at a width."""

    def draw(self, painter: QPainter, width: int) -> None:
        """Paint into the rectangle from 0, 0 to the width and its height."""


if TYPE_CHECKING:
    _Widget = QWidget
else:  # The Qt class comes from the widget itself: Qt allows one of them in the bases.
    _Widget = object


class Drawn(_Widget):
    """A widget as high as its drawing at any width; comes before the Qt class in the bases."""

    _drawing: Drawing
    _heights: dict[int, int]

    def hold(self, drawing: Drawing) -> None:
        """Take the first drawing."""
        self._drawing = drawing
        self._heights = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def change(self, drawing: Drawing, name: str, *, is_as_high: bool = False) -> None:
        """Show another drawing; the page is laid out anew only where it is not as high.

        Where it is known to be ``is_as_high`` at any width nothing is measured.
        """
        self._drawing = drawing
        if name != self.accessibleName():  # Each setting of it tells screen readers.
            self.setAccessibleName(name)
        self.update()
        if is_as_high:
            return
        known = list(self._heights.items())[-REMEMBERED_WIDTHS:]
        self._heights = {width: drawing.height_for(width) for width, _ in known}
        if list(self._heights.items()) != known:
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the drawing; a layout asks often."""
        if width not in self._heights:
            self._heights[width] = self._drawing.height_for(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return a usual width with its height."""
        return QSize(USUAL_WIDTH, self.heightForWidth(USUAL_WIDTH))


class Figure(Drawn, QLabel):
    """A drawing on screen that is its text for a screen reader.

    It is a label because Qt tells screen readers of labels as text, in order.
    """

    def __init__(self, drawing: Drawing, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hold(drawing)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def show_drawing(self, drawing: Drawing, text: str) -> None:
        """Show another drawing."""
        self.change(drawing, text)

    def text(self) -> str:
        """Return the text for a screen reader; ``setText`` would lay the page out anew."""
        return self.accessibleName() or super().text()

    def minimumSizeHint(self) -> QSize:
        """Return a small size, so that the layout decides."""
        return QSize(LEAST_WIDTH, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawing.draw(painter, self.width())
        painter.end()
