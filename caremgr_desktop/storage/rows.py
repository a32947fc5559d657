"""A visit as the rows of its tables, and back."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.kept import Outcome
from caremgr_desktop.core.visit import WELCOME, Visit
from caremgr_desktop.storage.places import place_of
from caremgr_desktop.storage.plain_values import (
    items_of,
    mapping_of,
    share_of,
    text_of,
    texts_of,
    whole_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from caremgr_desktop.core.answers import Picks
    from caremgr_desktop.core.person import Have


class VisitRow(NamedTuple):
    """What the table of visits holds of one, without its id, times and counts."""

    quiz_id: str
    quiz_version: str
    trail: str
    have: str | None


def row_of(visit: Visit) -> VisitRow:
    """Return a visit's own row."""
    return VisitRow(
        visit.quiz_id,
        visit.quiz_version,
        json.dumps([[place.kind, place.question_id] for place in visit.trail]),
        _have_text(visit.have),
    )


def picks_text(picks: Picks) -> str:
    """Return picks as JSON."""
    return json.dumps(picks)


def visit_of_rows(
    visit_id: int,
    row: tuple[object, ...],
    answers: Iterable[tuple[object, ...]],
    importances: Iterable[tuple[object, ...]],
) -> Visit:
    """Return the visit of its rows.

    Raises KeyError, TypeError, ValueError or AttributeError where they don't make one.
    """
    quiz_id, quiz_version, trail, have = row
    given = {text_of(key): texts_of(json.loads(text_of(picks))) for key, picks in answers}
    weights = {text_of(key): Importance(whole_of(halves)) for key, halves in importances}
    return Visit(
        quiz_id=text_of(quiz_id),
        quiz_version=text_of(quiz_version),
        seed=visit_id,
        answers=MappingProxyType(given),
        importances=MappingProxyType(weights),
        trail=tuple(place_of(step) for step in items_of(json.loads(text_of(trail)))) or (WELCOME,),
        have=_have_of(have),
    )


def _have_text(have: Have | None) -> str | None:
    if have is None:
        return None
    from caremgr_desktop.storage.have_json import have_as_json

    return json.dumps(have_as_json(have))


def _have_of(value: object) -> Have | None:
    if value is None:
        return None
    from caremgr_desktop.storage.have_json import have_from_json

    return have_from_json(json.loads(text_of(value)))


def result_row(outcome: Outcome) -> tuple[str, str, str, str]:
    """Return a result's row without its id."""
    fits = json.dumps(dict(outcome.fits))
    return outcome.verdict, json.dumps(outcome.leaders), outcome.setting, fits


def outcome_of(row: tuple[object, ...]) -> Outcome | None:
    """Return what a result's row says, None for no row; raises TypeError or ValueError."""
    verdict, leaders, setting, fits = row
    if verdict is None:
        return None
    found = mapping_of(json.loads(text_of(fits)))
    return Outcome(
        text_of(verdict),
        texts_of(json.loads(text_of(leaders))),
        text_of(setting),
        MappingProxyType({key: share_of(value) for key, value in found.items()}),
    )


def time_text(moment: datetime) -> str:
    """Return a time in UTC, in a form that sorts."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def time_of(text: object) -> datetime:
    """Return the time that a text tells; raises TypeError or ValueError."""
    return datetime.fromisoformat(text_of(text))
