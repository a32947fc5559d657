"""The result page alone, on made-up results: any words, any size, mouse or keyboard."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from caremgr_desktop.core.answers import Picks
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.views import ReasonView, ResultView
from caremgr_desktop.ui.formats import QtFormats
from caremgr_desktop.ui.pages.result import ResultPage
from caremgr_desktop.ui.pages.result_head import SettleBox
from caremgr_desktop.ui.pages.result_why import first_of, ordered
from caremgr_desktop.ui.theme import load_fonts
from caremgr_desktop.ui.widgets.citation import SourceText
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.fold import FoldWidget
from caremgr_desktop.ui.widgets.wrap import BREAK
from tests.ui import sample_views
from tests.ui.stage import FONTS, quiz
from tests.ui.stage import theme as make_theme

ROUNDS = 6
SMALLEST = QSize(800, 600)
PLAIN = QSize(1280, 800)
SIZES = [SMALLEST, PLAIN, QSize(1920, 1080), QSize(3840, 2160)]
LEAST_TARGET = 44


class Desk:
    """A page with a result on it; an answer brings the next result, as the window does."""

    def __init__(self, page: ResultPage, view: ResultView) -> None:
        self.page = page
        self.view = view
        self.visit = sample_views.visit()
        self.changes: list[tuple[str, Picks]] = []
        page.answer_changed.connect(self.take)
        page.show_result(view, quiz(), self.visit)

    def take(self, question_id: str, picks: Picks) -> None:
        """Take an answer and show a result in which it does less than all others."""
        self.changes.append((question_id, picks))
        self.visit = self.visit.with_answer(question_id, picks)
        self.view = smaller(self.view, question_id)
        self.page.show_result(self.view, quiz(), self.visit)

    def settle(self) -> None:
        """Let layouts and deletions come to rest."""
        for _ in range(ROUNDS):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def unfold_all(self) -> None:
        """Unfold everything that can be."""
        for fold in self.page.why.folds:
            fold.unfold()
        for link in self.page.findChildren(FoldWidget):
            if link.content is None:
                link.link.click()
        self.settle()

    def y_of(self, part: QWidget) -> int:
        """Return where a part is on screen, from the top of the page."""
        return part.mapTo(self.page, QPoint(0, 0)).y()


def smaller(view: ResultView, question_id: str) -> ResultView:
    """Return a view with a longer headline in which one reason is the smallest."""

    def shrink(reasons: tuple[ReasonView, ...]) -> tuple[ReasonView, ...]:
        told = (
            replace(it, points=0.5, text="+0.5") if it.question_id == question_id else it
            for it in reasons
        )
        return tuple(sorted(told, key=lambda it: -it.points))

    return replace(
        view,
        detail=view.detail * 4,
        reasons_for=shrink(view.reasons_for),
        reasons_against=shrink(view.reasons_against),
    )


Open = Callable[..., Desk]


@pytest.fixture
def open_desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    load_fonts(FONTS)

    def open_one(
        view: ResultView | None = None, size: QSize = PLAIN, scale: int = 100, name: str = "light"
    ) -> Desk:
        theme = make_theme(scale, name)
        qapp.setStyle("Fusion")
        qapp.setStyleSheet(theme.style_sheet())
        page = ResultPage(theme, QtFormats())
        qtbot.addWidget(page)
        desk = Desk(page, view or sample_views.result_view())
        page.resize(size)
        page.show()
        qtbot.waitExposed(page)
        desk.settle()
        return desk

    yield open_one
    qapp.setStyleSheet("")


VIEWS = {
    "clear": sample_views.result_view(),
    "close": sample_views.close_call(),
    "none": sample_views.no_result(),
    "foreign": sample_views.retold(sample_views.close_call(), sample_views.foreign),
}


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_nothing_is_cut_at_any_size(
    open_desk: Open, size: QSize, scale: int, view: ResultView
) -> None:
    desk = open_desk(view, size, scale)
    desk.unfold_all()
    inside = desk.page.why.parentWidget()
    assert inside is not None
    assert inside.width() <= size.width()
    for part in inside.findChildren(QWidget):
        if not part.isVisible():
            continue
        left = part.mapTo(inside, QPoint(0, 0)).x()
        assert left >= 0, part
        assert left + part.width() <= inside.width(), part
        if isinstance(part, QLabel | SourceText):
            assert part.height() >= part.heightForWidth(part.width()), part
        if isinstance(part, QAbstractButton) and not isinstance(part, ElidedButton):
            assert part.width() >= part.minimumSizeHint().width(), part.text()


@pytest.mark.parametrize("scale", [100, 200])
def test_every_button_is_a_target_of_44_pixels(open_desk: Open, scale: int) -> None:
    desk = open_desk(VIEWS["close"], SMALLEST, scale)
    desk.unfold_all()
    buttons = [it for it in desk.page.findChildren(QAbstractButton) if it.isVisible()]
    assert len(buttons) > 20
    small = [it.text() for it in buttons if it.height() < LEAST_TARGET * scale // 100]
    assert small == []


def test_markup_stays_characters_and_no_file_is_loaded(open_desk: Open, tmp_path: Path) -> None:
    red = QColor("#FF0000")
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(red)
    file = tmp_path / "red.png"
    assert image.save(str(file))
    markup = f"<b>x</b> &amp; <img src='{file}'> <img src='{file.as_uri()}'>"
    view = sample_views.retold(VIEWS["close"], markup.__add__)
    desk = open_desk(view, QSize(1920, 1080))
    desk.unfold_all()
    labels = desk.page.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    shown = [label.text().replace(BREAK, "") for label in labels]
    assert f"{markup}{VIEWS['close'].headline}" in shown
    texts = [text.toPlainText() for text in desk.page.findChildren(QTextEdit)]
    assert texts
    assert all(markup in text for text in texts)
    inside = desk.page.why.parentWidget()
    assert inside is not None
    grab = inside.grab().toImage()
    assert not any(
        grab.pixelColor(x, y) == red
        for x in range(0, grab.width(), 10)
        for y in range(0, grab.height(), 10)
    )


def stops(desk: Desk, qtbot: QtBot) -> list[QWidget]:
    """Return what Tab leads to, from the top of the page until it comes round."""
    desk.page.take_focus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    for _ in range(400):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        found = QApplication.focusWidget()
        if found is None or found in seen:
            break
        seen.append(found)
    return seen


@pytest.mark.parametrize("name", VIEWS)
def test_tab_reaches_every_control(open_desk: Open, qtbot: QtBot, name: str) -> None:
    desk = open_desk(VIEWS[name])
    desk.unfold_all()
    reached = stops(desk, qtbot)
    wanted = [
        part
        for part in desk.page.findChildren(QWidget)
        if part.isVisible()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
    ]
    assert len(wanted) > 10
    assert [part for part in wanted if part not in reached] == []


def test_tab_follows_the_rows_and_what_they_unfold(open_desk: Open, qtbot: QtBot) -> None:
    desk = open_desk()
    fold = desk.page.why.folds[1]
    fold.unfold()
    desk.settle()
    reached = stops(desk, qtbot)
    rows = [reached.index(it.row) for it in desk.page.why.folds]
    assert rows == sorted(rows)
    assert fold.detail is not None
    assert rows[1] < reached.index(fold.detail.change) < rows[2]


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


def test_what_has_the_focus_is_on_screen(open_desk: Open, qtbot: QtBot) -> None:
    desk = open_desk(size=SMALLEST)
    for part in stops(desk, qtbot):
        part.setFocus()
    desk.page.take_focus(Qt.FocusReason.TabFocusReason)
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        found = QApplication.focusWidget()
        assert isinstance(found, QWidget)
        assert 0 <= desk.y_of(found) < SMALLEST.height()


def test_keys_that_nobody_took_scroll_the_page(open_desk: Open, qtbot: QtBot) -> None:
    desk = open_desk(size=SMALLEST)
    desk.page.take_focus(Qt.FocusReason.TabFocusReason)
    top = desk.y_of(desk.page.why)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        qtbot.keyClick(desk.page, key)
        assert desk.y_of(desk.page.why) < top
        top = desk.y_of(desk.page.why)
    qtbot.keyClick(desk.page, Qt.Key.Key_Home)
    assert desk.y_of(desk.page.why) > top


def change_in_place(desk: Desk, qtbot: QtBot, place: int) -> QWidget:
    """Unfold a row, open its cards, pick another one with the mouse; return the card."""
    fold = desk.page.why.folds[place]
    qtbot.mouseClick(fold.row, Qt.MouseButton.LeftButton)
    assert fold.detail is not None
    qtbot.mouseClick(fold.detail.change, Qt.MouseButton.LeftButton)
    editor = fold.detail.editor
    assert editor is not None
    desk.settle()
    card = next(it for it in editor.options.cards if not it.isChecked())
    desk.page.show_part(card)
    before = desk.y_of(card)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert desk.y_of(card) == before
    return card


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


def test_reasons_against_are_shown_as_much_as_reasons_for() -> None:
    view = sample_views.result_view()
    many = tuple(sample_views.reason(f"for{place}", "care", 9.0 - place) for place in range(9))
    few = tuple(sample_views.reason(f"not{place}", "case", 1.0 - place / 9) for place in range(9))
    both = first_of(replace(view, reasons_for=many, reasons_against=few))
    assert both == {"for0", "for1", "for2", "not0", "not1", "not2"}
    one_way = first_of(replace(view, reasons_for=many, reasons_against=few[:1]))
    assert one_way == {"for0", "for1", "for2", "for3", "for4", "not0"}


def test_reasons_come_largest_first_whatever_their_direction() -> None:
    points = [reason.points for reason in ordered(sample_views.result_view())]
    assert points == [14.0, 8.0, 5.0]


def test_another_credential_shows_its_own_steps(open_desk: Open, qtbot: QtBot) -> None:
    view = sample_views.result_view()
    other = replace(sample_views.path("CCM", "Through nursing"), rule="A license is asked for.")
    desk = open_desk(replace(view, paths=(view.paths[0], other)))
    pill = next(it for it in desk.page.findChildren(QAbstractButton) if it.text() == "CCM")
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    desk.settle()
    shown = {label.text() for label in desk.page.findChildren(QLabel) if label.isVisible()}
    assert other.rule in shown
    assert view.paths[0].rule not in shown


def test_a_new_result_leaves_nothing_of_the_last_behind(open_desk: Open) -> None:
    desk = open_desk()
    counts = []
    for place in range(4):
        setting = replace(desk.view.setting, summary=f"Another setting {place}")
        desk.page.show_result(replace(desk.view, setting=setting), quiz(), Visit("small", "1", 7))
        desk.settle()
        counts.append(len(desk.page.findChildren(QWidget)))
    assert len(set(counts)) == 1
