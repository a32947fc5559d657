"""What is told beside a plan: what doesn't count, what is assumed, and what is left."""

import pytest

from caremgr_desktop.career.plan import Planner
from caremgr_desktop.core.person import Course, Education, Have, Work
from tests.career.test_shipped_plans import RN, SHIPPED, SOCIAL, done, led


@pytest.mark.parametrize(
    ("months", "goal"), [(24, "CCM"), (24, "CMC"), (12, "CMC"), (30, "CDMS"), (24, "CRRN")]
)
@pytest.mark.parametrize("program", SHIPPED.programs)
def test_finishing_a_program_makes_no_plan_later(program: str, months: int, goal: str) -> None:
    work = (led(months), Work("direct", 12, ended_months_ago=months))
    before = Planner(SHIPPED, Have((Education(program, 1),), frozenset(), work)).outcome(goal)
    after = Planner(SHIPPED, Have(done(program), frozenset(), work)).outcome(goal)
    assert after.plans[0].months <= before.plans[0].months
    assert after.is_eligible_now >= before.is_eligible_now


def test_what_is_assumed_is_told_also_where_it_counts_by_way_of_another_degree() -> None:
    work = (Work("case_management", 24),)
    outcome = Planner(SHIPPED, Have((Education("nursing_year"),), frozenset(), work)).outcome("CCM")
    assert (outcome.is_eligible_now, outcome.assumed) == (True, (("bsn", "nursing_year"),))
    nurse = Have((), frozenset({"crrn"}), (Work("disability_management", 12),))
    assert Planner(SHIPPED, nurse).outcome("CDMS").assumed == (("rn", "crrn"),)


def test_a_degree_before_a_finished_master_s_is_told_as_assumed_and_without_a_date() -> None:
    work = (led(24), Work("rn", 12, ended_months_ago=24))
    outcome = Planner(SHIPPED, Have(done("msn"), RN, work)).outcome("CMC")
    assert outcome.assumed == (("bsn", "msn"),)
    assert (outcome.is_eligible_now, outcome.is_date_assumed) == (True, True)


UNCOUNTED = {
    "no supervisor": (Work("case_management", 24), ("case_management", 24, 24, "supervisor", 0)),
    "eleven years ago": (
        Work("case_management", 24, supervision="some", ended_months_ago=130),
        ("case_management", 24, 24, "window", 120),
    ),
    "half of it in the last ten years": (
        Work("case_management", 24, supervision="some", ended_months_ago=108),
        ("case_management", 12, 24, "window", 120),
    ),
    "before the degree": (
        Work("case_management", 23, supervision="some", ended_months_ago=60),
        ("case_management", 23, 23, "degree", 0),
    ),
    "unpaid": (
        Work("case_management", 23, supervision="some", is_paid=False),
        ("case_management", 23, 23, "unpaid", 0),
    ),
}


@pytest.mark.parametrize("name", UNCOUNTED)
def test_what_does_not_count_is_told_with_its_reason(name: str) -> None:
    work, told = UNCOUNTED[name]
    ago = 200 if told[3] == "window" else 48
    outcome = Planner(SHIPPED, Have(done("msw", ago), frozenset(), (work,))).outcome("CMC")
    assert [it[:5] for it in outcome.uncounted] == [told]


def test_months_that_are_asked_for_twice_are_told_once() -> None:
    two = Have((), RN, (Work("case_management", 12), Work("case_management", 12)))
    told = Planner(SHIPPED, two).outcome("CCM").uncounted
    assert [(it.amount, it.reason) for it in told] == [(12, "twice")]
    one = Have((), RN, (Work("case_management", 12),))
    assert Planner(SHIPPED, one).outcome("CCM").uncounted == ()


