"""What if: other answers and weights tried out on the result, the person's own kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caremgr_desktop.core.answers import Importance, Picks
from caremgr_desktop.core.trial import Trial
from caremgr_desktop.core.visit import WELCOME

if TYPE_CHECKING:
    from caremgr_desktop.core.visit import Visit
    from caremgr_desktop.ui.presenter import Presenter


class WhatIf(QObject):
    """Holds the one trial beside the presenter's visit; nothing of it is ever saved.

    A trial ends when the person's own answers change elsewhere, and on the way to the
    welcome page. Signal: ``moved()`` after each thing tried, kept or taken back.
    """

    moved = Signal()

    def __init__(self, presenter: Presenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._trial = Trial.of(presenter.visit)
        self._replaced: Visit | None = None
        presenter.changed.connect(self._on_changed)

    @property
    def trial(self) -> Trial:
        """What is tried now; where nothing is, the person's own answers twice."""
        self._end_where_others_count()
        return self._trial

    @property
    def is_on(self) -> bool:
        """Whether anything is tried that differs from the person's own."""
        return self.trial.is_changed(self._presenter.quiz)

    @property
    def can_undo(self) -> bool:
        """Whether a trial was kept and the answers before it can be brought back."""
        return self._replaced is not None

    def answer(self, question_id: str, picks: Picks) -> None:
        """Try other picks for a question."""
        self._try(self.trial.with_answer(question_id, picks))

    def weigh(self, section_id: str, halves: int) -> None:
        """Try to let a section count that much, in halves of normal."""
        self._try(self.trial.with_importance(section_id, Importance(halves)))

    def take_back(self) -> None:
        """Go back to the person's own answers."""
        self._try(Trial.of(self._presenter.visit))

    def keep(self) -> None:
        """Let what is tried be the person's own answers from now on."""
        before, tried = self._presenter.visit, self.trial.tried
        self._presenter.replace_answers(tried)
        self._trial = Trial.of(self._presenter.visit)
        self._replaced = before
        self.moved.emit()

    def undo(self) -> None:
        """Bring back the answers that were the person's own before they kept a trial."""
        if self._replaced is not None:
            self._presenter.replace_answers(self._replaced)
            self.take_back()

    def _try(self, trial: Trial) -> None:
        self._trial, self._replaced = trial, None
        self.moved.emit()

    def _end_where_others_count(self) -> None:
        """End where the person's own answers are others by now; what they have is taken over."""
        own, visit = self._trial.own, self._presenter.visit
        if own.answers is not visit.answers or own.importances is not visit.importances:
            self._end()
        elif own.have is not visit.have:
            self._trial = self._trial.with_have(visit.have)

    def _on_changed(self) -> None:
        """End on the way to the welcome page."""
        if self._presenter.visit.place == WELCOME:
            self._end()

    def _end(self) -> None:
        self._trial, self._replaced = Trial.of(self._presenter.visit), None
