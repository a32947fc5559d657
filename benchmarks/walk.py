"""Goes through the quiz in the program's own window, by clicks."""

import os
import sys
import traceback
from collections.abc import Callable
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from caremgr_desktop.ui.pages.page import Page
from caremgr_desktop.ui.shell import MainWindow
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.options import OptionsWidget

PAINT_TIMEOUT_SECONDS = 20


def fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """End at once with the error, where the program would show its problem page."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


class PaintWatch(QObject):
    """Sees widgets being painted."""

    def __init__(self) -> None:
        super().__init__()
        self._is_painted = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note a paint and let every event pass."""
        if isinstance(event, QPaintEvent):
            self._is_painted = True
        return False

    def wait_for(self, page: Page) -> None:
        """Process events until the page is painted and nothing waits any more."""
        self.wait_for_paint(page)
        QApplication.processEvents()

    def wait_for_paint(self, page: Page) -> None:
        """Process events until the page is painted; what is left for later is left."""
        self._is_painted = False
        page.installEventFilter(self)
        until = monotonic() + PAINT_TIMEOUT_SECONDS
        while not self._is_painted:
            QApplication.processEvents()
            if monotonic() > until:
                raise TimeoutError(page.title)
        page.removeEventFilter(self)


class Walk:
    """A way through the quiz, one step for each round of the event loop.

    ``goes_on`` turns to the next page; what it does is what a measure is about.
    """

    def __init__(self, goes_on: Callable[["Walk"], bool]) -> None:
        found = (item for item in QApplication.topLevelWidgets() if isinstance(item, MainWindow))
        self.window = next(found)
        self._goes_on = goes_on
        sys.excepthook = fail
        self._watch = PaintWatch()

    def wait_for_first_page(self) -> None:
        """Process events until the window stands and its first page is painted."""
        handle = self.window.windowHandle()
        while not handle.isExposed():
            QApplication.processEvents()
        QApplication.processEvents()

    def begin(self) -> None:
        """Click Start, until the first question is painted; what was left before stays there."""
        words = ("Start", "Start again")
        buttons = self.window.page.findChildren(TextButton)
        next(it for it in buttons if it.text() in words and not it.isHidden()).click()
        self._watch.wait_for_paint(self.window.page)

    def go(self) -> None:
        """Take all steps, each from the event loop, so that what was let go is deleted."""
        if self._goes_on(self):
            QTimer.singleShot(0, self.go)
        else:
            self.window.close()

    def paint(self) -> None:
        """Process events until the page on screen is painted."""
        self._watch.wait_for(self.window.page)

    def first_card(self) -> QAbstractButton:
        """Return the first answer of the question that is asked."""
        asked = self.window.page.findChildren(OptionsWidget)
        return next(options for options in asked if not options.isHidden()).cards[0]

    def onward(self) -> QAbstractButton:
        """Return the button that goes on from this page."""
        buttons = self.window.page.findChildren(TextButton)
        shown = (button for button in buttons if not button.isHidden())
        return next(button for button in shown if button.kind == "primary")

    @property
    def place(self) -> str:
        """The kind of the present place: welcome, question, review or result."""
        return self.window.presenter.visit.place.kind
