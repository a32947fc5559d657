"""What of a person's work and courses does not count for a credential, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.career.rules import SUPERVISION, Worked, choices, trained_in, works_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from caremgr_desktop.career.recipes import Branch
    from caremgr_desktop.career.records import Records
    from caremgr_desktop.career.rules import Rule
    from caremgr_desktop.core.person import Have, Work

UNPAID, SUPERVISOR, CCM, DEGREE, WINDOW, COURSES, TWICE = (
    "unpaid",
    "supervisor",
    "ccm",
    "degree",
    "window",
    "courses",
    "twice",
)
"""Why something does not count; ``twice`` is a month that another job or part has filled."""


class Uncounted(NamedTuple):
    """Something that does not count: its kind or topic, how much of how much, and why.

    Work is in months, courses are in hours. ``within_months`` is the window that it lies
    outside of. ``part`` is the part of the rule for which it doesn't count, where it counts
    for another one.
    """

    kind: str
    amount: int
    of: int
    reason: str
    within_months: int = 0
    part: str = ""


def uncounted(
    rule: Rule, records: Records, have: Have, branch: Branch | None
) -> Iterator[Uncounted]:
    """Yield what would count for a part of a rule but for one thing.

    Which months are asked for twice depends on the ``branch`` that a plan has chosen.
    """
    leaves = dict.fromkeys(work for _, rest in choices(rule) for work in works_of(rest))
    for job in have.work:
        asked = [leaf for leaf in leaves if leaf.kind in records.kinds_of(job.kind)]
        if job.months and asked:
            yield from _lost(job, asked, records)
    yield from _twice(tuple(leaves), branch, records, have)
    for course in have.ce:
        for training in trained_in(rule):
            window = training.within_months
            if course.topic == training.topic and window and course.months_ago > window:
                yield Uncounted(course.topic, course.hours, course.hours, COURSES, window)


def _lost(job: Work, leaves: list[Worked], records: Records) -> Iterator[Uncounted]:
    """Yield what of a job is lost for all that a rule asks, and for a part that is missing.

    Parts that ask for the same kind of work are taken for one another's place.
    """
    best = _best(job, leaves, records)
    lost = job.months - records.counted(job, best)
    if lost:
        yield Uncounted(job.kind, lost, job.months, *_reason(job, best, records))
    for kind in dict.fromkeys(leaf.kind for leaf in leaves):
        leaf = _best(job, [leaf for leaf in leaves if leaf.kind == kind], records)
        lost_here = job.months - records.counted(job, leaf)
        if lost_here > lost and records.left(leaf, 0):
            reason = _reason(job, leaf, records)
            yield Uncounted(job.kind, lost_here, job.months, *reason, leaf.says.text)


def _best(job: Work, leaves: list[Worked], records: Records) -> Worked:
    """Return the part for which most of a job counts."""
    return max(leaves, key=lambda it: (records.counted(job, it), records.span(job, it)))


def _reason(job: Work, leaf: Worked, records: Records) -> tuple[str, int]:
    """Return why the months of a job don't count: what would be left if the rest were mended."""
    if not job.is_paid:
        return UNPAID, 0
    if SUPERVISION.index(job.supervision) < SUPERVISION.index(leaf.supervision):
        return (CCM if leaf.supervision == SUPERVISION[-1] else SUPERVISOR), 0
    inside = job.months
    if leaf.within_months is not None:
        inside = min(job.months, max(0, leaf.within_months - job.ended_months_ago))
    if records.counted(job, leaf) < inside:
        return DEGREE, 0
    return WINDOW, leaf.within_months or 0


def _twice(
    leaves: tuple[Worked, ...], branch: Branch | None, records: Records, have: Have
) -> Iterator[Uncounted]:
    """Yield for each kind of work the months that another job has filled already."""
    found: dict[str, tuple[int, int]] = {}
    for leaf in leaves:
        sums: dict[str, tuple[int, int]] = {}
        for job, lost in _filled(leaf, branch, records, have):
            amount, of = sums.get(job.kind, (0, 0))
            sums[job.kind] = amount + lost, of + job.months
        for kind, both in sums.items():
            found[kind] = max(found.get(kind, (0, 0)), both)
    for kind, (amount, of) in found.items():
        yield Uncounted(kind, amount, of, TWICE)


def _filled(
    leaf: Worked, branch: Branch | None, records: Records, have: Have
) -> Iterator[tuple[Work, int]]:
    """Yield the jobs that lose months of a part to jobs named before, or to another part.

    Hours beyond a whole month are lost only where it is months that the part lacks.
    """
    whole = leaf.full_time_hours
    lacks_months = records.left(replace(leaf, hours=0), 0) > 0
    others = _others(leaf, branch)
    taken = _taken(leaf, branch, records)
    free: dict[int, int] = {}
    for job in have.work:
        months = _months(job, (leaf,), records)
        alone = min(whole, job.hours_a_week)
        lost = sum(alone - min(alone, free.get(month, whole)) for month in months) // whole
        free.update({it: max(0, free.get(it, whole) - job.hours_a_week) for it in months})
        rest = [other for other in have.work if other is not job]
        shared = set().union(*(_months(it, others, records) for it in rest))
        by_part = min(taken, len(months & shared))
        taken -= by_part
        lost = max(lost if lacks_months else 0, by_part)
        if lost:
            yield job, lost


def _months(job: Work, leaves: tuple[Worked, ...], records: Records) -> set[int]:
    """Return the months ago in which a job counts for one of some parts."""
    counted = max((records.counted(job, leaf) for leaf in leaves), default=0)
    return set(range(job.ended_months_ago, job.ended_months_ago + counted))


def _others(leaf: Worked, branch: Branch | None) -> tuple[Worked, ...]:
    """Return the other parts of a branch that share no month with a part."""
    works = branch.works if branch is not None else ()
    return tuple(it for it in works if it != leaf and (it.is_apart or leaf.is_apart))


def _taken(leaf: Worked, branch: Branch | None, records: Records) -> int:
    """Return the months of a part that another part of the branch takes."""
    if branch is None or leaf not in branch.works:
        return 0
    left = records.left_of(branch.works, is_apart_first=branch.is_apart_first)
    return left[leaf] - records.left(leaf, 0)
