"""A page that is read: the keys that nobody else takes scroll it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from caremgr_desktop.ui.pages.page import Page, settle_layout

LINE = 60
"""How far an arrow key scrolls, at 100 % text."""
LINE_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
PAGE_KEYS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Space: 1}
END_KEYS = (Qt.Key.Key_Home, Qt.Key.Key_End)


class ReadingPage(Page):
    """Scrolls with arrows, Page Up and Down, Space, Home and End."""

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin at the top; the page itself takes the keys."""
        self.setFocus(reason)
        self.scroll_to_top()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, or do what every page does."""
        if not self._scrolled_by(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _scrolled_by(self, key: Qt.Key) -> bool:
        bar = self._scroll.verticalScrollBar()
        if key in END_KEYS:
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        elif key in LINE_KEYS:
            bar.setValue(bar.value() + LINE_KEYS[key] * self.theme.px(LINE))
        elif key in PAGE_KEYS:
            bar.setValue(bar.value() + PAGE_KEYS[key] * bar.pageStep() * 9 // 10)
        else:
            return False
        return True

    def show_whole(self, part: QWidget) -> None:
        """Show as much of a part as there is room for, its beginning first, and the focus."""
        settle_layout()
        bar, margin = self._scroll.verticalScrollBar(), self.theme.px(16)
        top = self.top_of(part) - margin
        bottom = top + part.height() + 2 * margin - self._scroll.viewport().height()
        bar.setValue(min(top, max(bar.value(), bottom)))
        focused = self.focusWidget()
        if focused is not None:
            self._scroll.ensureWidgetVisible(focused, 0, margin)
