"""Text and buttons that show what they are given, letter by letter."""

from PySide6.QtCore import Property, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

RING_PARTS = 9
"""A focus ring is a ninth of the text's size wide."""


def literal(text: str) -> str:
    """Return text for a button, where a single & would vanish into a shortcut."""
    return text.replace("&", "&&")


def polish_again(widget: QWidget) -> None:
    """Ask the style sheet again after a property changed that it looks at.

    Before the first time there is no need to, and ``style()`` alone loads 77 classes.
    """
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class TextLabel(QLabel):
    """A label that wraps and never reads its text as markup or as a file's name.

    ``role`` picks its size and colour from the style sheet.
    """

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Take the size and colour of another role."""
        if self.property("role") == role:
            return
        self.setProperty("role", role)
        polish_again(self)


class TextButton(QPushButton):
    """A push button; ``kind`` is primary, secondary, link or pill."""

    def __init__(self, text: str, kind: str = "secondary", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(literal(text))
        self._ring = QColor(Qt.GlobalColor.transparent)
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring the button inside its border while it has the focus."""
        super().paintEvent(event)
        if not self.hasFocus() or (self.property("kind") == "pill" and not self.isChecked()):
            return
        width = max(2, self.font().pixelSize() // RING_PARTS)
        inset = 3 * width
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ring, width))
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, inset, inset)
        painter.end()

    def sizeHint(self) -> QSize:
        """Return the size with bold words, so that choosing a pill clips nothing."""
        hint = super().sizeHint()
        if self.property("kind") != "pill":
            return hint
        bold = QFont(self.font())
        bold.setBold(True)
        text = self.text().replace("&&", "&")
        wider = QFontMetrics(bold).horizontalAdvance(text)
        return hint + QSize(max(0, wider - self.fontMetrics().horizontalAdvance(text)), 0)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button's words are never cut."""
        return self.sizeHint()

    def _get_ring(self) -> QColor:
        return self._ring

    def _set_ring(self, color: QColor) -> None:
        self._ring = color
        self.update()

    ring = Property(QColor, _get_ring, _set_ring)
    """The colour of the focus ring, which the style sheet sets."""

    def set_label(self, text: str) -> None:
        """Show other words."""
        if self.text() == literal(text):
            return
        self.setText(literal(text))
        self.setAccessibleName(text)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave out the second half of a double click.

        The first may have led to another page, on which this button stands now.
        """

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

    def set_kind(self, kind: str) -> None:
        """Take the look of another kind."""
        if self.property("kind") == kind:
            return
        self.setProperty("kind", kind)
        polish_again(self)
