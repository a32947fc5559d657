"""Turns the checked file of requirements into rules that can be reckoned with."""

from types import MappingProxyType

from caremgr_desktop.career.credential import Step
from caremgr_desktop.career.requirements import (
    Exclusion,
    Goal,
    Held,
    Requirements,
    Tuition,
    Way,
    WorkKind,
)
from caremgr_desktop.career.rules import (
    NOTHING,
    AllOf,
    AnyOf,
    Holds,
    Rule,
    Trained,
    Worked,
)
from caremgr_desktop.career.source import Statement
from caremgr_desktop.content.schema import StatementItem
from caremgr_desktop.content.schema_plan import (
    ExclusionItem,
    GoalItem,
    HeldItem,
    RequirementsFile,
    RuleItem,
    WayItem,
    WorkKindItem,
)


def requirements_of(file: RequirementsFile, steps: dict[str, Step]) -> Requirements:
    """Return the requirements of a file without faults."""
    return Requirements(
        held=MappingProxyType({key: _held(item) for key, item in file.held.items()}),
        ways=MappingProxyType({key: _way(steps[key], item) for key, item in file.ways.items()}),
        work=MappingProxyType({key: _work(key, item) for key, item in file.work.items()}),
        courses=MappingProxyType({key: steps[key] for key in file.courses}),
        goals=MappingProxyType(
            {key: _goal(key, item, steps) for key, item in file.credentials.items()}
        ),
        tuition=Tuition(file.tuition.usd_a_year, statement_of(file.tuition.says)),
    )


def statement_of(item: StatementItem) -> Statement:
    """Return a sentence of fact with its sources."""
    return Statement(item.text, tuple(item.sources), item.confidence)


def _held(item: HeldItem) -> Held:
    return Held(
        title=item.title,
        counts_as=tuple(item.counts_as),
        asked=item.asked or "",
        assumes=tuple(item.assumes),
        unless=tuple(item.unless),
    )


def _way(step: Step, item: WayItem) -> Way:
    needs = NOTHING if item.needs is None else _rule(item.needs)
    return Way(step, needs, tuple(item.gives), bool(item.beside_work))


def _work(key: str, item: WorkKindItem) -> WorkKind:
    return WorkKind(key, item.title, tuple(item.counts_as), _rule(item.needs))


def _goal(key: str, item: GoalItem, steps: dict[str, Step]) -> Goal:
    excludes = tuple(_exclusion(exclusion) for exclusion in item.excludes)
    return Goal(
        id=key,
        rule=_rule(item.rule),
        apply=steps[item.apply],
        excludes=excludes,
        apply_instead=tuple(steps[step] for step in item.apply_instead),
        held_by=tuple(item.held_by),
    )


def _exclusion(item: ExclusionItem) -> Exclusion:
    return Exclusion(statement_of(item.says), tuple(item.any_of), item.is_unpaid)


def _rule(item: RuleItem) -> Rule:
    says = Statement(item.text, tuple(item.sources), item.confidence or "")
    if item.all is not None:
        return AllOf(tuple(_rule(part) for part in item.all))
    if item.any is not None:
        return AnyOf(tuple(_rule(part) for part in item.any))
    if item.holds is not None:
        return Holds(tuple(item.holds), says)
    if item.course is not None:
        return Trained(item.course, item.hours, item.step, says, item.within_months)
    return Worked(
        kind=item.work or "",
        months=item.months,
        hours=item.hours,
        says=says,
        supervision=item.supervision,
        full_time_hours=item.full_time_hours,
        within_months=item.within_months,
        after=tuple(item.after),
        is_apart=item.is_apart,
    )
