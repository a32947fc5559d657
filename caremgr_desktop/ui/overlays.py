"""The pages that lie over the visit's own: about the numbers, my results, results compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caremgr_desktop.errors import CareMgrError
from caremgr_desktop.ui.past import Past
from caremgr_desktop.ui.words import translated

if TYPE_CHECKING:  # Each page's module is loaded with its first page, not at the start.
    from collections.abc import Callable, Sequence

    from caremgr_desktop.core.code import EarlierShapes
    from caremgr_desktop.core.kept import KeptVisit
    from caremgr_desktop.core.ports import Formats
    from caremgr_desktop.reporting.result import ResultReporter
    from caremgr_desktop.ui.pages.code import CodePage
    from caremgr_desktop.ui.pages.history import HistoryPage
    from caremgr_desktop.ui.pages.page import Page
    from caremgr_desktop.ui.presenter import Presenter
    from caremgr_desktop.ui.theme import Theme


class Overlays(QObject):
    """Makes these pages, filled, in whichever look the window has.

    Signals: ``wanted(kind, chosen)`` for a page to be shown, ``told(words)`` for a notice,
    and ``closed()`` where the visit's own is to be shown again.
    """

    wanted = Signal(str, list)
    told = Signal(str)
    closed = Signal()

    def __init__(
        self,
        presenter: Presenter,
        formats: Formats,
        reporter: Callable[[], ResultReporter],
        earlier_shapes: EarlierShapes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._past = Past(presenter, self)
        self._past.changed.connect(self._on_past_changed)
        self._presenter = presenter
        self._formats = formats
        self._reporter = reporter
        self._earlier_shapes = earlier_shapes
        self._listed: HistoryPage | None = None
        self._code_page: CodePage | None = None
        self._compared: Sequence[KeptVisit] = ()

    def page(self, kind: str, chosen: Sequence[KeptVisit], theme: Theme) -> Page:
        """Return a page: about, code, history, or compare with the visits chosen for it."""
        if kind == "compare":
            return self._compare(chosen, theme)
        makers = {"history": self._history, "code": self._code}
        return makers.get(kind, self._about)(theme)

    def forget(self, page: Page) -> None:
        """Let go of a page that was left."""
        if page is self._listed:
            self._listed = None
        if page is self._code_page:
            self._code_page = None

    def _about(self, theme: Theme) -> Page:
        from caremgr_desktop.ui.pages.about import AboutPage

        about = self._reporter().about()
        page = AboutPage(theme)
        page.back_requested.connect(self.closed)
        page.show_about(about)
        return page

    def _code(self, theme: Theme) -> Page:
        from caremgr_desktop.ui.pages.code import CodePage

        page = self._code_page = CodePage(theme)
        page.code_given.connect(self._on_code_given)
        page.back_requested.connect(self.closed)
        return page

    def _on_code_given(self, text: str) -> None:
        """Show the result that a code stands for, or say on the page what is wrong with it."""
        from caremgr_desktop.core.code import opened
        from caremgr_desktop.reporting.error_sentences import error_sentence
        from caremgr_desktop.reporting.opened_code import opened_sentence

        presenter = self._presenter
        try:
            found = opened(presenter.quiz, text, presenter.new_seed(), self._earlier_shapes)
        except CareMgrError as error:
            if self._code_page is not None:
                self._code_page.say(error_sentence(error, translated))
            return
        presenter.take_in(found.visit)
        words = opened_sentence(found, translated)
        if words:
            self.told.emit(words)

    def _history(self, theme: Theme) -> Page:
        """Return the list; one that is on screen in this look is filled anew."""
        page = self._listed
        if page is None or page.theme != theme:
            page = self._listed = self._made_list(theme)
        page.show_visits(self._past.kept(), self._past.deleted_count)
        page.pick(self._compared)
        self._compared = ()
        return page

    def _made_list(self, theme: Theme) -> HistoryPage:
        from caremgr_desktop.reporting.history_views import HistoryWriter
        from caremgr_desktop.ui.pages.history import HistoryPage

        writer = HistoryWriter(self._presenter.quiz, self._formats, translated)
        page = HistoryPage(theme, writer)
        page.open_requested.connect(self._past.open)
        page.compare_requested.connect(self._on_compare)
        page.rename_requested.connect(self._past.rename)
        page.delete_requested.connect(self._past.delete)
        page.delete_all_requested.connect(self._past.delete_all)
        page.undo_requested.connect(self._past.undo)
        page.back_requested.connect(self.closed)
        return page

    def _compare(self, chosen: Sequence[KeptVisit], theme: Theme) -> Page:
        from caremgr_desktop.ui.pages.compare import ComparePage

        self._compared = chosen
        page = ComparePage(theme)
        page.show_comparison(self._reporter().compared(self._past.visits(chosen)))
        page.back_requested.connect(self._on_list)
        return page

    def _on_compare(self, chosen: list[KeptVisit]) -> None:
        self.wanted.emit("compare", chosen)

    def _on_list(self) -> None:
        self.wanted.emit("history", [])

    def _on_past_changed(self) -> None:
        if self._listed is not None:
            self._on_list()
