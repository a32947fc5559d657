"""After an error that nobody foresaw there is always a way on, and no answer is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caremgr_desktop.core.quiz import Question
from caremgr_desktop.ui.app import Failures
from caremgr_desktop.ui.context import WindowContext
from caremgr_desktop.ui.pages.problem import ProblemPage
from caremgr_desktop.ui.pages.question import QuestionPage
from caremgr_desktop.ui.pages.review import ReviewPage
from caremgr_desktop.ui.pages.welcome import WelcomePage
from caremgr_desktop.ui.shell import MainWindow
from tests.ui.stage import OpenWindow


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """Give a window with one answer, in which no result can be shown."""
    window = open_window()
    window.presenter.start()
    window.presenter.answer("place", ("near",))
    return window


def fail(window: MainWindow, qtbot: QtBot, context: WindowContext, act: Callable[[], None]) -> None:
    """Do what raises an error, and hand it on as the running program does."""
    failures = Failures(context)
    failures.attach(window)
    with qtbot.captureExceptions() as caught:
        act()
    assert caught
    failures(*caught[0])


def button(window: MainWindow, words: str) -> QPushButton:
    """Return the visible button with these words."""
    found = [item for item in window.page.findChildren(QPushButton) if item.text() == words]
    return next(item for item in found if item.isVisible())


def kind(window: MainWindow) -> type:
    """Return the class of the page on screen."""
    return type(window.page)


def test_enter_leads_back_from_the_page_on_a_problem(window: MainWindow, qtbot: QtBot) -> None:
    window.show_problem()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert kind(window) is QuestionPage


def test_a_result_that_fails_again_leads_one_step_back(
    window: MainWindow, qtbot: QtBot, context: WindowContext
) -> None:
    fail(window, qtbot, context, window.presenter.open_result)
    assert kind(window) is ProblemPage
    fail(window, qtbot, context, button(window, "Go back").click)
    assert kind(window) is ProblemPage
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert kind(window) is QuestionPage
    assert window.presenter.visit.answers == {"place": ("near",)}


def test_the_first_page_can_be_gone_to_from_a_page_that_fails_again(
    window: MainWindow, qtbot: QtBot, context: WindowContext
) -> None:
    fail(window, qtbot, context, window.presenter.open_result)
    fail(window, qtbot, context, button(window, "Go back").click)
    button(window, "Go to the first page").click()
    assert kind(window) is WelcomePage
    assert window.presenter.saved is not None
    assert window.presenter.saved.answered == 1


@pytest.fixture
def broken_question(monkeypatch: pytest.MonkeyPatch) -> str:
    """Make the page of one question fail every time; return the question's id."""
    show = QuestionPage.show_question

    def fail_at_travel(page: QuestionPage, asked: Question, *rest: object) -> None:
        if asked.id == "travel":
            raise ValueError
        show(page, asked, *rest)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(QuestionPage, "show_question", fail_at_travel)
    return "travel"


def test_a_question_that_always_fails_can_be_gone_past_and_its_answer_stays(
    window: MainWindow, qtbot: QtBot, context: WindowContext, broken_question: str
) -> None:
    window.presenter.answer(broken_question, ("far",))
    fail(window, qtbot, context, window.presenter.forward)
    fail(window, qtbot, context, button(window, "Go back").click)
    button(window, "Go on without this page").click()
    assert kind(window) is QuestionPage
    assert window.presenter.visit.place.question_id == "bedside"
    assert window.presenter.visit.answers[broken_question] == ("far",)


def test_a_question_that_always_fails_can_be_gone_back_from(
    window: MainWindow, qtbot: QtBot, context: WindowContext, broken_question: str
) -> None:
    fail(window, qtbot, context, window.presenter.forward)
    fail(window, qtbot, context, window.go_back)
    window.go_back()
    assert kind(window) is QuestionPage
    assert window.presenter.visit.place.question_id == "place"
    assert not window.presenter.visit.has_reached(broken_question)


def test_a_first_page_that_always_fails_leads_into_the_quiz(
    window: MainWindow,
    qtbot: QtBot,
    context: WindowContext,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(WelcomePage, "_saved_text", refuse)  # As it offers to go on.
    fail(window, qtbot, context, window.presenter.restart)
    fail(window, qtbot, context, button(window, "Go back").click)
    button(window, "Go on without this page").click()
    assert kind(window) is QuestionPage
    assert window.presenter.visit.answers == {"place": ("near",)}


def refuse(*_: object) -> None:
    raise ValueError


def test_ways_round_are_offered_at_once_where_one_page_after_the_other_fails(
    window: MainWindow, qtbot: QtBot, context: WindowContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QuestionPage, "show_question", refuse)
    fail(window, qtbot, context, window.presenter.forward)
    fail(window, qtbot, context, window.presenter.forward)
    fail(window, qtbot, context, button(window, "Go on without this page").click)
    button(window, "Go on without this page").click()
    assert kind(window) is ReviewPage


def test_a_page_laid_over_that_fails_leads_back_every_time_to_what_lies_below(
    window: MainWindow, qtbot: QtBot, context: WindowContext
) -> None:
    window.presenter.restart()
    for _ in range(3):
        # There is no reporter here, so that this page can't be made.
        fail(window, qtbot, context, button(window, "About the numbers").click)
        assert kind(window) is ProblemPage
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        assert kind(window) is WelcomePage


def test_a_page_that_fails_twice_can_be_tried_again(
    window: MainWindow, qtbot: QtBot, context: WindowContext
) -> None:
    fail(window, qtbot, context, window.presenter.open_result)
    fail(window, qtbot, context, button(window, "Go back").click)
    fail(window, qtbot, context, button(window, "Try again").click)
    assert kind(window) is ProblemPage


def test_alt_left_leads_out_of_a_page_that_fails(
    window: MainWindow, qtbot: QtBot, context: WindowContext
) -> None:
    fail(window, qtbot, context, window.presenter.open_result)
    fail(window, qtbot, context, window.go_back)
    window.go_back()
    assert kind(window) is QuestionPage


def test_going_on_from_the_welcome_to_a_page_that_fails_is_no_trap_either(
    window: MainWindow, qtbot: QtBot, context: WindowContext
) -> None:
    fail(window, qtbot, context, window.presenter.open_result)
    fail(window, qtbot, context, window.go_back)
    button(window, "Go to the first page").click()
    fail(window, qtbot, context, window.presenter.resume)
    button(window, "Go to the first page").click()
    assert kind(window) is WelcomePage
    window.presenter.start()
    assert kind(window) is QuestionPage


def test_errors_on_different_pages_each_lead_back_to_their_own(window: MainWindow) -> None:
    window.show_problem()
    window.go_back()
    window.presenter.forward()
    window.show_problem()
    window.go_back()
    assert kind(window) is QuestionPage
