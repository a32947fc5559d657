"""Everything that can be said against a folder's content files, all at once."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from caremgr_desktop.career.source import FRESH_MONTHS
from caremgr_desktop.content.bundle import Bundle, read_bundle
from caremgr_desktop.content.dates import age_months
from caremgr_desktop.content.document import Document, TreePath
from caremgr_desktop.content.faults import Fault
from caremgr_desktop.content.lint import check_links
from caremgr_desktop.content.load import quiz_of, sound
from caremgr_desktop.content.question_links import MOST_OPTIONS
from caremgr_desktop.content.reading import HARDEST_GRADE, Reader
from caremgr_desktop.core.answers import Answers
from caremgr_desktop.core.quiz import Quiz

Judge = Callable[[Quiz, Answers], int | None]
"""Gives the flip distance of answers; content knows no engine, so it is handed one."""

CLOSE_CALL = 1
"""Always taking the k-th option may be a close call at most: one answer away."""


def check(folder: Path, today: date, judge: Judge) -> list[Fault]:
    """Return every fault and warning, by file and line; never raises for bad content."""
    bundle = read_bundle(folder)
    check_links(bundle)
    _check_wording(bundle)
    _check_dates(bundle, today)
    if not bundle.faults.errors:
        _check_balance(bundle, judge)
    return bundle.faults.found


def _check_wording(bundle: Bundle) -> None:
    file, document = bundle.questions.value, bundle.questions.document
    if file is None:
        return
    reader = Reader(file.quiz.language)
    for place, question in enumerate(file.questions):
        path: TreePath = ("questions", place)
        _check_text(reader, document, (*path, "text"), question.text)
        for number, option in enumerate(question.options):
            _check_text(reader, document, (*path, "options", number, "text"), option.text)


def _check_text(reader: Reader, document: Document, path: TreePath, text: str) -> None:
    grade = reader.grade(text)
    if grade is not None and grade > HARDEST_GRADE:
        document.warn(path, "hard_to_read", grade=round(grade, 1), limit=int(HARDEST_GRADE))
    negation = reader.negation(text)
    if negation:
        document.warn(path, "negation", word=negation)


def _check_dates(bundle: Bundle, today: date) -> None:
    file, document = bundle.sources.value, bundle.sources.document
    for key, item in (file.sources if file else {}).items():
        path: TreePath = ("sources", key, "date")
        if item.date is None:
            continue
        age = age_months(item.date, today)
        if age is None:
            document.add(path, "bad_date", date=item.date)
        elif age > FRESH_MONTHS:
            document.warn(path, "old_source", source=key, months=age)


def _check_balance(bundle: Bundle, judge: Judge) -> None:
    """Note where somebody who always takes the k-th option is handed a role."""
    quiz = quiz_of(bundle)
    document = bundle.questions.document
    most = max(len(question.options) for question in sound(bundle.questions).questions)
    for number in range(min(most, MOST_OPTIONS)):
        answers = {
            question.id: (question.options[min(number, len(question.options) - 1)].id,)
            for question in quiz.questions
        }
        distance = judge(quiz, answers)
        if distance is None or distance > CLOSE_CALL:
            document.add(("questions",), "unbalanced", number=number + 1, distance=distance or 0)
