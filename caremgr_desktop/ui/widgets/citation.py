"""Sources as text that can be selected and copied; nothing is ever opened from it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from caremgr_desktop.reporting.views import SourceView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.drawing import USUAL_WIDTH
from caremgr_desktop.ui.widgets.wrap import LEAST_WIDTH

FRAME = 2
"""The room around a text, for its focus ring."""
RADIUS = 6


class SourceText(QTextEdit):
    """Paragraphs of plain text that wrap anywhere, as high as what they hold.

    Text is put in letter by letter with a format, so markup stays characters.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_empty = True
        self._heights: dict[int, int] = {}
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(theme.px(FRAME))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, text: str, role: str = "body") -> None:
        """Add a paragraph: ``strong``, ``entry`` and ``gap`` after space, ``body``, ``small``."""
        self._heights.clear()
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        if not self._is_empty:
            cursor.insertBlock()
        block = cursor.blockFormat()
        block.setTopMargin(self._theme.px(10) if role in ("strong", "entry", "gap") else 0)
        if self._is_empty:
            block.setTopMargin(0)
        self._is_empty = False
        cursor.setBlockFormat(block)
        cursor.insertText(text, self._format(role))

    def _format(self, role: str) -> QTextCharFormat:
        is_small = role in ("small", "gap")
        shape = QTextCharFormat()
        shape.setFont(self._theme.font(13 if is_small else 15, is_bold=role == "strong"))
        shape.setForeground(self._theme.color("secondary" if is_small else "ink"))
        return shape

    def add_source(self, source: SourceView, *, role: str = "small") -> None:
        """Add a source: its line, its age where it is old, its note and its address."""
        self.add(source.line, role)
        for part in (_sentence(source.age), source.note, source.url):
            if part:
                self.add(part, "small")

    def hasHeightForWidth(self) -> bool:
        """Say that the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the whole text."""
        if width not in self._heights:  # A long text takes its time to lay out.
            document = self.document()
            before = document.textWidth()
            document.setTextWidth(max(width, 1))
            self._heights[width] = round(document.size().height()) + 1
            document.setTextWidth(before)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return a usual width with its height."""
        return QSize(USUAL_WIDTH, self.heightForWidth(USUAL_WIDTH))

    def minimumSizeHint(self) -> QSize:
        """Return a small size, so that the layout decides."""
        return QSize(LEAST_WIDTH, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and a ring around it while it has the focus."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._theme.px(FRAME)
        half, radius = width / 2, self._theme.px(RADIUS)
        painter.setPen(QPen(self._theme.color("accent"), width))
        rect = QRectF(self.viewport().rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, radius - half, radius - half)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring off."""
        super().focusOutEvent(event)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def _sentence(words: str) -> str:
    """Return a few words with a capital and a full stop; nothing for none."""
    return f"{words[:1].upper()}{words[1:]}." if words else ""
