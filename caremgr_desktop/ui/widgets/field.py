"""A control under the words that name it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.text import TextLabel


class FieldWidget(QWidget):
    """Small words over one control."""

    def __init__(
        self, theme: Theme, label: str, control: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = control
        words = TextLabel(theme, label, "small")
        words.setWordWrap(False)
        words.setBuddy(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(words)
        column.addWidget(control)
