"""The ways from what a person has to a credential: soonest, cheapest, and between; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from caremgr_desktop.career.recipes import Branch, Cookbook, Job, Recipe
from caremgr_desktop.career.requirements import STUDY, Requirements, Way
from caremgr_desktop.career.rules import Records, holds
from caremgr_desktop.career.source import MONTHS_PER_YEAR
from caremgr_desktop.career.timetable import ENDLESS, Facts, Slot, Task, Timetable
from caremgr_desktop.career.under_way import with_under_way

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from caremgr_desktop.career.credential import Step
    from caremgr_desktop.career.requirements import Exclusion, Goal
    from caremgr_desktop.career.rules import Worked
    from caremgr_desktop.career.source import Statement
    from caremgr_desktop.core.person import Have


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of a plan: from which month from now to which, at which price.

    It takes ``months_high`` where it takes the most that the sources give.
    ``cost_usd`` is None where none was found; ``is_estimated`` where it was worked out
    from the average tuition; ``cost_high_usd`` is the most that the sources give;
    ``cost_note`` says what it is made of, or whom to ask. ``why`` says what asks for the
    step, ``supervision`` which kind a job needs, and ``asked`` the parts of the
    rule that a program or an exam serves by itself.
    """

    id: str
    kind: str
    title: str
    start_month: int
    end_month: int
    months_high: int
    cost_usd: int | None
    is_estimated: bool
    cost_note: str
    why: str
    sources: tuple[str, ...]
    confidence: str
    cost_high_usd: int | None = None
    supervision: str = "none"
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps that lead to a credential, in the order of their beginning.

    ``months`` counts each program at the fewest months that the sources give, and
    ``months_high`` at the most; so does ``cost_usd`` with prices, and ``cost_high_usd``.
    Both leave out prices that were not found.
    """

    months: int
    months_high: int
    cost_usd: int
    cost_high_usd: int
    is_cost_whole: bool
    steps: tuple[PlanStep, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands between a person and a goal.

    ``plans`` are those that no other beats in both time and money, the soonest first
    and the cheapest last; there is none where the goal can't be reached from here, or
    where it ``is_held``: it is a license, and the person has it.
    """

    goal: str
    is_eligible_now: bool
    plans: tuple[Plan, ...]
    does_not_count: tuple[Statement, ...]
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class _Draft:
    """A recipe with its timetable, before it is written out."""

    recipe: Recipe
    slots: tuple[Slot, ...]
    months: int
    cost_usd: int


