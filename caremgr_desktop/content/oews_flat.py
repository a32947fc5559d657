"""Reads the flat file in which BLS publishes all OEWS figures, ``oe.data.0.Current``.

As oe.txt beside it says: one line a figure, the first line names the columns, each line
ends with a new line. The columns are separated by tabs and padded with blanks:

    series_id                     year  period        value  footnote_codes
    OEUN000000000000029114113     2025  A01           97550

A series is ``OE``, ``U`` (not seasonally adjusted), type (N, S or M) and code (7) of the area,
industry (6), occupation (6) and the kind of figure (2); see oews_codes for the first parts.
A value of ``-`` has a footnote: 5 for a wage at or above the highest that is published
(239,200 in May 2025), 8 for an estimate that is not released. The year is that of the survey:
2025 stands for May 2025. The file of May 2025 has 6 million lines and 332 MB.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from caremgr_desktop.career.pay_changes import FIGURES
from caremgr_desktop.career.pay_release import Release
from caremgr_desktop.content.faults import shown
from caremgr_desktop.content.oews_cells import (
    NOT_RELEASED,
    Gatherer,
    Published,
    Reading,
    Tell,
    number_in,
)
from caremgr_desktop.errors import TableError

KINDS = dict(zip((b"01", b"11", b"12", b"13", b"14", b"15"), FIGURES, strict=True))
"""The kinds of figures that we keep: jobs, and a year's wages at five percentiles."""
HEADER = ("series_id", "year", "period", "value")
START = b"OEU"
SERIES = slice(0, 23)
KIND = slice(23, 25)
SERIES_AND_KIND = slice(0, 25)
BLOCK_BYTES = 1 << 20
LONGEST_LINE = 1_000
CAPPED_NOTE = "5"
_YEAR = re.compile(r"20\d\d", re.ASCII)


def is_header(line: bytes) -> bool:
    """Whether a line names the columns of the flat file."""
    return tuple(_cells(line)[: len(HEADER)]) == HEADER


class FlatFile:
    """Reads one flat file block by block, in constant memory."""

    def __init__(self, stream: BinaryIO, size: int, gatherer: Gatherer) -> None:
        self._stream = stream
        self._size = size
        self._gatherer = gatherer
        self._wanted = {key.series: key for key in gatherer.wanted}
        self._year = 0

    def read(self, tell: Tell) -> Published:
        """Return the wanted cells; raises TableError where the file is broken or cut off."""
        line, wanted = 1, self._wanted
        for lines in self._blocks(tell):
            # Of six million lines a few thousand are wanted: a slice and a look tell which.
            for number, text in enumerate(lines, start=line):
                if text[SERIES] in wanted:
                    self._take(text, number)
            line += len(lines)
        return Published(Release(self._year), self._gatherer.finish())

    def _blocks(self, tell: Tell) -> Iterator[list[bytes]]:
        """Yield the whole lines of each block; the first line is the header."""
        rest, done, line = b"", 0, 1
        while block := self._stream.read(BLOCK_BYTES):
            done += len(block)
            *lines, rest = (rest + block).split(b"\n")
            self._check_lines(lines, line)
            if len(rest) > LONGEST_LINE:
                raise TableError("bad_line", line=line + len(lines), value=shown(_text(rest)))
            yield lines
            line += len(lines)
            tell(min(1.0, done / max(1, self._size)))
        if rest:
            raise TableError("cut_off", line=line)

    def _check_lines(self, lines: list[bytes], first: int) -> None:
        """Raise TableError ``bad_line`` unless each line is one of a series, but for the header."""
        series = lines[1:] if first == 1 else lines
        # Counting in the joined text is far quicker than looking at each line.
        if (b"\n" + b"\n".join(series)).count(b"\n" + START) >= len(series):
            return
        for number, line in enumerate(series, start=first + len(lines) - len(series)):
            if not line.startswith(START):
                raise TableError("bad_line", line=number, value=shown(_text(line)))

    def _take(self, line: bytes, number: int) -> None:
        """Take a line of a wanted cell, if it is of a kind that we keep."""
        name = KINDS.get(line[KIND])
        if name is None:
            return
        cells = _cells(line)
        if len(cells) < len(HEADER) or cells[0] != _text(line[SERIES_AND_KIND]):
            raise TableError("bad_line", line=number, value=shown(_text(line)))
        self._check_year(cells[1], number)
        reading = _reading(cells[3], "".join(cells[4:5]), number)
        self._gatherer.add(self._wanted[line[SERIES]], name, reading, number)

    def _check_year(self, written: str, line: int) -> None:
        """Keep the year; raises TableError where one figure has another than the first."""
        if not _YEAR.fullmatch(written):
            raise TableError("bad_year", value=shown(written), line=line)
        if self._year and self._year != int(written):
            raise TableError("two_years", line=line, first=self._year, second=int(written))
        self._year = int(written)


def _reading(value: str, notes: str, line: int) -> Reading:
    """Return what a value and its footnotes say."""
    if value in NOT_RELEASED:
        return Reading(None, is_capped=CAPPED_NOTE in notes)
    return Reading(number_in(value, line))


def _cells(line: bytes) -> list[str]:
    """Return a line's cells without their blanks; oe.txt speaks of blanks between them."""
    text = _text(line)
    return [cell.strip() for cell in text.split("\t")] if "\t" in text else text.split()


def _text(line: bytes) -> str:
    return line[:LONGEST_LINE].decode("ascii", errors="replace")
