"""The result page at any size, in any words, by keyboard alone: nothing cut, nothing lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from caremgr_desktop.reporting.views import ResultView
from caremgr_desktop.ui.widgets.citation import SourceText
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.wrap import BREAK
from tests.ui import sample_views
from tests.ui.desk import LEAST_TARGET, SIZES, SMALLEST, VIEWS, Open, opener, stops


@pytest.fixture
def open_desk(qtbot: QtBot) -> Open:
    return opener(qtbot)


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
