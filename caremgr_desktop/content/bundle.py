"""All files of one set of content, read and held against their shapes."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from caremgr_desktop.content import files
from caremgr_desktop.content.document import Document
from caremgr_desktop.content.faults import TOP, Faults, shown
from caremgr_desktop.content.schema import (
    TABLE_FORM,
    ArticleFile,
    CredentialsFile,
    PayFile,
    QuestionsFile,
    RoleFile,
    SourcesFile,
    StepsFile,
)
from caremgr_desktop.content.schema_plan import RequirementsFile
from caremgr_desktop.content.shape import Sound, sound_parts
from caremgr_desktop.content.strict import MAX_VALUES, read_document
from caremgr_desktop.content.wages import WageSheet, read_wages
from caremgr_desktop.errors import ContentError

MOST_BYTES = 4_000_000
MOST_VALUES = 80_000
"""Of all files together, so that a crowd of files costs no more than two large ones."""

_ROLE_FILE = re.compile(rf"{files.ROLES}/[a-z][a-z0-9_]*\.yaml")
Kind = TypeVar("Kind", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Part(Generic[Kind]):
    """One file: its document, and the items in it that have the right shape."""

    document: Document
    kind: type[Kind]
    sound: Sound

    @property
    def value(self) -> Kind | None:
        """The whole of what the file says, None unless all of it has the right shape."""
        return self.sound.whole(self.kind)


@dataclass(slots=True)
class Bundle:
    """The parts of one set of content; ``faults`` are those of all files."""

    questions: Part[QuestionsFile]
    roles: list[Part[RoleFile]]
    sources: Part[SourcesFile]
    steps: Part[StepsFile]
    credentials: Part[CredentialsFile]
    requirements: Part[RequirementsFile]
    pay: Part[PayFile]
    article: Part[ArticleFile]
    wages: WageSheet
    faults: Faults


def read_bundle(folder: Path) -> Bundle:
    """Read a folder's files; never raises for what is in them."""
    faults = Faults()
    reader = _Reader(folder, faults)
    pay = reader.part(files.PAY, PayFile, "pay")
    return Bundle(
        questions=reader.part(files.QUESTIONS, QuestionsFile, "questions"),
        roles=[reader.part(name, RoleFile, "role") for name in reader.role_names()],
        sources=reader.part(files.SOURCES, SourcesFile, "sources"),
        steps=reader.part(files.STEPS, StepsFile, "steps"),
        credentials=reader.part(files.CREDENTIALS, CredentialsFile, "credentials"),
        requirements=reader.part(files.REQUIREMENTS, RequirementsFile, "requirements"),
        pay=pay,
        article=reader.part(files.ARTICLE, ArticleFile, "article"),
        wages=reader.wages(pay),
        faults=faults,
    )


def read_part(folder: Path, name: str, kind: type[Kind], schema: str, faults: Faults) -> Part[Kind]:
    """Return one YAML file of a folder by itself; never raises for what is in it."""
    return _Reader(folder, faults).part(name, kind, schema)


class _Reader:
    """Reads files of one folder and notes what is wrong with them."""

    def __init__(self, folder: Path, faults: Faults) -> None:
        self._folder = folder
        self._faults = faults
        self._bytes_left = MOST_BYTES
        self._values_left = MOST_VALUES

    def bytes_of(self, name: str) -> bytes | None:
        """Return a file's bytes; None, and a fault, where it can't be read."""
        try:
            data = files.read_bytes(self._folder, name)
        except ContentError as error:
            self._faults.add(name, TOP, error.code, error.params)
            return None
        self._bytes_left -= len(data)
        if self._bytes_left >= 0:
            return data
        self._faults.add(name, TOP, "content_too_big", {"limit": MOST_BYTES})
        return None

    def role_names(self) -> list[str]:
        """Return the names of the roles' files; none is a fault."""
        try:
            found = files.names_in(self._folder, files.ROLES, files.ROLE_SUFFIXES, files.MAX_ROLES)
        except ContentError as error:
            self._faults.add(files.ROLES, TOP, error.code, error.params)
            return []
        names = [name for name in found if _ROLE_FILE.fullmatch(name)]
        for name in set(found) - set(names):
            bad_name = shown(name.removeprefix(f"{files.ROLES}/"))
            self._faults.add(files.ROLES, TOP, "bad_file_name", {"name": bad_name})
        if not found:
            self._faults.add(files.ROLES, TOP, "no_roles")
        return names

    def part(self, name: str, kind: type[Kind], schema: str) -> Part[Kind]:
        """Return one YAML file, held against its shape."""
        data = self.bytes_of(name)
        if data is None:
            return Part(Document(name, self._faults), kind, Sound())
        most_values = max(0, min(MAX_VALUES, self._values_left))
        document = read_document(name, data, self._faults, most_values=most_values)
        count = len(document.values) + len(document.keys)
        self._values_left -= count if document.is_whole else min(most_values, len(data))
        if not document.is_whole:
            return Part(document, kind, Sound())
        _check_first_line(document, schema)
        return Part(document, kind, sound_parts(document, kind))

    def wages(self, pay: Part[PayFile]) -> WageSheet:
        """Return the wage table that the file on pay names."""
        file = pay.document.at(("file",))
        if not isinstance(file, str) or not re.search(TABLE_FORM, file):
            return WageSheet()
        name = f"resources/{file}"
        data = self.bytes_of(name)
        return read_wages(name, data, self._faults) if data is not None else WageSheet(name)


def _check_first_line(document: Document, schema: str) -> None:
    file_name = f"{schema}.schema.json"
    start, _, named = document.first_line.partition("=")
    if start != "# yaml-language-server: $schema" or named.split("/")[-1].strip() != file_name:
        document.warn((), "no_schema_line", schema=file_name)
