"""Ten years ahead in words: one line for each role compared, and all that is assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.career.outcome import Plan
from caremgr_desktop.career.pay import PayKey
from caremgr_desktop.career.source import MONTHS_PER_YEAR
from caremgr_desktop.career.years import YEARS, Assumptions, Wages, balances, by_year, crossings
from caremgr_desktop.reporting.views import CrossingView, YearLineView, YearsView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from caremgr_desktop.career.handbook import Handbook
    from caremgr_desktop.core.person import Have
    from caremgr_desktop.core.ports import Formats, Translate
    from caremgr_desktop.core.quiz import Role
    from caremgr_desktop.reporting.plan_views import PlanWriter

FULL_TIME_HOURS_A_YEAR = 2080
"""The hours that the wage table counts to a year, so that a year's pay has an hour's (BLS)."""

HAS_IT = Plan(0, 0, 0, 0, is_cost_whole=True, steps=())
"""What is left to do for a credential that one has."""


class _Line(NamedTuple):
    """A role with the plan and the pay that its line is made of."""

    role: Role
    title: str
    credential: str
    plan: Plan
    months: tuple[int, ...]


class YearsWriter:
    """Writes what roles come to in ten years."""

    def __init__(
        self, handbook: Handbook, plans: PlanWriter, formats: Formats, translate: Translate
    ) -> None:
        self._handbook = handbook
        self._plans = plans
        self._formats = formats
        self._translate = translate

    def _tr(self, text: str) -> str:
        return self._translate("Years", text)

    def view(self, roles: Sequence[Role], have: Have | None, assumptions: Assumptions) -> YearsView:
        """Return the lines of some roles, the closest first; one without a figure has none."""
        lines = [
            line for role in roles if (line := self._line(role, have, assumptions)) is not None
        ]
        return YearsView(
            lines=tuple(self._line_view(line) for line in lines),
            crossings=tuple(self._crossings(lines)),
            assumptions=tuple(self._assumed(lines, assumptions)),
            study_hours=assumptions.study_hours,
            growth_percent=assumptions.growth_percent,
        )

    def _line(self, role: Role, have: Have | None, assumptions: Assumptions) -> _Line | None:
        facts = self._handbook.roles[role.id]
        if facts.pay is None or not facts.credentials:
            return None
        wages = self._wages(facts.pay, assumptions.area)
        if wages is None:
            return None
        outcome = self._plans.outcome(facts.credentials[0], have)
        plan = HAS_IT if outcome.is_held else next(iter(outcome.plans), None)
        if plan is None:
            return None
        found = self._handbook.pay.closest(facts.pay, assumptions.area)
        title = self._tr("{name} (US pay)") if found.gap else "{name}"
        title = title.format(name=role.short_title)
        return _Line(role, title, outcome.goal, plan, balances(plan, wages, assumptions))

    def _wages(self, key: PayKey, area: str) -> Wages | None:
        wage = self._handbook.pay.closest(key, area).wage
        if wage is None or wage.median_usd is None:
            return None
        low = next((usd for usd in (wage.p25_usd, wage.p10_usd) if usd is not None), None)
        return Wages(
            on_the_way_usd=wage.median_usd if low is None else low,
            at_goal_usd=wage.median_usd,
            student_usd=self._student_usd(area),
        )

    def _student_usd(self, area: str) -> int:
        """Return a year's full-time pay in jobs beside school; 0 where none was released."""
        table = self._handbook.pay
        wage = table.closest(PayKey(table.student_work, "", ""), area).wage
        return (wage.p10_usd or wage.median_usd or 0) if wage is not None else 0

    def _line_view(self, line: _Line) -> YearLineView:
        years = by_year(line.months)
        end = self._formats.money(years[-1])
        words = self._tr("{role}: {end} after {years} years. {low} at the lowest.")
        return YearLineView(
            role_id=line.role.id,
            family=line.role.family or line.role.id,
            short_title=line.title,
            months_usd=line.months,
            end_text=end,
            text=words.format(
                role=line.role.title,
                end=end,
                years=YEARS,
                low=self._formats.money(min(line.months)),
            ),
        )

    def _crossings(self, lines: Sequence[_Line]) -> Iterator[CrossingView]:
        """Yield where lines cross, in words."""
        for place, first in enumerate(lines):
            for second in lines[place + 1 :]:
                for month, is_second in crossings(first.months, second.months):
                    ahead, behind = (second, first) if is_second else (first, second)
                    words = self._tr("After {years} years {ahead} passes {behind}.")
                    years = month / MONTHS_PER_YEAR
                    yield CrossingView(
                        month=month,
                        usd=ahead.months[month],
                        text=words.format(
                            years=self._formats.number(years, decimals=1),
                            ahead=ahead.title,
                            behind=behind.title,
                        ),
                    )

    def _assumed(self, lines: Sequence[_Line], assumptions: Assumptions) -> Iterator[str]:
        for line in lines:
            words = self._tr("{role}: the soonest plan to the {credential}, {months} months.")
            if line.plan is HAS_IT:
                words = self._tr("{role}: you have the {credential} already.")
            elif line.plan.months == 1:
                words = self._tr("{role}: the soonest plan to the {credential}, one month.")
            yield words.format(role=line.title, credential=line.credential, months=line.plan.months)
        yield self._tr(
            "Jobs on the way are full-time and pay what a quarter of people in the occupation"
            " earn less than; after the plan it is the median. Place, where released: {area}."
        ).format(area=assumptions.area)
        yield self._beside_school(assumptions)
        yield self._growth(assumptions.growth_percent)
        yield self._tr(
            "Each step takes the fewest months and the lowest price. Study without a price is"
            " counted at the average tuition; a fee that was not found counts as 0. Taxes, rent,"
            " loans and grants are left out."
        )

    def _beside_school(self, assumptions: Assumptions) -> str:
        if not assumptions.study_hours:
            return self._tr("Whoever only studies earns nothing.")
        table = self._handbook.pay
        words = self._tr(
            "Whoever only studies works {hours} hours a week for {usd} an hour, what a tenth of"
            " this occupation earn less than: {occupation}."
        )
        an_hour = self._student_usd(assumptions.area) / FULL_TIME_HOURS_A_YEAR
        return words.format(
            hours=assumptions.study_hours,
            usd=f"${self._formats.number(an_hour, decimals=2)}",
            occupation=table.occupations[table.student_work],
        )

    def _growth(self, percent: int) -> str:
        if not percent:
            return self._tr("Pay does not grow: all is in the dollars of today.")
        words = self._tr("Pay grows by {percent}% a year; school and fees do not.")
        return words.format(percent=percent)
