"""An area that scrolls up and down over whatever is behind it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from caremgr_desktop.ui.theme import Theme


class ScrollArea(QScrollArea):
    """Holds one widget, as wide as there is room; its bar has the look's colours."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setStyleSheet(theme.bar_sheet())

    def hold(self, widget: QWidget) -> None:
        """Take what scrolls; the window alone paints the ground under it."""
        self.setWidget(widget)
        # Each layer of ground costs a fill of the page.
        widget.setAutoFillBackground(False)
