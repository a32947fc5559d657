"""An answer is changed where it stands; rows, cards and paths unfold and keep their order."""

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caremgr_desktop.core.visit import Visit
from caremgr_desktop.ui.pages.result_head import SettleBox
from caremgr_desktop.ui.pages.result_sure import FlipFold
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.citation import SourceText
from caremgr_desktop.ui.widgets.drawing import Figure
from caremgr_desktop.ui.widgets.panel import Panel
from tests.ui import sample_views
from tests.ui.desk import (
    LEAST_TARGET,
    PLAIN,
    SMALLEST,
    VIEWS,
    Desk,
    Open,
    change_in_place,
    opener,
    stops,
)
from tests.ui.stage import quiz

FIT = "How each role fits"
LEAST_BARS = 75
"""What of the card on fits has to be in sight, at 100 % text: its title and a line."""


@pytest.fixture
def open_desk(qtbot: QtBot) -> Open:
    return opener(qtbot)


def test_tab_follows_the_rows_after_they_were_sorted_anew(open_desk: Open, qtbot: QtBot) -> None:
    desk = open_desk()
    first = desk.page.why.folds[0]
    change_in_place(desk, qtbot, 0)
    qtbot.mouseClick(first.row, Qt.MouseButton.LeftButton)
    assert desk.page.why.folds[0] is not first
    desk.unfold_all()
    reached = stops(desk, qtbot)
    expected: list[QWidget] = []
    for fold in desk.page.why.folds:
        assert fold.detail is not None
        texts = fold.detail.findChildren(SourceText)
        expected += [fold.row, fold.detail.change, *texts]
    assert [part for part in reached if part in expected] == expected


@pytest.mark.parametrize("size", [SMALLEST, PLAIN], ids=["small", "plain"])
def test_a_changed_answer_moves_nothing_under_the_hand(
    open_desk: Open, qtbot: QtBot, size: QSize
) -> None:
    desk = open_desk(size=size)
    card = change_in_place(desk, qtbot, 0)
    assert desk.changes == [("place", ("middle",))]
    assert QApplication.focusWidget() is card
    desk.settle()
    assert card.isVisible()


def test_what_unfolds_is_brought_on_screen(open_desk: Open, qtbot: QtBot) -> None:
    desk = open_desk(size=SMALLEST)
    fold = desk.page.why.folds[1]
    desk.page.show_part(fold.row)
    qtbot.mouseClick(fold.row, Qt.MouseButton.LeftButton)
    assert desk.y_of(fold.row) >= 0
    assert fold.detail is not None
    bottom = desk.y_of(fold.detail) + fold.detail.height()
    assert fold.detail.height() >= fold.detail.heightForWidth(fold.detail.width())
    assert bottom <= SMALLEST.height() or desk.y_of(fold.row) < LEAST_TARGET


def test_rows_keep_their_order_until_they_are_folded(open_desk: Open, qtbot: QtBot) -> None:
    desk = open_desk()
    before = desk.page.why.folds
    change_in_place(desk, qtbot, 0)
    assert desk.page.why.folds == before
    qtbot.mouseClick(before[0].row, Qt.MouseButton.LeftButton)
    after = [fold.row.accessibleName().partition(":")[0] for fold in desk.page.why.folds]
    assert after == ["Bedside", "Travel", "Place", "Family"]


def test_a_skipped_answer_can_be_given_here(open_desk: Open, qtbot: QtBot) -> None:
    desk = open_desk()
    fold = desk.page.why.fold_of("family")
    assert "Skipped" in fold.row.accessibleName()
    qtbot.mouseClick(fold.row, Qt.MouseButton.LeftButton)
    assert fold.detail is not None
    assert fold.detail.editor is not None
    desk.settle()
    qtbot.mouseClick(fold.detail.editor.options.cards[0], Qt.MouseButton.LeftButton)
    assert desk.changes == [("family", ("near",))]


def test_one_pick_too_many_says_the_limit(open_desk: Open, qtbot: QtBot) -> None:
    desk = open_desk()
    fold = desk.page.why.fold_of("bedside")
    fold.unfold()
    assert fold.detail is not None
    fold.detail.change.click()
    assert fold.detail.editor is not None
    desk.settle()
    for card in fold.detail.editor.options.cards[1:]:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert desk.changes == [("bedside", ("near", "middle"))]
    shown = [label.text() for label in fold.detail.findChildren(QLabel) if label.isVisible()]
    assert any("Up to 2" in text for text in shown)


