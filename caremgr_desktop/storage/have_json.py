"""What a person already has as plain values, in the shape of a file for ``plan --have``."""

from __future__ import annotations

from collections.abc import Mapping

from caremgr_desktop.core.person import Course, Education, Have, Work
from caremgr_desktop.storage.plain_values import flag_of, items_of, mapping_of, text_of, whole_of


def have_as_json(have: Have) -> dict[str, object]:
    """Return what somebody has as plain values."""
    return {
        "education": [
            {
                "id": item.id,
                "months_left": item.months_left,
                "finished_months_ago": item.finished_months_ago,
            }
            for item in have.education
        ],
        "licences": sorted(have.licences),
        "work": [
            {
                "kind": job.kind,
                "months": job.months,
                "hours_a_week": job.hours_a_week,
                "supervision": job.supervision,
                "ended_months_ago": job.ended_months_ago,
                "is_paid": job.is_paid,
            }
            for job in have.work
        ],
        "ce": [
            {"topic": course.topic, "hours": course.hours, "months_ago": course.months_ago}
            for course in have.ce
        ],
    }


def have_from_json(value: object) -> Have:
    """Return what plain values say that somebody has; raises KeyError, TypeError or ValueError."""
    found = mapping_of(value)
    return Have(
        education=tuple(_education(mapping_of(item)) for item in items_of(found["education"])),
        licences=frozenset(text_of(item) for item in items_of(found["licences"])),
        work=tuple(_work(mapping_of(item)) for item in items_of(found["work"])),
        ce=tuple(_course(mapping_of(item)) for item in items_of(found["ce"])),
    )


def _education(found: Mapping[str, object]) -> Education:
    ago = found["finished_months_ago"]
    return Education(
        id=text_of(found["id"]),
        months_left=_amount(found["months_left"]),
        finished_months_ago=None if ago is None else _amount(ago),
    )


def _work(found: Mapping[str, object]) -> Work:
    return Work(
        kind=text_of(found["kind"]),
        months=_amount(found["months"]),
        hours_a_week=_amount(found["hours_a_week"]),
        supervision=text_of(found["supervision"]),
        ended_months_ago=_amount(found["ended_months_ago"]),
        is_paid=flag_of(found["is_paid"]),
    )


def _course(found: Mapping[str, object]) -> Course:
    return Course(text_of(found["topic"]), _amount(found["hours"]), _amount(found["months_ago"]))


def _amount(value: object) -> int:
    """Return a number of months or hours; raises ValueError for less than none."""
    amount = whole_of(value)
    if amount < 0:
        raise ValueError(amount)
    return amount
