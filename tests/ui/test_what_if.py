"""What if: anything can be tried on the result, and the own answers are kept apart."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.quiz import Question, Role
from caremgr_desktop.core.visit import RESULT
from caremgr_desktop.ui.pages.result import ResultPage
from caremgr_desktop.ui.pages.result_fit import FitPanel
from caremgr_desktop.ui.pages.result_head import SettleBox
from caremgr_desktop.ui.pages.result_pay import PayPanel
from caremgr_desktop.ui.pages.result_trial import TrialStrip, WeighPanel
from caremgr_desktop.ui.shell import MainWindow
from caremgr_desktop.ui.widgets.drawing import Figure
from caremgr_desktop.ui.widgets.wrap import WrapLabel
from tests.ui.results import Open, result_page, settle
from tests.ui.stage import last_saved


def button(page: ResultPage, words: str) -> QAbstractButton:
    """Return the button with these words."""
    return next(it for it in page.buttons() if it.text() == words)


def press(qtbot: QtBot, page: ResultPage, words: str) -> None:
    """Click the button with these words."""
    qtbot.mouseClick(button(page, words), Qt.MouseButton.LeftButton)


def try_another(window: MainWindow, place: int = 0) -> tuple[str, tuple[str, ...]]:
    """Pick another card of a row, as a person would; return the question and the new picks."""
    page = result_page(window)
    fold = page.why.folds[place]
    fold.unfold()
    assert fold.detail is not None
    fold.detail.open_cards()
    editor = fold.detail.editor
    assert editor is not None
    next(card for card in editor.options.cards if not card.isChecked()).click()
    return fold.keeper_name(), editor.picks


def bars(page: ResultPage) -> list[str]:
    """Return what the bars say, from top to bottom."""
    fits = page.findChild(FitPanel)
    assert isinstance(fits, FitPanel)
    return [it.text() for it in fits.findChildren(Figure) if not it.isHidden()]


def strip(page: ResultPage) -> TrialStrip:
    """Return the strip below the page."""
    found = page.findChild(TrialStrip)
    assert isinstance(found, TrialStrip)
    return found


def near(question: Question, role: Role) -> str:
    """Return the option that stands nearest to a role."""
    return min(
        question.options,
        key=lambda option: sum(
            abs(at - role.positions[trait]) for trait, at in option.positions.items()
        ),
    ).id


def test_a_tried_answer_moves_the_bars_and_leaves_the_own_answers(
    open_result: Open, workshop: Workshop
) -> None:
    window = open_result()
    page, own = result_page(window), window.presenter.visit
    before = bars(page)
    assert strip(page).isHidden()
    question_id, picks = try_another(window)
    assert window.presenter.visit is own
    window.presenter.keep()
    assert last_saved(workshop.store()) == own
    tried = own.with_answer(question_id, picks)
    view = workshop.text_reporter().result(tried)
    assert bars(page) != before
    assert f"{view.families[0].title}: {view.families[0].text} (was " in bars(page)[0]
    assert not strip(page).isHidden()


def test_one_click_leads_back_to_the_own_answers(open_result: Open, qtbot: QtBot) -> None:
    window = open_result()
    page = result_page(window)
    before = bars(page)
    try_another(window, 0)
    try_another(window, 1)
    press(qtbot, page, "Back to mine")
    assert bars(page) == before
    assert strip(page).isHidden()


def test_picking_the_own_answer_again_ends_the_trial(open_result: Open) -> None:
    window = open_result()
    page = result_page(window)
    question_id, _ = try_another(window)
    editor = page.why.open_answer(question_id).detail.editor  # type: ignore[union-attr]  # open
    assert editor is not None
    own = window.presenter.visit.answers[question_id]
    page.answer_changed.emit(question_id, own)
    assert editor.isHidden() or editor.picks == own
    assert strip(page).isHidden()


def test_a_part_that_is_tried_at_double_leaves_the_own_weights(
    open_result: Open, qtbot: QtBot, qapp: QApplication
) -> None:
    window = open_result()
    page, section = result_page(window), window.context.quiz.sections[1]
    before = bars(page)
    press(qtbot, page, "What if …?")
    settle(qapp)
    weights = page.findChild(WeighPanel)
    assert isinstance(weights, WeighPanel)
    qtbot.mouseClick(weights.weights[section.id].pill(Importance.DOUBLE), Qt.MouseButton.LeftButton)
    assert bars(page) != before
    assert window.presenter.visit.importance(section.id) is Importance.NORMAL
    press(qtbot, page, "Back to mine")
    assert bars(page) == before
    assert weights.weights[section.id].pill(Importance.NORMAL).isChecked()
    press(qtbot, page, "Hide “What if”")
    settle(qapp)
    assert page.findChild(WeighPanel) is None


def test_what_is_kept_becomes_the_own_answers_and_can_be_undone(
    open_result: Open, qtbot: QtBot, workshop: Workshop
) -> None:
    window = open_result()
    page, own = result_page(window), window.presenter.visit
    question_id, picks = try_another(window)
    press(qtbot, page, "Keep these")
    assert window.presenter.visit == own.with_answer(question_id, picks)
    window.presenter.keep()
    assert last_saved(workshop.store()) == window.presenter.visit
    assert not any("(was " in words for words in bars(page))
    press(qtbot, page, "Undo")
    assert window.presenter.visit == own
    window.presenter.keep()
    assert last_saved(workshop.store()) == own
    assert strip(page).isHidden()


def test_pay_and_path_follow_what_is_tried_when_the_hand_rests(
    open_result: Open, qtbot: QtBot, qapp: QApplication, workshop: Workshop
) -> None:
    window = open_result()
    page, quiz = result_page(window), window.context.quiz
    case = quiz.settings[0]
    before = page.findChild(PayPanel)
    with qtbot.waitSignal(page.rested):
        for question in quiz.questions:
            page.answer_changed.emit(question.id, (near(question, case),))
        assert page.findChild(PayPanel) is before
    settle(qapp)
    picks = {question.id: (near(question, case),) for question in quiz.questions}
    tried = workshop.text_reporter().result(window.presenter.visit._replace(answers=picks))
    assert tried.pay[0].text in [it.text() for it in page.findChildren(Figure)]


def test_a_trial_survives_a_look_at_the_answers_and_another_text_size(
    open_result: Open, qapp: QApplication, qtbot: QtBot
) -> None:
    window = open_result()
    press(qtbot, result_page(window), "What if …?")
    try_another(window)
    tried = bars(result_page(window))
    window.presenter.open_review()
    window.presenter.back()
    settle(qapp)
    assert bars(result_page(window)) == tried
    window.show_over("about")
    window.go_back()
    settle(qapp)
    assert bars(result_page(window)) == tried
    before = window.page
    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.page is not before)
    settle(qapp)
    assert bars(result_page(window)) == tried
    assert result_page(window).findChild(WeighPanel) is not None


def test_another_answer_of_ones_own_ends_the_trial(open_result: Open, qapp: QApplication) -> None:
    window = open_result()
    try_another(window)
    question = window.context.quiz.questions[5]
    window.presenter.open_question(question.id)
    own = window.presenter.visit.answers[question.id]
    other = next(it.id for it in question.options if it.id not in own)
    window.presenter.answer(question.id, (other,))
    window.presenter.forward()
    settle(qapp)
    assert window.presenter.visit.place == RESULT
    assert strip(result_page(window)).isHidden()


def test_starting_again_leaves_no_trial_behind(open_result: Open, qapp: QApplication) -> None:
    window = open_result()
    before = bars(result_page(window))
    try_another(window)
    window.presenter.restart()
    window.presenter.resume()
    settle(qapp)
    assert bars(result_page(window)) == before


@pytest.mark.parametrize("scale", [100, 200])
def test_the_way_back_is_whole_in_the_smallest_window(
    open_result: Open, qapp: QApplication, scale: int
) -> None:
    window = open_result(QSize(800, 600), scale)
    page = result_page(window)
    try_another(window)
    settle(qapp)
    for words in ("Keep these", "Back to mine"):
        found = button(page, words)
        assert found.isVisible()
        assert found.visibleRegion().boundingRect() == found.rect()
        assert found.width() >= found.sizeHint().width()


def test_tab_leads_to_the_way_back_at_the_end(open_result: Open, qtbot: QtBot) -> None:
    window = open_result()
    page = result_page(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    try_another(window)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is button(page, "Back to mine")


def verdict_height(page: ResultPage) -> int:
    """Return how high the words under the verdict are."""
    said = page.accessibleDescription()
    words = [it for it in page.findChildren(WrapLabel) if it.text()]
    return next(it for it in words if said.endswith(it.text())).height()


def test_a_page_made_anew_during_a_trial_leaves_no_hole_under_the_verdict(
    open_result: Open, qapp: QApplication
) -> None:
    window = open_result()
    result_page(window).importance_chosen.emit("where", Importance.DOUBLE)
    settle(qapp)
    before = verdict_height(result_page(window))
    window.show_over("about")
    settle(qapp)
    window.go_back()
    settle(qapp)
    assert verdict_height(result_page(window)) <= before


@pytest.mark.parametrize("tried", ["row", "weight"])
def test_after_the_way_back_the_focus_is_at_what_was_tried(
    open_result: Open, qapp: QApplication, qtbot: QtBot, tried: str
) -> None:
    window = open_result()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = result_page(window)
    if tried == "row":
        try_another(window, 3)
    else:
        page.importance_chosen.emit("where", Importance.DOUBLE)
    settle(qapp)
    back = button(page, "Back to mine")
    back.setFocus()
    qtbot.keyClick(back, Qt.Key.Key_Return)
    settle(qapp)
    focused = window.focusWidget()
    expected = page.why.folds[3].row if tried == "row" else button(page, "What if …?")
    assert focused is expected
    assert not focused.visibleRegion().isEmpty()


def test_the_questions_of_an_open_result_follow_what_is_tried(
    open_result: Open, qtbot: QtBot, workshop: Workshop
) -> None:
    page = result_page(open_result())
    assert not page.findChildren(SettleBox)
    with qtbot.waitSignal(page.rested):
        for question in workshop.quiz().questions:
            page.answer_changed.emit(question.id, ())
    assert page.findChildren(SettleBox)
    with qtbot.waitSignal(page.rested):
        page.take_back_requested.emit()
    assert not [it for it in page.findChildren(SettleBox) if it.isVisible()]


def test_a_row_says_the_same_to_whoever_asks_after_a_trial(open_result: Open) -> None:
    window = open_result()
    before = [fold.row.text() for fold in result_page(window).why.folds]
    result_page(window).importance_chosen.emit("where", Importance.DOUBLE)
    rows = [fold.row for fold in result_page(window).why.folds]
    assert [row.text() for row in rows] != before
    assert [row.text() for row in rows] == [row.accessibleName() for row in rows]
