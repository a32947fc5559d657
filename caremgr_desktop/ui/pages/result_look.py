"""The card that says what was noticed about the answering."""

from PySide6.QtCore import Signal

from caremgr_desktop.reporting.views import RemarkView
from caremgr_desktop.ui.pages.result_head import SettleBox
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.panel import Panel


class LookPanel(Panel):
    """Each remark with a way to its answers. Signal: ``answer_requested(question_id)``."""

    answer_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.title.show_text(self.tr("A look at your answers"))
        self.setAccessibleName(self.title.text())
        self._remarks: tuple[RemarkView, ...] = ()
        self._boxes: list[SettleBox] = []

    def show_remarks(self, remarks: tuple[RemarkView, ...]) -> None:
        """Show what was noticed."""
        if remarks == self._remarks:
            return
        self._remarks = remarks
        for old in self._boxes:
            old.hide()
            old.deleteLater()
        self._boxes = [
            SettleBox(self.theme, remark.text, remark.answers, "inset") for remark in remarks
        ]
        for box in self._boxes:
            box.answer_requested.connect(self.answer_requested)
            self.column.addWidget(box)
            box.show()  # A layout would show it later.
