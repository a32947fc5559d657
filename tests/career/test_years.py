"""Ten years ahead: every dollar in is pay, every dollar out is school or a fee."""

from hypothesis import given
from hypothesis import strategies as st

from caremgr_desktop.career.outcome import Plan, PlanStep
from caremgr_desktop.career.years import MONTHS, Assumptions, Wages, balances, by_year, crossings

WAGES = Wages(on_the_way_usd=48_000, at_goal_usd=60_000, student_usd=24_000)
PLAIN = Assumptions()


def step(kind: str, start: int, end: int, cost_usd: int | None) -> PlanStep:
    return PlanStep(
        id=f"{kind}_{start}",
        kind=kind,
        title=kind,
        start_month=start,
        end_month=end,
        months_high=end - start,
        cost_usd=cost_usd,
        is_estimated=False,
        cost_note="",
        why="",
        sources=(),
        confidence="high",
    )


def plan(*steps: PlanStep) -> Plan:
    months = max((item.end_month for item in steps), default=0)
    cost_usd = sum(it.cost_usd or 0 for it in steps)
    return Plan(months, months, cost_usd, cost_usd, is_cost_whole=True, steps=steps)


SCHOOL_THEN_WORK = plan(
    step("study", 0, 24, 7_200),
    step("exam", 24, 24, 200),
    step("work", 24, 36, 0),
    step("apply", 36, 36, 400),
)


def test_school_costs_evenly_fees_when_they_come_and_pay_follows() -> None:
    found = balances(SCHOOL_THEN_WORK, WAGES, PLAIN)
    assert len(found) == MONTHS + 1
    assert (found[0], found[12], found[24]) == (0, -3_600, -7_200)
    assert found[25] == -7_200 - 200 + 4_000
    assert found[36] == -7_400 + 48_000
    assert found[120] == -7_800 + 48_000 + 7 * 60_000
    assert by_year(found) == tuple(found[12 * year] for year in range(11))


def test_whoever_is_there_already_earns_from_the_first_month() -> None:
    found = balances(plan(step("apply", 0, 0, 420)), WAGES, PLAIN)
    assert (found[1], found[120]) == (5_000 - 420, 600_000 - 420)


def test_work_beside_school_pays_by_its_hours_and_only_while_one_studies() -> None:
    beside = balances(SCHOOL_THEN_WORK, WAGES, Assumptions(study_hours=20))
    without = balances(SCHOOL_THEN_WORK, WAGES, PLAIN)
    assert beside[24] - without[24] == 24_000
    assert beside[120] - without[120] == 24_000


def test_a_job_beside_school_is_paid_as_a_job() -> None:
    both = plan(step("study", 0, 12, 1_200), step("work", 0, 12, 0), step("apply", 12, 12, None))
    assert balances(both, WAGES, Assumptions(study_hours=20))[12] == 48_000 - 1_200


def test_pay_grows_once_a_year() -> None:
    ready = plan(step("apply", 0, 0, 0))
    found = balances(ready, WAGES, Assumptions(growth_percent=3))
    assert found[12] == 60_000
    assert found[24] - found[12] == 61_800


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Return a plan of up to five steps anywhere in twelve years."""
    steps = []
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, 140))
        length = draw(st.integers(0, 60))
        kind = draw(st.sampled_from(("study", "work", "exam", "apply")))
        steps.append(step(kind, start, start + length, draw(st.integers(0, 90_000))))
    return plan(*steps)


@given(plans(), st.integers(0, 40), st.integers(0, 10))
def test_more_hours_more_growth_and_better_pay_never_leave_less(
    some: Plan, hours: int, growth: int
) -> None:
    less = balances(some, WAGES, PLAIN)
    more = balances(some, WAGES, Assumptions("x", hours, growth))
    paid = balances(some, Wages(*(usd + 1_200 for usd in WAGES)), PLAIN)
    assert all(one <= other for one, other in zip(less, more, strict=True))
    assert all(one <= other for one, other in zip(less, paid, strict=True))


@given(plans())
def test_all_that_is_left_is_pay_less_what_was_paid_by_then(some: Plan) -> None:
    pays = 0.0
    for month in range(MONTHS):
        kinds = {it.kind for it in some.steps if it.start_month <= month < it.end_month}
        if month >= some.months:
            pays += 5_000
        elif "work" in kinds:
            pays += 4_000
    due = 0.0
    for item in some.steps:
        months = item.end_month - item.start_month
        if not months:
            due += (item.cost_usd or 0) if item.start_month < MONTHS else 0
        else:
            share = max(0, min(item.end_month, MONTHS) - item.start_month) / months
            due += share * (item.cost_usd or 0)
    assert abs(balances(some, WAGES, PLAIN)[MONTHS] - (pays - due)) <= 1


LINES = st.lists(st.integers(-5, 5), min_size=2, max_size=30)


@given(st.tuples(LINES, LINES))
def test_lines_cross_where_another_one_leads_than_before(pair: tuple[list[int], list[int]]) -> None:
    size = min(map(len, pair))
    first, second = pair[0][:size], pair[1][:size]
    found = dict(crossings(first, second))
    leader = None
    for month in range(size):
        if first[month] == second[month]:
            assert month not in found
            continue
        now = second[month] > first[month]
        assert (month in found) == (leader is not None and leader != now)
        if month in found:
            assert found[month] == now
        leader = now


def test_lines_that_touch_and_part_again_have_not_crossed() -> None:
    assert crossings((0, 2, 3, 5), (0, 1, 3, 4)) == ()
    assert crossings((0, 2, 3, 4), (0, 1, 3, 5)) == ((3, True),)
