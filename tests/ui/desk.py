"""A result page with a result on it, for tests that look at it and tests that use it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caremgr_desktop.core.answers import Picks
from caremgr_desktop.reporting.views import ReasonView, ResultView
from caremgr_desktop.ui.formats import QtFormats
from caremgr_desktop.ui.pages.result import ResultPage
from caremgr_desktop.ui.theme import load_fonts
from caremgr_desktop.ui.widgets.fold import FoldWidget
from tests.ui import sample_views
from tests.ui.stage import FONTS, quiz
from tests.ui.stage import theme as make_theme

ROUNDS = 6
SMALLEST = QSize(800, 600)
PLAIN = QSize(1280, 800)
SIZES = [SMALLEST, PLAIN, QSize(1920, 1080), QSize(3840, 2160)]
LEAST_TARGET = 44
CODE = "SA92K-H0D06-0013D-R4B5B-GGY3S-DJQZS"

VIEWS = {
    "clear": sample_views.result_view(),
    "close": sample_views.close_call(),
    "none": sample_views.no_result(),
    "remarked": sample_views.remarked(),
    "foreign": sample_views.retold(sample_views.close_call(), sample_views.foreign),
}


class Desk:
    """A page with a result on it; an answer brings the next result, as the window does."""

    def __init__(self, page: ResultPage, view: ResultView) -> None:
        self.page = page
        self.view = view
        self.visit = sample_views.visit()
        self.changes: list[tuple[str, Picks]] = []
        page.answer_changed.connect(self.take)
        page.rest.set_code(CODE)
        page.show_result(view, quiz(), self.visit)

    def take(self, question_id: str, picks: Picks) -> None:
        """Take an answer and show a result in which it does less than all others."""
        self.changes.append((question_id, picks))
        self.visit = self.visit.with_answer(question_id, picks)
        self.view = smaller(self.view, question_id)
        self.page.show_result(self.view, quiz(), self.visit)

    def settle(self) -> None:
        """Let the cards below follow, and layouts and deletions come to rest."""
        while not self.page.is_at_rest:
            QApplication.processEvents()
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
            it._replace(points=0.5, text="+0.5") if it.question_id == question_id else it
            for it in reasons
        )
        return tuple(sorted(told, key=lambda it: -it.points))

    return view._replace(
        detail=view.detail * 4,
        reasons_for=shrink(view.reasons_for),
        reasons_against=shrink(view.reasons_against),
    )


Open = Callable[..., Desk]


def opener(qtbot: QtBot) -> Open:
    """Return what opens a desk: ``open(view, size, scale, name of the colors)``."""
    load_fonts(FONTS)

    def open_one(
        view: ResultView | None = None, size: QSize = PLAIN, scale: int = 100, name: str = "light"
    ) -> Desk:
        theme = make_theme(scale, name)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setStyle("Fusion")
        theme.dress(application)
        page = ResultPage(theme, QtFormats())
        qtbot.addWidget(page)
        desk = Desk(page, view or sample_views.result_view())
        page.resize(size)
        page.show()
        qtbot.waitExposed(page)
        desk.settle()
        return desk

    return open_one


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
