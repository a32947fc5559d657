"""The ways from what a person has to a credential: soonest, cheapest, and between; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from caremgr_desktop.career.assumed import assumed_of
from caremgr_desktop.career.outcome import Leaving, Outcome, Plan
from caremgr_desktop.career.records import Records
from caremgr_desktop.career.requirements import STUDY
from caremgr_desktop.career.rules import Holds, closed, holds
from caremgr_desktop.career.search import Draft, Search
from caremgr_desktop.career.second_looks import Finishing, Steadier
from caremgr_desktop.career.steps import StepMaker
from caremgr_desktop.career.uncounted import uncounted
from caremgr_desktop.career.under_way import UNDER_WAY, begun_afresh, with_under_way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from caremgr_desktop.career.assumed import Assumed
    from caremgr_desktop.career.credential import Step
    from caremgr_desktop.career.outcome import PlanStep
    from caremgr_desktop.career.requirements import Exclusion, Goal, Requirements
    from caremgr_desktop.career.rules import Rule
    from caremgr_desktop.career.source import Statement
    from caremgr_desktop.career.uncounted import Uncounted
    from caremgr_desktop.core.person import Have


class Planner:
    """Plans for one person under one set of requirements."""

    def __init__(self, requirements: Requirements, have: Have) -> None:
        self._requirements = with_under_way(requirements, have)
        self._have = have
        counts_as = {kind.id: kind.counts_as for kind in requirements.work.values()}
        self._assumed = assumed_of(requirements, have)
        assumed = tuple(it.id for it in self._assumed)
        implied = requirements.counts_as
        self._records = Records(have, counts_as, implied, assumed)
        self._strict = Records(have, counts_as, implied, assumed, is_strict=True)
        self._facts = self._records.facts
        self._search = Search(self._requirements, self._records)
        self._leavings: dict[tuple[str, str], Leaving] = {}
        self._steps = StepMaker(self._requirements, self._records, self._search.book)

    def outcome(self, goal_id: str) -> Outcome:
        """Return what stands between the person and a goal; raises KeyError for an unknown one."""
        goal = self._requirements.goals[goal_id]
        if not self._facts.isdisjoint(goal.held_by):
            return self._held(goal)
        is_eligible = self._records.keeps(goal.rule)
        drafts = self._drafts(goal)
        dated = [draft for draft in drafts if self._is_date_assumed(draft)]
        assumed = tuple(it for it in self._assumed if self._is_needed(it, drafts))
        return Outcome(
            goal=goal.id,
            is_eligible_now=is_eligible,
            plans=tuple(self._written(draft, goal) for draft in drafts),
            does_not_count=() if is_eligible else tuple(self._excluded(goal)),
            assumed=assumed,
            is_date_assumed=bool(dated),
            is_dated_degree_assumed=bool(dated) and all(map(self._is_degree_assumed, dated)),
            is_degree_unnamed=not assumed and self._is_degree_unnamed(drafts),
            uncounted=() if is_eligible else self._uncounted(goal, drafts),
        )

    def _held(self, goal: Goal) -> Outcome:
        """Return the outcome for who has the credential, perhaps only as far as is assumed."""
        is_said = not self._records.said.isdisjoint(goal.held_by)
        assumed = () if is_said else tuple(it for it in self._assumed if it.id in goal.held_by)
        return Outcome(
            goal=goal.id,
            is_eligible_now=False,
            plans=(),
            does_not_count=(),
            is_held=True,
            assumed=assumed,
        )

    def _drafts(self, goal: Goal) -> list[Draft]:
        """Return the drafts that no other beats, also one that is as soon and more surely so."""
        found = self._search.drafts(goal.rule)
        steadier = Steadier(self._search, found[0]).find(goal.rule) if found else None
        return found if steadier is None else [steadier, *found]

    def _uncounted(self, goal: Goal, drafts: list[Draft]) -> tuple[Uncounted, ...]:
        branch = drafts[0].recipe.branch if drafts else None
        return tuple(uncounted(goal.rule, self._records, self._have, branch))

    def _excluded(self, goal: Goal) -> Iterator[Statement]:
        """Yield what of the person's records does not count, and why."""
        for exclusion in goal.excludes:
            if self._concerns(exclusion):
                yield exclusion.says

    def _concerns(self, exclusion: Exclusion) -> bool:
        has_unpaid = any(not work.is_paid for work in self._have.work)
        return not self._facts.isdisjoint(exclusion.any_of) or (exclusion.is_unpaid and has_unpaid)

    def _is_needed(self, assumed: Assumed, drafts: list[Draft]) -> bool:
        """Whether a plan would not hold without something that is assumed."""
        said = self._records.said
        found = closed((assumed.id,), self._requirements.counts_as)
        return any(
            isinstance(rule, Holds)
            and not found.isdisjoint(rule.any_of)
            and said.isdisjoint(rule.any_of)
            for draft in drafts
            for rule in self._rules_of(draft)
        )

    def _rules_of(self, draft: Draft) -> Iterator[Rule]:
        """Yield every rule of degrees and licences that a draft rests on."""
        yield from draft.recipe.branch.held
        for key in draft.recipe.ways:
            yield self._requirements.ways[key].needs
        for job in draft.recipe.branch.jobs:
            yield self._requirements.work[job.kind].needs

    def _is_date_assumed(self, draft: Draft) -> bool:
        branch = draft.recipe.branch
        first = branch.is_apart_first
        return self._records.left_of(branch.works, is_apart_first=first) != self._strict.left_of(
            branch.works, is_apart_first=first
        )

    def _is_degree_assumed(self, draft: Draft) -> bool:
        """Whether every degree after which a draft counts work is only assumed."""
        asked = [leaf.after for leaf in draft.recipe.branch.works if leaf.after]
        return all(self._records.said.isdisjoint(degrees) for degrees in asked)

    def _is_degree_unnamed(self, drafts: list[Draft]) -> bool:
        """Whether licenses alone are known of somebody whom a draft sends to school."""
        if self._have.education or not self._have.licences:
            return False
        ways = (self._requirements.ways[key] for draft in drafts for key in draft.recipe.ways)
        return any(way.step.kind == STUDY for way in ways)

    def _written(self, draft: Draft, goal: Goal) -> Plan:
        """Return a draft step by step, with the application at its end."""
        steps = self._steps_of(draft, goal)
        costs = [step.cost_usd for step in steps]
        highs = [max(step.cost_usd or 0, step.cost_high_usd or 0) for step in steps]
        return Plan(
            months=draft.months,
            months_high=self._search.months_high(draft),
            cost_usd=sum(cost for cost in costs if cost is not None),
            cost_high_usd=sum(highs),
            is_cost_whole=None not in costs,
            steps=tuple(steps),
            leaves=tuple(self._leaves(draft, goal)),
        )

    def _steps_of(self, draft: Draft, goal: Goal) -> list[PlanStep]:
        steps = [self._steps.of(slot, draft.recipe) for slot in draft.slots]
        apply = self._apply(goal, draft)
        return [*steps, self._steps.written(apply, draft.months, draft.months)]

    def _apply(self, goal: Goal, draft: Draft) -> Step:
        """Return the step of applying for it that is open at the end of a draft."""
        facts = self._search.facts_after(draft)
        for step in (goal.apply, *goal.apply_instead):
            way = self._requirements.ways.get(step.id)
            if way is None or holds(facts, way.needs):
                return step
        return goal.apply

    def _leaves(self, draft: Draft, goal: Goal) -> Iterator[Leaving]:
        """Yield the studies under way that a draft has no room for before its end."""
        if not draft.months:
            return
        ways = self._requirements.ways
        for key in ways:
            if key.startswith(UNDER_WAY) and key not in draft.recipe.ways:
                is_same = not draft.recipe.ways.isdisjoint(begun_afresh(ways, key))
                yield replace(self._leaving(key, goal), is_same=is_same)

    def _leaving(self, key: str, goal: Goal) -> Leaving:
        """Return what it takes to finish studies on the way to a goal; looked for once."""
        if (key, goal.id) not in self._leavings:
            title = self._requirements.ways[key].step.title
            found = Finishing(self._search, key).find(goal.rule)
            if found is None:
                self._leavings[key, goal.id] = Leaving(title)
            else:
                steps = self._steps_of(found, goal)
                cost_usd = sum(step.cost_usd or 0 for step in steps)
                is_whole = all(step.cost_usd is not None for step in steps)
                self._leavings[key, goal.id] = Leaving(title, found.months, cost_usd, is_whole)
        return self._leavings[key, goal.id]
