"""All files of one set of content, read and held against their shapes."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from caremgr_desktop.content.faults import Fault, Spot
from caremgr_desktop.content.find import QUESTIONS_FILE, RESOURCES_FOLDER
from caremgr_desktop.content.schema import (
    KINDS,
    ArticleFile,
    CredentialsFile,
    PayFile,
    QuestionsFile,
    RoleFile,
    SourcesFile,
    StepsFile,
)
from caremgr_desktop.content.shape import check_shape
from caremgr_desktop.content.strict import Document, read_document
from caremgr_desktop.content.wages import WageSheet, read_wages

MOST_ROLES = 100

Kind = TypeVar("Kind", bound=msgspec.Struct)


@dataclass(slots=True)
class Part(Generic[Kind]):
    """One file: its document, and what it says; None where its shape is wrong."""

    document: Document
    value: Kind | None = None


@dataclass(slots=True)
class Bundle:
    """The parts of one set of content; ``faults`` are those of no single file."""

    questions: Part[QuestionsFile]
    roles: list[Part[RoleFile]]
    sources: Part[SourcesFile]
    steps: Part[StepsFile]
    credentials: Part[CredentialsFile]
    pay: Part[PayFile]
    article: Part[ArticleFile]
    wages: WageSheet
    faults: list[Fault] = field(default_factory=list)

    def documents(self) -> list[Document]:
        """Return every file's document."""
        return [
            self.questions.document,
            *(part.document for part in self.roles),
            self.sources.document,
            self.steps.document,
            self.credentials.document,
            self.pay.document,
            self.article.document,
        ]

    def all_faults(self) -> list[Fault]:
        """Return what was found wrong so far, in all files."""
        own = [*self.faults, *self.wages.faults]
        return own + [fault for document in self.documents() for fault in document.faults]


def read_bundle(folder: Path) -> Bundle:
    """Read a folder's files; never raises for what is in them."""
    resources = folder / RESOURCES_FOLDER
    pay = _part(resources / "pay.yaml", folder, PayFile, "pay")
    bundle = Bundle(
        questions=_part(folder / QUESTIONS_FILE, folder, QuestionsFile, "questions"),
        roles=[],
        sources=_part(resources / "sources.yaml", folder, SourcesFile, "sources"),
        steps=_part(resources / "steps.yaml", folder, StepsFile, "steps"),
        credentials=_part(resources / "credentials.yaml", folder, CredentialsFile, "credentials"),
        pay=pay,
        article=_part(resources / "article.yaml", folder, ArticleFile, "article"),
        wages=_wages(resources, folder, pay),
    )
    paths = _role_paths(resources / "roles", bundle)
    bundle.roles = [_part(path, folder, RoleFile, "role") for path in paths]
    return bundle


def _role_paths(folder: Path, bundle: Bundle) -> list[Path]:
    spot = Spot(f"{RESOURCES_FOLDER}/roles")
    try:
        paths = sorted(folder.glob("*.yaml"))
    except OSError:
        paths = []
    if not paths:
        bundle.faults.append(Fault(spot, "no_roles"))
    if len(paths) > MOST_ROLES:
        bundle.faults.append(Fault(spot, "too_many_roles", {"limit": MOST_ROLES}))
    return paths[:MOST_ROLES]


def _part(path: Path, folder: Path, kind: type[Kind], schema: str) -> Part[Kind]:
    document = read_document(path, path.relative_to(folder).as_posix())
    part: Part[Kind] = Part(document)
    if document.faults and document.tree is None:
        return part
    _check_first_line(document, schema)
    before = len(document.faults)
    check_shape(document, KINDS[schema])
    if len(document.faults) == before:
        part.value = msgspec.convert(document.tree, kind)
    return part


def _check_first_line(document: Document, schema: str) -> None:
    depth = document.file.count("/")
    up = {0: "resources/", 1: "", 2: "../"}.get(depth, "")
    wanted = f"# yaml-language-server: $schema={up}schema/{schema}.schema.json"
    if document.first_line != wanted:
        document.faults.append(
            Fault(Spot(document.file), "no_schema_line", {"line": wanted}, is_warning=True)
        )


def _wages(resources: Path, folder: Path, pay: Part[PayFile]) -> WageSheet:
    if pay.value is None:
        return WageSheet()
    path = resources / pay.value.file
    if not path.resolve().is_relative_to(resources.resolve()):
        pay.document.add(("file",), "outside_folder")
        return WageSheet()
    return read_wages(path, path.relative_to(folder).as_posix())
