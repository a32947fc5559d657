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
    "a master's in social work is enough for the social work exam": (
        "ASWB", Have(done("msw", 36)), (0, 230), (0, 230),
    ),
    "another bachelor's leads to the social work exam by way of a master's": (
        "ASWB", Have(done("bachelor_other")), (27, 26_352), (27, 26_352),
    ),
    "from high school a nurse's degrees and a master's are the cheaper way to it": (
        "ASWB", Have(), (48, 46_670), (60, 43_240),
    ),
    "two jobs of a year side by side are one year for the CCM": (
        "CCM", Have((), RN, (Work("case_management", 12), Work("case_management", 12))),
        (12, 420),
        (12, 420),
    ),
    "two and one years do not fit into two for the CMC": (
        "CMC",
        Have(done("bachelor_related", 24), frozenset(), (led(24), Work("direct", 12))),
        (12, 0),
        (12, 0),
    ),
    "two half-time jobs fill each month once for the C-SWCM": (
        "C-SWCM",
        Have(
            done("bsw", 60),
            SOCIAL,
            (
                Work("case_management", 18, 20, supervision="some"),
                Work("case_management", 18, 20, supervision="some"),
            ),
        ),
        (18, 0),
        (18, 0),
    ),
    "an RN without a named degree has a nursing diploma at least": (
        "CMC", Have((), RN), (45, 8_708), (60, 0),
    ),
    "an RN with a bachelor's is not taken to have a diploma too": (
        "CMC", Have(done("bsn"), RN), (36, 0), (36, 0),
    ),
    "an advanced social work certificate comes with a bachelor's and a master's": (
        "C-ASWCM", Have(), (84, 58_280), (84, 43_240),
    ),
    "whoever studies for a nurse's bachelor's is an RN": (
        "CCM", Have((Education("rn_to_bsn", 30),)), (12, 420), (12, 420),
    ),
    "a rehab nurse's certificate is held by RNs alone": (
        "CCM", Have((), frozenset({"crrn"})), (12, 420), (12, 420),
    ),
    "a master's exam comes with a master's in social work": (
        "CCM",
        Have((), frozenset({"aswb_masters"}), (Work("case_management", 24),)),
        (0, 420),
        (0, 420),
    ),
    "a bachelor's exam comes with a bachelor's in social work": (
        "ACM-SW",
        Have((), frozenset({"aswb_bachelors"}), (Work("hospital_case_management", 12),)),
        (12, 0),
        (12, 0),
    ),
    "a finished year of graduate study in nursing comes with a bachelor's": (
        "CCM",
        Have((Education("nursing_year"),), frozenset(), (Work("case_management", 24),)),
        (0, 420),
        (0, 420),
    ),
    "a finished program comes with what it asks, as it did while under way": (
        "ACM-SW",
        Have(done("msw_advanced"), frozenset(), (Work("hospital_case_management", 12),)),
        (12, 0),
        (12, 0),
    ),
    "work before a master's in nursing came after a bachelor's": (
        "CMC",
        Have(done("msn"), RN, (led(24), Work("rn", 12, ended_months_ago=24))),
        (0, 0),
        (0, 0),
    ),
    "who was a nurse before a new associate degree had a nursing program before it": (
        "CMC",
        Have(done("adn"), RN, (Work("rehab_nursing", 24),)),
        (36, 0),
        (36, 0),
    ),
    "eleven months are 1,906 hours and two thirds, and one more makes 2,080": (
        "ACM-RN",
        Have((), RN, (Work("hospital_nurse_case_management", 11, supervision="some"),)),
        (1, 0),
        (1, 0),
    ),
    "a month of disability management leaves eleven": (
        "CDMS",
        Have(done("bachelor_other", 50), frozenset(), (Work("disability_management", 1),)),
        (11, 430),
        (11, 430),
    ),
}  # fmt: skip
HELD = {
    "CCM": "ccm",
    "CMGT-BC": "cmgt_bc",
    "CMC": "cmc",
    "ACM-RN": "acm_rn",
    "ACM-SW": "acm_sw",
    "C-SWCM": "c_swcm",
    "C-ASWCM": "c_aswcm",
    "CDMS": "cdms",
    "CRRN": "crrn",
    "NCLEX-RN": "rn",
    "ASWB": "sw_clinical",
}


@pytest.mark.parametrize("goal", SHIPPED.goals)
def test_who_has_a_credential_is_not_sent_for_it(goal: str) -> None:
    outcome = Planner(SHIPPED, Have((), frozenset({HELD[goal]}))).outcome(goal)
    assert (outcome.is_held, outcome.is_eligible_now, outcome.plans) == (True, False, ())


@pytest.mark.parametrize(
    "licence",
    ["sw_bachelor", "sw_master", "sw_clinical", "aswb_masters", "c_swcm", "c_aswcm"],
)
def test_any_social_work_license_is_the_social_work_license(licence: str) -> None:
    assert Planner(SHIPPED, Have((), frozenset({licence}))).outcome("ASWB").is_held


