"""Plans are the soonest and the cheapest that there are; having more never makes them worse."""

from hypothesis import given, settings
from hypothesis import strategies as st

from caremgr_desktop.career.person import Have, Work
from caremgr_desktop.career.plan import Planner
from caremgr_desktop.career.requirements import Requirements
from tests.career.small_world import FACTS, GOAL, KINDS, searched, worlds

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
