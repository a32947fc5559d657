"""The page about the numbers: plain words, every source, and no claim on anybody's behalf."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from caremgr_desktop.reporting.about import AboutView
from caremgr_desktop.ui.pages.about import AboutPage, ArticleFold
from caremgr_desktop.ui.theme import load_fonts
from caremgr_desktop.ui.widgets.citation import SourceText
from caremgr_desktop.ui.widgets.fold import FoldWidget
from caremgr_desktop.ui.widgets.wrap import BREAK
from tests.ui import sample_views
from tests.ui.stage import FONTS
from tests.ui.stage import theme as make_theme

Open = Callable[..., AboutPage]
PLAIN = QSize(1280, 800)
ROUNDS = 6


def settle() -> None:
    for _ in range(ROUNDS):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def open_page(qtbot: QtBot, qapp: QApplication) -> Open:
    load_fonts(FONTS)

    def open_one(view: AboutView | None = None, size: QSize = PLAIN, scale: int = 100) -> AboutPage:
        theme = make_theme(scale)
        theme.dress(qapp)
        page = AboutPage(theme)
        qtbot.addWidget(page)
        page.show_about(view or sample_views.about_view())
        page.resize(size)
        page.show()
        qtbot.waitExposed(page)
        settle()
        return page

    return open_one


def shown(page: AboutPage) -> str:
    """Return all that is on the page, as a reader would copy it."""
    labels = [it.text().replace(BREAK, "") for it in page.findChildren(QLabel) if it.isVisible()]
    texts = [it.toPlainText() for it in page.findChildren(QTextEdit) if it.isVisible()]
    return "\n".join([*labels, *texts])


def unfold_all(page: AboutPage) -> None:
    for fold in page.findChildren(FoldWidget):
        fold.link.click()
    settle()


def test_it_says_that_no_named_organization_is_affiliated(open_page: Open) -> None:
    assert sample_views.about_view().affiliation in shown(open_page())


def test_every_source_is_listed_with_its_address_and_its_age(open_page: Open) -> None:
    text = shown(open_page())
    for source in sample_views.about_view().sources:
        assert source.line in text
        assert source.url in text
    assert "Older than 24 months." in text


def test_rows_where_sources_disagree_come_first_the_others_on_demand(
    open_page: Open, qtbot: QtBot
) -> None:
    page = open_page()
    assert "It depends on the setting." in shown(page)
    assert "Paperwork" not in shown(page)
    fold = page.findChild(ArticleFold)
    assert isinstance(fold, ArticleFold)
    qtbot.mouseClick(fold.link, Qt.MouseButton.LeftButton)
    settle()
    assert "Paperwork" in shown(page)
    qtbot.mouseClick(fold.link, Qt.MouseButton.LeftButton)
    settle()
    assert "Paperwork" not in shown(page)


def test_the_way_back_is_one_press(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    back = next(it for it in page.findChildren(QAbstractButton) if it.text() == "Back")
    with qtbot.waitSignal(page.back_requested):
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)


def test_markup_stays_characters(open_page: Open) -> None:
    page = open_page(sample_views.retold(sample_views.about_view(), sample_views.hostile))
    unfold_all(page)
    assert {it.textFormat() for it in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    text = shown(page)
    for part in ("About the numbers", "Mostly direct.", "It depends on the setting."):
        assert f"{part} {sample_views.HOSTILE}" in text


@pytest.mark.parametrize("words", ["plain", "foreign"])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("size", [QSize(800, 600), PLAIN, QSize(3840, 2160)])
def test_nothing_is_cut_at_any_size(open_page: Open, size: QSize, scale: int, words: str) -> None:
    view = sample_views.about_view()
    if words == "foreign":
        view = sample_views.retold(view, sample_views.foreign)
    page = open_page(view, size, scale)
    unfold_all(page)
    for part in page.findChildren(QWidget):
        if isinstance(part, QLabel | SourceText) and part.isVisible():
            left = part.mapTo(page, QPoint(0, 0)).x()
            assert left >= 0
            assert left + part.width() <= size.width()
            assert part.height() >= part.heightForWidth(part.width())


def test_tab_goes_through_the_page_to_the_way_back(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    page.take_focus(Qt.FocusReason.TabFocusReason)
    names: list[str] = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        found = QApplication.focusWidget()
        assert isinstance(found, QWidget)
        names.append(found.accessibleName())
        if found.accessibleName() == "Back":
            break
    assert names[0].startswith("Source (older than 24 months)")
    assert names[-2:] == ["All sources", "Back"]


def test_shown_again_it_holds_the_page_once(open_page: Open) -> None:
    page = open_page()
    before = len(page.findChildren(QWidget))
    page.show_about(sample_views.about_view())
    settle()
    assert len(page.findChildren(QWidget)) == before
