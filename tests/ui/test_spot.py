"""Other text sizes and colours are taken in the middle of a page, and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.visit import RESULT, Visit
from caremgr_desktop.errors import StorageError
from caremgr_desktop.paths import Paths
from caremgr_desktop.ui.app import first_size, prepare
from caremgr_desktop.ui.pages.about import AboutPage
from caremgr_desktop.ui.pages.page import Page
from caremgr_desktop.ui.pages.problem import ProblemPage
from caremgr_desktop.ui.pages.question import QuestionPage
from caremgr_desktop.ui.pages.result import ResultPage
from caremgr_desktop.ui.pages.result_path import PathPanel
from caremgr_desktop.ui.shell import MainWindow
from caremgr_desktop.ui.widgets.notice import NoticeWidget
from caremgr_desktop.ui.widgets.sources import SourcesFold

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
    window.show_over("about")
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


def button(window: MainWindow, words: str) -> QAbstractButton:
    """Return the visible button with these words or this name."""
    return next(
        item
        for item in window.page.findChildren(QAbstractButton)
        if item.isVisible() and words in (item.text(), item.accessibleName())
    )


def press(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Press the button with these words by the keyboard."""
    target = button(window, words)
    target.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(target, Qt.Key.Key_Space)
    settle()


def focused_name(window: MainWindow) -> str:
    """Return the words or the name of what has the focus."""
    found = window.focusWidget()
    assert isinstance(found, QAbstractButton)
    return found.accessibleName() or found.text()


def is_shown(window: MainWindow, words: str) -> bool:
    """Whether words are on the page."""
    return any(words in it.text() for it in window.page.findChildren(QLabel) if it.isVisible())


@pytest.mark.parametrize("words", ["Text size 150%", "Dark"])
def test_a_look_chosen_by_the_keyboard_keeps_the_focus_on_its_choice(
    window: MainWindow, qtbot: QtBot, words: str
) -> None:
    window.presenter.restart()
    press(window, qtbot, words)
    assert focused_name(window) == words
    assert button(window, words).isChecked()


def test_arrows_go_on_through_the_text_sizes(window: MainWindow, qtbot: QtBot) -> None:
    window.presenter.restart()
    button(window, "Text size 100%").setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
        settle()
    assert focused_name(window) == "Text size 150%"
    assert window.page.theme.scale_percent == 150


def test_the_review_keeps_its_open_part_in_larger_text(window: MainWindow, qtbot: QtBot) -> None:
    window.presenter.open_review()
    press(window, qtbot, "Answers: Time with patients")
    change = next(it for it in window.page.buttons() if it.accessibleName().startswith("Change:"))
    change.setFocus(Qt.FocusReason.TabFocusReason)
    name = focused_name(window)
    enlarge(qtbot, window)
    assert focused_name(window) == name


def test_the_review_is_as_it_was_after_an_answer_was_changed(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.presenter.open_review()
    press(window, qtbot, "Answers: Time with patients")
    changes = [it for it in window.page.buttons() if it.accessibleName().startswith("Change:")]
    name = changes[2].accessibleName()
    press(window, qtbot, name)
    assert kind_of_page(window) is QuestionPage
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_2)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert focused_name(window) == name


def test_the_result_is_as_it_was_after_the_page_on_the_numbers(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(window, qtbot, f"Show all {len(window.context.quiz.questions)} questions")
    folds = result(window).why.folds
    question_id = result(window).why.on_screen[20]
    folds[20].row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(folds[20].row, Qt.Key.Key_Space)
    settle()
    window.show_over("about")
    settle()
    window.go_back()
    settle()
    fold = result(window).why.fold_of(question_id)
    assert fold.detail is not None
    assert fold.row.hasFocus()
    assert not fold.row.visibleRegion().isEmpty()


def test_another_result_begins_at_its_top(window: MainWindow) -> None:
    area = window.page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    window.presenter.open_review()
    settle()
    window.presenter.open_result()
    settle()
    assert scrolled(window) == 0


def test_a_question_keeps_its_notice_and_its_focus_in_larger_text(
    window: MainWindow, qtbot: QtBot
) -> None:
    asked = next(it for it in window.context.quiz.questions if it.has_many_picks)
    window.presenter.open_question(asked.id)
    for number in range(1, asked.max_picks + 2):
        qtbot.keyClick(window.focusWidget(), Qt.Key(Qt.Key.Key_0 + number))
    refusal = f"Up to {asked.max_picks} count here."
    assert is_shown(window, refusal)
    name = focused_name(window)
    enlarge(qtbot, window)
    assert is_shown(window, refusal)
    assert focused_name(window) == name


def test_all_that_is_unfolded_on_a_result_stays_so_in_larger_text(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(window, qtbot, f"Show all {len(window.context.quiz.questions)} questions")
    fold = result(window).why.folds[1]
    fold.unfold()
    assert fold.detail is not None
    fold.detail.change.click()
    press(window, qtbot, "Show what stands behind the other settings")
    pills = result(window).findChildren(PathPanel)[0].findChildren(QAbstractButton)
    choices = [it for it in pills if it.isCheckable()]
    choices[-1].click()
    sources = [it for it in result(window).findChildren(SourcesFold) if it.link.isVisible()]
    for link in (sources[0], sources[-1]):
        link.link.click()
    settle()
    before = result(window).spot()
    enlarge(qtbot, window)
    assert result(window).spot().states == before.states
    assert len(before.states) == 6
    assert {"all", "cards", "unfolded"} < set(before.states.values())


def test_a_notice_stays_in_larger_text_until_it_is_put_away(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.presenter.trouble.emit(StorageError("not_saved", path="shelf"))
    enlarge(qtbot, window)
    notice = window.findChildren(NoticeWidget)[-1]
    assert notice.isVisible()
    close = notice.findChildren(QAbstractButton)[0]
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    enlarge(qtbot, window)
    assert not window.findChildren(NoticeWidget)[-1].isVisible()


def test_the_focus_in_another_credential_s_path_stays_there_in_larger_text(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel = result(window).findChildren(PathPanel)[0]
    choices = [it for it in panel.findChildren(QAbstractButton) if it.isCheckable()]
    choices[-1].click()
    settle()
    link = [it for it in panel.findChildren(SourcesFold) if it.link.isVisible()][-1].link
    link.setFocus(Qt.FocusReason.TabFocusReason)
    name = focused_name(window)
    enlarge(qtbot, window)
    assert focused_name(window) == name
    assert window.focusWidget().isVisible()


@pytest.mark.parametrize("place", ["question", "review"])
def test_save_and_quit_keeps_the_focus_where_it_moves_for_lack_of_room(
    window: MainWindow, place: str
) -> None:
    window.resize(QSize(1280, 800))
    if place == "question":
        window.presenter.open_question(window.context.quiz.questions[0].id)
    else:
        window.presenter.open_review()
    settle()
    button(window, "Save and quit").setFocus(Qt.FocusReason.TabFocusReason)
    for size in (QSize(640, 480), QSize(1280, 800)):
        window.page.resize(QSize(size.width() * 2 // 3, size.height()))
        settle()
        assert focused_name(window) == "Save and quit"
        assert window.focusWidget().isVisible()
