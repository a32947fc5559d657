"""The whole result as plain values, with what was given to come to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from caremgr_desktop.core.quiz import Quiz
    from caremgr_desktop.core.visit import Visit
    from caremgr_desktop.reporting.views import ResultView


def result_as_json(
    view: ResultView, quiz: Quiz, given: Mapping[str, object], made: date
) -> dict[str, object]:
    """Return a result as builtins for JSON; ``given`` can be scored again."""
    result = {name: _plain(value) for name, value in view._asdict().items()}
    del result["areas"]  # All that could be chosen is no part of a person's result.
    return {
        "quiz": {"id": quiz.id, "version": quiz.version, "title": quiz.title},
        "made": made.isoformat(),
        "given": dict(given),
        "result": result,
    }


def given_as_json(visit: Visit, area: str, have: Mapping[str, object] | None) -> dict[str, object]:
    """Return what was answered and said, in the form in which answers are read."""
    given: dict[str, object] = {
        "answers": {key: list(picks) or None for key, picks in visit.answers.items()},
        "importance": {key: value.factor for key, value in visit.importances.items()},
        "area": area,
    }
    return given if have is None else {**given, "have": dict(have)}


def _plain(value: object) -> object:
    """Return a view, or what it holds, as builtins: a tuple with names is a mapping."""
    if not isinstance(value, tuple):
        return value
    names = getattr(value, "_fields", ())
    if not names:
        return [_plain(item) for item in value]
    return {name: _plain(item) for name, item in zip(names, value, strict=True)}