class _Front:
    """The drafts that no other beats in both time and money, so far."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self._bars: list[tuple[int, int]] = []

    def months_to_beat(self, cost_usd: int) -> int:
        """Return the months that a plan at this cost has to stay under."""
        for cost, months in self._bars:  # The dearest, which is the soonest, comes first.
            if cost <= cost_usd:
                return months
        return ENDLESS

    def add(self, draft: _Draft) -> None:
        """Take a draft in, and out what it beats."""
        self.drafts = [it for it in self.drafts if not _beats(draft, it)]
        self.drafts.append(draft)
        self._bars = sorted(((it.cost_usd, it.months) for it in self.drafts), reverse=True)


class Planner:
    """Plans for one person under one set of requirements."""

    def __init__(self, requirements: Requirements, have: Have) -> None:
        self._requirements = with_under_way(requirements, have)
        self._have = have
        counts_as = {kind.id: kind.counts_as for kind in requirements.work.values()}
        self._records = Records(have, counts_as, requirements.counts_as)
        self._facts = self._records.facts
        self._sums: dict[frozenset[str], tuple[int, int, int]] = {}
        self._book = Cookbook(self._requirements, self._records)

    def outcome(self, goal_id: str) -> Outcome:
        """Return what stands between the person and a goal; raises KeyError for an unknown one."""
        goal = self._requirements.goals[goal_id]
        way = self._requirements.ways.get(goal.apply.id)
        if way is not None and self._facts.issuperset(way.gives):
            return Outcome(goal.id, is_eligible_now=True, plans=(), does_not_count=(), is_held=True)
        is_eligible = self._records.keeps(goal.rule)
        drafts = self._drafts(goal)
        return Outcome(
            goal=goal.id,
            is_eligible_now=is_eligible,
            plans=tuple(self._written(draft, goal) for draft in drafts),
            does_not_count=() if is_eligible else tuple(self._uncounted(goal)),
        )

    def _uncounted(self, goal: Goal) -> Iterator[Statement]:
        """Yield what of the person's records does not count, and why."""
        for exclusion in goal.excludes:
            if self._concerns(exclusion):
                yield exclusion.says

    def _concerns(self, exclusion: Exclusion) -> bool:
        has_unpaid = any(not work.is_paid for work in self._have.work)
        return not self._facts.isdisjoint(exclusion.any_of) or (exclusion.is_unpaid and has_unpaid)

    def _drafts(self, goal: Goal) -> list[_Draft]:
        """Return the drafts that no other beats, the soonest first.

        The lean recipes come first: what they reach is the bar for the many others, of
        which hardly one is left once it is known.
        """
        front = _Front()
        branches = list(self._book.branches(goal.rule))
        for find in (self._book.lean, self._book.full):
            for branch in branches:
                can_help = partial(self._can_help, front, self._work_months(branch))
                for ways in find(branch.needs, can_help):
                    self._try(front, Recipe(ways, branch.jobs, branch.courses, branch.held))
        return sorted(front.drafts, key=lambda draft: draft.months)

    def _try(self, front: _Front, recipe: Recipe) -> None:
        cost = self._sums_of(recipe.ways)[2]
        slots = self._slots(recipe, front.months_to_beat(cost))
        if slots is not None:
            front.add(_Draft(recipe, slots, _end(slots), cost))

    def _work_months(self, branch: Branch) -> int:
        return sum(max(left.values()) for left in self._left_of(branch.jobs, 0))

    def _left_of(self, jobs: Sequence[Job], at_month: int) -> list[dict[Worked, int]]:
        """Return what each job still has to last for each part that it serves.

        The months of the jobs before it are taken off where they count for it too.
        """
        found: list[dict[Worked, int]] = []
        for place, job in enumerate(jobs):
            earlier = list(zip(jobs[:place], found, strict=True))
            found.append({leaf: self._left(leaf, at_month, earlier) for leaf in job.serves})
        return found

    def _left(
        self, leaf: Worked, at_month: int, earlier: Sequence[tuple[Job, Mapping[Worked, int]]]
    ) -> int:
        counted = sum(max(left.values()) for job, left in earlier if job.adds_to(leaf))
        return max(0, self._records.left(leaf, at_month) - counted)

    def _can_help(self, front: _Front, work_months: int, ways: frozenset[str]) -> bool:
        """Whether these ways, and whatever comes on top, may lead to a plan that isn't beaten."""
        desk, day, cost = self._sums_of(ways)
        return max(desk, day + work_months) < front.months_to_beat(cost)

    def _sums_of(self, ways: frozenset[str]) -> tuple[int, int, int]:
        """Return the months at the desk and by day that ways take, and their cost; once each."""
        if ways not in self._sums:
            found = [self._requirements.ways[key] for key in ways]
            self._sums[ways] = (
                sum(way.step.months_low for way in found),
                sum(way.step.months_low for way in found if not way.is_beside_work),
                sum(_cost(way.step, self._yearly)[0] for way in found),
            )
        return self._sums[ways]

    @property
    def _yearly(self) -> int:
        return self._requirements.tuition.usd_a_year

    def _slots(self, recipe: Recipe, before: int) -> tuple[Slot, ...] | None:
        """Return the timetable that ends first, with what will have lapsed by then."""
        at_month = 0
        tasks = self._tasks(recipe, at_month, is_slow=False)
        while True:
            slots = Timetable(tasks, self._facts).find(before)
            if slots is None:
                return None
            at_month = _end(slots)
            again = self._tasks(recipe, at_month, is_slow=False)
            if [task.months for task in again] == [task.months for task in tasks]:
                return slots
            tasks = again

    def _tasks(self, recipe: Recipe, at_month: int, *, is_slow: bool) -> list[Task]:
        ways = self._requirements.ways
        tasks = [self._study(key, ways[key], is_slow=is_slow) for key in sorted(recipe.ways)]
        left_of = self._left_of(recipe.jobs, at_month)
        for index, (job, left) in enumerate(zip(recipe.jobs, left_of, strict=True)):
            tasks.extend(self._job(index, job, left))
        for course in recipe.courses:
            if self._records.hours_left(course, at_month):
                step = self._requirements.courses[course.step]
                months = step.months_high if is_slow else step.months_low
                latest = course.within_months
                tasks.append(Task(course.step, months, _always, latest_months=latest))
        return tasks

    def _study(self, key: str, way: Way, *, is_slow: bool) -> Task:
        step = way.step
        months = step.months_high if is_slow else step.months_low
        needs = way.needs
        return Task(
            id=key,
            months=months,
            is_open=lambda facts: holds(facts, needs),
            gives=self._book.gives(key),
            takes_day=months > 0 and not way.is_beside_work,
            takes_desk=months > 0,
        )

    def _job(self, index: int, job: Job, left: Mapping[Worked, int]) -> Iterator[Task]:
        """Yield the task of a job, unless what is there already is enough."""
        months = max(left.values())
        if not months:
            return
        needs = self._book.needs_of(job)
        latest = [
            leaf.within_months + months - left[leaf]
            for leaf in job.serves
            if leaf.within_months is not None and left[leaf]
        ]
        yield Task(
            id=f"{job.kind}_{index + 1}",
            months=months,
            is_open=lambda facts: holds(facts, needs),
            takes_day=True,
            latest_months=min(latest, default=None),
        )

    def _written(self, draft: _Draft, goal: Goal) -> Plan:
        """Return a draft step by step, with the application at its end."""
        steps = [self._step(slot, draft.recipe) for slot in draft.slots]
        steps.append(_plan_step(goal.apply, draft.months, draft.months, self._yearly))
        slow = self._tasks(draft.recipe, draft.months, is_slow=True)
        slow_slots = Timetable(slow, self._facts).find()
        costs = [step.cost_usd for step in steps]
        highs = [max(step.cost_usd or 0, step.cost_high_usd or 0) for step in steps]
        return Plan(
            months=draft.months,
            months_high=_end(slow_slots) if slow_slots else draft.months,
            cost_usd=sum(cost for cost in costs if cost is not None),
            cost_high_usd=sum(highs),
            is_cost_whole=None not in costs,
            steps=tuple(steps),
        )

    def _step(self, slot: Slot, recipe: Recipe) -> PlanStep:
        way = self._requirements.ways.get(slot.task.id)
        course = self._requirements.courses.get(slot.task.id)
        step = way.step if way is not None else course
        if step is not None:
            written = _plan_step(step, slot.start_month, slot.end_month, self._yearly)
            asked = self._asked(slot.task.id, recipe) if way is not None else []
            return replace(
                written,
                asked=tuple(it.text for it in asked),
                sources=tuple(
                    dict.fromkeys((*written.sources, *(id_ for it in asked for id_ in it.sources)))
                ),
            )
        return self._job_step(slot, recipe)

    def _asked(self, way_id: str, recipe: Recipe) -> list[Statement]:
        """Return the parts of the rule that a way serves by itself, and nothing did before."""
        gives = self._book.gives(way_id)
        return [
            leaf.says
            for leaf in recipe.held
            if not gives.isdisjoint(leaf.any_of) and self._facts.isdisjoint(leaf.any_of)
        ]

    def _job_step(self, slot: Slot, recipe: Recipe) -> PlanStep:
        index = int(slot.task.id.rpartition("_")[2]) - 1
        job = recipe.jobs[index]
        says = [leaf.says for leaf in job.serves]
        order = ("low", "medium", "high")
        return PlanStep(
            id=slot.task.id,
            kind="work",
            title=self._requirements.work[job.kind].title,
            start_month=slot.start_month,
            end_month=slot.end_month,
            months_high=slot.end_month - slot.start_month,
            cost_usd=0,
            is_estimated=False,
            cost_note="",
            why=" ".join(statement.text for statement in says),
            sources=tuple(dict.fromkeys(it for statement in says for it in statement.sources)),
            confidence=min((it.confidence for it in says if it.confidence), key=order.index),
            supervision=job.supervision,
        )


def _always(_facts: Facts) -> bool:
    return True


def _beats(other: _Draft, draft: _Draft) -> bool:
    """Whether another draft is as good in both time and money, and better in one."""
    if other.months > draft.months or other.cost_usd > draft.cost_usd:
        return False
    return (other.months, other.cost_usd) != (draft.months, draft.cost_usd)


def _end(slots: tuple[Slot, ...]) -> int:
    return max((slot.end_month for slot in slots), default=0)


def _cost(step: Step, usd_a_year: int) -> tuple[int, bool]:
    """Return what a step is counted at, and whether that was worked out from the tuition."""
    if step.cost_low_usd is not None:
        return step.cost_low_usd, False
    if step.kind != STUDY or not step.months_low:
        return 0, False
    return round(step.months_low * usd_a_year / MONTHS_PER_YEAR), True


def _plan_step(step: Step, start: int, end: int, usd_a_year: int) -> PlanStep:
    cost, is_estimated = _cost(step, usd_a_year)
    is_known = step.cost_low_usd is not None or is_estimated
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
        cost_high_usd=step.cost_high_usd,
    )
