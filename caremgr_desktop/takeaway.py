"""The commands that make a file to take along: the report, and the result for other programs."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from caremgr_desktop.commands import Planning, decoded, visit_of
from caremgr_desktop.compose import SystemClock, Workshop, untranslated
from caremgr_desktop.errors import AnswerError, OutputError
from caremgr_desktop.reporting.paper import paper_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from caremgr_desktop.core.person import Have
    from caremgr_desktop.reporting.report import Code
    from caremgr_desktop.reporting.views import ResultView

STANDARD_OUTPUT = "-"
PDF = "pdf"
FORMATS = ("csv", "json", "txt")


class Takeaway:
    """Makes files of one person's result; raises ContentError and AnswerError at the start.

    ``have`` is the name and the bytes of a file for ``plan --have``. It and ``area`` go before
    what stands beside the answers.
    """

    def __init__(
        self,
        workshop: Workshop,
        data: bytes,
        *,
        have: tuple[str, bytes] | None = None,
        area: str = "",
    ) -> None:
        from caremgr_desktop.reporting.answer_json import read_answers

        self._workshop = workshop
        found = read_answers(workshop.quiz(), decoded(data))
        if have is not None:
            found = replace(found, have="")
        if area:
            found = replace(found, area=area)
        visit, self._assumptions = visit_of(workshop, found)
        self._visit = visit if have is None else visit._replace(have=_read_have(workshop, *have))

    def report(self, paper: str) -> bytes:
        """Return the report as a PDF file; raises OutputError ``not_set``."""
        from caremgr_desktop.terminal.formats import BabelFormats

        reports = self._workshop.reports(BabelFormats(), untranslated)
        return reports.pdf(self._view(), code=self._code(), paper=paper)

    def pictures(self, paper: str) -> bytes:
        """Return the report's pages as PNG files, one after the other.

        Raises OutputError ``not_set``.
        """
        from caremgr_desktop.terminal.formats import BabelFormats

        reports = self._workshop.reports(BabelFormats(), untranslated)
        return b"".join(reports.pages(self._view(), code=self._code(), paper=paper))

    def _code(self) -> Code:
        from caremgr_desktop.core.code import code_of
        from caremgr_desktop.reporting.qr import qr_rows
        from caremgr_desktop.reporting.report import Code

        text = code_of(self._workshop.quiz(), self._visit)
        return Code(text, qr_rows(text))

    def export(self, kind: str) -> bytes:
        """Return the result as one of ``FORMATS``."""
        makers = {"csv": self._csv, "json": self._json, "txt": self._text}
        return makers[kind]().encode()

    def _view(self) -> ResultView:
        return self._workshop.text_reporter().result(self._visit, None, self._assumptions)

    def _csv(self) -> str:
        from caremgr_desktop.reporting.result_table import result_as_csv

        return result_as_csv(self._view())

    def _text(self) -> str:
        from caremgr_desktop.reporting.result_text import result_as_text
        from caremgr_desktop.terminal.formats import BabelFormats

        made = BabelFormats().day(SystemClock().today())
        return result_as_text(self._view(), made, untranslated, code=self._code().text)

    def _json(self) -> str:
        from caremgr_desktop.reporting.result_json import given_as_json, result_as_json
        from caremgr_desktop.storage.have_json import have_as_json

        have = self._visit.have
        said = None if have is None else have_as_json(have)
        given = given_as_json(self._visit, self._assumptions.area, said)
        quiz, today = self._workshop.quiz(), SystemClock().today()
        found = result_as_json(self._view(), quiz, given, today)
        found["code"] = self._code().text
        return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _read_have(workshop: Workshop, name: str, data: bytes) -> Have:
    """Return what a file says that a person has; raises AnswerError ``bad_have``."""
    have, faults = Planning(workshop, is_json=False).read(name, data)
    if faults:
        raise AnswerError("bad_have", fault=faults[0])
    return have


def kind_of(name: str, wanted: str | None) -> str:
    """Return the format that a file's name, or the person, asks for.

    Raises OutputError ``unknown_format``.
    """
    kind = wanted or Path(name).suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        known = ", ".join(f".{each}" for each in FORMATS)
        raise OutputError("unknown_format", path=name, known=known)
    return kind


def check_report_name(name: str) -> None:
    """Raise OutputError ``wrong_suffix`` for a report that no program would open."""
    if name != STANDARD_OUTPUT and Path(name).suffix.lower() != f".{PDF}":
        raise OutputError("wrong_suffix", path=name, known=f".{PDF}")


def usual_paper(environ: Mapping[str, str] = os.environ) -> str:
    """Return the sheet that is usual where this machine says that it stands."""
    names = (environ.get(key, "") for key in ("LC_ALL", "LC_PAPER", "LANG"))
    return paper_of(next((name for name in names if name), ""))


def write_private(name: str, data: bytes) -> None:
    """Write a file for this person's eyes alone, whole or not at all; raises OutputError."""
    from caremgr_desktop.atomic import write_bytes

    try:
        write_bytes(Path(name), data, is_private=True)
    except OSError as error:
        raise OutputError("not_written", path=name, reason=error.strerror or "") from error
