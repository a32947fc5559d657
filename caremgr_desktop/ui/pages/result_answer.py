"""One answer on the result page: a row of the chart that unfolds to its grounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caremgr_desktop.core.answers import Picks
from caremgr_desktop.core.quiz import Question
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.views import AnswerView, ReasonView
from caremgr_desktop.ui.keeper import Keeper
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bed
from caremgr_desktop.ui.widgets.contrast import ContrastRow, Pull
from caremgr_desktop.ui.widgets.focus import follow

if TYPE_CHECKING:  # Grounds are loaded when the first row is unfolded.
    from caremgr_desktop.ui.pages.result_detail import AnswerDetail

CARDS = "cards"


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One question with its answer and, where it has one, what the answer does.

    ``name`` says the row in words; ``picks`` are those of the present visit.
    """

    question: Question
    answer: AnswerView
    reason: ReasonView | None
    pull: Pull
    name: str
    visit: Visit

    @property
    def picks(self) -> Picks:
        """What is picked now."""
        return self.visit.answers.get(self.question.id, ())


class AnswerFold(Keeper, Bed):
    """The row, and its grounds while it is unfolded.

    Signals: ``answer_changed(question_id, picks)``, ``toggled()`` when its height changed
    by the person's hand.
    """

    answer_changed = Signal(str, tuple)
    toggled = Signal()

    def __init__(self, theme: Theme, line: AnswerLine) -> None:
        super().__init__()
        self._theme = theme
        self._line = line
        self._detail: AnswerDetail | None = None
        self._row = ContrastRow(theme, line.pull, line.name)
        self._row.setObjectName(line.question.id)
        self._row.clicked.connect(self._on_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._row)

    @property
    def part(self) -> QWidget:
        """What takes the focus: the row, and the grounds with it while they are shown."""
        return self._row if self._detail is None else self

    @property
    def row(self) -> ContrastRow:
        """The row that is pressed."""
        return self._row

    @property
    def detail(self) -> AnswerDetail | None:
        """The grounds, while they are shown."""
        return self._detail

    def keeper_name(self) -> str:
        """Return the question."""
        return self._line.question.id

    def kept(self) -> str:
        """Say whether the grounds are unfolded, and the cards with them."""
        if self._detail is None:
            return ""
        return "grounds" if self._detail.editor is None else CARDS

    def take_back(self, state: str) -> None:
        """Unfold the grounds again, and the cards."""
        self.unfold()
        if state == CARDS and self._detail is not None:
            self._detail.open_cards()

    def show_line(self, line: AnswerLine) -> None:
        """Show what the answer does now; what is unfolded stays so."""
        before, self._line = self._line, line
        if (line.pull, line.name) != (before.pull, before.name):
            self._row.show_pull(line.pull, line.name)
        if self._detail is not None:
            self._detail.show_line(line)

    def show_grounds(self) -> None:
        """Show the grounds of the answer as it is now, where they are unfolded."""
        if self._detail is not None:
            self._detail.show_grounds()

    def unfold(self) -> None:
        """Show the grounds; of a question without an answer the cards."""
        self._row.show_unfolded(is_unfolded=True)
        if self._detail is None:
            from caremgr_desktop.ui.pages.result_detail import AnswerDetail

            self._detail = AnswerDetail(self._theme, self._line)
            self._detail.picked.connect(self._on_picked)
            self._detail.grown.connect(self.toggled)
            self._column.addWidget(self._detail)
            self._detail.show()  # A layout would show it too late to be scrolled to.
            self._column.addSpacing(self._theme.px(8))
            follow(self._row, self._detail)

    def fold(self) -> None:
        """Put the grounds away."""
        self._row.show_unfolded(is_unfolded=False)
        if self._detail is not None:
            self._detail.hide()
            self._detail.deleteLater()
            self._detail = None
            self._column.takeAt(self._column.count() - 1)

    def _on_clicked(self) -> None:
        if self._detail is None:
            self.unfold()
        else:
            self.fold()
        self.toggled.emit()

    def _on_picked(self, picks: Picks) -> None:
        self.answer_changed.emit(self._line.question.id, picks)
