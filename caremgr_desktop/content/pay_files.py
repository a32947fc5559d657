"""The files on pay of one set of content: read, made anew, checked, and written whole."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from caremgr_desktop.atomic import write_bytes
from caremgr_desktop.career.handbook import Handbook
from caremgr_desktop.career.pay import Wage
from caremgr_desktop.career.pay_changes import FIGURES, Cell, Figure
from caremgr_desktop.career.pay_release import Release
from caremgr_desktop.content import files
from caremgr_desktop.content.bundle import Bundle, read_bundle
from caremgr_desktop.content.lint import check_links
from caremgr_desktop.content.load import handbook_of, sound
from caremgr_desktop.content.oews_cells import Found, Published
from caremgr_desktop.content.oews_codes import Key, key_of
from caremgr_desktop.content.schema import PayFile
from caremgr_desktop.content.wages import COLUMNS, NUMBERS
from caremgr_desktop.errors import ContentError, TableError

SOC = COLUMNS.index("soc")
NAICS = COLUMNS.index("naics")
BOM = b"\xef\xbb\xbf"
_LINE = rb"""^(KEY:[ ]+)(["']?)[\w ./-]+\2([ ]*(?:[ ]\#[^\r\n]*)?\r?)$"""
"""A key at the start of a line, a plain or quoted value, perhaps a comment."""


@dataclass(frozen=True, slots=True)
class PresentPay:
    """The table in use: what ``pay.yaml`` says, bytes, rows, and each row's cell in BLS's codes."""

    pay: PayFile
    handbook: Handbook
    pay_yaml: bytes
    csv: bytes
    rows: Sequence[Sequence[str]]
    keys: Sequence[Key]
    wages: Sequence[Wage]


@dataclass(frozen=True, slots=True)
class NewPay:
    """The table that is to be: its release, its rows, and the bytes of both files."""

    release: Release
    wages: Sequence[Wage]
    capped: frozenset[Figure]
    csv: bytes
    pay_yaml: bytes

    @property
    def file(self) -> str:
        """The table's file, as ``pay.yaml`` names it."""
        return self.release.table


class PayFiles:
    """Reads and writes the files on pay in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def present(self) -> PresentPay:
        """Return the table in use; raises ContentError, and TableError ``no_bls_code``."""
        bundle = _sound_bundle(self._folder)
        pay_yaml = files.read_bytes(self._folder, files.PAY)
        table = files.read_bytes(self._folder, bundle.wages.file)
        rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))[1:]
        return PresentPay(
            pay=sound(bundle.pay),
            handbook=handbook_of(bundle),
            pay_yaml=pay_yaml,
            csv=table,
            rows=rows,
            keys=[key_of(row[0], row[SOC], row[NAICS]) for row in rows],
            wages=bundle.wages.wages,
        )

    def check(self, present: PresentPay, new: NewPay) -> None:
        """Hold the new files to what ``check`` asks, in a copy of all content.

        Raises TableError ``would_be_broken``, ``pay_not_kept`` and ``too_many_tables``.
        """
        with TemporaryDirectory() as name:
            try:
                self._copy(Path(name), _bytes_by_file(new))
                files.content_names(Path(name))
                bundle = _sound_bundle(Path(name))
            except ContentError as error:
                if error.code == "too_many_files":
                    raise TableError("too_many_tables", limit=files.MAX_TABLES) from error
                first = str(error.params.get("first", error.code))
                raise TableError("would_be_broken", first=first) from error
        _check_kept(present, new, bundle)

    def write(self, present: PresentPay, new: NewPay) -> None:
        """Write the table, and last ``pay.yaml``, which names it.

        Stopped in between, or where ``pay.yaml`` can't be written, the old table stays in
        use. Raises TableError ``not_brought_in``, ``changed_meanwhile`` and what
        ``check_writable`` does.
        """
        self.check_writable()
        before = {
            file: self._bytes_of(file) for file in (files.PAY, f"resources/{present.pay.file}")
        }
        if list(before.values()) != [present.pay_yaml, present.csv]:
            raise TableError("changed_meanwhile")
        table = self._folder / "resources" / new.file
        earlier = self._bytes_of(f"resources/{new.file}")
        try:
            write_bytes(table, new.csv)
            write_bytes(self._folder / files.PAY, new.pay_yaml)
        except OSError as error:
            _bring_back(table, earlier)
            raise TableError(
                "not_brought_in", folder=str(self._folder), reason=error.strerror or ""
            ) from error

    def check_writable(self) -> None:
        """Raise TableError ``read_only`` where the files may not be written."""
        for folder in (self._folder / "resources", self._folder / files.TABLES):
            if not os.access(folder, os.W_OK):
                raise TableError("read_only", folder=str(folder))

    def _copy(self, folder: Path, new: Mapping[str, bytes]) -> None:
        """Copy all content into an empty folder, with new bytes for some files."""
        names = files.content_names(self._folder)
        old = {name: files.read_bytes(self._folder, name) for name in names}
        for name, data in {**old, **new}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)

    def _bytes_of(self, name: str) -> bytes | None:
        try:
            return files.read_bytes(self._folder, name)
        except ContentError:
            return None


def new_pay(present: PresentPay, published: Published) -> NewPay:
    """Return what the files are to be; raises TableError ``pay_yaml_form``.

    A cell that is gone keeps its row, without figures, so that next year looks for it again.
    """
    found = [published.cells.get(key) for key in present.keys]
    cells = [Cell(wage.area, wage.occupation, wage.employer) for wage in present.wages]
    wages = [Wage(*cell, *_numbers(it)) for cell, it in zip(cells, found, strict=True)]
    capped = frozenset(
        Figure(cell, name)
        for cell, it in zip(cells, found, strict=True)
        for name in FIGURES
        if it is not None and name in it.readings and it.readings[name].is_capped
    )
    release = published.release
    return NewPay(
        release=release,
        wages=wages,
        capped=capped,
        csv=_table(present, found),
        pay_yaml=with_release(present.pay_yaml, release),
    )


def with_release(pay_yaml: bytes, release: Release) -> bytes:
    """Return ``pay.yaml`` with another file and release, and every other byte as it was.

    Raises TableError ``pay_yaml_form`` where these two don't stand on a line of their own.
    """
    for key, value in (("file", release.table), ("release", release.words)):
        pattern = re.compile(_LINE.replace(b"KEY", key.encode()), re.MULTILINE)
        pay_yaml, count = pattern.subn(rb"\g<1>\g<2>" + value.encode() + rb"\g<2>\g<3>", pay_yaml)
        if count != 1:
            raise TableError("pay_yaml_form", key=key, file=release.table, release=release.words)
    return pay_yaml


def _sound_bundle(folder: Path) -> Bundle:
    """Return a folder's files; raises ContentError ``broken_content`` for any fault."""
    bundle = read_bundle(folder)
    check_links(bundle)
    faults = bundle.faults.errors
    if faults:
        first = f"{faults[0].place}: {faults[0].code}"
        raise ContentError("broken_content", folder=str(folder), faults=len(faults), first=first)
    return bundle


def _numbers(found: Found | None) -> list[int | None]:
    """Return a cell's figures in the table's order."""
    readings = {} if found is None else found.readings
    return [readings[name].value if name in readings else None for name in FIGURES]


def _table(present: PresentPay, found: Sequence[Found | None]) -> bytes:
    """Return the new table: the old rows in their order, with the new figures."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n" if b"\r\n" in present.csv else "\n")
    writer.writerow(COLUMNS)
    for row, it in zip(present.rows, found, strict=True):
        numbers = ("" if number is None else str(number) for number in _numbers(it))
        writer.writerow([*row[:NUMBERS], *numbers])
    return (BOM if present.csv.startswith(BOM) else b"") + text.getvalue().encode()


def _bytes_by_file(new: NewPay) -> Mapping[str, bytes]:
    return {f"resources/{new.file}": new.csv, files.PAY: new.pay_yaml}


def _check_kept(present: PresentPay, new: NewPay, bundle: Bundle) -> None:
    """Raise TableError ``pay_not_kept`` unless the new files say what was meant, and no more."""
    pay = sound(bundle.pay)
    same = msgspec.structs.replace(present.pay, file=new.file, release=new.release.words)
    if pay != same or bundle.wages.wages != tuple(new.wages):
        raise TableError("pay_not_kept")


def _bring_back(path: Path, data: bytes | None) -> None:
    """Undo a write as far as the system lets us; the old table is in use either way."""
    try:
        if data is None:
            path.unlink(missing_ok=True)
        else:
            write_bytes(path, data)
    except OSError:
        return
