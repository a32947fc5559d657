"""A white card with a title, of which the result is made."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bedded
from caremgr_desktop.ui.widgets.frame import Frame
from caremgr_desktop.ui.widgets.wrap import WrapLabel

WIDE_PAD = 24
NARROW_PAD = 16


class Panel(Bedded, Frame):
    """A card; ``column`` takes what stands under the title."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "card", parent)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(theme.px(6))
        self.set_narrow(is_narrow=False)
        self.title = WrapLabel(theme, title, "title")
        self.column.addWidget(self.title)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Keep less space around the content where there is little width."""
        side = self.theme.px(NARROW_PAD if is_narrow else WIDE_PAD)
        pad = self.theme.px(16 if is_narrow else 20)
        self.column.setContentsMargins(side, pad, side, pad)

    def say(self, text: str, role: str = "body") -> WrapLabel:
        """Add a paragraph, hidden where it is empty, and return it."""
        label = WrapLabel(self.theme, text, role)
        self.column.addWidget(label)
        label.setHidden(not text)
        return label
