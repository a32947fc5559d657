"""Plans are the soonest and the cheapest that there are; having more never makes them worse."""

from hypothesis import given, settings
from hypothesis import strategies as st

from caremgr_desktop.career.person import Education, Have, Work
from caremgr_desktop.career.plan import Planner
from caremgr_desktop.career.requirements import Requirements
from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.content.load import load
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


SHIPPED = load(shipped_folder())[2]


@st.composite
def people(draw: st.DrawFn) -> Have:
    """Draw what somebody may have."""
    degrees = st.sampled_from(["adn", "bsn", "bsw", "msw", "bachelor_other", "nursing_diploma"])
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
        licences=frozenset(draw(st.sets(st.sampled_from(["rn", "lpn", "sw_master"])))),
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
    after = Planner(SHIPPED, both).outcome(goal).plans
    for plan in before:
        assert any(it.months <= plan.months and it.cost_usd <= plan.cost_usd for it in after)
