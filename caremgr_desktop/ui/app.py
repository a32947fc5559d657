"""Runs the window: the Qt application, the fonts, and what happens on an error."""

import gc
import sys
from types import TracebackType

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from caremgr_desktop.ui.context import WindowContext
from caremgr_desktop.ui.shell import FIRST_SIZE, MainWindow
from caremgr_desktop.ui.theme import SMALLEST_SCALE_PERCENT, load_fonts

FRAME = QSize(16, 48)
"""The most that a window manager draws around a window, in pixels."""


class Failures:
    """Takes errors that nobody foresaw: logs where they happened and tells the person."""

    def __init__(self, context: WindowContext) -> None:
        self._context = context
        self._window: MainWindow | None = None

    def attach(self, window: MainWindow) -> None:
        """Show the problem page in this window from now on."""
        self._window = window

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take an error as ``sys.excepthook`` gets it."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self._context.log_failure(error.with_traceback(trace))
        if self._window is not None:
            self._window.show_problem()


def scale_for(screen_height: int) -> int:
    """Return the text size for a person who has chosen none, by the screen's height.

    A high screen without scaling of its own would show small print.
    """
    for least_height, percent in ((2000, 200), (1400, 150), (1050, 125)):
        if screen_height >= least_height:
            return percent
    return SMALLEST_SCALE_PERCENT


def first_size(available: QSize) -> QSize:
    """Return the window's size at the start: it is on screen with its frame and all."""
    return FIRST_SIZE.boundedTo(available - FRAME)


def prepare(application: QApplication, context: WindowContext) -> WindowContext:
    """Give the application its style and fonts; return the context with a text size."""
    application.setApplicationName(context.quiz.title)
    application.setDesktopFileName("caremgr-desktop")
    load_fonts(context.fonts_folder)
    if context.settings.text_scale_percent:
        return context
    scale = scale_for(application.primaryScreen().availableGeometry().height())
    return context._replace(settings=context.settings._replace(text_scale_percent=scale))


def collect_again() -> None:
    """Let Python look for garbage again, which the start had put off.

    What the start has made stays for good, so it is left out of every later look.
    """
    gc.freeze()
    gc.enable()


def run(context: WindowContext) -> int:
    """Show the window until it is closed and return the exit status."""
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    context = prepare(application, context)
    failures = Failures(context)
    sys.excepthook = failures
    window = MainWindow(context)
    failures.attach(window)
    window.resize(first_size(application.primaryScreen().availableSize()))
    window.show()
    QTimer.singleShot(0, collect_again)
    return application.exec()
