"""Looks for the plans that no other beats in both time and money; pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from caremgr_desktop.career.recipes import Branch, Cookbook, Job, Recipe
from caremgr_desktop.career.requirements import STUDY
from caremgr_desktop.career.rules import holds
from caremgr_desktop.career.source import MONTHS_PER_YEAR
from caremgr_desktop.career.timetable import ENDLESS, Facts, Slot, Task, Timetable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from caremgr_desktop.career.credential import Step
    from caremgr_desktop.career.recipes import Ways
    from caremgr_desktop.career.records import Records
    from caremgr_desktop.career.requirements import Requirements, Way
    from caremgr_desktop.career.rules import Rule, Worked


@dataclass(frozen=True, slots=True)
class Draft:
    """A recipe with its timetable, before it is written out."""

    recipe: Recipe
    slots: tuple[Slot, ...]
    months: int
    cost_usd: int


class Front:
    """The drafts that no other beats in both time and money, so far."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._bars: list[tuple[int, int]] = []

    def months_to_beat(self, cost_usd: int) -> int:
        """Return the months that a plan at this cost has to stay under."""
        for cost, months in self._bars:  # The dearest, which is the soonest, comes first.
            if cost <= cost_usd:
                return months
        return ENDLESS

    def add(self, draft: Draft) -> None:
        """Take a draft in, and out what it beats."""
        self.drafts = [it for it in self.drafts if not _beats(draft, it)]
        self.drafts.append(draft)
        self._bars = sorted(((it.cost_usd, it.months) for it in self.drafts), reverse=True)


@dataclass(frozen=True, slots=True)
class Sums:
    """What ways take at the desk and by day, at the least and at the most, and their cost."""

    desk: int
    day: int
    desk_high: int
    day_high: int
    cost_usd: int