TWICE = {
    "one part-time job fills nothing twice": (
        "C-SWCM",
        Have(done("bsw", 60), SOCIAL, (Work("case_management", 36, 20, supervision="some"),)),
        (),
    ),
    "jobs one after the other fill nothing twice": (
        "CCM",
        Have(
            (),
            RN,
            (
                Work("case_management", 12, 20),
                Work("case_management", 12, 20, ended_months_ago=12),
            ),
        ),
        (),
    ),
    "half-time side by side fills no month beyond its hours": (
        "CCM",
        Have((), RN, (Work("case_management", 12, 17), Work("case_management", 12, 17))),
        (),
    ),
    "each kind of work is counted by itself": (
        "CCM",
        Have((), RN, (Work("case_management", 12), Work("nurse_case_management", 6))),
        (("nurse_case_management", 6, 6),),
    ),
    "half of a job lies beside another": (
        "CCM",
        Have(
            (),
            RN,
            (Work("case_management", 12), Work("nurse_case_management", 10, ended_months_ago=6)),
        ),
        (("nurse_case_management", 6, 10),),
    ),
    "a year that two parts ask for counts for one": (
        "CMC",
        Have(done("bachelor_related", 24), frozenset(), (led(24), Work("direct", 12))),
        (("direct", 12, 12),),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TWICE)
def test_only_months_with_two_jobs_are_said_to_be_filled_twice(name: str) -> None:
    goal, have, told = TWICE[name]
    found = Planner(SHIPPED, have).outcome(goal).uncounted
    assert tuple((it.kind, it.amount, it.of) for it in found if it.reason == "twice") == told


def test_work_that_counts_for_one_part_and_not_for_another_is_told() -> None:
    work = (Work("nurse_case_management", 12, ended_months_ago=40), Work("rn", 36))
    found = Planner(SHIPPED, Have((), RN, work)).outcome("CMGT-BC").uncounted
    part = "2,000 hours of nursing case management in the last three years."
    assert found == (("nurse_case_management", 12, 12, "window", 36, part),)


@pytest.mark.parametrize(("program", "months"), [("adn", 24), ("adn", 9), ("rn_to_bsn", 9)])
def test_a_program_under_way_is_gone_on_with_where_that_is_no_slower(
    program: str, months: int
) -> None:
    have = Have((Education(program, months),))
    plan = Planner(SHIPPED, have).outcome("CMC").plans[0]
    assert program not in [step.id for step in plan.steps]


@pytest.mark.parametrize(("program", "months"), [("adn", 30), ("rn_to_bsn", 14)])
def test_a_program_under_way_may_be_taken_at_its_shortest_and_is_not_left_for_itself(
    program: str, months: int
) -> None:
    have = Have((Education(program, months),))
    plans = Planner(SHIPPED, have).outcome("CCM").plans
    for plan in plans:
        for step in plan.steps:
            assert step.is_quicker == (step.id == program)
        for it in plan.leaves:
            assert it.is_same == (program in [step.id for step in plan.steps])
    plans = Planner(SHIPPED, Have((Education("adn", 30),))).outcome("CCM").plans
    assert (plans[0].steps[0].id, plans[0].leaves[0].months) == ("adn", 42)


def test_a_plan_says_how_many_hours_of_courses_are_left() -> None:
    work = (Work("nurse_case_management", 24),)
    for hours, left in ((29, 1), (0, 0), (12, 18)):
        courses = (Course("nursing_case_management", hours),)
        plan = Planner(SHIPPED, Have((), RN, work, courses)).outcome("CMGT-BC").plans[0]
        assert [step.hours_left for step in plan.steps] == [left, 0]


def test_a_degree_that_nobody_named_is_told_where_a_plan_goes_to_school() -> None:
    for held, education, is_unnamed in (
        ("sw_master", (), True),
        ("sw_bachelor", (), True),
        ("sw_master", (Education("msw"),), False),
        ("aswb_masters", (), False),
        ("rn", (), True),
    ):
        have = Have(education, frozenset({held}))
        assert Planner(SHIPPED, have).outcome("C-ASWCM").is_degree_unnamed == is_unnamed
    licensed = Planner(SHIPPED, Have((), frozenset({"sw_master"})))
    assert not licensed.outcome("ACM-SW").is_degree_unnamed
    assert not Planner(SHIPPED, Have()).outcome("CMC").is_degree_unnamed


def test_a_date_of_a_degree_that_is_only_assumed_is_told_as_such() -> None:
    work = (led(36), Work("direct", 24, ended_months_ago=36))
    outcome = Planner(SHIPPED, Have((), RN, work)).outcome("CMC")
    assert (outcome.is_date_assumed, outcome.is_dated_degree_assumed) == (True, True)
    outcome = Planner(SHIPPED, Have((Education("msw"),), RN, work)).outcome("CMC")
    assert (outcome.is_date_assumed, outcome.is_dated_degree_assumed) == (True, False)


def test_what_finishing_studies_costs_says_whether_a_price_is_missing() -> None:
    studies = Have((Education("bsw", 30),))
    for goal, is_whole in (("CDMS", True), ("CMC", False)):
        for plan in Planner(SHIPPED, studies).outcome(goal).plans:
            assert [it.is_cost_whole for it in plan.leaves] in ([], [is_whole])
