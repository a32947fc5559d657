"""My results: opened, named, deleted, brought back and compared."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from caremgr_desktop.core.kept import KeptVisit, Outcome
from caremgr_desktop.core.visit import RESULT, Visit
from caremgr_desktop.reporting.history_views import HistoryRow, HistoryWriter
from caremgr_desktop.ui.formats import QtFormats
from caremgr_desktop.ui.pages.compare import ComparePage
from caremgr_desktop.ui.pages.history import HistoryPage
from caremgr_desktop.ui.pages.welcome import WelcomePage
from caremgr_desktop.ui.shell import MainWindow
from caremgr_desktop.ui.widgets.history_list import HistoryList
from caremgr_desktop.ui.widgets.text import TextLabel
from caremgr_desktop.ui.words import translated
from tests.ui.results import Open, result_page, settle
from tests.ui.stage import OpenWindow, ShelfStore, quiz


def filled(window: MainWindow) -> HistoryPage:
    """Answer one question three times anew, and open the list."""
    for option in ("near", "middle", "far"):
        window.presenter.start()
        window.presenter.answer("place", (option,))
        window.presenter.restart()
    window.show_over("history")
    return history(window)


def history(window: MainWindow) -> HistoryPage:
    page = window.page
    assert isinstance(page, HistoryPage)
    return page


def row_points(page: HistoryPage) -> list[QPoint]:
    """Return the middle of each row."""
    model = page.list.model()
    rects = [page.list.visualRect(model.index(row, 0)) for row in range(model.rowCount())]
    return [rect.center() for rect in rects]


def press_row(qtbot: QtBot, page: HistoryPage, row: int) -> None:
    """Press a row, as a finger does."""
    point = row_points(page)[row]
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=point)


def button(window: MainWindow, words: str) -> QAbstractButton:
    """Return the button on screen with these words."""
    return next(it for it in window.page.buttons() if it.text() == words and it.isVisible())


def words_on(window: MainWindow) -> list[str]:
    """Return the words of the buttons on screen."""
    return [it.text() for it in window.page.buttons() if it.isVisible()]


def picks(visits: list[Visit | None]) -> list[str]:
    return [visit.answers["place"][0] for visit in visits if visit is not None]


def test_every_visit_is_listed_the_last_one_first(open_window: OpenWindow) -> None:
    window = open_window()
    page = filled(window)
    kept = window.presenter.safe.kept()
    assert picks([window.presenter.safe.open(it.visit_id) for it in kept]) == [
        "far",
        "middle",
        "near",
    ]
    model = page.list.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert all("1 of 4 answered" in words for words in said)
    assert words_on(window) == ["Back", "Delete all"]


def test_a_visit_is_opened_where_it_stopped(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    press_row(qtbot, filled(window), 2)
    button(window, "Open").click()
    assert window.presenter.visit.answers == {"place": ("near",)}
    assert window.presenter.visit.place.kind == "question"


def test_enter_opens_the_row_that_the_keys_are_on(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = filled(window)
    assert window.focusWidget() is page.list
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert window.presenter.visit.answers == {"place": ("middle",)}


def test_a_visit_is_named_and_the_name_is_taken_off(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = filled(window)
    press_row(qtbot, page, 1)
    button(window, "Rename").click()
    qtbot.keyClicks(window.focusWidget(), "  Before   the fair ")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert [kept.name for kept in window.presenter.safe.kept()] == ["", "Before the fair", ""]
    assert [kept.name for kept in page.list.picked] == ["Before the fair"]
    button(window, "Rename").click()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Delete)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert [kept.name for kept in page.list.picked] == ["Before the fair"]
    assert history(window) is page


def test_deleted_visits_come_back_one_deletion_after_the_other(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    page = filled(window)
    press_row(qtbot, page, 0)
    button(window, "Delete").click()
    assert page.list.count == 2
    press_row(qtbot, page, 0)
    press_row(qtbot, page, 1)
    button(window, "Delete 2").click()
    assert window.presenter.safe.kept() == []
    assert "Nothing is kept on this computer." in shown_texts(window)
    button(window, "Bring the 2 deleted ones back").click()
    assert page.list.count == 2
    button(window, "Bring the deleted one back").click()
    assert page.list.count == 3
    assert not any("back" in words for words in words_on(window))


def shown_texts(window: MainWindow) -> list[str]:
    return [it.text() for it in window.page.findChildren(TextLabel) if it.isVisible()]


def test_after_all_is_deleted_the_first_page_offers_a_start_alone(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    filled(window)
    button(window, "Delete all").click()
    button(window, "Back").click()
    assert isinstance(window.page, WelcomePage)
    assert "Go on where I stopped" not in words_on(window)
    assert window.presenter.keep()
    store = window.context.store
    assert isinstance(store, ShelfStore)
    assert store.visit is None


def test_a_deleted_visit_that_was_open_is_not_written_again(open_window: OpenWindow) -> None:
    window = open_window()
    window.presenter.start()
    window.presenter.answer("place", ("near",))
    window.show_over("history")
    button(window, "Delete all").click()
    button(window, "Back").click()
    assert window.presenter.visit.answers == {}
    assert isinstance(window.page, WelcomePage)
    assert window.presenter.keep()
    assert window.presenter.safe.kept() == []


def test_what_cannot_be_deleted_stays_in_the_list(open_window: OpenWindow) -> None:
    window = open_window()
    page = filled(window)
    store = window.context.store
    assert isinstance(store, ShelfStore)
    store.is_full = True
    button(window, "Delete all").click()
    assert page.list.count == 3
    store.is_full = False


def test_what_could_not_be_brought_back_can_be_tried_again(open_window: OpenWindow) -> None:
    window = open_window()
    page = filled(window)
    store = window.context.store
    assert isinstance(store, ShelfStore)
    button(window, "Delete all").click()
    store.is_full = True
    button(window, "Bring the 3 deleted ones back").click()
    assert page.list.count == 0
    store.is_full = False
    button(window, "Bring the 3 deleted ones back").click()
    assert page.list.count == 3


def test_what_was_deleted_can_be_reached_from_the_first_page(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    filled(window)
    button(window, "Delete all").click()
    assert window.focusWidget() is button(window, "Bring the 3 deleted ones back")
    button(window, "Back").click()
    button(window, "My results").click()
    page = history(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.list.count == 3


def test_the_list_is_left_by_escape_and_stays_in_another_look(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    filled(window)
    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert history(window).list.count == 3
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert isinstance(window.page, WelcomePage)


@pytest.mark.parametrize("scale", [100, 200])
def test_rows_and_buttons_are_large_enough_and_nothing_is_cut(
    open_window: OpenWindow, qtbot: QtBot, scale: int
) -> None:
    window = open_window(scale, QSize(800, 600))
    page = filled(window)
    press_row(qtbot, page, 0)
    rows = [page.list.visualRect(page.list.model().index(row, 0)) for row in range(3)]
    assert min(rect.height() for rect in rows) >= 44
    assert page.list.viewport().height() >= rows[0].height()
    for part in page.buttons():
        if part.isVisible():
            assert part.width() >= part.sizeHint().width()
            assert page.rect().contains(part.mapTo(page, part.rect().bottomRight()))


def many(visits: int) -> list[KeptVisit]:
    """Return so many visits with a result."""
    moments = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hour) for hour in count())
    outcome = Outcome("clear", ("case",), "plan", {"case": 0.8})
    return [
        KeptVisit(number, "", moment, moment, 4, 0, outcome)
        for number, moment in zip(range(visits), moments, strict=False)
    ]


def test_only_the_rows_on_screen_are_put_into_words(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    page = filled(window)
    asked: list[int] = []
    writer = HistoryWriter(quiz(), QtFormats(), translated)

    def row(kept: KeptVisit) -> HistoryRow:
        asked.append(kept.visit_id)
        return writer.row(kept)

    listed = HistoryList(page.theme, row)
    qtbot.addWidget(listed)
    listed.resize(600, 400)
    listed.show_visits(many(10_000))
    listed.show()
    qtbot.waitExposed(listed)
    qtbot.waitUntil(lambda: bool(asked))
    assert len(set(asked)) < 30


def test_results_are_opened_again_and_compared(open_result: Open, qapp: QApplication) -> None:
    window = open_result()
    own = window.presenter.visit
    question = window.presenter.quiz.questions[0]
    window.presenter.restart()
    window.presenter.start()
    for asked in window.presenter.quiz.questions:
        window.presenter.answer(asked.id, (asked.options[0].id,))
    window.presenter.open_result()
    settle(qapp)
    window.presenter.restart()
    window.show_over("history")
    page = history(window)
    assert page.list.count == 2
    model = page.list.selectionModel()
    for row in range(2):
        model.select(page.list.model().index(row, 0), QItemSelectionModel.SelectionFlag.Select)
    button(window, "Compare").click()
    assert type(window.page) is ComparePage
    said = [label.text() for label in window.page.findChildren(TextLabel)]
    assert question.label in said or any("same" in words for words in said)
    assert any("questions were answered differently" in words for words in said)
    button(window, "Back").click()
    page = history(window)
    kept = window.presenter.safe.kept()
    page.open_requested.emit(next(it for it in kept if it.visit_id == own.seed))
    settle(qapp)
    assert window.presenter.visit.place == RESULT
    assert window.presenter.visit.answers == own.answers
    assert result_page(window).title == "Your result"
