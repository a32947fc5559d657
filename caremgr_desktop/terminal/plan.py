"""The ways to credentials as lines of text."""

from collections.abc import Mapping, Sequence

from caremgr_desktop.career.plan import Outcome, Plan, PlanStep
from caremgr_desktop.core.person import Have
from caremgr_desktop.core.ports import Formats, Translate
from caremgr_desktop.terminal.screen import Screen


class PlanPrinter:
    """Writes outcomes to a screen; ``names`` are those of credentials by id."""

    def __init__(
        self, screen: Screen, translate: Translate, formats: Formats, names: Mapping[str, str]
    ) -> None:
        self._screen = screen
        self._translate = translate
        self._formats = formats
        self._names = names

    def show(self, outcomes: Sequence[Outcome], have: Have) -> None:
        """Write what stands between a person and each goal."""
        if have == Have():
            self._screen.line(
                self._tr("Nothing is said of what you have, so each plan starts at high school.")
            )
        for outcome in outcomes:
            self._show_one(outcome)

    def _tr(self, text: str) -> str:
        return self._translate("Plan", text)

    def _show_one(self, outcome: Outcome) -> None:
        name = self._names.get(outcome.goal, "")
        self._screen.heading(f"{outcome.goal}, {name}" if name else outcome.goal)
        if outcome.is_eligible_now:
            self._screen.line(self._tr("You are eligible now."))
        if not outcome.plans:
            self._screen.line(self._tr("It can't be reached from here: a step has no way to it."))
        for said in outcome.does_not_count:
            self._screen.item("!", said.text)
        for place, plan in enumerate(outcome.plans):
            self._show_plan(plan, self._label(place, len(outcome.plans)))

    def _label(self, place: int, count: int) -> str:
        if count == 1:
            return self._tr("The way there")
        if place == 0:
            return self._tr("Soonest")
        return self._tr("Cheapest") if place == count - 1 else self._tr("Between")

    def _show_plan(self, plan: Plan, label: str) -> None:
        self._screen.line()
        cost = self._formats.money(plan.cost_usd)
        if not plan.is_cost_whole:
            cost = self._tr("{cost} and prices that were not found").format(cost=cost)
        months = self._span(plan.months, plan.months_high)
        words = self._tr("{label}: {months} months, {cost}.")
        self._screen.line(words.format(label=label, months=months, cost=cost))
        for step in plan.steps:
            self._show_step(step)

    def _span(self, low: int, high: int) -> str:
        return str(low) if low == high else self._tr("{low} to {high}").format(low=low, high=high)

    def _show_step(self, step: PlanStep) -> None:
        when = self._tr("month {start} to {end}").format(start=step.start_month, end=step.end_month)
        if step.start_month == step.end_month:
            when = self._tr("month {end}").format(end=step.end_month)
        words = (f"{when}: {step.title}, {self._price(step)}.", step.why, step.cost_note)
        self._screen.item("-", " ".join(part for part in words if part))

    def _price(self, step: PlanStep) -> str:
        if step.cost_usd is None:
            return self._tr("price not found")
        if step.is_estimated:
            words = self._tr("about {cost}, counted at the average tuition")
            return words.format(cost=self._formats.money(step.cost_usd))
        if step.kind == "work":
            return self._tr("paid work")
        return self._formats.money(step.cost_usd)
