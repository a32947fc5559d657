"""Answers as somebody else's program writes them, read with care."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from caremgr_desktop.core.answers import (
    Answers,
    Importance,
    Importances,
    Picks,
    importance_of,
    picks_of,
    question_of,
)
from caremgr_desktop.core.quiz import Question, Quiz
from caremgr_desktop.errors import AnswerError

if TYPE_CHECKING:
    from caremgr_desktop.core.code import Opened

LARGEST_CHARACTERS = 1_000_000
PARTS = ("quiz", "version", "answers", "importance", "have", "area", "dropped")


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """One person's answers and importances, and what else they said with them.

    ``have`` is what they already have, as the JSON text of a file for ``plan --have``, empty
    where they said nothing; ``area`` is whose pay they want to see, empty for the nation's.
    """

    answers: Answers
    importances: Importances
    have: str = ""
    area: str = ""


def read_answers(quiz: Quiz, text: str) -> AnswerSet:
    """Return the answers that a JSON text holds.

    ``{"answers": {QUESTION: OPTION | [OPTION, ...] | null},
    "importance": {SECTION: 0.5 | 1 | 2}, "have": {...}, "area": AREA}``;
    null and an empty list are skips, and all but the answers may be left out. ``quiz``,
    ``version`` and ``dropped`` may stand beside, as ``answers_as_json`` writes them.
    Raises AnswerError for anything else.
    """
    found = _parse(text)
    if not isinstance(found, dict) or not isinstance(found.get("answers"), dict):
        raise AnswerError("not_answers")
    for key in found:
        if key not in PARTS:
            raise AnswerError("unknown_part", part=key)
    named = found.get("quiz", quiz.id)
    if named != quiz.id:
        raise AnswerError("other_quiz", quiz=str(named), present=quiz.id)
    importance, area = found.get("importance", {}), found.get("area", "")
    if not isinstance(importance, dict) or not isinstance(area, str):
        raise AnswerError("not_answers")
    answers = {key: _picks(quiz, key, given) for key, given in found["answers"].items()}
    have = json.dumps(found["have"]) if "have" in found else ""
    return AnswerSet(MappingProxyType(answers), _importances(quiz, importance), have, area)


def answers_as_json(quiz: Quiz, opened: Opened) -> dict[str, object]:
    """Return what a code holds as builtins for JSON, in the form that is read here."""
    visit = opened.visit
    return {
        "quiz": visit.quiz_id,
        "version": visit.quiz_version,
        "answers": {
            question.id: _given(question, visit.answers[question.id])
            for question in quiz.questions
            if question.id in visit.answers
        },
        "importance": {key: _factor(value) for key, value in visit.importances.items()},
        "dropped": opened.dropped,
    }


def _given(question: Question, picks: Picks) -> str | list[str] | None:
    if not picks:
        return None
    return list(picks) if question.has_many_picks else picks[0]


def _factor(importance: Importance) -> float | int:
    """Return the number that people know it by, whole where it is whole."""
    factor = importance.factor
    return int(factor) if factor.is_integer() else factor


def _parse(text: str) -> Any:
    if len(text) > LARGEST_CHARACTERS:
        raise AnswerError("answers_too_large", limit=LARGEST_CHARACTERS)
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise AnswerError("bad_json", line=error.lineno, column=error.colno) from error
    except (RecursionError, ValueError) as error:
        raise AnswerError("bad_json", line=1, column=1) from error


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise AnswerError("duplicate_key", key=twice)
    return found


def _refuse(constant: str) -> NoReturn:
    raise AnswerError("bad_number", number=constant)


def _picks(quiz: Quiz, question_id: str, given: object) -> Picks:
    question = question_of(quiz, question_id)
    if given is None:
        return ()
    options = [given] if isinstance(given, str) else given
    if not isinstance(options, list) or not all(isinstance(item, str) for item in options):
        raise AnswerError("not_options", question=question_id)
    return picks_of(question, options)


def _importances(quiz: Quiz, given: Mapping[str, object]) -> Importances:
    sections = {section.id for section in quiz.sections}
    chosen = {}
    for section_id, factor in given.items():
        if section_id not in sections:
            raise AnswerError("unknown_section", section=section_id)
        if isinstance(factor, bool) or not isinstance(factor, int | float):
            raise AnswerError("importance_not_a_number", section=section_id)
        chosen[section_id] = importance_of(factor)
    return MappingProxyType(chosen)
