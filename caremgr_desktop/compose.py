"""The one place that joins rooms into a running mode.

Clock, chance and environment are read here and nowhere else. What a mode does
not need is not imported.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TextIO

from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.content.library import ContentLibrary
from caremgr_desktop.core.pace import Pace
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.errors import CareMgrError, OutputError
from caremgr_desktop.logs import FailureLog
from caremgr_desktop.paths import Paths, user_paths
from caremgr_desktop.settings import Settings, load_settings, save_settings
from caremgr_desktop.storage.bookmarks import BookmarkFile
from caremgr_desktop.storage.kept_file import KeptFile
from caremgr_desktop.storage.late_store import LateStore

if TYPE_CHECKING:
    from datetime import date, datetime

    from caremgr_desktop.career.handbook import Handbook
    from caremgr_desktop.career.requirements import Requirements
    from caremgr_desktop.core.answers import Answers
    from caremgr_desktop.core.ports import Formats, Route, Translate, VisitStore
    from caremgr_desktop.core.shape import Shape
    from caremgr_desktop.engine.decide import Engine
    from caremgr_desktop.engine.settling import Settling
    from caremgr_desktop.reporting.pdf import Reports
    from caremgr_desktop.reporting.result import ResultReporter
    from caremgr_desktop.terminal.progress import SlowProgress
    from caremgr_desktop.terminal.screen import Screen
    from caremgr_desktop.ui.context import WindowContext

SEED_BITS = 63
"""A visit's seed is its name in the store: ten thousand of them don't meet by chance."""
NO_WINDOW = 2
LONGEST_PATH = 1_000


class SystemClock:
    """Knows the day of this machine."""

    def today(self) -> date:
        """Return the local date."""
        return now().date()


def now() -> datetime:
    """Return the local time."""
    from datetime import datetime

    return datetime.now().astimezone()


def new_seed() -> int:
    """Return a seed for the order of shuffled options."""
    return int.from_bytes(os.urandom(8), "big") >> (64 - SEED_BITS)


def untranslated(_context: str, text: str) -> str:
    """Return a text as it was written."""
    return text


class Workshop:
    """Makes the parts of every mode, for one set of content files and one person's folders."""

    def __init__(
        self, content: Path | None = None, paths: Paths | None = None, *, is_quick: bool = False
    ) -> None:
        self._is_quick = is_quick
        self._folder = content or shipped_folder()
        self._is_shipped = content is None
        self._paths = paths or user_paths()
        self._library = ContentLibrary(self._folder, self._paths.cache)

    @property
    def cache_folder(self) -> Path:
        """The folder of what can be made anew."""
        return self._paths.cache

    def quiz(self) -> Quiz:
        """Return the quiz; raises ContentError."""
        return self._library.quiz()

    def handbook(self) -> Handbook:
        """Return the facts behind a result; raises ContentError."""
        return self._library.handbook()

    def engine(self) -> Engine:
        """Return an engine for the quiz; raises ContentError."""
        from caremgr_desktop.engine.decide import Engine

        return Engine(self.quiz())

    def route(self) -> Route:
        """Return which questions are asked in which order; raises ContentError."""
        if self._is_quick:
            from caremgr_desktop.engine.quick import QuickRoute

            return QuickRoute(self.engine())
        from caremgr_desktop.core.route import WholeRoute

        return WholeRoute(self.quiz())

    def requirements(self) -> Requirements:
        """Return what credentials ask; raises ContentError."""
        return self._library.requirements()

    def earlier_shapes(self) -> tuple[Shape, ...]:
        """Return what earlier versions of the quiz asked; raises ContentError."""
        return self._library.earlier_shapes()

    def settling(self) -> Settling:
        """Return what tells when the first family is settled; raises ContentError."""
        from caremgr_desktop.engine.settling import Settling

        return Settling(self.quiz(), self.engine)

    def reporter(self, formats: Formats, translate: Translate) -> ResultReporter:
        """Return what turns a visit into a result's words; raises ContentError."""
        from caremgr_desktop.career.facts import Facts
        from caremgr_desktop.reporting.result import ResultReporter

        facts = Facts(self.handbook(), self.requirements())
        parts = (self.engine(), formats, translate, SystemClock())
        return ResultReporter(facts, *parts, is_quick=self._is_quick)

    def text_reporter(self) -> ResultReporter:
        """Return a reporter for the terminal."""
        from caremgr_desktop.terminal.formats import BabelFormats

        return self.reporter(BabelFormats(), untranslated)

    def reports(self, formats: Formats, translate: Translate) -> Reports:
        """Return what makes reports of results; raises ContentError.

        Template and fonts are the program's own, also for another set of content.
        """
        from caremgr_desktop.reporting.pdf import Press, Reports
        from caremgr_desktop.reporting.report import ReportWriter

        writer = ReportWriter(self.quiz(), formats, translate, SystemClock())
        return Reports(writer, Press(shipped_folder() / "resources"))

    def store(self) -> LateStore:
        """Return the store of this person's visits, not opened yet; raises ContentError."""
        quiz_id, paths = self.quiz().id, self._paths
        database, earlier = paths.visits_file, paths.earlier_visit_file(quiz_id)

        def opened() -> VisitStore:
            from caremgr_desktop.storage.visit_store import SqliteStore

            return SqliteStore(database, quiz_id, now, earlier)

        kept = KeptFile(paths.bookmark_file(quiz_id))
        return LateStore(BookmarkFile(kept, database, earlier), opened)

    def window_context(self, *, scale_percent: int = 0, theme: str = "") -> WindowContext:
        """Return what a window is given; raises ContentError."""
        from caremgr_desktop.ui.context import Outside, WindowContext

        settings = load_settings(self._paths.settings_file)
        if scale_percent:
            settings = settings._replace(text_scale_percent=scale_percent)
        if theme:
            settings = settings._replace(theme=theme)
        return WindowContext(
            route=self.route(),
            store=self.store(),
            settling=self.settling(),
            pace=Pace(monotonic),
            make_reporter=self.reporter,
            settings=settings,
            save_settings=self._save_settings,
            log_failure=FailureLog(self._paths.log_file).write,
            log_file=self._paths.log_file,
            new_seed=new_seed,
            fonts_folder=shipped_folder() / "resources" / "fonts",
            outside=Outside(self._command(), given_bytes, self.earlier_shapes),
        )

    def _command(self) -> tuple[str, ...]:
        """Return what starts this program anew, with the same content and edition."""
        is_bundled = getattr(sys, "frozen", False)
        words = [sys.executable] if is_bundled else [sys.executable, "-P", "-c", started_anew()]
        if not self._is_shipped:
            words += ["--content", str(self._folder)]
        return (*words, "--quick") if self._is_quick else tuple(words)

    def _save_settings(self, settings: Settings) -> None:
        save_settings(self._paths.settings_file, settings)


