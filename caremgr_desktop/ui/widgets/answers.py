"""The place for a question's answers: cards of its kind, made once and used again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from caremgr_desktop.core.answers import Picks
from caremgr_desktop.core.quiz import Option, Question
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bed
from caremgr_desktop.ui.widgets.options import OptionsWidget


class AnswersWidget(Bed):
    """One group of cards for questions with one pick, and one for those with several.

    It is a box of its own, so that screen readers come to the answers before what
    follows. Signals: those of the cards, ``picked(picks)`` and ``refused(limit)``.
    """

    picked = Signal(tuple)
    refused = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._kinds: dict[bool, OptionsWidget] = {}
        self._shown: OptionsWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def shown(self) -> OptionsWidget | None:
        """The cards on screen; None before the first question."""
        return self._shown

    def show_question(self, question: Question, options: Sequence[Option], picks: Picks) -> None:
        """Show a question's options, in this order, with the picks it has.

        The cards hand the focus to nobody: as one with the focus was hidden, Qt gave it
        to what follows and scrolled there.
        """
        focused = self.window().focusWidget()
        if self.isAncestorOf(focused):
            focused.clearFocus()
        cards = self._kinds.get(question.has_many_picks)
        if cards is None:
            cards = self._make(question, options, picks)
        else:
            cards.show_question(question, options, picks)
        if self._shown is not None and self._shown is not cards:
            self._shown.hide()
        cards.show()
        self._shown = cards

    def prepare(self, questions: Sequence[Question]) -> None:
        """Make every card that these questions need, so that no later page has to wait for it."""
        for has_many_picks in {question.has_many_picks for question in questions}:
            alike = [item for item in questions if item.has_many_picks == has_many_picks]
            longest = max(alike, key=lambda question: len(question.options))
            cards = self._kinds.get(has_many_picks)
            if cards is None:
                cards = self._make(longest, longest.options, ())
                cards.hide()
            cards.prepare(len(longest.options))

    def _make(self, question: Question, options: Sequence[Option], picks: Picks) -> OptionsWidget:
        cards = OptionsWidget(self._theme, question, options, picks)
        cards.picked.connect(self.picked)
        cards.refused.connect(self.refused)
        self._column.addWidget(cards)
        self._kinds[question.has_many_picks] = cards
        return cards
