"""What a question page says once the rest can't change which family comes first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.frame import Frame
from caremgr_desktop.ui.widgets.wrap import WrapLabel


class SettledBox(Frame):
    """A quiet box that names no role, and so sways no answer. Signal: ``result_requested()``."""

    result_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "inset")
        self.setAccessibleName(self.tr("Settled"))
        words = self.tr(
            "It is settled which role comes first: no question left can change it, as long as"
            " every part counts as it does now. Going on still shows how clear it is, and which"
            " setting fits."
        )
        result = TextButton(theme, self.tr("See my result now"), "link")
        result.clicked.connect(self.result_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(4))
        column.setSpacing(theme.px(2))
        column.addWidget(WrapLabel(theme, words))
        column.addWidget(FlowWidget(0, result))
