"""Makes files and prints of a result, by the program's own commands in a process beside it.

So the window is never held up, what a report takes is given back with the process, and the
file is the very one that the command writes. The answers go in through a pipe: no other
file holds them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QDir,
    QLocale,
    QObject,
    QProcess,
    QStandardPaths,
    QUrl,
)
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from caremgr_desktop.reporting.paper import paper_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtPrintSupport import QPrinter

    from caremgr_desktop.ui.pages.result_take import TakePanel

    AskPath = Callable[[QWidget, str, str, str], str]
    AskPrinter = Callable[[QWidget], QPrinter | None]

THROUGH_PIPE = "-"
LAST_WAIT_MS = 5_000


def ask_path(parent: QWidget, title: str, path: str, kinds: str) -> str:
    """Ask where to save a file; empty where the person thinks better of it."""
    chosen: str = QFileDialog.getSaveFileName(parent, title, path, kinds)[0]
    return chosen


def ask_printer(parent: QWidget) -> QPrinter | None:
    """Ask for a printer by the system's dialog; None where the person thinks better of it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    is_wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if is_wanted else None


class TakeHome(QObject):
    """Does what is wished for in one card; one thing at a time.

    ``command`` starts this program, ``given`` returns what goes into its pipe, ``code`` the
    code of the result, and ``text`` the result with a code in plain words.
    """

    def __init__(
        self,
        command: Sequence[str],
        given: Callable[[], bytes],
        code: Callable[[], str],
        text: Callable[[str], str],
        panel: TakePanel,
    ) -> None:
        super().__init__(panel)
        self._command = command
        self._given = given
        self._code = code
        self._text = text
        self._panel = panel
        self._process: QProcess | None = None
        self._path = ""
        self._printer: QPrinter | None = None
        self.ask_path: AskPath = ask_path
        self.ask_printer: AskPrinter = ask_printer
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.finish)

    def do(self, wish: str) -> None:
        """Do what is wished for: report, print, table, text, code, or open the last file."""
        wishes = {
            "report": self._save_report,
            "print": self._begin_print,
            "table": self._save_table,
            "text": self._copy_text,
            "code": self._copy_code,
            "open": self._open_file,
        }
        if not self.is_busy:
            wishes[wish]()

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self._process is not None

    def _save_report(self) -> None:
        path = self._asked(("pdf",), self.tr("Save the report"), self.tr("PDF files (*.pdf)"))
        if path:
            self._make(["report", "--paper", usual_paper()], path, self.tr("Making the report …"))

    def _save_table(self) -> None:
        kinds = self.tr("Tables (*.csv);;Data (*.json)")
        path = self._asked(("csv", "json"), self.tr("Save as a table"), kinds)
        if path:
            self._make(["export"], path, self.tr("Making the table …"))

    def _asked(self, suffixes: tuple[str, ...], title: str, kinds: str) -> str:
        """Return where the person wants a file, with one of the endings, or nothing."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QDir(QStandardPaths.writableLocation(place))
        if not folder.exists():
            folder = QDir.home()
        day = QDate.currentDate().toString("yyyy-MM-dd")
        name = self.tr("My result {day}").format(day=day)
        path = self.ask_path(self._panel, title, folder.filePath(f"{name}.{suffixes[0]}"), kinds)
        has_ending = path.lower().endswith(tuple(f".{suffix}" for suffix in suffixes))
        return path if not path or has_ending else f"{path}.{suffixes[0]}"

    def _begin_print(self) -> None:
        self._printer = self.ask_printer(self._panel)
        if self._printer is not None:
            words = ["report", "--png", "--paper", usual_paper()]
            self._make(words, THROUGH_PIPE, self.tr("Making the pages …"))

    def _make(self, words: Sequence[str], path: str, told: str) -> None:
        """Start a command that reads the answers from its pipe."""
        self._path = path
        self._panel.tell(told)
        process = self._process = QProcess(self)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_not_started)
        program, *first = self._command
        process.start(program, [*first, *words, THROUGH_PIPE, "-o", path])
        process.write(self._given())
        process.closeWriteChannel()

    def finish(self) -> None:
        """Let what is being made come to its end, as the program ends, so that a file is whole."""
        if self._process is not None:
            self._process.waitForFinished(LAST_WAIT_MS)

    def _on_not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end()
            self._panel.tell(self.tr("The program could not be started a second time for this."))

    def _on_finished(self, status: int) -> None:
        process = self._end()
        if process is None:
            return
        if status:
            words = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
            self._panel.tell(words or self.tr("This could not be made."))
        elif self._path == THROUGH_PIPE:
            self._print(bytes(process.readAllStandardOutput().data()))
        else:
            shown = QDir.toNativeSeparators(self._path)
            self._panel.tell(self.tr("Saved as {path}").format(path=shown), can_open=True)

    def _end(self) -> QProcess | None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        return process

    def _print(self, pictures: bytes) -> None:
        from caremgr_desktop.ui.printing import print_pages

        printer, self._printer = self._printer, None
        is_done = printer is not None and print_pages(printer, pictures)
        told = self.tr("It could not be printed.")
        if is_done and printer is not None:
            file = printer.outputFileName()
            words = self.tr("Printed to {path}") if file else self.tr("Sent to the printer.")
            told = words.format(path=file)
        self._panel.tell(told)

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._text(self._code()))
        self._panel.tell(self.tr("The result is copied as text. Paste it where you want it."))

    def _copy_code(self) -> None:
        QGuiApplication.clipboard().setText(self._code())
        self._panel.tell(self.tr("The code is copied."))

    def _open_file(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(self._path)):
            shown = QDir.toNativeSeparators(self._path)
            told = self.tr("No program here opens it. It is at {path}").format(path=shown)
            self._panel.tell(told, can_open=True)


def usual_paper() -> str:
    """Return the sheet that is usual where this computer says that it stands."""
    return paper_of(QLocale.system().name())
