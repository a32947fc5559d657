"""Between the pages and the visit: wishes in, a new visit out, saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caremgr_desktop.core.answers import Importance, Picks
from caremgr_desktop.core.flow import Progress, begin, forward, progress_of, question_place
from caremgr_desktop.core.kept import bookmark_of
from caremgr_desktop.core.quiz import Question, Quiz
from caremgr_desktop.core.visit import HAVE, RESULT, REVIEW, WELCOME, Visit
from caremgr_desktop.errors import CareMgrError
from caremgr_desktop.ui.safe import Safe

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from caremgr_desktop.core.kept import Bookmark, Outcome
    from caremgr_desktop.core.pace import Pace
    from caremgr_desktop.core.person import Have
    from caremgr_desktop.core.ports import Route, VisitStore
    from caremgr_desktop.engine.settling import Settling


class Presenter(QObject):
    """Holds the one visit; every change is a new visit, saved as soon as it is shown.

    Signals: ``changed()`` after each step to another place or weight,
    ``progressed()`` after each answer, ``trouble(error)`` when saving or loading
    failed and ``recovered()`` when saving works again.
    """

    changed = Signal()
    progressed = Signal()
    trouble = Signal(CareMgrError)
    recovered = Signal()

    def __init__(
        self,
        route: Route,
        store: VisitStore,
        new_seed: Callable[[], int],
        settling: Settling,
        pace: Pace,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._route = route
        self._quiz = route.quiz
        self._safe = Safe(store, route.quiz, self)
        self._safe.trouble.connect(self.trouble)
        self._safe.recovered.connect(self.recovered)
        self._settling = settling
        self._pace = pace
        self._new_seed = new_seed
        self._visit = self._fresh()
        self._progress = (self._visit, progress_of(route, self._visit))
        self._waiting: Visit | None = None
        self._mark: Bookmark | None = None
        self._noted: tuple[Visit, Outcome] | None = None

    @property
    def quiz(self) -> Quiz:
        """The quiz that is asked."""
        return self._quiz

    def new_seed(self) -> int:
        """Return the seed of a visit that is about to begin."""
        return self._new_seed()

    @property
    def seconds(self) -> Mapping[str, float]:
        """How long questions stood before they were answered, where that is known."""
        return self._pace.seconds

    @property
    def route(self) -> Route:
        """Which questions are asked, and in which order."""
        return self._route

    @property
    def visit(self) -> Visit:
        """The visit as it is now."""
        return self._visit

    @property
    def safe(self) -> Safe:
        """Where visits are kept."""
        return self._safe

    @property
    def saved(self) -> Bookmark | None:
        """How far the visit is that can be gone on with; None where there is none."""
        return self._mark if self._waiting is None else bookmark_of(self._waiting)

    @property
    def has_trouble(self) -> bool:
        """Whether the last answers could not be saved."""
        return self._safe.has_trouble

    @property
    def is_settled_here(self) -> bool:
        """Whether the last step has settled which family comes first: said at this place alone."""
        return not self._route.ends_early and self._settling.is_said_at(self._visit)

    @property
    def progress(self) -> Progress:
        """How far the visit is; several parts of the window ask after each step."""
        visit, progress = self._progress
        if visit is not self._visit:
            progress = progress_of(self._route, self._visit)
            self._progress = (self._visit, progress)
        return progress

    @property
    def question(self) -> Question | None:
        """The question that is asked now, or None on another page."""
        return self._quiz.question(self._visit.place.question_id)

    def load(self) -> None:
        """Look for a visit that was saved, to be gone on with."""
        self._mark = self._safe.bookmark()

    def start(self) -> None:
        """Begin a new visit; the one before it stays in the store."""
        self._waiting = self._mark = None
        self._pace.forget()
        self._move(begin(self._route, self._fresh()))

    def resume(self) -> None:
        """Go on with the saved visit where it stopped."""
        saved, mark = self._waiting, self._mark
        if saved is None and mark is not None:
            saved = self._safe.open(mark.visit_id)
        if saved is None:
            self.start()
        else:
            self._go_on_with(saved)

    def open_kept(self, visit_id: int, *, at_result: bool) -> None:
        """Open a visit of the past, at its result or where it stopped."""
        self._leave()
        saved = self._safe.open(visit_id)
        if saved is None:
            self.restart()
        else:
            self._go_on_with(saved.at(RESULT) if at_result else saved)

    def take_in(self, visit: Visit) -> None:
        """Show the result of answers that came from elsewhere, as a visit of its own."""
        self._leave()
        self._go_on_with(visit.at(RESULT))
        self._safe.save(self._visit)

    def _go_on_with(self, saved: Visit) -> None:
        """Show a visit that is in the store, or waits to be."""
        self._waiting = self._mark = None
        self._pace.forget()
        visit = saved if saved.place != WELCOME else begin(self._route, saved)
        self._settling.note(self._visit, visit)
        self._visit = visit
        self.changed.emit()

    def forget(self, visit_ids: Collection[int]) -> None:
        """Let go of visits that were deleted, so that nothing writes them again."""
        if self._visit.seed in visit_ids:
            self._visit = self._fresh()
        if self._waiting is not None and self._waiting.seed in visit_ids:
            self._waiting = None
        self.load()

    def restart(self) -> None:
        """Go to the welcome page, from which the answers so far can be gone on with."""
        self._leave()
        self._visit = self._fresh()
        if self._waiting is None:
            self.load()
        self.changed.emit()

    def _leave(self) -> None:
        """Keep the present visit, with its place, to be gone on with."""
        if self._visit.answers:
            self._waiting = self._visit
            self._safe.keep(self._visit)

    def note_outcome(self, outcome: Outcome) -> None:
        """Save what the visit came to, once for the same answers."""
        noted = (self._visit, outcome)
        if noted != self._noted:
            self._noted = noted
            self._safe.save(*noted)

    def answer(self, question_id: str, picks: Picks) -> None:
        """Take picks for a question; taking the last pick off leaves it open."""
        self._set(self._visit.with_picks(question_id, picks))
        self.progressed.emit()

    def replace_answers(self, other: Visit) -> None:
        """Take the answers and weights of another visit; the way taken stays."""
        answers, importances = other.answers, other.importances
        self._set(self._visit._replace(answers=answers, importances=importances))

    def skip(self) -> None:
        """Skip the present question and go on."""
        question_id = self._visit.place.question_id
        if question_id:
            self._move(forward(self._route, self._visit.with_answer(question_id, ())))

    def forward(self) -> None:
        """Go on to the next place."""
        self._move(forward(self._route, self._visit))

    def back(self) -> None:
        """Go back one place; at the first question that is the welcome page."""
        before = self._visit.back()
        if before.place == WELCOME:
            self.restart()
        else:
            self._move(before)

    def open_question(self, question_id: str) -> None:
        """Open a question out of turn."""
        question = self._quiz.question(question_id)
        if question is not None:
            self._move(self._visit.at(question_place(question)))

    def open_review(self) -> None:
        """Open the review."""
        self._move(self._visit.at(REVIEW))

    def open_have(self) -> None:
        """Open the page on what the person already has."""
        self._move(self._visit.at(HAVE))

    def say_have(self, have: Have | None) -> None:
        """Take what the person already has; no answer and no fit changes."""
        self._set(self._visit.with_have(have))
        self.progressed.emit()

    def open_result(self) -> None:
        """Open the result."""
        self._move(self._visit.at(RESULT))

    def weigh(self, section_id: str, halves: int) -> None:
        """Let a section count that much, in halves of normal."""
        self._set(self._visit.with_importance(section_id, Importance(halves)))
        self.changed.emit()

    def _fresh(self) -> Visit:
        return Visit(self._quiz.id, self._quiz.version, self._new_seed())

    def _move(self, visit: Visit) -> None:
        """Go to another place; the place alone is saved with the next answer or at the end."""
        if visit.answers is self._visit.answers:
            self._pace.note(self._visit, visit)
            self._visit = visit
        else:
            self._set(visit)
        self.changed.emit()

    def keep(self) -> bool:
        """Save where the person is, as the program ends; return whether all is saved."""
        return self._safe.keep(self._visit if self._visit.answers else None)

    def _set(self, visit: Visit) -> None:
        """Take a visit and save it."""
        self._settling.note(self._visit, visit)
        self._pace.note(self._visit, visit)
        self._visit = visit
        self._safe.save(visit)