def test_the_exam_is_the_one_for_the_degree() -> None:
    for degree, exam in (("msw", "aswb_masters"), ("bsw", "aswb_bachelors")):
        plan = Planner(SHIPPED, Have((Education(degree),))).outcome("ASWB").plans[0]
        assert [step.id for step in plan.steps] == [exam]


def test_what_is_assumed_is_told_with_its_reason_and_only_where_a_plan_rests_on_it() -> None:
    outcome = Planner(SHIPPED, Have((), RN)).outcome("CMC")
    assert outcome.assumed == (("nursing_diploma", "rn"),)
    assert Planner(SHIPPED, Have((), RN)).outcome("CCM").assumed == ()
    studies = Have((Education("rn_to_bsn", 30),))
    assert ("rn", "rn_to_bsn") in Planner(SHIPPED, studies).outcome("CCM").assumed
    held = Planner(SHIPPED, studies).outcome("NCLEX-RN")
    assert (held.is_held, held.assumed) == (True, (("rn", "rn_to_bsn"),))


def test_work_after_a_degree_without_a_date_is_counted_and_said_to_be() -> None:
    undated = Have((Education("msw"),), frozenset(), (led(24),))
    outcome = Planner(SHIPPED, undated).outcome("CMC")
    assert (outcome.is_eligible_now, outcome.is_date_assumed) == (True, True)
    dated = Have(done("msw", 24), frozenset(), (led(24),))
    assert not Planner(SHIPPED, dated).outcome("CMC").is_date_assumed
    assert not Planner(SHIPPED, Have((Education("msw"),))).outcome("CMC").is_date_assumed


def test_a_job_that_goes_on_is_stayed_in() -> None:
    half = Have((), RN, (Work("case_management", 24, 17, supervision="ccm"),))
    job = Planner(SHIPPED, half).outcome("CCM").plans[0].steps[0]
    assert (job.is_current, job.is_part_time, job.supervision) == (True, True, "ccm")
    two = (Work("case_management", 6, 20), Work("case_management", 6, 20))
    job = Planner(SHIPPED, Have((), RN, two)).outcome("CCM").plans[0].steps[0]
    assert (job.is_current, job.is_part_time) == (False, False)  # Under a CCM it is sooner.
    two = (Work("case_management", 18, 20), Work("case_management", 18, 20))
    job = Planner(SHIPPED, Have((), RN, two)).outcome("CCM").plans[0].steps[0]
    assert (job.is_current, job.is_part_time) == (True, False)
    led_before = Have((), RN, (Work("leading", 6, ended_months_ago=3),))
    assert not Planner(SHIPPED, led_before).outcome("CCM").plans[0].steps[0].is_current


def test_studies_that_a_plan_leaves_are_told_with_what_finishing_them_takes() -> None:
    plan = Planner(SHIPPED, Have((Education("bsw", 30),))).outcome("CDMS").plans[0]
    assert plan.steps[0].id == "adn"
    leaving = plan.leaves[0]
    assert (leaving.title, leaving.months) == ("Bachelor's degree in social work", 42)
    assert leaving.cost_usd == 29_025 + 430


@pytest.mark.parametrize("name", CASES)
def test_the_soonest_and_the_cheapest_are_those_counted_by_hand(name: str) -> None:
    goal, have, soonest, cheapest = CASES[name]
    plans = Planner(SHIPPED, have).outcome(goal).plans
    assert (plans[0].months, plans[0].cost_usd) == soonest
    assert (plans[-1].months, plans[-1].cost_usd) == cheapest


@pytest.mark.parametrize("months", range(13))
def test_months_done_and_months_left_are_a_year_for_2080_hours(months: int) -> None:
    job = Work("hospital_nurse_case_management", months, supervision="some")
    plan = Planner(SHIPPED, Have((), RN, (job,))).outcome("ACM-RN").plans[0]
    assert plan.months + months == 12


def test_the_most_that_studies_without_a_price_cost_is_that_of_their_most_months() -> None:
    nurse = Have(done("bachelor_other"), frozenset(), (Work("case_management", 24),))
    plan = Planner(SHIPPED, nurse).outcome("CCM").plans[0]
    assert [step.id for step in plan.steps] == ["absn", "ccm_exam"]
    assert (plan.cost_usd, plan.cost_high_usd) == (10_642 + 420, 17_415 + 430)


def test_all_that_can_be_under_way_is_gone_on_with() -> None:
    for program in SHIPPED.programs:
        have = Have((Education("bachelor_other"), Education(program, 3)), RN | SOCIAL)
        ways = {way.step.id for way in SHIPPED.ways.values()}
        known = Planner(SHIPPED, have)._requirements.ways
        assert set(known) - ways == {f"finish_{program}"}
        assert ways - set(known) <= {program}


def test_what_a_step_is_asked_for_is_said_in_the_rule_s_own_words() -> None:
    plan = Planner(SHIPPED, Have()).outcome("CMC").plans[0]
    study = next(step for step in plan.steps if step.id == "rn_to_bsn")
    assert study.asked == ("A bachelor's in a related field.",)
    assert "naccm_tab" in study.sources
    assert [step.asked for step in plan.steps if step.id in ("adn", "nclex_rn")] == [(), ()]
