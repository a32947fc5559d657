"""The plans to a credential, from what a person has, in words for every skin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caremgr_desktop.career.plan import Planner
from caremgr_desktop.career.under_way import UNDER_WAY
from caremgr_desktop.core.person import Have
from caremgr_desktop.reporting.plan_remarks import RemarkWriter
from caremgr_desktop.reporting.step_views import StepWriter
from caremgr_desktop.reporting.views import PathView, PlanView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from caremgr_desktop.career.credential import Credential
    from caremgr_desktop.career.facts import Facts
    from caremgr_desktop.career.outcome import Outcome, Plan, PlanStep
    from caremgr_desktop.core.ports import Formats, Translate
    from caremgr_desktop.reporting.citations import Citations

NOTHING = Have()


class PlanWriter:
    """Writes what stands between a person and credentials; each is planned once."""

    def __init__(
        self,
        facts: Facts,
        citations: Citations,
        formats: Formats,
        translate: Translate,
    ) -> None:
        self._handbook, self._requirements = facts
        self._citations = citations
        self._formats = formats
        self._translate = translate
        self._steps = StepWriter(citations, formats, translate)
        self._remarks = RemarkWriter(self._requirements, self._steps, translate)
        self._said: Have | None = None
        self._planner: tuple[Have, Planner] | None = None
        self._outcomes: dict[str, Outcome] = {}
        self._known: dict[tuple[str, ...], tuple[PathView, ...]] = {}

    def _tr(self, text: str) -> str:
        return self._translate("Plan", text)

    def views(self, credentials: Sequence[str], have: Have | None) -> tuple[PathView, ...]:
        """Return what stands between a person and each credential; the usual one comes first."""
        ids = tuple(dict.fromkeys(credentials))
        self._planner_for(have)
        if ids not in self._known:
            outcomes = [self.outcome(each, have) for each in ids]
            marks = self._marks(outcomes)
            pairs = zip(outcomes, marks, strict=True)
            self._known[ids] = tuple(self._path(outcome, mark) for outcome, mark in pairs)
        return self._known[ids]

    def outcome(self, credential: str, have: Have | None) -> Outcome:
        """Return the plans to one credential; each is looked for once."""
        planner = self._planner_for(have)
        if credential not in self._outcomes:
            self._outcomes[credential] = planner.outcome(credential)
        return self._outcomes[credential]

    def _planner_for(self, have: Have | None) -> Planner:
        """Return what plans for these records; what was planned for others is forgotten."""
        if self._planner is not None and have is self._said:
            return self._planner[1]
        self._said = have
        understood = self._requirements.understood(have or NOTHING)
        if self._planner is None or self._planner[0] != understood:
            self._planner = (understood, Planner(self._requirements, understood))
            self._known.clear()
            self._outcomes.clear()
        return self._planner[1]

    @property
    def _has_nothing(self) -> bool:
        return self._planner is None or self._planner[0] == NOTHING

    def _marks(self, outcomes: Sequence[Outcome]) -> list[str]:
        """Return what sets each of several credentials apart: the usual one, the first reached."""
        reached = [it.plans[0].months for it in outcomes if it.plans]
        is_any_eligible = any(it.is_eligible_now for it in outcomes)
        marks = []
        for place, outcome in enumerate(outcomes):
            is_usual = place == 0 and len(outcomes) > 1
            words = [self._tr("the usual one")] if is_usual else []
            if outcome.is_held:
                words.append(self._tr("yours already"))
            elif outcome.is_eligible_now:
                words.append(self._eligible(outcome))
            elif len(outcomes) > 1 and not is_any_eligible and outcome.plans:
                words += self._reached(outcome.plans[0].months, reached)
            marks.append(", ".join(words))
        return marks

    def _eligible(self, outcome: Outcome) -> str:
        if outcome.is_date_assumed:
            return self._tr("perhaps eligible now")
        return self._tr("eligible now")

    def _reached(self, months: int, reached: Sequence[int]) -> list[str]:
        """Return whether a credential is reached first, or as soon as another that is."""
        if months > min(reached):
            return []
        is_alone = reached.count(months) == 1
        return [self._tr("reached first") if is_alone else self._tr("as soon as any")]

    def _path(self, outcome: Outcome, mark: str) -> PathView:
        credential = self._handbook.credentials[outcome.goal]
        statements = [credential.rule, *credential.excludes, *outcome.does_not_count]
        statements += [item for item in (credential.exam, credential.renewal) if item is not None]
        return PathView(
            credential_id=credential.id,
            title=credential.name,
            issuer=credential.issuer,
            mark=mark,
            lead=self._lead(outcome),
            start=self._start(),
            is_from_nothing=self._has_nothing,
            warnings=(
                *(item.text for item in outcome.does_not_count),
                *self._remarks.uncounted(outcome),
            ),
            plans=tuple(self._plan(outcome, place) for place in range(len(outcome.plans))),
            rule=self._tr("What it asks for: {text}").format(text=credential.rule.text),
            notes=tuple(self._notes(credential)),
            sources=self._citations.of(id_ for item in statements for id_ in item.sources),
            assumed=tuple(self._remarks.assumed(outcome)),
        )

    def _notes(self, credential: Credential) -> Iterator[str]:
        yield from (item.text for item in credential.excludes)
        if credential.exam is not None:
            yield self._tr("Exam: {text}").format(text=credential.exam.text)
        if credential.renewal is not None:
            yield self._tr("Renewal: {text}").format(text=credential.renewal.text)

    def _lead(self, outcome: Outcome) -> str:
        if outcome.is_held:
            return self._tr("You have this already.")
        if outcome.is_eligible_now and outcome.is_date_assumed:
            return self._tr("You are eligible now, if all of it came after the degree.")
        if outcome.is_eligible_now:
            return self._tr("You are eligible now.")
        if not outcome.plans:
            return self._tr("It can't be reached from here: a step on the way has no way to it.")
        return ""

    def _start(self) -> str:
        if self._has_nothing:
            return self._tr(
                "Nothing is said of what you already have, so it starts from high school."
            )
        return self._tr("It starts from what you said that you already have.")

    def _plan(self, outcome: Outcome, place: int) -> PlanView:
        plan, count = outcome.plans[place], len(outcome.plans)
        steps = tuple(
            self._steps.view(number, step) for number, step in enumerate(plan.steps, start=1)
        )
        name = self._name(place, count)
        return PlanView(
            name=name,
            choice=self._choice(name, plan, outcome.plans),
            summary=self._summary(plan),
            this_month=tuple(self._now(step) for step in plan.steps if step.start_month == 0),
            steps=steps,
            total_months=plan.months,
            leaving=self._remarks.leaving(plan),
        )

    def _choice(self, name: str, plan: Plan, plans: Sequence[Plan]) -> str:
        """Return a plan's name with what it takes, to the most where others take as little."""
        words = self._tr("{name}: {time}, {cost}")
        if not plan.is_cost_whole:
            words = self._tr("{name}: {time}, from {cost}")
            if not plan.cost_usd:
                words = self._tr("{name}: {time}, fee not found")
        is_alone = sum(it.months == plan.months for it in plans) == 1
        high = plan.months if is_alone and plan.months else plan.months_high
        time = self._steps.length(plan.months, high)
        return words.format(name=name, time=time, cost=self._formats.money(plan.cost_usd))

    def _name(self, place: int, count: int) -> str:
        if count == 1:
            return self._tr("Soonest and cheapest")
        if place == 0:
            return self._tr("Soonest")
        return self._tr("Cheapest") if place == count - 1 else self._tr("Between")

    def _summary(self, plan: Plan) -> str:
        if not plan.months_high:
            return self._cost_words(plan)
        words = self._tr("{time} from now. {cost}")
        time = self._steps.length(plan.months, plan.months_high)
        return words.format(time=time[:1].upper() + time[1:], cost=self._cost_words(plan))

    def _cost_words(self, plan: Plan) -> str:
        if not plan.is_cost_whole and not plan.cost_high_usd:
            return self._tr("School and fees: price not found.")
        words = (
            self._tr("School and fees: {cost}.")
            if plan.is_cost_whole
            else self._tr("School and fees: {cost}, and prices that were not found.")
        )
        return words.format(cost=self._steps.money(plan.cost_usd, plan.cost_high_usd))

    def _now(self, step: PlanStep) -> str:
        """Return what to do this month for a step that begins now."""
        if step.id.startswith(UNDER_WAY):
            return self._tr("Go on with: {title}.").format(title=step.title)
        title = self._steps.title(step)
        if step.is_quicker:
            months = step.end_month - step.start_month
            words = self._tr("Ask your school how to finish in {time}: {title}.")
            return words.format(time=self._steps.length(months, months), title=title)
        if step.is_current:
            words = self._tr("Stay in your job: {title}.")
            if step.is_part_time:
                words = self._tr("Stay in your job, full time: {title}.")
            return words.format(title=title)
        by_kind = {
            "study": self._tr("Pick a school and sign up: {title}."),
            "work": self._tr("Look for a job: {title}."),
            "exam": self._tr("Sign up for the exam: {title}."),
        }
        return by_kind.get(step.kind, self._tr("{title}.")).format(title=title)
