"""Sets a report as a file that can be printed, read aloud and kept: tagged PDF by typst.

The report goes in as JSON and is read by the template as data: nothing in it is ever
taken for markup.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from caremgr_desktop.errors import OutputError
from caremgr_desktop.reporting.paper import LETTER
from caremgr_desktop.reporting.plain import harmless

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from typst import Compiler, TypstError

    from caremgr_desktop.reporting.report import Code, ReportWriter
    from caremgr_desktop.reporting.views import ResultView

STANDARD: Final = "ua-1"
PRINT_PPI = 300.0
REMEMBERED_DOCUMENTS = 11
UNKNOWN_SIGN = "?"
MOST_STRANGE_SIGNS = 40
"""So many signs that no font has are printed as a question mark; with more it is no report."""
_STRANGE = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class Press:
    """Sets reports with the template and the fonts of one folder of resources."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self._made: Compiler | None = None

    def pdf(self, value: Mapping[str, object]) -> bytes:
        """Return a report as PDF/UA-1; raises OutputError ``not_set``."""
        try:
            return self._set(value)[1]
        finally:
            self._forget()

    def pages(self, value: Mapping[str, object], ppi: float = PRINT_PPI) -> list[bytes]:
        """Return the pages of a report as PNG pictures, for a printer or a preview.

        They show the very signs that the file has. Raises OutputError ``not_set``.
        """
        try:
            text, _ = self._set(value)
            found = self._compiler().compile(format="png", ppi=ppi, sys_inputs={"report": text})
            return found if isinstance(found, list) else [found or b""]
        finally:
            self._forget()

    def _compiler(self) -> Compiler:
        """Return the compiler, with the bundled fonts and none of the system's."""
        if self._made is None:
            from typst import Compiler, Fonts

            # Typst's own fonts stand in for signs that the bundled one lacks, such as Greek.
            fonts = Fonts(include_system_fonts=False, font_paths=[self._resources / "fonts"])
            folder = self._resources / "report"
            self._made = Compiler(
                folder / "report.typ", root=folder, font_paths=fonts, ignore_system_fonts=True
            )
        return self._made

    @staticmethod
    def _forget() -> None:
        """Make typst let go of what it keeps of a report: it is large, and it is a person's.

        It keeps each part of its work until so many other documents are done. Without this
        twenty reports take four times the memory.
        """
        from typst import Fonts
        from typst import compile as set_document

        none = Fonts(include_system_fonts=False, include_embedded_fonts=False)
        for _ in range(REMEMBERED_DOCUMENTS):
            set_document(b"", font_paths=none, ignore_system_fonts=True, format="pdf")

    def _set(self, value: Mapping[str, object]) -> tuple[str, bytes]:
        """Return what was printed, as JSON, and the file."""
        from typst import TypstError

        text = json.dumps(_printable(value), ensure_ascii=False)
        strange = ""
        for _ in range(MOST_STRANGE_SIGNS):
            text = text.replace(strange, UNKNOWN_SIGN) if strange else text
            try:
                found = self._compiler().compile(
                    format="pdf", pdf_standards=[STANDARD], sys_inputs={"report": text}
                )
            except TypstError as error:
                strange = _strange_sign(error)
            else:
                return text, found if isinstance(found, bytes) else b""
        raise OutputError("not_set", reason=strange)


class Reports:
    """Makes the reports of one quiz, ready to be kept or printed."""

    def __init__(self, writer: ReportWriter, press: Press) -> None:
        self._writer = writer
        self._press = press

    def pdf(
        self,
        view: ResultView,
        *,
        code: Code | None = None,
        paper: str = LETTER,
        language: str = "",
    ) -> bytes:
        """Return the report of a result as a PDF file; raises OutputError ``not_set``."""
        value = self._writer.value(view, code=code, paper=paper, language=language)
        return self._press.pdf(value)

    def pages(
        self,
        view: ResultView,
        *,
        code: Code | None = None,
        paper: str = LETTER,
        ppi: float = PRINT_PPI,
    ) -> list[bytes]:
        """Return its pages as PNG pictures; raises OutputError ``not_set``."""
        return self._press.pages(self._writer.value(view, code=code, paper=paper), ppi)


def _strange_sign(error: TypstError) -> str:
    """Return the sign that no font has; raises OutputError where something else was wrong."""
    found = _STRANGE.search(error.message)
    if found is None:
        raise OutputError("not_set", reason=error.message) from error
    return _ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), found[1])


def _printable(value: object) -> object:
    """Return the same with a space for each sign that steers, and nothing that is no Unicode."""
    if isinstance(value, str):
        return harmless(value).encode(errors="replace").decode()
    if isinstance(value, dict):
        return {key: _printable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(item) for item in value]
    return value