class Search:
    """Looks for plans under one set of requirements, for one person's records."""

    def __init__(self, requirements: Requirements, records: Records) -> None:
        self._requirements = requirements
        self._records = records
        self._facts = records.facts
        self._sums: dict[Ways, Sums] = {}
        self._branches: dict[Rule, list[Branch]] = {}
        self.book = Cookbook(requirements, records)

    def drafts(self, rule: Rule) -> list[Draft]:
        """Return the drafts that no other beats, the soonest first.

        The lean recipes come first: what they reach is the bar for the many others, of
        which hardly one is left once it is known.
        """
        front = Front()
        for find in (self.book.lean, self.book.full):
            for branch in self.branches(rule):
                can_help = partial(self._can_help, front, self.work_months(branch))
                for ways in find(branch.needs, can_help):
                    self._try(front, Recipe(ways, branch))
        return sorted(front.drafts, key=lambda draft: draft.months)

    def branches(self, rule: Rule) -> list[Branch]:
        """Return every choice that keeps a rule; those that stay in a job of today come first."""
        if rule not in self._branches:
            self._branches[rule] = sorted(self.book.branches(rule), key=self._new_jobs)
        return self._branches[rule]

    def _new_jobs(self, branch: Branch) -> int:
        return sum(not self._records.jobs_for(job.serves) for job in branch.jobs)

    def draft(self, recipe: Recipe, before: int = ENDLESS) -> Draft | None:
        """Return the draft of a recipe that ends first; None where none ends ``before``."""
        slots = self._slots(recipe, before)
        if slots is None:
            return None
        return Draft(recipe, slots, end_of(slots), self.sums_of(recipe.ways).cost_usd)

    def months_high(self, draft: Draft, before: int = ENDLESS) -> int:
        """Return the months of a draft where each program takes the most; at most ``before``."""
        tasks = self._tasks(draft.recipe, draft.months, is_slow=True)
        slots = Timetable(tasks, self._facts).find(before)
        if slots is None:
            return draft.months if before == ENDLESS else before
        return end_of(slots)

    def facts_after(self, draft: Draft) -> Facts:
        """Return what is held at the end of a draft."""
        return self._facts.union(*(self.book.gives(key) for key in draft.recipe.ways))

    def _try(self, front: Front, recipe: Recipe) -> None:
        draft = self.draft(recipe, front.months_to_beat(self.sums_of(recipe.ways).cost_usd))
        if draft is not None:
            front.add(draft)

    def work_months(self, branch: Branch) -> int:
        """Return the months of work that a branch still asks for."""
        return sum(max(left.values()) for left in self._left_of(branch, 0))

    def _left_of(self, branch: Branch, at_month: int) -> list[dict[Worked, int]]:
        """Return what each job still has to last for each part that it serves.

        The months of the jobs before it are taken off where they count for it too.
        """
        left = self._records.left_of(branch.works, at_month, is_apart_first=branch.is_apart_first)
        found: list[dict[Worked, int]] = []
        for place, job in enumerate(branch.jobs):
            earlier = list(zip(branch.jobs[:place], found, strict=True))
            found.append({leaf: _less(left[leaf], leaf, earlier) for leaf in job.serves})
        return found

    def _can_help(self, front: Front, work_months: int, ways: Ways) -> bool:
        """Whether these ways, and whatever comes on top, may lead to a plan that isn't beaten."""
        sums = self.sums_of(ways)
        return max(sums.desk, sums.day + work_months) < front.months_to_beat(sums.cost_usd)

    def sums_of(self, ways: Ways) -> Sums:
        """Return the months at the desk and by day that ways take, and their cost; once each."""
        if ways not in self._sums:
            found = [self._requirements.ways[key] for key in ways]
            by_day = [way for way in found if not way.is_beside_work]
            usd_a_year = self._requirements.tuition.usd_a_year
            self._sums[ways] = Sums(
                desk=sum(way.step.months_low for way in found),
                day=sum(way.step.months_low for way in by_day),
                desk_high=sum(way.step.months_high for way in found),
                day_high=sum(way.step.months_high for way in by_day),
                cost_usd=sum(cost_of(way.step, usd_a_year)[0] for way in found),
            )
        return self._sums[ways]

    def _slots(self, recipe: Recipe, before: int) -> tuple[Slot, ...] | None:
        """Return the timetable that ends first, with what will have lapsed by then."""
        at_month = self._least_end(recipe)
        if at_month >= before:
            return None
        tasks = self._tasks(recipe, at_month, is_slow=False)
        while True:
            slots = Timetable(tasks, self._facts).find(before)
            if slots is None:
                return None
            at_month = end_of(slots)
            again = self._tasks(recipe, at_month, is_slow=False)
            if [task.months for task in again] == [task.months for task in tasks]:
                return slots
            tasks = again

    def _least_end(self, recipe: Recipe) -> int:
        """Return a month before which it can't all be done, with what will have lapsed by then."""
        sums, end = self.sums_of(recipe.ways), 0
        while True:
            left = self._left_of(recipe.branch, end)
            least = max(sums.desk, sums.day + sum(max(months.values()) for months in left))
            if least <= end:
                return end
            end = least

    def _tasks(self, recipe: Recipe, at_month: int, *, is_slow: bool) -> list[Task]:
        ways, branch = self._requirements.ways, recipe.branch
        tasks = [self._study(key, ways[key], is_slow=is_slow) for key in sorted(recipe.ways)]
        left_of = self._left_of(branch, at_month)
        for index, (job, left) in enumerate(zip(branch.jobs, left_of, strict=True)):
            tasks.extend(self._job(index, job, left))
        for course in branch.courses:
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
            gives=self.book.gives(key),
            takes_day=months > 0 and not way.is_beside_work,
            takes_desk=months > 0,
        )

    def _job(self, index: int, job: Job, left: Mapping[Worked, int]) -> Iterator[Task]:
        """Yield the task of a job, unless what is there already is enough."""
        months = max(left.values())
        if not months:
            return
        needs = self.book.needs_of(job)
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


def _less(left: int, leaf: Worked, earlier: Sequence[tuple[Job, Mapping[Worked, int]]]) -> int:
    """Return what is left of a part once the jobs before have counted for it."""
    counted = sum(max(months.values()) for job, months in earlier if job.adds_to(leaf))
    return max(0, left - counted)


def _always(_facts: Facts) -> bool:
    return True


def _beats(other: Draft, draft: Draft) -> bool:
    """Whether another draft is as good in both time and money, and better in one."""
    if other.months > draft.months or other.cost_usd > draft.cost_usd:
        return False
    return (other.months, other.cost_usd) != (draft.months, draft.cost_usd)


def end_of(slots: Sequence[Slot]) -> int:
    """Return the month in which the last of some slots ends."""
    return max((slot.end_month for slot in slots), default=0)


def cost_of(step: Step, usd_a_year: int) -> tuple[int, bool]:
    """Return what a step is counted at, and whether that was worked out from the tuition."""
    if step.cost_low_usd is not None:
        return step.cost_low_usd, False
    if step.kind != STUDY or not step.months_low:
        return 0, False
    return estimate(step.months_low, usd_a_year), True


def estimate(months: int, usd_a_year: int) -> int:
    """Return what months of study are counted at where no price was found."""
    return round(months * usd_a_year / MONTHS_PER_YEAR)
