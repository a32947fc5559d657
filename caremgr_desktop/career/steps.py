"""Writes the steps of a plan from its timetable; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from caremgr_desktop.career.outcome import PlanStep
from caremgr_desktop.career.search import cost_of, estimate
from caremgr_desktop.career.under_way import UNDER_WAY, begun_afresh
from caremgr_desktop.core.person import FULL_TIME_HOURS

if TYPE_CHECKING:
    from caremgr_desktop.career.credential import Step
    from caremgr_desktop.career.recipes import Cookbook, Job, Recipe
    from caremgr_desktop.career.records import Records
    from caremgr_desktop.career.requirements import Requirements
    from caremgr_desktop.career.source import Statement
    from caremgr_desktop.career.timetable import Slot

CONFIDENCES = ("low", "medium", "high")


class StepMaker:
    """Makes steps of slots: what a step is, what asks for it, and what it costs."""

    def __init__(self, requirements: Requirements, records: Records, book: Cookbook) -> None:
        self._requirements = requirements
        self._records = records
        self._book = book
        ways = requirements.ways
        ends = [key for key in ways if key.startswith(UNDER_WAY)]
        self._afresh = frozenset().union(*(begun_afresh(ways, key) for key in ends))

    def of(self, slot: Slot, recipe: Recipe) -> PlanStep:
        """Return the step that a slot of a recipe's timetable stands for."""
        way = self._requirements.ways.get(slot.task.id)
        course = self._requirements.courses.get(slot.task.id)
        step = way.step if way is not None else course
        if step is None:
            return self._job_step(slot, recipe)
        written = self.written(step, slot.start_month, slot.end_month)
        asked = self._asked(slot.task.id, recipe) if way is not None else []
        sources = (*written.sources, *(id_ for it in asked for id_ in it.sources))
        return replace(
            written,
            asked=tuple(it.text for it in asked),
            sources=tuple(dict.fromkeys(sources)),
            is_quicker=slot.task.id in self._afresh,
            hours_left=self._hours_left(slot, recipe),
        )

    def _hours_left(self, slot: Slot, recipe: Recipe) -> int:
        """Return the hours of courses that are left by then; 0 where that is all of them."""
        for course in recipe.branch.courses:
            if course.step == slot.task.id:
                left = self._records.hours_left(course, slot.end_month)
                return left if left < course.hours else 0
        return 0

    def _asked(self, way_id: str, recipe: Recipe) -> list[Statement]:
        """Return the parts of the rule that a way serves by itself, and nothing did before."""
        gives, facts = self._book.gives(way_id), self._records.facts
        return [
            leaf.says
            for leaf in recipe.branch.held
            if not gives.isdisjoint(leaf.any_of) and facts.isdisjoint(leaf.any_of)
        ]

    def _job_step(self, slot: Slot, recipe: Recipe) -> PlanStep:
        index = int(slot.task.id.rpartition("_")[2]) - 1
        job = recipe.branch.jobs[index]
        says = [leaf.says for leaf in job.serves]
        now = self._records.jobs_for(job.serves)
        hours = sum(work.hours_a_week for work in now)
        return PlanStep(
            id=slot.task.id,
            kind="work",
            title=self._requirements.work[now[0].kind if now else job.kind].title,
            start_month=slot.start_month,
            end_month=slot.end_month,
            months_high=slot.end_month - slot.start_month,
            cost_usd=0,
            is_estimated=False,
            cost_note="",
            why=" ".join(statement.text for statement in says),
            sources=tuple(dict.fromkeys(it for statement in says for it in statement.sources)),
            confidence=min((it.confidence for it in says if it.confidence), key=CONFIDENCES.index),
            supervision=job.supervision,
            is_current=bool(now),
            is_part_time=bool(now) and hours < _hours_asked(job),
        )

    def written(self, step: Step, start: int, end: int) -> PlanStep:
        """Return a step of the content at its place in time."""
        cost, is_estimated = cost_of(step, self._requirements.tuition.usd_a_year)
        is_known = step.cost_low_usd is not None or is_estimated
        high = step.cost_high_usd
        if is_estimated:
            high = estimate(step.months_high, self._requirements.tuition.usd_a_year)
        return PlanStep(
            id=step.id,
            kind=step.kind,
            title=step.title,
            start_month=start,
            end_month=end,
            months_high=step.months_high,
            cost_usd=cost if is_known else None,
            is_estimated=is_estimated,
            cost_note=step.cost_note,
            why=step.why,
            sources=step.sources,
            confidence=step.confidence,
            cost_high_usd=high,
        )


def _hours_asked(job: Job) -> int:
    """Return the hours a week at which a plan counts a job."""
    hours = (FULL_TIME_HOURS if leaf.hours else leaf.full_time_hours for leaf in job.serves)
    return max(hours)
