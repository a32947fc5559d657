"""Sets a report as a file that can be printed, read aloud and kept: tagged PDF by typst.

The report goes in as JSON and is read by the template as data: nothing in it is ever
taken for markup.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from caremgr_desktop.errors import OutputError
from caremgr_desktop.reporting.plain import harmless

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from typst import Compiler

STANDARD = "ua-1"
PRINT_PPI = 300.0
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
        found = self._set(value, "pdf", None)
        return b"".join(found)

    def pages(self, value: Mapping[str, object], ppi: float = PRINT_PPI) -> list[bytes]:
        """Return the pages of a report as PNG pictures, for a printer or a preview.

        Raises OutputError ``not_set``.
        """
        return self._set(value, "png", ppi)

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

    def _set(self, value: Mapping[str, object], kind: str, ppi: float | None) -> list[bytes]:
        from typst import TypstError

        text = json.dumps(_printable(value), ensure_ascii=False)
        for _ in range(MOST_STRANGE_SIGNS):
            try:
                return self._compiled(text, kind, ppi)
            except TypstError as error:
                strange = _STRANGE.search(error.message)
                if strange is None:
                    raise OutputError("not_set", reason=error.message) from error
                text = text.replace(_unescaped(strange[1]), "?")
        raise OutputError("not_set", reason=_unescaped(strange[1] if strange else ""))

    def _compiled(self, text: str, kind: str, ppi: float | None) -> list[bytes]:
        given = {"report": text}
        if kind == "png":
            found = self._compiler().compile(format="png", ppi=ppi, sys_inputs=given)
        else:
            found = self._compiler().compile(
                format="pdf", pdf_standards=[STANDARD], sys_inputs=given
            )
        return found if isinstance(found, list) else [found or b""]


def _printable(value: object) -> object:
    """Return the same with a space for each sign that steers, and nothing that is no Unicode."""
    if isinstance(value, str):
        return harmless(value).encode(errors="replace").decode()
    if isinstance(value, dict):
        return {key: _printable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(item) for item in value]
    return value


def _unescaped(text: str) -> str:
    """Return a text as it was before it stood in an error's message."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
