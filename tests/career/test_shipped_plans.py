"""Plans on the shipped rules, counted by hand from what the issuers ask (FACTS, section 1)."""

import pytest

from caremgr_desktop.career.plan import Planner
from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.content.load import load
from caremgr_desktop.core.person import Education, Have, Work

SHIPPED = load(shipped_folder()).requirements
RN = frozenset({"rn"})
CRC = frozenset({"crc"})
SOCIAL = frozenset({"sw_bachelor"})
BEFORE = Work("direct", 24, ended_months_ago=36)


def done(degree: str, ago: int = 0) -> tuple[Education, ...]:
    return (Education(degree, finished_months_ago=ago),)


def led(months: int) -> Work:
    return Work("case_management", months, supervision="some")


CASES = {
    "a CRC with 23 months lacks one for the CCM": (
        "CCM", Have((), CRC, (Work("case_management", 23),)), (1, 420), (1, 420),
    ),
    "a CRC works a year under a CCM": ("CCM", Have((), CRC), (12, 420), (12, 420)),
    "an RN who has led for 11 months leads for one more": (
        "CCM", Have((), RN, (Work("leading", 11),)), (1, 420), (1, 420),
    ),
    "the last term of a nursing diploma is gone on with": (
        "CCM", Have((Education("nursing_diploma", 6),)), (18, 6_425), (18, 6_425),
    ),
    "another bachelor's with 35 and 24 months lacks one for the CMC": (
        "CMC",
        Have(done("bachelor_other", 90), frozenset(), (led(35), BEFORE)),
        (1, 0),
        (1, 0),
    ),
    "a related associate degree leads to the CMC in five years of work": (
        "CMC", Have(done("associate_related")), (60, 0), (60, 0),
    ),
    "another bachelor's leads to the CMC with no school at all": (
        "CMC", Have(done("bachelor_other")), (36, 11_610), (60, 0),
    ),
    "the last half year of a master's in nursing counts for the CMC": (
        "CMC", Have((Education("bsn"), Education("msn", 6)), RN), (30, 5_805), (36, 0),
    ),
    "the last half year of any bachelor's counts for the CDMS": (
        "CDMS", Have((Education("bachelor_other", 6),)), (18, 6_235), (18, 6_235),
    ),
    "three calendar years at thirty hours are 4,680 hours for the C-SWCM": (
        "C-SWCM",
        Have(
            (Education("bsw"),), SOCIAL, (Work("case_management", 36, 30, supervision="some"),)
        ),
        (0, 0),
        (0, 0),
    ),
    "a year of graduate study stands for a year of work for the CRRN": (
        "CRRN",
        Have((Education("bsn"), Education("nursing_year")), RN, (Work("rehab_nursing", 12),)),
        (0, 285),
        (0, 285),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_soonest_and_the_cheapest_are_those_counted_by_hand(name: str) -> None:
    goal, have, soonest, cheapest = CASES[name]
    plans = Planner(SHIPPED, have).outcome(goal).plans
    assert (plans[0].months, plans[0].cost_usd) == soonest
    assert (plans[-1].months, plans[-1].cost_usd) == cheapest


def test_all_that_can_be_under_way_is_gone_on_with() -> None:
    for program in SHIPPED.programs:
        have = Have((Education("bachelor_other"), Education(program, 3)), RN | SOCIAL)
        ways = {way.step.id for way in SHIPPED.ways.values()}
        known = Planner(SHIPPED, have)._requirements.ways
        assert set(known) - ways == {f"finish_{program}"}


def test_what_a_step_is_asked_for_is_said_in_the_rule_s_own_words() -> None:
    plan = Planner(SHIPPED, Have()).outcome("CMC").plans[0]
    study = next(step for step in plan.steps if step.id == "rn_to_bsn")
    assert study.asked == ("A bachelor's in a related field.",)
    assert "naccm_tab" in study.sources
    assert [step.asked for step in plan.steps if step.id in ("adn", "nclex_rn")] == [(), ()]