@pytest.mark.parametrize("name", ["close", "none"])
def test_what_would_settle_it_is_one_press_away(open_desk: Open, qtbot: QtBot, name: str) -> None:
    desk = open_desk(VIEWS[name], SMALLEST)
    box = desk.page.findChild(SettleBox)
    assert isinstance(box, SettleBox)
    pills = box.findChildren(QAbstractButton)
    assert [pill.text() for pill in pills][:2] == ["Place", "Travel"]
    qtbot.mouseClick(pills[1], Qt.MouseButton.LeftButton)
    fold = desk.page.why.fold_of("travel")
    assert fold.detail is not None
    assert QApplication.focusWidget() is fold.row
    assert 0 <= desk.y_of(fold.row) < SMALLEST.height()


def test_a_clear_result_has_nothing_to_settle(open_desk: Open) -> None:
    assert open_desk().page.findChild(SettleBox) is None


def test_another_credential_shows_its_own_steps(open_desk: Open, qtbot: QtBot) -> None:
    view = sample_views.result_view()
    other = sample_views.path("CCM", "")._replace(rule="A license is asked for.")
    desk = open_desk(view._replace(paths=(view.paths[0], other)))
    pill = next(it for it in desk.page.findChildren(QAbstractButton) if it.text() == "CCM")
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    desk.settle()
    shown = {label.text() for label in desk.page.findChildren(QLabel) if label.isVisible()}
    assert other.rule in shown
    assert view.paths[0].rule not in shown


def test_the_chosen_credential_is_chosen_again_when_the_recommendation_comes_back(
    open_desk: Open, qtbot: QtBot
) -> None:
    view = sample_views.result_view()
    with_choice = view._replace(paths=(view.paths[0], sample_views.path("CCM", "")))
    desk = open_desk(with_choice)
    qtbot.mouseClick(chosen(desk, "CCM"), Qt.MouseButton.LeftButton)
    other = with_choice._replace(setting=sample_views.role()._replace(role_id="other"))
    for gone in (sample_views.no_result(), other):
        desk.page.show_result(gone, quiz(), desk.visit)
        desk.settle()
        desk.page.show_result(with_choice, quiz(), desk.visit)
        desk.settle()
        assert chosen(desk, "CCM").isChecked()


def chosen(desk: Desk, words: str) -> QAbstractButton:
    """Return the button on screen with these words."""
    return next(it for it in desk.page.buttons() if it.text() == words and it.isVisible())


def test_a_new_result_leaves_nothing_of_the_last_behind(open_desk: Open) -> None:
    desk = open_desk()
    counts = []
    for place in range(4):
        setting = sample_views.role()._replace(summary=f"Another setting {place}")
        desk.page.show_result(desk.view._replace(setting=setting), quiz(), Visit("small", "1", 7))
        desk.settle()
        counts.append(len(desk.page.findChildren(QWidget)))
    assert len(set(counts)) == 1


def titles(desk: Desk) -> set[str]:
    """Return the titles of the cards on screen."""
    panels = desk.page.findChildren(Panel)
    return {panel.title.text() for panel in panels if panel.isVisible()}


def test_nothing_is_recommended_before_enough_is_answered(open_desk: Open) -> None:
    desk = open_desk(sample_views.no_result())
    assert titles(desk) == {"How each role fits", "Why", "Take it home"}


def test_the_recommendation_comes_and_goes_with_the_answers(open_desk: Open) -> None:
    desk = open_desk(sample_views.no_result(), SMALLEST, 200)
    counts = []
    for view in (sample_views.result_view(), sample_views.no_result()) * 2:
        desk.page.show_result(view, quiz(), desk.visit)
        desk.settle()
        counts.append((len(titles(desk)), len(desk.page.findChildren(QWidget))))
    assert [count for count, _ in counts] == [9, 3, 9, 3]
    assert counts[:2] == counts[2:]


def test_only_a_few_open_questions_are_offered_at_the_top(open_desk: Open) -> None:
    many = sample_views.no_result()._replace(answers=sample_views.no_result().answers * 6)
    desk = open_desk(many)
    pills = [it for it in desk.page.findChildren(TextButton) if it.kind == "pill"]
    assert len(pills) == 6


@pytest.mark.parametrize(
    ("size", "scale", "first"),
    [(SMALLEST, 200, "bars"), (SMALLEST, 100, "buttons"), (PLAIN, 100, "buttons")],
)
def test_in_large_text_on_a_small_screen_the_bars_come_before_the_buttons(
    open_desk: Open, qtbot: QtBot, size: QSize, scale: int, first: str
) -> None:
    desk = open_desk(None, size, scale)
    bars = next(it for it in desk.page.findChildren(Panel) if it.title.text() == FIT)
    start = next(it for it in desk.page.buttons() if it.text() == "Start again")
    assert desk.y_of(start) != desk.y_of(bars)
    assert first == ("bars" if desk.y_of(start) > desk.y_of(bars) else "buttons")
    if first == "bars":
        figures = bars.findChildren(Figure)
        assert desk.y_of(figures[1]) < desk.y_of(start) < desk.y_of(figures[2])
        assert desk.y_of(bars) + LEAST_BARS * scale // 100 <= size.height()
    seen = [it.accessibleName() for it in stops(desk, qtbot)]
    assert "Start again" in seen
    assert seen.index("Start again") < seen.index(desk.page.why.folds[0].row.accessibleName())


