"""Reads what earlier versions of a quiz could be answered, for the codes of their results."""

from collections.abc import Iterable
from pathlib import Path

from caremgr_desktop.content.bundle import read_part
from caremgr_desktop.content.document import Document, TreePath
from caremgr_desktop.content.faults import Faults, shown
from caremgr_desktop.content.files import EARLIER
from caremgr_desktop.content.question_links import FEWEST_OPTIONS, MOST_ITEMS, MOST_OPTIONS
from caremgr_desktop.content.schema import EarlierFile, EarlierItem, EarlierQuestionItem
from caremgr_desktop.core.shape import AskedShape, Shape
from caremgr_desktop.errors import ContentError

MOST_VERSIONS = 50


def load_earlier(folder: Path) -> tuple[Shape, ...]:
    """Return the shapes of earlier versions; raises ContentError ``broken_content``."""
    faults = Faults()
    shapes = read_earlier(folder, faults)
    errors = faults.errors
    if errors:
        first = f"{errors[0].place}: {errors[0].code}"
        raise ContentError("broken_content", folder=str(folder), faults=len(errors), first=first)
    return shapes


def read_earlier(folder: Path, faults: Faults) -> tuple[Shape, ...]:
    """Return the shapes of earlier versions and note every fault; a quiz may have none."""
    if not (folder / EARLIER).exists():
        return ()
    part = read_part(folder, EARLIER, EarlierFile, "earlier", faults)
    for path, version in part.sound.every(EarlierItem):
        _check_version(part.document, path, version)
    for path, question in part.sound.every(EarlierQuestionItem):
        _check_question(part.document, path, question)
    versions = (part.value.versions if part.value is not None else None) or []
    if len(versions) > MOST_VERSIONS:
        path = ("versions", MOST_VERSIONS)
        part.document.add(path, "too_many_items", key="versions", limit=MOST_VERSIONS)
    return tuple(_shape(item) for item in versions)


def _check_version(document: Document, path: TreePath, version: EarlierItem) -> None:
    questions = [item.id for item in version.questions]
    for key, ids in (("sections", version.sections), ("questions", questions)):
        at = (*path, key)
        if not ids:
            document.add(at, "empty_list", key=key)
        if len(ids) > MOST_ITEMS[key]:
            document.add((*at, MOST_ITEMS[key]), "too_many_items", key=key, limit=MOST_ITEMS[key])
    sections = (((*path, "sections", at), one) for at, one in enumerate(version.sections))
    asked = (((*path, "questions", at, "id"), one) for at, one in enumerate(questions))
    _check_unique(document, sections)
    _check_unique(document, asked)


def _check_question(document: Document, path: TreePath, question: EarlierQuestionItem) -> None:
    at, count = (*path, "options"), len(question.options)
    if count < FEWEST_OPTIONS:
        document.add(at, "too_few_options", limit=FEWEST_OPTIONS)
    elif count > MOST_OPTIONS:
        document.add(at, "too_many_options", limit=MOST_OPTIONS, found=count)
    _check_unique(document, (((*at, index), one) for index, one in enumerate(question.options)))
    most, at = question.max_picks, (*path, "max_picks")
    if question.kind != "many":
        if most is not None:
            document.add(at, "unused_max_picks", kind=question.kind)
    elif most is None:
        document.add(path, "missing_key", key="max_picks")
    elif not 1 <= most <= count:
        document.add(at, "bad_max_picks", found=most, limit=count)


def _check_unique(document: Document, ids: Iterable[tuple[TreePath, str]]) -> None:
    seen: set[str] = set()
    for path, item_id in ids:
        if item_id in seen:
            document.add(path, "duplicate_id", id=shown(item_id))
        seen.add(item_id)


def _shape(item: EarlierItem) -> Shape:
    return Shape(item.version, tuple(item.sections), tuple(_asked(one) for one in item.questions))


def _asked(item: EarlierQuestionItem) -> AskedShape:
    return AskedShape(item.id, item.kind, item.max_picks or 1, tuple(item.options))
