"""The one place that joins rooms into a running mode.

Clock, chance and environment are read here and nowhere else. What a mode does
not need is not imported.
"""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.content.library import ContentLibrary
from caremgr_desktop.core.ports import Formats, Translate
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.logs import FailureLog
from caremgr_desktop.paths import Paths, user_paths
from caremgr_desktop.settings import Settings, load_settings, save_settings
from caremgr_desktop.storage.visit_file import FileVisitStore

if TYPE_CHECKING:
    from caremgr_desktop.content.faults import Fault
    from caremgr_desktop.core.answers import Answers
    from caremgr_desktop.engine.decide import Engine
    from caremgr_desktop.reporting.result import ResultReporter
    from caremgr_desktop.ui.context import WindowContext

SEED_BITS = 31


class SystemClock:
    """Knows the day of this machine."""

    def today(self) -> date:
        """Return the local date."""
        return datetime.now().astimezone().date()


def now() -> datetime:
    """Return the local time."""
    return datetime.now().astimezone()


def new_seed() -> int:
    """Return a seed for the order of shuffled options."""
    return secrets.randbits(SEED_BITS)


def untranslated(_context: str, text: str) -> str:
    """Return a text as it was written."""
    return text


class Workshop:
    """Makes the parts of every mode, for one set of content files and one person's folders."""

    def __init__(self, content: Path | None = None, paths: Paths | None = None) -> None:
        self._folder = content or shipped_folder()
        self._is_shipped = content is None
        self._paths = paths or user_paths()
        self._library = ContentLibrary(self._folder, self._paths.cache)

    def quiz(self) -> Quiz:
        """Return the quiz; raises ContentError."""
        return self._library.quiz()

    def engine(self) -> Engine:
        """Return an engine for the quiz; raises ContentError."""
        from caremgr_desktop.engine.decide import Engine

        return Engine(self.quiz())

    def reporter(self, formats: Formats, translate: Translate) -> ResultReporter:
        """Return what turns a visit into a result's words; raises ContentError."""
        from caremgr_desktop.reporting.result import ResultReporter

        return ResultReporter(
            self._library.handbook(), self.engine(), formats, translate, SystemClock()
        )

    def text_reporter(self) -> ResultReporter:
        """Return a reporter for the terminal."""
        from caremgr_desktop.terminal.formats import BabelFormats

        return self.reporter(BabelFormats(), untranslated)

    def store(self) -> FileVisitStore:
        """Return the store of this person's unfinished visit."""
        return FileVisitStore(self._paths.visit_file, now)

    def window_context(self, *, scale_percent: int = 0, theme: str = "") -> WindowContext:
        """Return what a window is given; raises ContentError."""
        from caremgr_desktop.ui.context import WindowContext

        settings = load_settings(self._paths.settings_file)
        if scale_percent:
            settings = replace(settings, text_scale_percent=scale_percent)
        if theme:
            settings = replace(settings, theme=theme)
        return WindowContext(
            quiz=self.quiz(),
            store=self.store(),
            make_reporter=self.reporter,
            settings=settings,
            save_settings=self._save_settings,
            log_failure=FailureLog(self._paths.log_file).write,
            log_file=self._paths.log_file,
            new_seed=new_seed,
            fonts_folder=shipped_folder() / "resources" / "fonts",
        )

    def _save_settings(self, settings: Settings) -> None:
        save_settings(self._paths.settings_file, settings)


def run_window(workshop: Workshop, *, scale_percent: int = 0, theme: str = "") -> int:
    """Open the window; without a display go on in the terminal, or return 2."""
    from caremgr_desktop.ui.display import missing

    error = missing()
    if error is None:
        context = workshop.window_context(scale_percent=scale_percent, theme=theme)
        try:
            from caremgr_desktop.ui.app import run
        except ImportError as failed:
            error = library_error(failed)
        else:
            return run(context)
    from caremgr_desktop.reporting.error_sentences import error_sentence

    print(error_sentence(error, untranslated), file=sys.stderr)  # noqa: T201 - the edge
    if sys.stdin.isatty() and sys.stdout.isatty():
        return run_terminal(workshop, sys.stdin, sys.stdout)
    return 2
