"""The pages of one window: made when first needed, joined to the presenter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from caremgr_desktop.core.flow import forward
from caremgr_desktop.core.visit import RESULT, WELCOME
from caremgr_desktop.ui.pages.page import Page
from caremgr_desktop.ui.presenter import Presenter
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.words import translated

if TYPE_CHECKING:  # Each page's module is loaded with its first page, not at the start.
    from caremgr_desktop.career.years import Assumptions
    from caremgr_desktop.core.ports import Formats
    from caremgr_desktop.core.visit import Visit
    from caremgr_desktop.reporting.result import ResultReporter
    from caremgr_desktop.reporting.views import ResultView
    from caremgr_desktop.ui.context import Outside
    from caremgr_desktop.ui.look import Look
    from caremgr_desktop.ui.pages.have import HavePage
    from caremgr_desktop.ui.pages.question import QuestionPage
    from caremgr_desktop.ui.pages.result import ResultPage
    from caremgr_desktop.ui.pages.result_take import TakePanel
    from caremgr_desktop.ui.pages.review import ReviewPage
    from caremgr_desktop.ui.pages.welcome import WelcomePage
    from caremgr_desktop.ui.what_if import WhatIf


class Collaborators(NamedTuple):
    """What the pages are filled from; ``reporter`` and ``what_if`` are called late."""

    look: Look
    presenter: Presenter
    what_if: Callable[[], WhatIf]
    formats: Formats
    reporter: Callable[[], ResultReporter]
    outside: Outside


class Book(QObject):
    """Makes pages of one theme and fills them from the presenter.

    Signals: ``over_requested(kind)`` for a page to be laid over the visit, ``closed_page()``
    for one that was, ``quit_requested()``, ``scale_chosen(percent)``, ``theme_chosen(name)``.
    """

    over_requested = Signal(str)
    closed_page = Signal()
    quit_requested = Signal()
    scale_chosen = Signal(int)
    theme_chosen = Signal(str)

    def __init__(self, theme: Theme, parts: Collaborators) -> None:
        super().__init__()
        self._theme = theme
        self._look = parts.look
        self._presenter = parts.presenter
        self._what_if = parts.what_if
        self._formats = parts.formats
        self._reporter = parts.reporter
        self._outside = parts.outside
        self._own: tuple[Visit, ResultView] | None = None
        self._pages: dict[str, Page] = {}

    def page_here(self) -> Page:
        """Return the page of the visit's present place, filled."""
        kind = self._presenter.visit.place.kind
        makers = {
            "question": (self._make_question, self._fill_question),
            "review": (self._make_review, self._fill_review),
            "have": (self._make_have, self._fill_have),
            "result": (self._make_result, self._fill_result),
        }
        make, fill = makers.get(kind, (self._make_welcome, self._fill_welcome))
        if kind not in self._pages:
            self._pages[kind] = make()
        try:
            fill()
        except BaseException:  # A page that is filled in part must not be shown again.
            self.drop(self._pages[kind])
            raise
        return self._pages[kind]

    def problem(self, log_file: Path, *, fails_again: bool) -> Page:
        """Return the page for an unforeseen error, which may have come again."""
        from caremgr_desktop.ui.pages.problem import ProblemPage

        page = self._pages.get("problem")
        if not isinstance(page, ProblemPage):
            page = ProblemPage(self._theme, str(log_file))
            page.back_requested.connect(self.closed_page)
            page.onward_requested.connect(self._on_onward)
            page.step_back_requested.connect(self._presenter.back)
            page.home_requested.connect(self._presenter.restart)
            page.quit_requested.connect(self.quit_requested)
            self._pages["problem"] = page
        page.show_ways(self._presenter.visit.place, fails_again=fails_again)
        return page

    def _on_onward(self) -> None:
        """Go past a page that can't be shown; the welcome leads into the visit."""
        if self._presenter.visit.place == WELCOME:
            self._presenter.resume()
        else:
            self._presenter.forward()

    def drop(self, page: Page) -> None:
        """Let a page go that was left; it holds nothing, and is made anew when needed."""
        self._pages = {kind: kept for kind, kept in self._pages.items() if kept is not page}
        page.deleteLater()

    def refresh(self) -> None:
        """Show what an answer changed on the page beyond the answer itself."""
        kind = self._presenter.visit.place.kind
        if kind == "result":
            self._fill_result()
        elif kind == "have":
            self._fill_have()
        elif kind == "question":
            self._question.show_settled(is_settled=self._presenter.is_settled_here)

    def _make_welcome(self) -> WelcomePage:
        from caremgr_desktop.ui.pages.welcome import WelcomePage

        page = WelcomePage(self._theme, self._presenter.route, self._look.theme_name)
        page.start_requested.connect(self._presenter.start)
        page.resume_requested.connect(self._presenter.resume)
        page.history_requested.connect(self._on_history)
        page.code_requested.connect(self._on_code)
        page.about_requested.connect(self._on_about)
        page.scale_chosen.connect(self.scale_chosen)
        page.theme_chosen.connect(self.theme_chosen)
        self._welcome = page
        return page

    def _fill_welcome(self) -> None:
        presenter = self._presenter
        has_history = presenter.saved is not None or presenter.safe.deleted_count > 0
        self._welcome.show_saved(presenter.saved, has_history=has_history)

    def _make_question(self) -> QuestionPage:
        from caremgr_desktop.ui.pages.question import QuestionPage

        page = QuestionPage(self._theme, self._presenter.quiz.questions)
        page.answered.connect(self._presenter.answer)
        page.skip_requested.connect(self._presenter.skip)
        page.next_requested.connect(self._presenter.forward)
        page.result_requested.connect(self._presenter.open_result)
        page.back_requested.connect(self._presenter.back)
        page.quit_requested.connect(self.quit_requested)
        self._question = page
        return page

    def _fill_question(self) -> None:
        question = self._presenter.question
        if question is not None:
            self._question.show_question(question, self._presenter.visit, self._presenter.progress)
            self._question.show_settled(is_settled=self._presenter.is_settled_here)

    def _make_review(self) -> ReviewPage:
        from caremgr_desktop.ui.pages.review import ReviewPage

        page = ReviewPage(self._theme)
        page.importance_chosen.connect(self._presenter.weigh)
        page.answer_requested.connect(self._presenter.open_question)
        page.onward_requested.connect(self._presenter.forward)
        page.back_requested.connect(self._presenter.back)
        page.quit_requested.connect(self.quit_requested)
        self._review = page
        return page

    def _fill_review(self) -> None:
        from caremgr_desktop.reporting.answers import answer_views

        visit = self._presenter.visit
        answers = answer_views(self._presenter.quiz, visit, translated)
        leads_to_result = forward(self._presenter.route, visit).place == RESULT
        progress = self._presenter.progress
        self._review.show_review(visit, progress, answers, leads_to_result=leads_to_result)

    def _make_have(self) -> HavePage:
        from caremgr_desktop.ui.pages.have import HavePage

        page = HavePage(self._theme, self._reporter().have_choices())
        page.have_changed.connect(self._presenter.say_have)
        page.result_requested.connect(self._presenter.forward)
        page.back_requested.connect(self._presenter.back)
        page.quit_requested.connect(self.quit_requested)
        self._have = page
        return page

    def _fill_have(self) -> None:
        self._have.show_have(self._presenter.visit.have)

    def _make_result(self) -> ResultPage:
        from caremgr_desktop.ui.pages.result import ResultPage

        page = ResultPage(self._theme, self._formats)
        what_if = self._what_if()
        page.answer_changed.connect(what_if.answer)
        page.importance_chosen.connect(what_if.weigh)
        page.take_back_requested.connect(what_if.take_back)
        page.keep_requested.connect(what_if.keep)
        page.undo_requested.connect(what_if.undo)
        page.restart_requested.connect(self._presenter.restart)
        page.review_requested.connect(self._presenter.open_review)
        page.about_requested.connect(self._on_about)
        page.quit_requested.connect(self.quit_requested)
        page.rest.area_chosen.connect(self._on_area)
        page.rest.assumed.connect(self._on_assumed)
        page.rest.have_requested.connect(self._presenter.open_have)
        page.rest.wished.connect(self._on_wished)
        page.rest.history_requested.connect(self._on_history)
        self._shown_result = page
        return page

    def _fill_result(self) -> None:
        """Show the result of what is tried, or of the person's own answers."""
        what_if = self._what_if()
        view, in_full = self._own_result(), None
        if what_if.is_on:
            in_full = partial(self._reporter().trial, what_if.trial, view, self._look.assumptions)
            view = self._reporter().glance(what_if.trial, view)
        self._shown_result.rest.set_code(self._code())
        page, quiz, tried = self._shown_result, self._presenter.quiz, what_if.trial.tried
        page.show_result(view, quiz, tried, can_undo=what_if.can_undo, in_full=in_full)

    def _on_area(self, area: str) -> None:
        self._assume(self._look.assumptions._replace(area=area))

    def _on_assumed(self, study_hours: int, growth_percent: int) -> None:
        chosen = self._look.assumptions
        self._assume(chosen._replace(study_hours=study_hours, growth_percent=growth_percent))

    def _assume(self, assumptions: Assumptions) -> None:
        """Keep what is assumed, and show what it comes to at once."""
        self._look.assume(assumptions)
        have = self._presenter.visit.have
        moved = _once(partial(self._reporter().moved, have=have, assumptions=assumptions))
        if self._own is not None:
            self._own = (self._own[0], moved(self._own[1]))
        self._shown_result.show_pay(moved)

    def _on_about(self) -> None:
        self.over_requested.emit("about")

    def _on_history(self) -> None:
        self.over_requested.emit("history")

    def _on_code(self) -> None:
        self.over_requested.emit("code")

    def _code(self) -> str:
        """Return the code of the person's own answers."""
        from caremgr_desktop.core.code import code_of

        return code_of(self._presenter.quiz, self._presenter.visit)

    def _on_wished(self, panel: TakePanel, wish: str) -> None:
        from caremgr_desktop.ui.take_home import TakeHome

        home = panel.findChild(TakeHome)
        if not isinstance(home, TakeHome):
            home = TakeHome(self._outside.command, self._given, self._code, self._text, panel)
        home.do(wish)

    def _given(self) -> bytes:
        return self._outside.given(self._presenter.visit, self._look.assumptions.area)

    def _text(self, code: str) -> str:
        return self._reporter().as_text(self._own_result(), code)

    def _own_result(self) -> ResultView:
        """Return the result of the person's own answers, made once for each of them."""
        visit = self._presenter.visit
        if self._own is None or self._own[0] != visit:
            from caremgr_desktop.reporting.outcomes import outcome_of

            view = self._reporter().result(visit, self._presenter.seconds, self._look.assumptions)
            self._own = (visit, view)
            self._presenter.note_outcome(outcome_of(view))
        return self._own[1]


def _once(move: Callable[[ResultView], ResultView]) -> Callable[[ResultView], ResultView]:
    """Return the same, but worked out once for a view that comes again: three parts show it."""
    known: list[tuple[ResultView, ResultView]] = []

    def moved(view: ResultView) -> ResultView:
        for before, after in known:
            if before is view:
                return after
        known.append((view, move(view)))
        return known[-1][1]

    return moved
