"""What a path takes as given, what does not count for it, and which studies it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caremgr_desktop.career.source import MONTHS_PER_YEAR
from caremgr_desktop.career.uncounted import CCM, COURSES, DEGREE, SUPERVISOR, TWICE, UNPAID, WINDOW
from caremgr_desktop.reporting.have_views import as_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from caremgr_desktop.career.outcome import Leaving, Outcome, Plan
    from caremgr_desktop.career.requirements import Requirements
    from caremgr_desktop.career.uncounted import Uncounted
    from caremgr_desktop.core.ports import Translate
    from caremgr_desktop.reporting.step_views import StepWriter


class RemarkWriter:
    """Writes remarks on an outcome, one line each."""

    def __init__(self, requirements: Requirements, steps: StepWriter, translate: Translate) -> None:
        self._requirements = requirements
        self._steps = steps
        self._translate = translate

    def _tr(self, text: str) -> str:
        return self._translate("Plan", text)

    def assumed(self, outcome: Outcome) -> Iterator[str]:
        """Yield what the plans take as given."""
        if outcome.is_dated_degree_assumed and not outcome.is_eligible_now:
            yield self._tr(
                "No date is known of a degree that is only assumed, so all work is counted as"
                " done after it."
            )
        elif outcome.is_date_assumed and not outcome.is_eligible_now:
            yield self._tr(
                "You did not say when your degree was finished, so all work is counted as done"
                " after it."
            )
        words = self._tr(
            "Assumed: “{because}” comes with “{title}”. Say which degrees and licenses you have:"
            " that may make the plan shorter."
        )
        for it in outcome.assumed:
            yield words.format(because=self._name(it.because), title=self._name(it.id))
        if outcome.is_degree_unnamed:
            yield self._tr(
                "You named a license or a certificate and no degree. If you have a degree, add it:"
                " that may make the plan shorter."
            )

    def _name(self, held_id: str) -> str:
        held = self._requirements.held.get(held_id)
        return held.title if held is not None else self._requirements.programs[held_id]

    def uncounted(self, outcome: Outcome) -> Iterator[str]:
        """Yield what does not count, and why."""
        for it in outcome.uncounted:
            yield f"{self._lost(it)} {self._reason(it)}"

    def _part(self, it: Uncounted) -> str:
        """Return the part of the rule that work is lost for, where it counts for another."""
        return self._tr(" for one part: “{part}”").format(part=it.part) if it.part else "."

    def _lost(self, it: Uncounted) -> str:
        if it.reason == COURSES:
            words = self._tr("{name}: {amount} hours of courses don't count.")
            if it.amount == 1:
                words = self._tr("{name}: 1 hour of courses doesn't count.")
            return words.format(name=as_words(it.kind), amount=it.amount)
        words = self._tr("{name}: {amount} of {of} months don't count{part}")
        if it.amount == it.of:
            words = self._tr("{name}: these {amount} months don't count{part}")
            if it.amount == 1:
                words = self._tr("{name}: this month doesn't count{part}")
        name = self._requirements.work[it.kind].title
        return words.format(name=name, amount=it.amount, of=it.of, part=self._part(it))

    def _reason(self, it: Uncounted) -> str:
        words = {
            UNPAID: self._tr("The work was not paid."),
            SUPERVISOR: self._tr("It had no supervisor."),
            CCM: self._tr("It had no CCM as a supervisor."),
            DEGREE: self._tr("Only work after a degree that the rule names counts."),
            WINDOW: self._tr("Only the last {years} years count."),
            COURSES: self._tr("Only the last {years} years count."),
            TWICE: self._tr("Other work filled the same months, and a month counts once."),
        }
        return words[it.reason].format(years=it.within_months // MONTHS_PER_YEAR)

    def leaving(self, plan: Plan) -> tuple[str, ...]:
        """Return which studies a plan does without, and what finishing them would take."""
        return tuple(self._leaving(it, plan) for it in plan.leaves)

    def _leaving(self, it: Leaving, plan: Plan) -> str:
        if it.months is None:
            words = self._tr("It leaves studies that you are in: {title}.")
            if it.is_same:
                words = self._tr("It takes this at its shortest: {title}.")
            return words.format(title=it.title)
        parts = [self._left_words(it, plan)]
        if it.months > plan.months:
            parts.append(self._tr(", which is {more} more"))
        if it.cost_usd and not it.is_cost_whole:
            parts.append(self._tr(", and prices that were not found"))
        cost = self._tr("prices that were not found")
        if it.cost_usd or it.is_cost_whole:
            cost = self._steps.money(it.cost_usd or 0, 0)
        return "".join((*parts, ".")).format(
            title=it.title,
            time=self._steps.length(it.months, it.months),
            cost=cost,
            more=self._steps.length(it.months - plan.months, it.months - plan.months),
        )

    def _left_words(self, it: Leaving, plan: Plan) -> str:
        """Return how a plan stands to studies under way, and what finishing them takes."""
        if it.is_same:
            return self._tr(
                "It takes this at its shortest: {title}. At the pace that you gave it takes {time}"
                " and {cost}"
            )
        if it.months is not None and it.months <= plan.months:
            return self._tr(
                "It does without studies that you are in: {title}. A plan that finishes them takes"
                " {time} and {cost}"
            )
        return self._tr(
            "It leaves studies that you are in: {title}. A plan that finishes them takes {time}"
            " and {cost}"
        )
