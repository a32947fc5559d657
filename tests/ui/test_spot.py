"""Other text sizes and colours are taken in the middle of a page, and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.visit import RESULT, Visit
from caremgr_desktop.paths import Paths
from caremgr_desktop.ui.app import first_size, prepare
from caremgr_desktop.ui.pages.about import AboutPage
from caremgr_desktop.ui.pages.page import Page
from caremgr_desktop.ui.pages.problem import ProblemPage
from caremgr_desktop.ui.pages.result import ResultPage
from caremgr_desktop.ui.shell import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """Give a window that shows the result of the first option of every question."""
    names = ("data", "cache", "config", "log")
    workshop = Workshop(paths=Paths(*(tmp_path / name for name in names)))
    quiz = workshop.quiz()
    visit = Visit(quiz.id, quiz.version, 7)
    for question in quiz.questions:
        visit = visit.with_answer(question.id, (question.options[0].id,))
    context = prepare(qapp, workshop.window_context(scale_percent=100))
    context.store.save(visit.at(RESULT))
    window = MainWindow(context)
    window.resize(QSize(1280, 800))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.presenter.resume()
    settle()
    yield window
    window.close()
    window.deleteLater()
    settle()


def settle() -> None:
    """Let everything happen that waits."""
    for _ in range(6):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def enlarge(qtbot: QtBot, window: MainWindow, times: int = 1) -> None:
    """Press Ctrl and plus, without waiting between."""
    for _ in range(times):
        qtbot.keyClick(window, Qt.Key.Key_Plus, CONTROL)
    settle()


def result(window: MainWindow) -> ResultPage:
    """Return the result that is on screen."""
    page = window.page
    assert isinstance(page, ResultPage)
    return page


def kind_of_page(window: MainWindow) -> type[Page]:
    """Return the class of the page on screen."""
    return type(window.page)


def scrolled(window: MainWindow) -> float:
    """Return how far down the page is scrolled, from 0 to 1."""
    area = window.page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    return bar.value() / max(1, bar.maximum())


def test_what_is_unfolded_and_has_the_focus_stays_so_in_larger_text(
    window: MainWindow, qtbot: QtBot
) -> None:
    fold = result(window).why.folds[3]
    question_id = result(window).why.on_screen[3]
    fold.row.setFocus()
    qtbot.keyClick(fold.row, Qt.Key.Key_Space)
    enlarge(qtbot, window)
    again = result(window).why.fold_of(question_id)
    assert again is not fold
    assert again.detail is not None
    assert again.row.is_ringed
    top = again.row.mapTo(window, again.row.rect().topLeft()).y()
    assert 0 <= top < window.height()


def test_a_page_that_is_read_goes_on_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    area = window.page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() // 2)
    enlarge(qtbot, window)
    assert scrolled(window) == pytest.approx(0.5, abs=0.02)


def test_the_page_on_the_numbers_stays_open_in_larger_text(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_about()
    enlarge(qtbot, window)
    assert kind_of_page(window) is AboutPage
    window.go_back()
    assert kind_of_page(window) is ResultPage
    enlarge(qtbot, window)
    assert kind_of_page(window) is ResultPage


def test_the_page_on_a_problem_stays_open_in_larger_text(window: MainWindow, qtbot: QtBot) -> None:
    window.show_problem()
    enlarge(qtbot, window)
    assert kind_of_page(window) is ProblemPage


def test_sizes_in_quick_succession_end_at_the_last(window: MainWindow, qtbot: QtBot) -> None:
    enlarge(qtbot, window, times=4)
    assert window.page.theme.scale_percent == 200
    assert isinstance(window.page, ResultPage)


@pytest.mark.parametrize(
    ("screen", "expected"),
    [((1920, 1080), (1280, 800)), ((1280, 800), (1264, 752)), ((800, 600), (784, 552))],
)
def test_the_window_starts_no_larger_than_the_screen_with_its_frame(
    screen: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert first_size(QSize(*screen)) == QSize(*expected)


def test_a_screen_reader_comes_to_the_rows_before_what_stands_below_them(
    window: MainWindow,
) -> None:
    why = result(window).why
    buttons = why.findChildren(QPushButton)
    places = [buttons.index(fold.row) for fold in why.folds]
    assert max(places) < buttons.index(why.toggle)
