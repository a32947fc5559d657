"""The window: the rail, one page at a time, and notices above them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caremgr_desktop.ui.arrival import Arrivals
from caremgr_desktop.ui.book import Book, Collaborators
from caremgr_desktop.ui.context import WindowContext
from caremgr_desktop.ui.formats import QtFormats
from caremgr_desktop.ui.look import Look
from caremgr_desktop.ui.mishaps import Mishaps
from caremgr_desktop.ui.notices import Notices
from caremgr_desktop.ui.pages.page import Page
from caremgr_desktop.ui.presenter import Presenter
from caremgr_desktop.ui.widgets.notice import NoticeWidget
from caremgr_desktop.ui.widgets.rail import RailWidget
from caremgr_desktop.ui.words import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from caremgr_desktop.core.kept import KeptVisit
    from caremgr_desktop.reporting.result import ResultReporter
    from caremgr_desktop.ui.overlays import Overlays
    from caremgr_desktop.ui.what_if import WhatIf

FIRST_SIZE = QSize(1280, 800)
LEAST_SIZE = QSize(640, 480)
RAIL_WIDTH = 250
RAIL_FROM = 780
"""The window's width, at 100 % text, from which the rail is shown."""


class MainWindow(QMainWindow):
    """Shows the page of the visit's present place, in the chosen size and colours."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        families = tuple(family.id for family in context.quiz.families)
        self._look = Look(context.settings, context.save_settings, families, self)
        self._look.changed.connect(self._rebuild)
        self._reporter: ResultReporter | None = None
        self._what_if: WhatIf | None = None
        self._overlay: Callable[[], None] | None = None
        self._mishaps = Mishaps()
        self._fails_again = False
        self._is_warned = False
        self._formats = QtFormats()
        self._presenter = Presenter(
            context.route,
            context.store,
            context.new_seed,
            context.settling,
            context.pace,
            self,
        )
        self._presenter.changed.connect(self._show_here)
        self._presenter.progressed.connect(self._on_progressed)
        self._arrivals = Arrivals(self._presenter)
        self._overlays: Overlays | None = None
        self._notices = Notices(self._presenter)
        self.setMinimumSize(LEAST_SIZE)
        self.resize(FIRST_SIZE)
        self._bind_keys()
        self._build()
        self._presenter.load()
        self._show_here()

    @property
    def presenter(self) -> Presenter:
        """The presenter behind the pages."""
        return self._presenter

    @property
    def context(self) -> WindowContext:
        """What the window was given."""
        return self._context

    @property
    def page(self) -> Page:
        """The page on screen."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)  # noqa: S101 - the stack holds nothing else
        return page

    def show_problem(self) -> None:
        """Show the page for an unforeseen error, with the way back to the visit.

        What lay over the visit is left by that way; a page of the visit that failed
        before can be gone round.
        """
        if self._overlay in (None, self._lay_problem_over):
            self._fails_again = self._mishaps.note(self._presenter.visit.place)
        else:
            self._fails_again = False
        self._lay_problem_over()

    def _lay_problem_over(self) -> None:
        self._overlay = self._lay_problem_over
        self._lay_over(self._book.problem(self._context.log_file, fails_again=self._fails_again))

    def _bind_keys(self) -> None:
        for keys, slot in (
            ("Alt+Left", self.go_back),
            ("Escape", self._close_overlay),
            ("Ctrl+Q", self.close),
            ("Ctrl++", self._look.enlarge),
            ("Ctrl+=", self._look.enlarge),
            ("Ctrl+-", self._look.reduce),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _build(self) -> None:
        """Make everything of the chosen theme anew; pages are made when needed."""
        self._theme = theme = self._look.theme()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.dress(application)
        parts = Collaborators(
            self._look,
            self._presenter,
            self._make_what_if,
            self._formats,
            self._make_reporter,
            self._context.outside,
        )
        self._book = Book(theme, parts)
        self._join_book()
        self._rail = RailWidget(theme, self._context.quiz.short_title)
        self._rail.section_requested.connect(self._on_section)
        self._stack = QStackedWidget()
        notice = NoticeWidget(theme)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(notice)
        column.addWidget(self._stack, 1)
        middle = QWidget()
        self._across = row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        self.setCentralWidget(middle)
        self._notices.show_in(notice)

    def _join_book(self) -> None:
        book = self._book
        book.setParent(self)
        book.over_requested.connect(self.show_over)
        book.closed_page.connect(self._show_here)
        book.quit_requested.connect(self.close)
        book.scale_chosen.connect(self._look.set_scale)
        book.theme_chosen.connect(self._look.set_theme)

    def _make_reporter(self) -> ResultReporter:
        if self._reporter is None:
            self._reporter = self._context.make_reporter(self._formats, translated)
        return self._reporter

    def _make_what_if(self) -> WhatIf:
        if self._what_if is None:
            from caremgr_desktop.ui.what_if import WhatIf

            self._what_if = WhatIf(self._presenter, self)
            self._what_if.moved.connect(self._on_progressed)
        return self._what_if

    def _show_here(self) -> None:
        self._overlay = None
        self._lay_over(self._book.page_here())
        self._mishaps.end()

    def _lay_over(self, page: Page) -> None:
        before = self._stack.currentWidget()
        if isinstance(before, Page) and before is not page:
            if before.is_returned_to:
                self._arrivals.keep_spot(before)
            self._make_room(before, page)
            self._stack.removeWidget(before)
            self._book.drop(before)
            if self._overlays is not None:
                self._overlays.forget(before)
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._show_rail(page)
        title = self._context.quiz.title
        self.setWindowTitle(title if page.title == title else f"{page.title} - {title}")
        self._arrivals.arrive(page)

    def _make_room(self, before: Page, page: Page) -> None:
        """Show the rail or hide it now, so that the page is laid out once, in its own width.

        The page before it takes no part any more, and hands its focus to nobody.
        """
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        before.hide()
        self._show_rail(page)
        self._across.activate()

    def event(self, event: QEvent) -> bool:
        """Note that a key was pressed: this event comes here before any key does its work."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self._arrivals.note_key()
        return super().event(event)

    def _show_rail(self, page: Page) -> None:
        kind = self._presenter.visit.place.kind
        has_room = self.width() * 100 >= RAIL_FROM * self._theme.scale_percent
        has_steps = kind in ("question", "review", "have") and page.has_rail
        has_steps = has_steps and not self._context.route.ends_early  # It hops between sections.
        self._rail.setVisible(has_room and has_steps)
        is_tight = self.width() * 100 < 1000 * self._theme.scale_percent
        self._rail.setFixedWidth(self._theme.px(200 if is_tight else RAIL_WIDTH))
        if has_steps:
            self._rail.show_progress(self._presenter.progress)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save where the person is; what can't be saved is lost only at the second press."""
        if self._presenter.keep() or self._is_warned:
            super().closeEvent(event)
            return
        self._is_warned = True
        self._notices.warn_before_the_end()
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the rail where there is room for it."""
        super().resizeEvent(event)
        self._show_rail(self.page)
        self._notices.fit()

    def _on_progressed(self) -> None:
        self._is_warned = False
        self._show_rail(self.page)
        self._book.refresh()

    def _on_section(self, index: int) -> None:
        section = self._context.quiz.sections[index]
        self._presenter.open_question(self._context.quiz.questions_of(section.id)[0].id)

    def _over(self) -> Overlays:
        if self._overlays is None:
            from caremgr_desktop.ui.overlays import Overlays

            shapes = self._context.outside.earlier_shapes
            parts = (self._presenter, self._formats, self._make_reporter, shapes)
            self._overlays = Overlays(*parts, self)
            self._overlays.told.connect(self._notices.tell)
            self._overlays.wanted.connect(self.show_over)
            self._overlays.closed.connect(self._show_here)
        return self._overlays

    def show_over(self, kind: str, chosen: Sequence[KeptVisit] = ()) -> None:
        """Show a page over the visit's own, such as about or history."""
        self._overlay = partial(self.show_over, kind, chosen)
        self._lay_over(self._over().page(kind, chosen, self._theme))

    def go_back(self) -> None:
        """Go back one place, or off a page that lies over the visit's own."""
        if self.page.is_overlay:
            self._close_overlay()
        elif self._presenter.visit.place.kind != "welcome":
            self._presenter.back()

    def _close_overlay(self) -> None:
        if self.page.is_overlay:
            self.page.close_overlay()

    def _rebuild(self) -> None:
        self._arrivals.keep_spot(self.page)
        self._book.deleteLater()
        self._build()
        show = self._overlay or self._show_here
        show()
