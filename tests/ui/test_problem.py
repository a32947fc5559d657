"""After an error that nobody foresaw there is always a way on, and no answer is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from caremgr_desktop.ui.app import Failures
from caremgr_desktop.ui.context import WindowContext
from caremgr_desktop.ui.pages.problem import ProblemPage
from caremgr_desktop.ui.pages.question import QuestionPage
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


def test_a_page_that_fails_again_and_again_is_no_trap(
    window: MainWindow, qtbot: QtBot, context: WindowContext
) -> None:
    fail(window, qtbot, context, window.presenter.open_result)
    assert kind(window) is ProblemPage
    fail(window, qtbot, context, button(window, "Go back").click)
    assert kind(window) is ProblemPage
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert kind(window) is WelcomePage
    assert window.presenter.saved is not None
    assert window.presenter.saved.answers == {"place": ("near",)}


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
    assert kind(window) is WelcomePage


def test_going_on_from_the_welcome_to_a_page_that_fails_is_no_trap_either(
    window: MainWindow, qtbot: QtBot, context: WindowContext
) -> None:
    fail(window, qtbot, context, window.presenter.open_result)
    fail(window, qtbot, context, window.go_back)
    window.go_back()
    fail(window, qtbot, context, window.presenter.resume)
    window.go_back()
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
