"""Keys and clicks do what was meant, once: held, doubled or with Ctrl they do no harm."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.answers import Importance
from caremgr_desktop.ui.pages import page as page_module
from caremgr_desktop.ui.pages.question import QuestionPage
from caremgr_desktop.ui.pages.welcome import WelcomePage
from caremgr_desktop.ui.shell import MainWindow
from caremgr_desktop.ui.widgets.cards import ManyCard
from caremgr_desktop.ui.widgets.rail import RailStep
from caremgr_desktop.ui.widgets.text import TextLabel
from caremgr_desktop.ui.widgets.wrap import WrapLabel
from tests.ui.stage import OpenWindow

Modifier = Qt.KeyboardModifier


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    window = open_window()
    window.presenter.start()
    return window


def place(window: MainWindow) -> str:
    return window.presenter.visit.place.question_id


def hold(window: MainWindow, key: Qt.Key, text: str, times: int) -> None:
    """Press a key and keep it down, so that the system repeats it."""
    for number in range(times):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Modifier.NoModifier, text, number > 0)
        QApplication.sendEvent(window.focusWidget(), event)


def button(window: MainWindow, words: str) -> QPushButton:
    found = [item for item in window.page.findChildren(QPushButton) if item.text() == words]
    return next(item for item in found if item.isVisible())


def test_enter_held_down_starts_and_goes_no_further(open_window: OpenWindow) -> None:
    window = open_window()
    hold(window, Qt.Key.Key_Return, "\r", 8)
    assert place(window) == "place"
    assert isinstance(window.page, QuestionPage)
    assert "Pick an answer, or skip this one." not in shown(window)


def shown(window: MainWindow) -> list[str]:
    return [label.text() for label in window.page.findChildren(TextLabel) if label.isVisible()]


def test_enter_held_down_goes_one_question_on(window: MainWindow) -> None:
    for question_id in ("place", "travel", "family"):
        window.presenter.answer(question_id, ("near",))
    hold(window, Qt.Key.Key_Return, "\r", 1)
    assert place(window) == "place"  # The page was not shown the answer: it asks for one.
    window.presenter.open_question("travel")
    hold(window, Qt.Key.Key_Return, "\r", 8)
    assert place(window) == "bedside"


def test_a_digit_held_down_picks_and_does_not_take_off_again(window: MainWindow) -> None:
    window.presenter.open_question("bedside")
    hold(window, Qt.Key.Key_2, "2", 2)
    assert window.presenter.visit.answers["bedside"] == ("middle",)


@pytest.mark.parametrize(
    "modifier", [Modifier.ControlModifier, Modifier.AltModifier, Modifier.MetaModifier]
)
def test_a_digit_with_ctrl_or_alt_picks_nothing(window: MainWindow, modifier: Modifier) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, modifier, "2")
    QApplication.sendEvent(window.focusWidget(), event)
    assert window.presenter.visit.answers == {}


@pytest.mark.parametrize("modifier", [Modifier.ShiftModifier, Modifier.KeypadModifier])
def test_a_digit_of_the_keypad_or_behind_shift_picks(
    window: MainWindow, modifier: Modifier
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, modifier, "2")
    QApplication.sendEvent(window.focusWidget(), event)
    assert window.presenter.visit.answers == {"place": ("middle",)}


def double_click(target: QWidget) -> None:
    """Click twice as fast as the system calls a double click: it names the second press so."""
    kinds = QEvent.Type
    left = Qt.MouseButton.LeftButton
    spot = QPointF(5, 5)
    for kind in (
        kinds.MouseButtonPress,
        kinds.MouseButtonRelease,
        kinds.MouseButtonDblClick,
        kinds.MouseButtonRelease,
    ):
        event = QMouseEvent(kind, spot, target.mapToGlobal(spot), left, left, Modifier.NoModifier)
        QApplication.sendEvent(target, event)


def test_a_double_click_skips_one_question(window: MainWindow) -> None:
    double_click(button(window, "Skip this one"))
    assert list(window.presenter.visit.answers) == ["place"]
    assert place(window) == "travel"


def test_a_double_click_on_next_goes_one_question_on(window: MainWindow) -> None:
    window.page.options.press(1)  # type: ignore[attr-defined]  # this is the question page
    double_click(button(window, "Next"))
    assert place(window) == "travel"
    assert "Pick an answer, or skip this one." not in shown(window)


def click_twice_at_one_place(first: QWidget, second: Callable[[], QWidget]) -> None:
    """Click twice as fast as that; the second press falls on what stands there by then."""
    kinds, left, spot = QEvent.Type, Qt.MouseButton.LeftButton, QPointF(5, 5)
    for press in (kinds.MouseButtonPress, kinds.MouseButtonDblClick):
        target = first if press == kinds.MouseButtonPress else second()
        for kind in (press, kinds.MouseButtonRelease):
            event = QMouseEvent(
                kind, spot, target.mapToGlobal(spot), left, left, Modifier.NoModifier
            )
            QApplication.sendEvent(target, event)


def test_a_double_click_on_start_does_not_press_what_stands_there_next(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    click_twice_at_one_place(button(window, "Start"), lambda: button(window, "Back"))
    assert place(window) == "place"


def test_a_double_click_on_back_goes_one_question_back(window: MainWindow) -> None:
    window.presenter.skip()
    window.presenter.skip()
    double_click(button(window, "Back"))
    assert place(window) == "travel"


@pytest.mark.parametrize(
    "modifier", [Modifier.ControlModifier, Modifier.AltModifier, Modifier.MetaModifier]
)
def test_enter_with_ctrl_or_alt_does_nothing(window: MainWindow, modifier: Modifier) -> None:
    window.page.options.press(1)  # type: ignore[attr-defined]  # this is the question page
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, modifier, "\r")
    QApplication.sendEvent(window.focusWidget(), event)
    assert place(window) == "place"


def test_a_double_click_on_a_card_picks_it(window: MainWindow) -> None:
    window.presenter.open_question("bedside")
    card = window.page.options.cards[1]  # type: ignore[attr-defined]  # this is the question page
    double_click(card)
    assert window.presenter.visit.answers["bedside"] == ("middle",)


def test_a_card_clicked_again_later_is_taken_off(window: MainWindow, qtbot: QtBot) -> None:
    window.presenter.open_question("bedside")
    card = window.page.options.cards[1]  # type: ignore[attr-defined]  # this is the question page
    for _ in range(2):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert window.presenter.visit.answers == {}


def test_escape_closes_the_page_on_a_problem(window: MainWindow, qtbot: QtBot) -> None:
    window.show_problem()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert isinstance(window.page, QuestionPage)


def test_escape_leaves_a_page_of_the_quiz_where_it_is(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert isinstance(window.page, QuestionPage)
    window.presenter.back()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert isinstance(window.page, WelcomePage)


def test_each_question_moves_the_focus_anew_so_that_screen_readers_read_it(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.presenter.open_question("place")
    first = window.focusWidget()
    moves: list[object] = []

    def on_moved(_old: object, new: object) -> None:
        moves.append(new)

    qapp.focusChanged.connect(on_moved)
    window.presenter.forward()
    qapp.focusChanged.disconnect(on_moved)
    assert window.focusWidget() is first  # The same card, with another question's answer.
    assert moves == [None, first]


@pytest.mark.parametrize("way", ["digit", "arrow"])
def test_a_card_that_keys_lead_to_comes_into_sight(
    open_window: OpenWindow, qtbot: QtBot, way: str
) -> None:
    window = open_window(200, QSize(800, 600))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    last = window.page.options.cards[-1]  # type: ignore[attr-defined]  # this is the question page
    assert last.visibleRegion().boundingRect().height() < last.height()
    keys = [Qt.Key.Key_3] if way == "digit" else [Qt.Key.Key_Down] * 2
    for key in keys:
        qtbot.keyClick(window.focusWidget(), key)
    assert last.hasFocus()
    assert last.visibleRegion().boundingRect().height() == last.height()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_section_that_has_the_focus(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    window.presenter.answer("place", ("near",))
    window.presenter.open_question("bedside")
    step = window.findChildren(RailStep)[0]
    qtbot.waitUntil(step.isVisible)
    step.setFocus()
    qtbot.keyClick(step, key, Modifier.ControlModifier)
    assert place(window) == "bedside"
    qtbot.keyClick(step, key)
    assert place(window) == "place"


@pytest.mark.parametrize("size", [QSize(640, 480), QSize(800, 600)])
def test_what_keys_would_press_is_in_sight_on_each_new_page(
    open_window: OpenWindow, qtbot: QtBot, qapp: QApplication, size: QSize
) -> None:
    window = open_window(200, size)
    first_keys = (Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return)
    for key in first_keys:
        qtbot.keyClick(window.focusWidget(), key)
        for _ in range(5):
            qapp.processEvents()
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Up)  # A question is read first.
        qapp.processEvents()
        focused = window.focusWidget()
        assert focused.visibleRegion().boundingRect().height() == focused.height()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_1)
    window.show_problem()
    for _ in range(5):
        qapp.processEvents()
    focused = window.focusWidget()
    assert focused.visibleRegion().boundingRect().height() == focused.height()


def test_tab_comes_to_the_chosen_weight_and_enter_changes_none(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.presenter.open_review()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    ids = [section.id for section in window.context.quiz.sections]
    for _ in range(12):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        found = window.focusWidget()
        if isinstance(found, QPushButton) and found.isCheckable():
            assert found.isChecked()
            qtbot.keyClick(found, Qt.Key.Key_Return)
            found_now = {window.presenter.visit.importance(each) for each in ids}
            assert found_now == {Importance.NORMAL}


def test_tab_goes_from_a_part_that_was_opened_to_its_answers(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.presenter.open_review()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    toggle = button(window, "Answers")
    toggle.setFocus()
    qtbot.keyClick(toggle, Qt.Key.Key_Return)
    assert toggle.text() == "Hide answers"
    qtbot.keyClick(toggle, Qt.Key.Key_Tab)
    found = window.focusWidget()
    assert isinstance(found, QPushButton)
    assert found.text() in ("Change", "Answer")
    assert found.objectName() == window.context.quiz.questions[0].id


def test_tab_from_the_foot_of_a_page_scrolls_to_where_it_leads(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(200, QSize(800, 600))
    window.presenter.start()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    foot = button(window, "Next")
    foot.setFocus()
    for _ in range(12):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert not window.focusWidget().visibleRegion().isEmpty()


def test_another_kind_of_answers_lays_out_nothing_before_it_is_painted(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.presenter.open_question("bedside")
    window.page.take_focus(Qt.FocusReason.TabFocusReason)
    calls: list[str] = []
    monkeypatch.setattr(page_module, "settle_layout", lambda: calls.append("settled"))
    window.presenter.open_question("family")
    assert calls == []


def test_tab_goes_on_from_every_answer_of_a_longer_question_to_what_follows(
    open_window: OpenWindow, workshop: Workshop, qtbot: QtBot
) -> None:
    window = open_window(100, None, workshop.quiz())
    questions = [item for item in window.context.quiz.questions if item.has_many_picks]
    shorter, longer = sorted(questions, key=lambda item: len(item.options))
    window.presenter.open_question(shorter.id)
    window.presenter.open_question(longer.id)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = window.page
    assert isinstance(page, QuestionPage)
    for card in page.options.cards:
        card.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(card, Qt.Key.Key_Tab)
        assert window.focusWidget() is button(window, "Skip this one")


def test_a_page_left_at_once_does_no_more(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.presenter.start()
    left = window.page
    left.bring_focus_into_sight()
    window.presenter.restart()
    with qtbot.waitSignal(left.destroyed):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.presenter.start()
    qtbot.wait_until(lambda: bool(window.page.findChildren(ManyCard)))


def test_enter_leads_to_a_question_whose_words_can_be_read(
    open_window: OpenWindow, workshop: Workshop, qtbot: QtBot
) -> None:
    window = open_window(200, QSize(800, 600), workshop.quiz())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.presenter.start()
    for _ in range(18):
        page = window.page
        assert isinstance(page, QuestionPage)
        qtbot.keyClick(window.focusWidget(), str(len(page.options.cards)))
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        QApplication.processEvents()
        QApplication.processEvents()
        heading = next(it for it in page.findChildren(WrapLabel) if "heading" in it.role)
        seen = heading.visibleRegion().boundingRect()
        assert seen.top() == 0
        assert seen.height() == heading.height()


def test_cards_made_for_later_questions_are_not_shown(
    open_window: OpenWindow, workshop: Workshop, qtbot: QtBot
) -> None:
    window = open_window(100, None, workshop.quiz())
    window.presenter.start()
    qtbot.wait_until(lambda: bool(window.page.findChildren(ManyCard)))
    QApplication.processEvents()
    assert not [it for it in window.page.findChildren(ManyCard) if it.isVisible()]
