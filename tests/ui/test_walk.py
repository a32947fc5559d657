"""The whole quiz in the real window, by mouse and by keyboard alone, on the real content."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.order import shown_order
from caremgr_desktop.core.visit import HAVE, RESULT, REVIEW
from caremgr_desktop.paths import Paths
from caremgr_desktop.ui.app import prepare
from caremgr_desktop.ui.pages.question import QuestionPage
from caremgr_desktop.ui.shell import MainWindow
from caremgr_desktop.ui.widgets.cards import ManyCard, OneCard
from caremgr_desktop.ui.widgets.text import TextLabel

Open = Callable[[], MainWindow]


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    names = ("data", "cache", "config", "log")
    return Workshop(paths=Paths(*(tmp_path / name for name in names)))


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, workshop: Workshop) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def open_one() -> MainWindow:
        context = workshop.window_context(scale_percent=100)
        window = MainWindow(prepare(qapp, context))
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield open_one
    for window in windows:
        window.close()
        window.deleteLater()


def click(qtbot: QtBot, page: QWidget, words: str) -> None:
    """Click the visible button with these words."""
    button = next(
        item
        for item in page.findChildren(QPushButton)
        if item.isVisible() and item.text().replace("&&", "&") == words
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def cards(window: MainWindow) -> list[OneCard | ManyCard]:
    page = window.page
    assert isinstance(page, QuestionPage)
    return page.options.cards


def headline(window: MainWindow) -> str:
    labels = window.page.findChildren(TextLabel)
    roles = ("heading", "heading_small")
    return next(label.text() for label in labels if label.role in roles)


def expected_headline(window: MainWindow, workshop: Workshop) -> str:
    return workshop.text_reporter().result(window.presenter.visit).headline


def test_the_whole_quiz_by_mouse(qtbot: QtBot, open_window: Open, workshop: Workshop) -> None:
    window = open_window()
    click(qtbot, window.page, "Start")
    given = {}
    for number, question in enumerate(workshop.quiz().questions):
        options = shown_order(question, window.presenter.visit.seed)
        chosen = number % len(options)
        qtbot.mouseClick(cards(window)[chosen], Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
        given[question.id] = (options[chosen].id,)
        click(qtbot, window.page, "Next")
    assert window.presenter.visit.place == REVIEW
    assert dict(window.presenter.visit.answers) == given
    click(qtbot, window.page, "Double")
    click(qtbot, window.page, "Go on")
    assert window.presenter.visit.place == HAVE
    click(qtbot, window.page, "See my result")
    assert window.presenter.visit.place == RESULT
    assert headline(window) == expected_headline(window, workshop)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """Press a key where the focus is."""
    target = window.focusWidget()
    qtbot.keyClick(target, key)


def test_the_whole_quiz_by_keyboard_alone(
    qtbot: QtBot, open_window: Open, workshop: Workshop
) -> None:
    window = open_window()
    press(qtbot, window, Qt.Key.Key_Return)
    given = {}
    for question in workshop.quiz().questions:
        options = shown_order(question, window.presenter.visit.seed)
        press(qtbot, window, Qt.Key.Key_2)
        press(qtbot, window, Qt.Key.Key_Return)
        given[question.id] = (options[1].id,)
    assert dict(window.presenter.visit.answers) == given
    assert window.presenter.visit.place == REVIEW
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.presenter.visit.place == HAVE
    press(qtbot, window, Qt.Key.Key_Return)
    assert headline(window) == expected_headline(window, workshop)


def test_the_focus_is_ringed_after_a_key_and_not_after_a_click(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    click(qtbot, window.page, "Start")
    assert not any(card.is_ringed for card in cards(window))
    press(qtbot, window, Qt.Key.Key_1)
    press(qtbot, window, Qt.Key.Key_Return)
    assert [card.is_ringed for card in cards(window)].count(True) == 1


def test_enter_without_an_answer_says_what_to_do(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    press(qtbot, window, Qt.Key.Key_Return)
    place = window.presenter.visit.place
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.presenter.visit.place == place
    shown = [label.text() for label in window.page.findChildren(TextLabel) if label.isVisible()]
    assert "Pick an answer, or skip this one." in shown


def test_alt_left_goes_back_and_escape_loses_nothing(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    press(qtbot, window, Qt.Key.Key_Return)
    first = window.presenter.visit.place
    press(qtbot, window, Qt.Key.Key_1)
    press(qtbot, window, Qt.Key.Key_Return)
    answers = window.presenter.visit.answers
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window.presenter.visit.answers == answers
    window.go_back()
    assert window.presenter.visit.place == first
    assert window.presenter.visit.answers == answers


def test_the_next_start_goes_on_where_the_last_one_stopped(qtbot: QtBot, open_window: Open) -> None:
    first = open_window()
    click(qtbot, first.page, "Start")
    press(qtbot, first, Qt.Key.Key_1)
    press(qtbot, first, Qt.Key.Key_Return)
    place, answers = first.presenter.visit.place, first.presenter.visit.answers
    click(qtbot, first.page, "Save and quit")
    assert not first.isVisible()
    second = open_window()
    click(qtbot, second.page, "Go on where I stopped")
    assert second.presenter.visit.place == place
    assert second.presenter.visit.answers == answers


def test_every_control_of_every_page_has_a_name_for_screen_readers(
    qtbot: QtBot, open_window: Open, workshop: Workshop
) -> None:
    window = open_window()
    pages = [window.page]
    click(qtbot, window.page, "Start")
    pages.append(window.page)
    for question in workshop.quiz().questions:
        window.presenter.answer(question.id, (question.options[0].id,))
    window.presenter.open_review()
    pages.append(window.page)
    window.presenter.open_result()
    pages.append(window.page)
    for page in pages:
        for button in page.findChildren(QAbstractButton):
            assert button.accessibleName() or button.text()


def test_an_answer_changed_on_the_result_moves_it_at_once(
    open_window: Open, workshop: Workshop
) -> None:
    window = open_window()
    window.presenter.start()
    care = workshop.quiz().role("care")
    assert care is not None
    for question in workshop.quiz().questions:
        near = min(
            question.options,
            key=lambda option: sum(
                abs(at - care.positions[trait]) for trait, at in option.positions.items()
            ),
        )
        window.presenter.answer(question.id, (near.id,))
    window.presenter.open_result()
    assert headline(window) == "Care manager is closest to your answers"
    for question in workshop.quiz().questions:
        far = max(
            question.options,
            key=lambda option: sum(
                abs(at - care.positions[trait]) for trait, at in option.positions.items()
            ),
        )
        window.page.answer_changed.emit(question.id, (far.id,))  # type: ignore[attr-defined]  # the result page's signal
    assert headline(window) == "Case manager is closest to your answers"


@pytest.mark.parametrize(
    ("size", "scale"), [((640, 480), 200), ((800, 600), 200), ((1280, 800), 200), ((640, 480), 100)]
)
def test_every_answer_card_is_as_high_as_its_text(
    qtbot: QtBot, qapp: QApplication, workshop: Workshop, size: tuple[int, int], scale: int
) -> None:
    window = MainWindow(prepare(qapp, workshop.window_context(scale_percent=scale)))
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    low = []
    for question in workshop.quiz().questions:
        window.presenter.open_question(question.id)
        for _ in range(5):
            qapp.processEvents()
        found = cards(window)
        low += [it.text() for it in found if it.height() < it.heightForWidth(it.width())]
    window.close()
    window.deleteLater()
    assert low == []


def test_the_quick_edition_by_keyboard(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    names = ("data", "cache", "config", "log")
    paths = Paths(*(tmp_path / name for name in names))
    context = Workshop(paths=paths, is_quick=True).window_context(scale_percent=100)
    window = MainWindow(prepare(qapp, context))
    window.show()
    qtbot.waitExposed(window)
    shown = [label.text() for label in window.page.findChildren(TextLabel)]
    assert any(text.startswith("The quick edition: up to 12 of 24") for text in shown)
    for key in (Qt.Key.Key_Return, *(Qt.Key.Key_1, Qt.Key.Key_Return) * 12):
        qtbot.keyClick(window.focusWidget(), key)
    assert window.presenter.visit.place == REVIEW
    window.presenter.forward()
    assert window.presenter.visit.place == RESULT
    shown = [label.text() for label in window.page.findChildren(TextLabel)]
    assert any("less sure than all 24 questions" in text for text in shown)
    window.close()
    window.deleteLater()
