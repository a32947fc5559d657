"""Runs the window: the Qt application, the fonts, and what happens on an error."""

import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication

from caremgr_desktop.ui.context import WindowContext
from caremgr_desktop.ui.shell import MainWindow
from caremgr_desktop.ui.theme import load_fonts


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


def run(context: WindowContext) -> int:
    """Show the window until it is closed and return the exit status."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName(context.quiz.title)
    application.setDesktopFileName("caremgr-desktop")
    application.setStyle("Fusion")
    load_fonts(context.fonts_folder)
    failures = Failures(context)
    sys.excepthook = failures
    window = MainWindow(context)
    failures.attach(window)
    window.show()
    return application.exec()
