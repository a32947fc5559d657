"""Turns a visit into everything that the result page says."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from caremgr_desktop.career.years import Assumptions
from caremgr_desktop.core.verdicts import CLOSE_CALL, NO_CLEAR_RESULT
from caremgr_desktop.reporting.answers import answer_views, weight_views
from caremgr_desktop.reporting.citations import Citations
from caremgr_desktop.reporting.pay_views import PayWriter
from caremgr_desktop.reporting.plan_views import PlanWriter
from caremgr_desktop.reporting.reason_views import ReasonWriter
from caremgr_desktop.reporting.remark_views import RemarkWriter
from caremgr_desktop.reporting.sure_views import SureWriter
from caremgr_desktop.reporting.verdict_words import VerdictWriter, close_families, closest_settings
from caremgr_desktop.reporting.views import Bar, ResultView, RoleView
from caremgr_desktop.reporting.years_views import YearsWriter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from caremgr_desktop.career.facts import Facts
    from caremgr_desktop.core.kept import KeptVisit
    from caremgr_desktop.core.person import Have
    from caremgr_desktop.core.ports import Clock, Formats, Translate
    from caremgr_desktop.core.quiz import Role
    from caremgr_desktop.core.trial import Trial
    from caremgr_desktop.core.visit import Visit
    from caremgr_desktop.engine.decide import Decision, Engine
    from caremgr_desktop.engine.fit import Standing
    from caremgr_desktop.reporting.about import AboutView
    from caremgr_desktop.reporting.compare_views import CompareView
    from caremgr_desktop.reporting.have_views import HaveChoices
    from caremgr_desktop.reporting.trial_views import TrialWriter
    from caremgr_desktop.reporting.views import (
        PathView,
        ReasonView,
        RemarkView,
        SourceView,
        YearsView,
    )

MOST_SEPARATING = 3
USUAL = Assumptions()
NOT_TIMED: Mapping[str, float] = MappingProxyType({})


class ResultReporter:
    """Writes results of one quiz from one set of facts; of its quick edition it says so."""

    def __init__(
        self,
        facts: Facts,
        engine: Engine,
        formats: Formats,
        translate: Translate,
        clock: Clock,
        *,
        is_quick: bool = False,
    ) -> None:
        quiz, handbook = engine.quiz, facts.handbook
        self._quiz = quiz
        self._requirements = facts.requirements
        self._handbook = handbook
        self._engine = engine
        self._formats = formats
        self._translate = translate
        self._clock = clock
        self._citations = Citations(handbook, translate, clock)
        self._verdicts = VerdictWriter(quiz, translate, is_quick=is_quick)
        self._reasons = ReasonWriter(quiz, handbook, self._citations, formats, translate)
        self._sure = SureWriter(quiz, translate)
        self._remarks = RemarkWriter(quiz, translate)
        self._pay = PayWriter(handbook, self._citations, formats, translate)
        self._plans = PlanWriter(facts, self._citations, formats, translate)
        self._years = YearsWriter(handbook, self._plans, formats, translate)

    def result(
        self,
        visit: Visit,
        seconds: Mapping[str, float] | None = NOT_TIMED,
        assumptions: Assumptions = USUAL,
    ) -> ResultView:
        """Return the result of a visit as it is now, with pay as it is assumed.

        ``seconds`` tells how long questions stood before they were answered, where known.
        It is None for answers that came from elsewhere: of those nothing is remarked on,
        since nobody knows how and in which order they were given.
        """
        remarks = () if seconds is None else self._remarks.views(visit, seconds)
        return self._result(visit, remarks, self._known(assumptions))

    def trial(self, trial: Trial, own: ResultView, assumptions: Assumptions = USUAL) -> ResultView:
        """Return the result of what is tried, marked against the ``own`` one."""
        tried = self._result(trial.tried, own.remarks, self._known(assumptions))
        return self._trials.marked(trial, own, tried)

    @cached_property
    def _trials(self) -> TrialWriter:
        from caremgr_desktop.reporting.trial_views import TrialWriter

        return TrialWriter(self._quiz, self._translate)

    def _known(self, assumptions: Assumptions) -> Assumptions:
        return assumptions._replace(area=self._pay.known_area(assumptions.area))

    def glance(self, trial: Trial, own: ResultView) -> ResultView:
        """Return the same without how sure it is, pay and paths: half the work.

        It is what moves under the hand; a person reads the rest once the hand is at rest.
        """
        assumptions = Assumptions(own.area)
        tried = self._result(trial.tried, own.remarks, assumptions, is_whole=False)
        return self._trials.marked(trial, own, tried)

    def _result(
        self,
        visit: Visit,
        remarks: tuple[RemarkView, ...],
        assumptions: Assumptions,
        *,
        is_whole: bool = True,
    ) -> ResultView:
        decision = self._engine.decide(visit.answers, visit.importances)
        words = self._verdicts.words(decision)
        setting = self._setting(decision)
        reasons = self._all_reasons(decision, visit)
        leader = close_families(decision)[0].role_id
        ranked = self._ranked_roles(decision, setting) if setting and is_whole else []
        return ResultView(
            kind=decision.verdict.kind,
            kicker=words.kicker,
            headline=words.headline,
            detail=words.detail,
            leaders=self._leaders(decision),
            families=tuple(self._bar(item) for item in decision.families),
            settings=tuple(self._bar(item) for item in decision.settings if decision.tally.rows),
            setting=self.role(setting.id) if setting else None,
            reasons_for=tuple(item for item in reasons if item.toward in (leader, "")),
            reasons_against=tuple(item for item in reasons if item.toward not in (leader, "")),
            reasons_note=self._note(decision),
            separating=_separating(decision, reasons),
            sure=self._sure.view(decision) if is_whole else None,
            remarks=remarks,
            pay=self._pay.views(ranked, assumptions.area) if ranked else (),
            pay_note=self._handbook.pay.note,
            paths=self._paths_of(setting, visit.have) if is_whole else (),
            answers=answer_views(self._quiz, visit, self._translate),
            weights=weight_views(self._quiz, visit, self._translate),
            area=assumptions.area,
            areas=self._pay.areas,
            years=self._ahead(ranked, visit.have, assumptions),
        )

    def _ahead(
        self, ranked: Sequence[Role], have: Have | None, assumptions: Assumptions
    ) -> YearsView | None:
        """Return ten years ahead for the two closest settings and the other family's closest."""
        if not ranked:
            return None
        first, second = ranked[:2]
        other = next((role for role in ranked if role.family != first.family), second)
        compared = dict.fromkeys(role.id for role in (first, second, other))
        return self._years.view([self._role(each) for each in compared], have, assumptions)

    def paths(self, credentials: Sequence[str], have: Have | None) -> tuple[PathView, ...]:
        """Return what stands between somebody and credentials, the usual one first."""
        return self._plans.views(credentials, have)

    def have_choices(self) -> HaveChoices:
        """Return what a person can be asked for of what they already have."""
        from caremgr_desktop.reporting.have_views import have_choices

        return have_choices(self._requirements)

    def about(self) -> AboutView:
        """Return the page about the numbers."""
        from caremgr_desktop.reporting.about import about_view

        return about_view(self._quiz, self._handbook, self._citations, self._translate)

    def sources(self) -> tuple[SourceView, ...]:
        """Return every source."""
        return self._citations.all()

    def as_text(self, view: ResultView, code: str) -> str:
        """Return a result in plain words, to be pasted anywhere."""
        from caremgr_desktop.reporting.result_text import result_as_text

        made = self._formats.day(self._clock.today())
        return result_as_text(view, made, self._translate, code=code)

    def compared(self, visits: Sequence[tuple[KeptVisit, Visit]]) -> CompareView:
        """Return two or three visits side by side, the earliest first."""
        from caremgr_desktop.reporting.compare_views import CompareWriter

        return CompareWriter(self._engine, self._formats, self._translate).view(visits)

    def role(self, role_id: str) -> RoleView:
        """Return a role's own card; raises KeyError for an unknown role."""
        facts = self._handbook.roles[role_id]
        role = self._role(role_id)
        return RoleView(
            role_id=role_id,
            family=role.family or role.id,
            title=role.title,
            summary=facts.summary,
            day=facts.day,
            evidence=tuple(
                (item.text, self._citations.of(item.sources)) for item in facts.evidence
            ),
            next_steps=facts.next_steps,
        )

    def _role(self, role_id: str) -> Role:
        return next(role for role in self._quiz.roles if role.id == role_id)

    def _leaders(self, decision: Decision) -> tuple[str, ...]:
        """Return the families painted as first: in a close call all that it is between."""
        if decision.verdict.kind == CLOSE_CALL:
            return tuple(item.role_id for item in close_families(decision))
        return () if decision.verdict.kind == NO_CLEAR_RESULT else decision.verdict.leaders

    def _paths_of(self, setting: Role | None, have: Have | None) -> tuple[PathView, ...]:
        uses = self._handbook.roles[setting.id].credentials if setting else ()
        return self.paths(uses, have)

    def _setting(self, decision: Decision) -> Role | None:
        """Return the setting that the page is about: the closest of all.

        There is none before enough is answered: the first of many that are
        level would look like advice.

        It may belong to the other family: what a day is like depends on the
        setting more than on the title (FACTS A12 and A13), and the verdict's
        words say so.
        """
        if not decision.verdict.has_enough:
            return None
        return self._role(closest_settings(decision)[0].role_id)

    def moved(self, view: ResultView, have: Have | None, assumptions: Assumptions) -> ResultView:
        """Return the same result with pay as it is assumed now; nothing is decided anew."""
        known = self._known(assumptions)
        if view.setting is None or not view.pay:
            return view._replace(area=known.area)
        first = view.setting.role_id
        ids = [first, *(bar.role_id for bar in view.settings if bar.role_id != first)]
        ranked = [self._role(role_id) for role_id in ids]
        pay = self._pay.views(ranked, known.area)
        years = self._ahead(ranked, have, known)
        return view._replace(area=known.area, pay=pay, years=years)

    def _ranked_roles(self, decision: Decision, first: Role) -> list[Role]:
        others = [self._role(item.role_id) for item in decision.settings]
        return [first, *(role for role in others if role.id != first.id)]

    def _bar(self, standing: Standing) -> Bar:
        role = self._role(standing.role_id)
        return Bar(
            role_id=role.id,
            family=role.family or role.id,
            title=role.title,
            rank=standing.rank,
            fit=float(standing.fit),
            text=self._formats.percent(float(standing.fit)),
            is_first=standing.rank == 1,
            short_title=role.short_title,
        )

    def _all_reasons(self, decision: Decision, visit: Visit) -> tuple[ReasonView, ...]:
        first, second = (item.role_id for item in close_families(decision)[:2])
        contrasts = self._engine.contrasts(decision, first, second)
        return self._reasons.views(visit, contrasts, first, second)

    def _note(self, decision: Decision) -> str:
        """Return what the points add up to, in figures that agree with each other."""
        if not decision.tally.rows:
            return ""
        first, second = (round(float(item.fit) * 100, 1) for item in close_families(decision)[:2])
        words = self._translate(
            "Reasons",
            "Points are parts of the fit, rounded. Those for, less those against, come to"
            " {difference}: a fit of {first} less one of {second}, out of 100.",
        )
        return words.format(
            difference=self._formats.number(first - second, decimals=1),
            first=self._formats.number(first, decimals=1),
            second=self._formats.number(second, decimals=1),
        )


def _separating(decision: Decision, reasons: tuple[ReasonView, ...]) -> tuple[ReasonView, ...]:
    """Return the answers that do most between the families of a close call."""
    if decision.verdict.kind != CLOSE_CALL:
        return ()
    return tuple(item for item in reasons if item.toward)[:MOST_SEPARATING]
