"""Plans are the soonest and the cheapest that there are; having more never makes them worse."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caremgr_desktop.career.plan import Planner
from caremgr_desktop.career.requirements import Requirements, Way, WorkKind
from caremgr_desktop.career.rules import NOTHING, AllOf, Rule
from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.content.load import load
from caremgr_desktop.core.person import Education, Have, Work
from tests.career.small_world import (
    FACTS,
    GOAL,
    KINDS,
    holds,
    searched,
    step,
    worked,
    world,
    worlds,
)

HORIZON = 12


@settings(max_examples=80, deadline=None)
@given(worlds())
def test_a_search_month_by_month_finds_no_other_plans(requirements: Requirements) -> None:
    plans = Planner(requirements, Have()).outcome(GOAL).plans
    assert [(plan.months, plan.cost_usd) for plan in plans] == searched(requirements, HORIZON)


@settings(max_examples=80, deadline=None)
@given(worlds(), st.data())
def test_having_more_never_makes_a_plan_later_or_dearer(
    requirements: Requirements, data: st.DataObject
) -> None:
    less = Have()
    more = Have(
        licences=frozenset(data.draw(st.sets(st.sampled_from(FACTS)))),
        work=(Work(data.draw(st.sampled_from(KINDS)), data.draw(st.integers(0, 3))),),
    )
    before = Planner(requirements, less).outcome(GOAL).plans
    after = Planner(requirements, more).outcome(GOAL).plans
    for plan in before:
        assert any(
            other.months <= plan.months and other.cost_usd <= plan.cost_usd for other in after
        )


def way(key: str, months: int, gives: str, needs: Rule = NOTHING, *, beside: bool = False) -> Way:
    """Return a free program."""
    return Way(step(key, "study", months, 0), needs, (gives,), beside)


def kind(key: str, needs: Rule = NOTHING, *also: str) -> WorkKind:
    """Return a kind of work that counts as itself and as others."""
    return WorkKind(key, key.title(), (key, *also), needs)


CASES = {
    "one job serves two parts": (
        (),
        (kind("paper"), kind("stone", NOTHING, "paper")),
        AllOf((worked("paper", 2), worked("stone", 3))),
        3,
    ),
    "what stands apart is never shared": (
        (),
        (kind("paper"), kind("stone", NOTHING, "paper")),
        AllOf((worked("paper", 2, is_apart=True), worked("stone", 3))),
        5,
    ),
    "a job counts for what another one serves": (
        (way("course", 1, "gamma", beside=True),),
        (kind("paper", holds("gamma"), "stone"), kind("stone")),
        AllOf((worked("paper", 1), worked("stone", 2))),
        2,
    ),
    "the order of a rule's parts makes no difference": (
        (way("course", 1, "gamma", beside=True),),
        (kind("paper", holds("gamma"), "stone"), kind("stone")),
        AllOf((worked("stone", 2), worked("paper", 1))),
        2,
    ),
    "one job serves two parts that both may lapse": (
        (),
        (kind("paper"), kind("stone", NOTHING, "paper")),
        AllOf(
            (
                replace(worked("paper", 2), within_months=9),
                replace(worked("stone", 3), within_months=9),
            )
        ),
        3,
    ),
    "what would lapse comes last": (
        (),
        (kind("paper"), kind("stone")),
        AllOf((replace(worked("paper", 2), within_months=3), worked("stone", 3))),
        5,
    ),
    "what opens the job comes first": (
        (way("alone", 3, "beta", beside=True), way("opener", 1, "alpha", beside=True)),
        (kind("paper", holds("alpha")), kind("stone")),
        AllOf((holds("beta"), holds("alpha"), worked("paper", 4))),
        5,
    ),
    "it can be better to wait with a job": (
        (
            way("first", 1, "alpha", beside=True),
            way("second", 1, "beta", holds("alpha")),
            way("third", 3, "gamma", holds("beta"), beside=True),
        ),
        (kind("paper"), kind("stone")),
        AllOf((holds("gamma"), worked("paper", 5))),
        7,
    ),
    "a second way to the job saves time": (
        (way("quick", 0, "alpha"), way("slow", 3, "gamma", beside=True)),
        (kind("paper", holds("alpha", "gamma")), kind("stone")),
        AllOf((holds("gamma"), worked("paper", 3))),
        3,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_soonest_plan_takes_the_months_counted_by_hand(name: str) -> None:
    ways, kinds, rule, months = CASES[name]
    requirements = world({it.step.id: it for it in ways}, {it.id: it for it in kinds}, rule)
    plans = Planner(requirements, Have()).outcome(GOAL).plans
    assert plans[0].months == months


SHIPPED = load(shipped_folder())[2]


@st.composite
def people(draw: st.DrawFn) -> Have:
    """Draw what somebody may have."""
    degrees = st.sampled_from(
        ["adn", "bsn", "bsw", "msw", "bachelor_other", "nursing_diploma", "rn_to_bsn"]
    )
    kinds = st.sampled_from(sorted(SHIPPED.work))
    job = st.builds(
        Work,
        kinds,
        st.integers(0, 60),
        st.sampled_from([20, 40]),
        st.sampled_from(["none", "some", "ccm"]),
        st.integers(0, 60),
    )
    return Have(
        education=tuple(draw(st.lists(st.builds(Education, degrees, st.integers(0, 12))))),
        licences=frozenset(
            draw(st.sets(st.sampled_from(["rn", "lpn", "sw_master", "crrn", "c_swcm", "cdms"])))
        ),
        work=tuple(draw(st.lists(job, max_size=2))),
    )


@settings(max_examples=25, deadline=None)
@given(people(), people(), st.sampled_from(sorted(SHIPPED.goals)))
def test_who_has_more_is_never_later_or_dearer_on_the_way_to_a_real_credential(
    first: Have, second: Have, goal: str
) -> None:
    both = Have(
        education=(*first.education, *second.education),
        licences=first.licences | second.licences,
        work=(*first.work, *second.work),
    )
    before = Planner(SHIPPED, first).outcome(goal).plans
    after = Planner(SHIPPED, both).outcome(goal)
    for plan in before:
        assert after.is_held or any(
            it.months <= plan.months and it.cost_usd <= plan.cost_usd for it in after.plans
        )
