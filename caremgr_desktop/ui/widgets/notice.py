"""A line above the page that says what the person has to know, until they close it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.text import TextButton, TextLabel


class NoticeWidget(QFrame):
    """A sentence with a button that puts it away. Signal: ``put_away()``."""

    put_away = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self.setAccessibleName(self.tr("Notice"))
        self._text = TextLabel(role="strong")
        close = TextButton(self.tr("OK"), "link")
        close.clicked.connect(self._on_close)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(4), theme.px(8), theme.px(4))
        row.addWidget(self._text, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence."""
        self._text.setText(text)
        self.show()

    def _on_close(self) -> None:
        self.hide()
        self.put_away.emit()
