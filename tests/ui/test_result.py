"""The result and the page about the numbers: unfold, change in place, fit any size."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QTextEdit
from pytestqt.qtbot import QtBot

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.visit import RESULT
from caremgr_desktop.ui.pages.result import ResultPage
from caremgr_desktop.ui.widgets.sources import SourcesFold
from tests.ui.results import Open, result_page, settle

HOSTILE = "<b>bold</b> & <img src='/x.png'> file:///etc/passwd"


SIZES = [QSize(800, 600), QSize(1280, 800), QSize(1920, 1080), QSize(3840, 2160)]


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_the_result_and_what_lies_over_it_are_never_wider_than_the_window(
    open_result: Open, qapp: QApplication, size: QSize, scale: int
) -> None:
    window = open_result(size, scale)
    overlays = [partial(window.show_over, kind) for kind in ("about", "history", "code")]
    kept = window.presenter.safe.kept()
    compared = partial(window.show_over, "compare", [*kept, *kept])
    shows: list[Callable[[], None]] = [window.presenter.open_result, *overlays, compared]
    for show in shows:
        show()
        settle(qapp)
        scroll = window.page.findChild(QScrollArea)
        assert scroll is not None
        inside = scroll.widget()
        assert inside is not None
        assert inside.width() <= scroll.viewport().width()
        for label in window.page.findChildren(QLabel):
            if label.isVisible() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), label.text()


def press(page: ResultPage, words: str) -> None:
    """Press the button with these words."""
    next(button for button in page.buttons() if button.text() == words).click()


def test_a_row_unfolds_to_its_grounds_and_the_answer_changes_in_place(
    open_result: Open, qtbot: QtBot, qapp: QApplication, workshop: Workshop
) -> None:
    window = open_result()
    page = result_page(window)
    fold = page.why.folds[0]
    qtbot.mouseClick(fold.row, Qt.MouseButton.LeftButton)
    settle(qapp)
    assert fold.detail is not None
    qtbot.mouseClick(fold.detail.change, Qt.MouseButton.LeftButton)
    editor = fold.detail.editor
    assert editor is not None
    own = window.presenter.visit
    unpicked = next(card for card in editor.options.cards if not card.isChecked())
    with qtbot.waitSignal(page.answer_changed):
        qtbot.mouseClick(unpicked, Qt.MouseButton.LeftButton)
    assert window.presenter.visit == own
    press(page, "Keep these")
    after = window.presenter.visit.answers
    assert len([key for key in after if after[key] != own.answers[key]]) == 1
    assert window.presenter.visit.place == RESULT
    shown = [label.text() for label in page.findChildren(QLabel)]
    assert workshop.text_reporter().result(window.presenter.visit).detail in shown


def test_a_row_unfolds_with_the_keyboard_too(
    open_result: Open, qtbot: QtBot, qapp: QApplication
) -> None:
    page = result_page(open_result())
    fold = page.why.folds[1]
    fold.row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(fold.row, Qt.Key.Key_Return)
    settle(qapp)
    assert fold.detail is not None
    qtbot.keyClick(fold.row, Qt.Key.Key_Return)
    settle(qapp)
    assert fold.detail is None


def test_all_answers_are_one_click_away(open_result: Open, qtbot: QtBot) -> None:
    page = result_page(open_result())
    few = len(page.why.folds)
    qtbot.mouseClick(page.why.toggle, Qt.MouseButton.LeftButton)
    assert few < len(page.why.folds) == 24


def test_sources_unfold_as_plain_text_that_opens_nothing(
    open_result: Open, qtbot: QtBot, qapp: QApplication
) -> None:
    page = result_page(open_result())
    folds = [fold for fold in page.findChildren(SourcesFold) if fold.isVisible()]
    assert len(folds) > 5
    qtbot.mouseClick(folds[0].link, Qt.MouseButton.LeftButton)
    settle(qapp)
    text = folds[0].content
    assert isinstance(text, QTextEdit)
    assert text.isReadOnly()
    assert "http" in text.toPlainText()
    can_open = Qt.TextInteractionFlag.LinksAccessibleByMouse
    assert not text.textInteractionFlags() & can_open


def test_a_hostile_text_of_the_result_is_shown_as_its_characters(
    open_result: Open, workshop: Workshop
) -> None:
    window = open_result()
    page = result_page(window)
    view = workshop.text_reporter().result(window.presenter.visit)
    assert view.setting is not None
    setting = view.setting._replace(summary=HOSTILE, day=(HOSTILE,))
    hostile = view._replace(headline=HOSTILE, detail=HOSTILE, setting=setting)
    page.show_result(hostile, workshop.quiz(), window.presenter.visit)
    labels = page.findChildren(QLabel)
    assert [label.text() for label in labels].count(HOSTILE) >= 2
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_every_control_of_the_result_has_a_name(open_result: Open) -> None:
    for button in result_page(open_result()).buttons():
        assert button.accessibleName() or button.text()


def test_start_again_leads_to_the_welcome_with_a_way_back(
    open_result: Open, qtbot: QtBot, qapp: QApplication
) -> None:
    window = open_result()
    result_page(window).restart_requested.emit()
    settle(qapp)
    assert window.presenter.visit.place.kind == "welcome"
    assert window.presenter.saved is not None
    qtbot.waitUntil(window.page.isVisible)
