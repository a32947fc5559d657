"""An answer to be changed where it is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caremgr_desktop.core.answers import Picks
from caremgr_desktop.core.order import shown_order
from caremgr_desktop.core.quiz import Question
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.options import OptionsWidget
from caremgr_desktop.ui.widgets.wrap import WrapLabel


class AnswerEditor(QWidget):
    """A question's cards in the order of the visit. Signal: ``picked(picks)``."""

    picked = Signal(tuple)

    def __init__(self, theme: Theme, question: Question, visit: Visit) -> None:
        super().__init__()
        picks = visit.answers.get(question.id, ())
        self._options = OptionsWidget(theme, question, shown_order(question, visit.seed), picks)
        self._options.picked.connect(self._on_picked)
        self._options.refused.connect(self._on_refused)
        self._notice = WrapLabel(theme, role="strong")
        self._notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._options)
        column.addWidget(self._notice)

    @property
    def picks(self) -> Picks:
        """What is picked now."""
        return self._options.picks

    @property
    def options(self) -> OptionsWidget:
        """The cards."""
        return self._options

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Give the focus to the picked card, or to the first."""
        self._options.focus_first(reason)

    def _on_picked(self, picks: Picks) -> None:
        self._notice.hide()
        self.picked.emit(picks)

    def _on_refused(self, limit: int) -> None:
        words = self.tr("Up to {limit} count here. Take one off first.")
        self._notice.show_text(words.format(limit=limit))
        self._notice.show()
