"""Text and buttons that show what they are given, letter by letter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget


def literal(text: str) -> str:
    """Return text for a button, where a single & would vanish into a shortcut."""
    return text.replace("&", "&&")


class TextLabel(QLabel):
    """A label that wraps and never reads its text as markup or as a file's name.

    ``role`` picks its size and colour from the style sheet.
    """

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Take the size and colour of another role."""
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)


class TextButton(QPushButton):
    """A push button; ``kind`` is primary, secondary, link or pill."""

    def __init__(self, text: str, kind: str = "secondary", parent: QWidget | None = None) -> None:
        super().__init__(literal(text), parent)
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_label(self, text: str) -> None:
        """Show other words."""
        self.setText(literal(text))
        self.setAccessibleName(text)

    def set_kind(self, kind: str) -> None:
        """Take the look of another kind."""
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