def test_the_buttons_come_back_beside_the_words_in_a_larger_window(open_desk: Open) -> None:
    desk = open_desk(None, SMALLEST, 200)
    desk.page.resize(QSize(1920, 1200))
    desk.settle()
    bars = next(it for it in desk.page.findChildren(Panel) if it.title.text() == FIT)
    start = next(it for it in desk.page.buttons() if it.text() == "Start again")
    assert desk.y_of(start) < desk.y_of(bars)
    desk.page.resize(SMALLEST)
    desk.settle()
    assert desk.y_of(start) > desk.y_of(bars)


def test_a_button_keeps_the_focus_where_the_buttons_move(open_desk: Open) -> None:
    desk = open_desk(None, SMALLEST, 200)
    desk.page.activateWindow()
    start = next(it for it in desk.page.buttons() if it.text() == "Start again")
    start.setFocus()
    for size in (QSize(1920, 1200), SMALLEST):
        desk.page.resize(size)
        desk.settle()
        assert desk.page.focusWidget() is start


def test_an_answer_that_would_change_the_result_is_one_press_away(
    open_desk: Open, qtbot: QtBot
) -> None:
    desk = open_desk()
    fold = desk.page.findChild(FlipFold)
    assert isinstance(fold, FlipFold)
    qtbot.mouseClick(fold.link, Qt.MouseButton.LeftButton)
    link = chosen(desk, "Travel")
    desk.page.show_part(link)
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    desk.settle()
    row = desk.page.why.fold_of("travel")
    assert row.detail is not None


def test_the_example_stays_unfolded_when_an_answer_changes(open_desk: Open) -> None:
    desk = open_desk()
    fold = desk.page.findChild(FlipFold)
    assert isinstance(fold, FlipFold)
    fold.link.click()
    sure = sample_views.sure()._replace(statements=("Another sentence.",))
    desk.page.show_result(desk.view._replace(sure=sure), quiz(), desk.visit)
    desk.settle()
    folds = desk.page.findChildren(FlipFold)
    assert [it.content is not None for it in folds] == [True]


def test_a_remark_leads_to_its_answers_and_goes_when_it_is_no_longer_true(
    open_desk: Open, qtbot: QtBot
) -> None:
    view = sample_views.remarked()
    desk = open_desk(view)
    assert len(desk.page.findChildren(SettleBox)) == 2
    qtbot.mouseClick(chosen(desk, "Travel"), Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.page.why.fold_of("travel").detail is not None
    desk.page.show_result(view._replace(remarks=view.remarks[1:]), quiz(), desk.visit)
    desk.settle()
    assert len(desk.page.findChildren(SettleBox)) == 1


def test_a_remark_on_many_answers_leads_to_each_of_them(open_desk: Open, qtbot: QtBot) -> None:
    view = sample_views.remarked()
    ids = [question.id for question in quiz().questions]
    many = tuple((ids[n % len(ids)], f"Question {n}") for n in range(20))
    desk = open_desk(view._replace(remarks=(view.remarks[0]._replace(answers=many),)))
    box = desk.page.findChildren(SettleBox)[-1]

    def ways() -> list[str]:
        found = [it for it in box.findChildren(TextButton) if it.kind == "pill"]
        return [it.text() for it in found]

    assert ways() == [label for _, label in many[:6]]
    more = next(it for it in box.findChildren(QAbstractButton) if it.text() == "Show all 20")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    desk.settle()
    assert ways() == [label for _, label in many]
    assert not more.isVisible()


def test_nothing_of_a_page_flashes_up_as_a_window_of_its_own(
    open_desk: Open, qapp: QApplication
) -> None:
    view = sample_views.remarked()
    ids = [question.id for question in quiz().questions]
    many = tuple((ids[n % len(ids)], f"Question {n}") for n in range(20))
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            is_shown = event.type() == QEvent.Type.Show
            if is_shown and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    open_desk(view._replace(remarks=(view.remarks[0]._replace(answers=many),)))
    qapp.removeEventFilter(watch)
    assert shown == ["ResultPage"]
