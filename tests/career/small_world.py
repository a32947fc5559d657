"""Small worlds of study and work, and a search through them month by month.

The search knows the rules of the day and the desk and nothing of how the planner goes about it.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from hypothesis import strategies as st

from caremgr_desktop.career.credential import Step
from caremgr_desktop.career.requirements import Goal, Held, Requirements, Tuition, Way, WorkKind
from caremgr_desktop.career.rules import NOTHING, AllOf, AnyOf, Holds, Rule, Worked
from caremgr_desktop.career.source import Statement

SAYS = Statement("A rule says so.", ("somewhere",), "high")
FACTS = ("alpha", "beta", "gamma")
KINDS = ("paper", "stone")
GOAL = "badge"
TUITION = Tuition(1_200, SAYS)


def step(step_id: str, kind: str, months: int, cost_usd: int | None) -> Step:
    """Return a step that takes as long and costs as much at the least as at the most."""
    return Step(
        id=step_id,
        kind=kind,
        title=step_id.title(),
        months_low=months,
        months_high=months,
        cost_low_usd=cost_usd,
        cost_high_usd=cost_usd,
        cost_note="",
        why="It is asked for.",
        sources=("somewhere",),
        confidence="high",
    )


def holds(*ids: str) -> Holds:
    """Return a rule that asks for any of these."""
    return Holds(ids, SAYS)


def worked(kind: str, months: int, *, is_apart: bool = False) -> Worked:
    """Return a rule that asks for months of a kind of work."""
    return Worked(kind, months, 0, SAYS, is_apart=is_apart)


def world(
    ways: Mapping[str, Way],
    kinds: Mapping[str, WorkKind],
    rule: Rule,
    implied: Mapping[str, tuple[str, ...]] | None = None,
) -> Requirements:
    """Return the requirements with one goal."""
    return Requirements(
        held={key: Held(key, counts) for key, counts in (implied or {}).items()},
        ways=ways,
        work=kinds,
        courses={},
        goals={GOAL: Goal(GOAL, rule, step("apply", "apply", 0, 0))},
        tuition=TUITION,
    )


def _few_facts() -> st.SearchStrategy[Rule]:
    one = st.builds(holds, st.sampled_from(FACTS))
    return st.just(NOTHING) | one | st.builds(lambda a, b: AnyOf((a, b)), one, one)


@st.composite
def worlds(draw: st.DrawFn) -> Requirements:
    """Draw a world of up to four ways and two kinds of work, with one goal."""
    ways = {}
    for place in range(draw(st.integers(1, 4))):
        key = f"way_{place}"
        months = draw(st.integers(0, 3))
        ways[key] = Way(
            step=step(key, "study", months, draw(st.integers(0, 3))),
            needs=draw(_few_facts()),
            gives=(draw(st.sampled_from(FACTS)),),
            is_beside_work=draw(st.booleans()),
        )
    kinds = {}
    for kind in KINDS:
        counts_as = draw(st.sampled_from([(kind,), (kind,), KINDS]))
        kinds[kind] = WorkKind(kind, kind.title(), counts_as, draw(_few_facts()))
    leaf = st.builds(holds, st.sampled_from(FACTS)) | st.builds(
        worked, st.sampled_from(KINDS), st.integers(1, 3)
    )
    rule = st.recursive(
        leaf,
        lambda part: (
            st.builds(lambda a, b: AllOf((a, b)), part, part)
            | st.builds(lambda a, b: AnyOf((a, b)), part, part)
        ),
        max_leaves=3,
    )
    return world(ways, kinds, draw(rule))


class _State(NamedTuple):
    facts: frozenset[str]
    taken: frozenset[str]
    desk: tuple[str, int] | None
    job: str | None
    months: tuple[int, ...]
    left_jobs: frozenset[str]


def searched(requirements: Requirements, horizon: int) -> list[tuple[int, int]]:
    """Return months and dollars of every result that no other beats, found month by month."""
    start = _State(frozenset(), frozenset(), None, None, (0,) * len(KINDS), frozenset())
    states: dict[_State, int] = {start: 0}
    found: dict[int, int] = {}
    rule = requirements.goals[GOAL].rule
    for month in range(horizon + 1):
        states = _closed(requirements, states)
        reached = [cost for state, cost in states.items() if _keeps(requirements, state, rule)]
        if reached:
            found[month] = min(reached)
        states = _a_month_later(requirements, states)
    best: list[tuple[int, int]] = []
    for month, cost in sorted(found.items()):
        if not best or cost < best[-1][1]:
            best.append((month, cost))
    return best


def _closed(requirements: Requirements, states: Mapping[_State, int]) -> dict[_State, int]:
    """Return the states with all that can be reached from them without time passing."""
    found = dict(states)
    waiting = list(states)
    while waiting:
        state = waiting.pop()
        for key, way in requirements.ways.items():
            if way.step.months_low or key in state.taken or not _opens(state.facts, way.needs):
                continue
            later = state._replace(facts=state.facts | set(way.gives), taken=state.taken | {key})
            cost = found[state] + (way.step.cost_low_usd or 0)
            if cost < found.get(later, 10**9):
                found[later] = cost
                waiting.append(later)
    return found


def _a_month_later(requirements: Requirements, states: Mapping[_State, int]) -> dict[_State, int]:
    """Return what every choice for one month leads to."""
    found: dict[_State, int] = {}
    for state, cost in states.items():
        for (desk, price), job in product(_desks(requirements, state), (None, *KINDS)):
            later = _next(requirements, state, desk, job)
            if later is not None and cost + price < found.get(later, 10**9):
                found[later] = cost + price
    return found


def _desks(
    requirements: Requirements, state: _State
) -> Iterator[tuple[tuple[str, int] | None, int]]:
    """Yield what may lie on the desk this month, and what beginning it costs."""
    yield state.desk, 0
    if state.desk is None:
        for key, way in requirements.ways.items():
            if way.step.months_low and key not in state.taken and _opens(state.facts, way.needs):
                yield (key, way.step.months_low), way.step.cost_low_usd or 0


def _next(
    requirements: Requirements, state: _State, desk: tuple[str, int] | None, job: str | None
) -> _State | None:
    is_day_taken = desk is not None and not requirements.ways[desk[0]].is_beside_work
    if job is not None:
        is_open = _opens(state.facts, requirements.work[job].needs)
        if is_day_taken or not is_open or (job != state.job and job in state.left_jobs):
            return None
    left_jobs = state.left_jobs | ({state.job} if state.job and state.job != job else set())
    months = tuple(
        count + (job is not None and kind == job)
        for kind, count in zip(KINDS, state.months, strict=True)
    )
    facts, taken = state.facts, state.taken
    if desk is not None:
        key, left = desk
        taken = taken | {key}
        desk = (key, left - 1) if left > 1 else None
        if desk is None:
            facts = facts | set(requirements.ways[key].gives)
    return _State(facts, taken, desk, job, months, frozenset(left_jobs))


def _opens(facts: frozenset[str], rule: Rule) -> bool:
    if isinstance(rule, AnyOf):
        return any(_opens(facts, part) for part in rule.parts)
    if isinstance(rule, AllOf):
        return all(_opens(facts, part) for part in rule.parts)
    return isinstance(rule, Holds) and not facts.isdisjoint(rule.any_of)


def _keeps(requirements: Requirements, state: _State, rule: Rule) -> bool:
    """Whether a rule is kept; months of one job count for every kind that it is."""
    if isinstance(rule, AnyOf):
        return any(_keeps(requirements, state, part) for part in rule.parts)
    if isinstance(rule, AllOf):
        return all(_keeps(requirements, state, part) for part in rule.parts)
    if isinstance(rule, Worked):
        counted = (
            months
            for kind, months in zip(KINDS, state.months, strict=True)
            if rule.kind in requirements.work[kind].counts_as
        )
        return sum(counted) >= rule.months
    return _opens(state.facts, rule)
