"""What of a person's work and courses does not count for a credential, and why."""

from __future__ import annotations

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
    outside of.
    """

    kind: str
    amount: int
    of: int
    reason: str
    within_months: int = 0


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
            found = _best(job, asked, records)
            if found is not None:
                yield found
    yield from _twice(tuple(leaves), branch, records, have)
    for course in have.ce:
        for training in trained_in(rule):
            window = training.within_months
            if course.topic == training.topic and window and course.months_ago > window:
                yield Uncounted(course.topic, course.hours, course.hours, COURSES, window)


def _best(job: Work, leaves: list[Worked], records: Records) -> Uncounted | None:
    """Return what is lost for the part for which most of a job counts; None where nothing is."""
    leaf = max(leaves, key=lambda it: (records.counted(job, it), records.span(job, it)))
    lost = job.months - records.counted(job, leaf)
    if not lost:
        return None
    return Uncounted(job.kind, lost, job.months, *_reason(job, leaf, records))


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
    """Yield for each kind of work the months that another job or part has filled already."""
    apart = branch is not None and branch.is_apart_first
    together = records.left_of(branch.works, is_apart_first=apart) if branch else {}
    found: dict[str, Uncounted] = {}
    for leaf in leaves:
        jobs = [job for job in have.work if records.counted(job, leaf)]
        whole = leaf.full_time_hours
        alone = sum(
            records.counted(job, leaf) * min(whole, job.hours_a_week) // whole for job in jobs
        )
        left = together.get(leaf, records.left(leaf, 0))
        lost = alone - (leaf.months - left)
        if leaf.months and left and lost > 0:
            kind = jobs[-1].kind
            most = max(lost, found[kind].amount if kind in found else 0)
            found[kind] = Uncounted(kind, most, alone, TWICE)
    yield from found.values()