def started_anew() -> str:
    """Return code that starts this program; nothing is looked for in the present folder."""
    place = str(Path(__file__).parent.parent)
    begin = f"import sys; sys.path.append({place!r})"
    return f"{begin}; from caremgr_desktop.__main__ import main; sys.exit(main())"


def given_bytes(visit: Visit, area: str) -> bytes:
    """Return what a visit was given, and whose pay is looked at, as ``report`` reads it."""
    import json

    from caremgr_desktop.reporting.result_json import given_as_json
    from caremgr_desktop.storage.have_json import have_as_json

    said = None if visit.have is None else have_as_json(visit.have)
    return json.dumps(given_as_json(visit, area, said)).encode()


def sentence(error: CareMgrError) -> str:
    """Return an error in words."""
    from caremgr_desktop.reporting.error_sentences import error_sentence

    return error_sentence(error, untranslated)


def version() -> str:
    """Return the version that is installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("caremgr-desktop")
    except PackageNotFoundError:
        return "0 (not installed)"


def run_window(workshop: Workshop, *, scale_percent: int = 0, theme: str = "") -> int:
    """Open the window and return the exit status.

    Where no window can be opened, say why, and go on in text in a terminal;
    elsewhere the status is 2. Raises ContentError.
    """
    from caremgr_desktop.ui.display import library_error, missing

    error = missing()
    if error is None:
        context = workshop.window_context(scale_percent=scale_percent, theme=theme)
        try:
            from caremgr_desktop.ui.loading import load_qt

            load_qt(KeptFile(workshop.cache_folder / "pyside6.cache"))
            from caremgr_desktop.ui.app import run
        except ImportError as failed:
            error = library_error(failed)
        else:
            try:
                return run(context)
            finally:
                context.store.close()
    sys.stderr.write(sentence(error) + "\n")
    if sys.stdin.isatty() and sys.stdout.isatty():
        return run_terminal(workshop, sys.stdin, sys.stdout)
    return NO_WINDOW


def run_terminal(workshop: Workshop, source: TextIO, target: TextIO) -> int:
    """Ask the quiz in a terminal; raises ContentError."""
    from caremgr_desktop.terminal.quiz import TextQuiz
    from caremgr_desktop.terminal.sitting import Sitting

    quiz, store = workshop.quiz(), workshop.store()
    visit = Visit(quiz.id, quiz.version, new_seed())
    sitting = Sitting(
        visit,
        store,
        workshop.route(),
        workshop.settling(),
        screen_on(source, target),
        untranslated,
    )
    try:
        TextQuiz(sitting, workshop.text_reporter, new_seed).run()
    finally:
        store.close()
    return 0


def screen_on(source: TextIO, target: TextIO, encoding: str | None = None) -> Screen:
    """Return a screen as wide as this terminal."""
    from shutil import get_terminal_size

    from caremgr_desktop.terminal.screen import Screen

    return Screen(source, target, get_terminal_size().columns, encoding)


def slow_progress(words: str) -> SlowProgress:
    """Return what says on the standard error how far long work is, in a terminal alone."""
    from caremgr_desktop.terminal.audit import ProgressLine
    from caremgr_desktop.terminal.progress import SlowProgress

    return SlowProgress(ProgressLine(sys.stderr, words), monotonic)


def check_lines(folder: Path | None) -> Iterator[tuple[str, bool]]:
    """Yield each fault as a line, and whether it is only a warning."""
    from caremgr_desktop.content.check import check
    from caremgr_desktop.engine.decide import Engine
    from caremgr_desktop.reporting.fault_sentences import fault_sentence
    from caremgr_desktop.reporting.plain import harmless, short_line

    def flip_distance(quiz: Quiz, answers: Answers) -> int | None:
        return Engine(quiz).decide(answers, {}).verdict.flip.distance

    if folder is not None and not folder.is_dir():
        said = fault_sentence("missing_folder", {})
        yield f"{short_line(str(folder))}:1:1: missing_folder: {said}", False
        return
    for fault in check(folder or shipped_folder(), SystemClock().today(), flip_distance):
        kind = "warning: " if fault.is_warning else ""
        said = fault_sentence(fault.code, fault.params)
        file = folder / fault.file if folder else fault.file
        place = f"{short_line(str(file), LONGEST_PATH)}:{fault.line}:{fault.column}"
        yield f"{place}: {fault.code}: {kind}{harmless(said)}", fault.is_warning


def questions_text(workshop: Workshop, *, is_json: bool) -> str:
    """Return the questions, traits and roles as JSON or to be read; raises ContentError."""
    import json

    from caremgr_desktop.reporting.quiz_json import quiz_as_json
    from caremgr_desktop.reporting.quiz_text import quiz_as_text

    quiz = workshop.quiz()
    return json.dumps(quiz_as_json(quiz), ensure_ascii=False) if is_json else quiz_as_text(quiz)


def shape_text(workshop: Workshop) -> str:
    """Return the entry of the present version for the file of earlier ones; raises ContentError."""
    from caremgr_desktop.core.shape import shape_of
    from caremgr_desktop.reporting.shape_yaml import shape_as_yaml

    return shape_as_yaml(shape_of(workshop.quiz()))


def audit_text(workshop: Workshop, *, is_json: bool, html: Path | None) -> tuple[str, bool]:
    """Return an audit as JSON or to be read, and whether the quiz is fair.

    Also writes it into ``html``, if one is named. Raises ContentError and OutputError.
    """
    import json

    from caremgr_desktop.atomic import write_text
    from caremgr_desktop.engine.audit.audit import Auditor
    from caremgr_desktop.reporting.audit_html import audit_as_html
    from caremgr_desktop.reporting.audit_json import audit_as_json
    from caremgr_desktop.reporting.audit_views import AuditWriter
    from caremgr_desktop.terminal.audit import AuditPrinter, ProgressLine
    from caremgr_desktop.terminal.formats import BabelFormats

    quiz = workshop.quiz()
    progress = ProgressLine(sys.stderr, "Audit")
    try:
        audit = Auditor(quiz).audit(progress.tell)
    finally:
        progress.end()
    view = AuditWriter(quiz, BabelFormats(), untranslated).view(audit)
    if html is not None:
        ids = tuple(family.id for family in quiz.families)
        try:
            write_text(html, audit_as_html(view, ids, quiz.language))
        except OSError as error:
            reason = error.strerror or ""
            raise OutputError("not_written", path=str(html), reason=reason) from error
    if is_json:
        return json.dumps(audit_as_json(audit), ensure_ascii=False), audit.is_fair
    target = StringIO()
    encoding = getattr(sys.stdout, "encoding", None)
    AuditPrinter(screen_on(StringIO(), target, encoding), untranslated).show(view)
    return target.getvalue().strip("\n"), audit.is_fair
