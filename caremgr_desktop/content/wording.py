"""Warns of words that are hard to read, or easily misread."""

from collections.abc import Iterator
from typing import Any

from caremgr_desktop.content.bundle import Bundle, Part
from caremgr_desktop.content.document import Document, TreePath
from caremgr_desktop.content.reading import HARDEST_GRADE, Reader
from caremgr_desktop.content.schema import (
    OptionItem,
    QuestionItem,
    RoleFile,
    StatementItem,
    StepItem,
)
from caremgr_desktop.content.schema_plan import RuleItem

Texts = Iterator[tuple[TreePath, str]]


def check_wording(bundle: Bundle) -> None:
    """Warn of texts over reading grade 8, and of questions and options that say no."""
    language = bundle.questions.document.at(("quiz", "language"))
    reader = Reader(language if isinstance(language, str) else "")
    document = bundle.questions.document
    for path, text in _asked(bundle):
        _check_grade(reader, document, path, text)
        negation = reader.negation(text)
        if negation:
            document.warn(path, "negation", word=negation)
    parts: tuple[Part[Any], ...] = (
        *bundle.roles,
        bundle.credentials,
        bundle.steps,
        bundle.requirements,
    )
    for part in parts:
        for path, text in _told(part):
            _check_grade(reader, part.document, path, text)


def _check_grade(reader: Reader, document: Document, path: TreePath, text: str) -> None:
    grade = reader.grade(text)
    if grade is not None and grade > HARDEST_GRADE:
        document.warn(path, "hard_to_read", grade=round(grade, 1), limit=int(HARDEST_GRADE))


def _asked(bundle: Bundle) -> Texts:
    """Yield what a person reads while answering."""
    for path, question in bundle.questions.sound.every(QuestionItem):
        yield (*path, "text"), question.text
        yield (*path, "hint"), question.hint
    for path, option in bundle.questions.sound.every(OptionItem):
        yield (*path, "text"), option.text


def _told(part: Part[Any]) -> Texts:
    """Yield what a person reads as a result."""
    for _, role in part.sound.every(RoleFile):
        yield ("summary",), role.summary
        yield from ((("day", index), text) for index, text in enumerate(role.day))
        yield from ((("next_steps", index), text) for index, text in enumerate(role.next_steps))
    for path, statement in part.sound.every(StatementItem):
        yield (*path, "text"), statement.text
    for path, step in part.sound.every(StepItem):
        yield (*path, "why"), step.why
    for path, rule in part.sound.every(RuleItem):
        yield (*path, "text"), rule.text
