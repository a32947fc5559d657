"""A line above the page that says what the person has to know, until they close it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.announce import announce
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.frame import Frame
from caremgr_desktop.ui.widgets.scroll import ScrollArea
from caremgr_desktop.ui.widgets.wrap import WrapLabel

MOST_PERCENT = 40
"""How much of the window's height a notice takes at most; a longer one scrolls."""


class NoticeWidget(Frame):
    """A sentence with a button that puts it away. Signal: ``put_away()``."""

    put_away = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "notice", parent)
        self._text: WrapLabel | None = None
        self.setAccessibleName(self.tr("Notice"))
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence, and tell it to a screen reader at once."""
        if self._text is None:
            self._text = self._fill()
        self._text.show_text(text)
        self.show()
        self.fit()
        announce(self, text)

    def _fill(self) -> WrapLabel:
        """Make the parts, which most visits never need, and return the one for the sentence."""
        px = self.theme.px
        text = WrapLabel(self.theme, role="strong")
        self._area = ScrollArea(self.theme)
        self._area.hold(text)
        self._area.setAccessibleName(self.accessibleName())
        close = TextButton(self.theme, self.tr("OK"), "link")
        close.clicked.connect(self._on_close)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(4), px(8), px(4))
        row.addWidget(self._area, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return text

    def fit(self) -> None:
        """Be as high as the sentence, as far as the window has room."""
        if self._text is None:
            return
        self.ensurePolished()
        layout = self.layout()
        if layout is not None:
            layout.activate()
        need = self._text.heightForWidth(self._area.width())
        most = self.window().height() * MOST_PERCENT // 100
        policy = Qt.FocusPolicy
        self._area.setFocusPolicy(policy.StrongFocus if need > most else policy.NoFocus)
        self._area.setFixedHeight(min(need, most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the new width."""
        super().resizeEvent(event)
        self.fit()

    def _on_close(self) -> None:
        self.hide()
        self.put_away.emit()
