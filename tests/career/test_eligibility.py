"""Who is eligible for what, row by row; each row names the source that it was read from."""

from dataclasses import dataclass

import pytest

from caremgr_desktop.career.plan import Planner
from caremgr_desktop.career.requirements import Requirements
from caremgr_desktop.career.rules import AllOf, AnyOf, Rule
from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.content.load import load
from caremgr_desktop.core.person import Course, Education, Have, Work

YES, NO = "yes", "no"
RN = frozenset({"rn"})
LPN = frozenset({"lpn"})


@dataclass(frozen=True)
class Row:
    """A person, whether they may apply, and the source that says so."""

    goal: str
    who: str
    have: Have
    may_apply: str
    source: str


def cm(
    months: int,
    supervision: str = "none",
    kind: str = "case_management",
    hours_a_week: int = 40,
    ended_months_ago: int = 0,
) -> Work:
    """Return so many months of case management."""
    return Work(kind, months, hours_a_week, supervision, ended_months_ago)


def after(degree: str, *work: Work, licences: frozenset[str] = frozenset(), ago: int = 120) -> Have:
    """Return a degree, finished so long ago, and work."""
    return Have((Education(degree, finished_months_ago=ago),), licences, work)


CARE_HOURS = Course("nursing_case_management", 30, 12)
BEFORE = Work("direct", 12, ended_months_ago=24)
HOSPITAL = "hospital_case_management"
NURSE = "nurse_case_management"
DISABILITY = "disability_management"

ROWS = (
    Row("CCM", "RN, 12 months under a CCM", Have((), RN, (cm(12, "ccm"),)), YES, "ccmc_elig"),
    Row("CCM", "RN, 12 months without", Have((), RN, (cm(12, "some"),)), NO, "ccmc_elig"),
    Row("CCM", "RN, 24 months without", Have((), RN, (cm(24),)), YES, "ccmc_elig"),
    Row("CCM", "RN, leads for 12", Have((), RN, (Work("leading", 12),)), YES, "ccmc_elig"),
    Row("CCM", "BSW, 24 months", after("bsw", cm(24)), YES, "ccmc_elig"),
    Row("CCM", "other degree, 24 months", after("bachelor_other", cm(24)), NO, "ccmc_elig"),
    Row("CCM", "LPN alone, 24 months", Have((), LPN, (cm(24),)), NO, "cmstudy"),
    Row(
        "CCM",
        "RN, 24 half-time months",
        Have((), RN, (cm(24, hours_a_week=20),)),
        NO,
        "ccmc_elig",
    ),
    Row(
        "CCM",
        "RN, two jobs of a year side by side",
        Have((), RN, (cm(12), cm(12))),
        NO,
        "ccmc_elig",
    ),
    Row(
        "CCM",
        "RN, two half-time jobs side by side for two years",
        Have((), RN, (cm(24, hours_a_week=20), cm(24, hours_a_week=20))),
        YES,
        "ccmc_elig",
    ),
    Row(
        "CMGT-BC",
        "RN, two years as one, hours and courses",
        Have((), RN, (Work("rn", 12, ended_months_ago=12), cm(12, kind=NURSE)), (CARE_HOURS,)),
        YES,
        "momet",
    ),
    Row("CMGT-BC", "no courses", Have((), RN, (cm(24, kind=NURSE),)), NO, "momet"),
    Row(
        "CMGT-BC",
        "hours four years ago",
        Have((), RN, (cm(24, kind=NURSE, ended_months_ago=36), Work("rn", 36)), (CARE_HOURS,)),
        NO,
        "momet",
    ),
    Row(
        "CMGT-BC",
        "case management that is no nursing",
        Have((), RN, (Work("rn", 24), cm(24)), (CARE_HOURS,)),
        NO,
        "intely",
    ),
    Row("CMC", "related master's, two years", after("msw", cm(24, "some")), YES, "naccm_tab"),
    Row("CMC", "related master's, no supervisor", after("msw", cm(24)), NO, "naccm_elig"),
    Row("CMC", "related bachelor's, two years", after("bsw", cm(24, "some")), NO, "naccm_tab"),
    Row(
        "CMC",
        "related bachelor's, two years and one",
        after("bsw", cm(24, "some"), BEFORE),
        YES,
        "naccm_tab",
    ),
    Row(
        "CMC",
        "related bachelor's, two years and one at the same time",
        after("bsw", cm(24, "some"), Work("direct", 12)),
        NO,
        "naccm_tab",
    ),
    Row(
        "CMC",
        "RN alone, three and two",
        Have((), RN, (cm(36, "some"), Work("rn", 24, ended_months_ago=36))),
        YES,
        "naccm_tab",
    ),
    Row(
        "CMC",
        "associate degree, three and two",
        after("adn", cm(36, "some"), Work("rn", 24, ended_months_ago=36), licences=RN),
        YES,
        "naccm_tab",
    ),
    Row(
        "CMC",
        "associate degree, two and one",
        after("adn", cm(24, "some"), Work("rn", 12), licences=RN),
        NO,
        "naccm_tab",
    ),
    Row(
        "CMC",
        "related master's, two years before the degree",
        after("msw", cm(24, "some", ended_months_ago=12), ago=6),
        NO,
        "naccm_elig",
    ),
    Row(
        "CMC",
        "related master's, unpaid",
        after("msw", Work("case_management", 24, supervision="some", is_paid=False)),
        NO,
        "naccm_faq",
    ),
    Row("ACM-RN", "RN, 12 months", Have((), RN, (cm(12, "some", HOSPITAL),)), YES, "acm_faq"),
    Row(
        "ACM-RN",
        "RN, half-time",
        Have((), RN, (cm(12, "some", HOSPITAL, hours_a_week=20),)),
        NO,
        "acm_faq",
    ),
    Row("ACM-RN", "RN, no health system", Have((), RN, (cm(12, "some"),)), NO, "acm_faq2"),
    Row("ACM-RN", "BSW, 12 months", after("bsw", cm(12, "some", HOSPITAL)), NO, "acm_faq"),
    Row("ACM-SW", "BSW, 12 months", after("bsw", cm(12, "some", HOSPITAL)), YES, "acm_faq"),
    Row(
        "ACM-SW",
        "licence alone, 12 months",
        Have((), frozenset({"sw_clinical"}), (cm(12, "some", HOSPITAL),)),
        YES,
        "acm_faq2",
    ),
    Row("ACM-SW", "RN, 12 months", Have((), RN, (cm(12, "some", HOSPITAL),)), NO, "acm_faq"),
    Row(
        "C-SWCM",
        "BSW, three years, exam passed",
        after("bsw", cm(36, "some"), licences=frozenset({"aswb_bachelors"})),
        YES,
        "nasw_swcm",
    ),
    Row("C-SWCM", "no licence and no exam", after("bsw", cm(36, "some")), NO, "nasw_swcm"),
    Row(
        "C-SWCM",
        "MSW in place of the BSW",
        after("msw", cm(36, "some"), licences=frozenset({"sw_bachelor"})),
        NO,
        "nasw_swcm",
    ),
    Row(
        "C-ASWCM",
        "MSW, two years, courses, licence",
        Have(
            (Education("msw"),),
            frozenset({"sw_master"}),
            (cm(24, "some"),),
            (Course("social_work_case_management", 20),),
        ),
        YES,
        "nasw_aswcm",
    ),
    Row(
        "C-ASWCM",
        "no courses",
        after("msw", cm(24, "some"), licences=frozenset({"sw_master"})),
        NO,
        "nasw_aswcm",
    ),
    Row(
        "CDMS",
        "any bachelor's, a year",
        after("bachelor_other", Work(DISABILITY, 12)),
        YES,
        "cdms_faq",
    ),
    Row("CDMS", "RN, a year", Have((), RN, (Work(DISABILITY, 12),)), YES, "cdms_stay"),
    Row(
        "CDMS",
        "RN, a year six years ago",
        Have((), RN, (Work(DISABILITY, 12, ended_months_ago=60),)),
        NO,
        "cdms_faq",
    ),
    Row(
        "CDMS",
        "high school, a year",
        Have((), frozenset(), (Work(DISABILITY, 12),)),
        NO,
        "cdms_faq",
    ),
    Row("CRRN", "RN, two of five years", Have((), RN, (Work("rehab_nursing", 24),)), YES, "crrn"),
    Row("CRRN", "RN, one of five years", Have((), RN, (Work("rehab_nursing", 12),)), NO, "crrn"),
    Row(
        "CRRN",
        "RN, one of five years and graduate study",
        after("msn", Work("rehab_nursing", 12), licences=RN),
        YES,
        "crrn",
    ),
    Row("CRRN", "RN, two years of other nursing", Have((), RN, (Work("rn", 24),)), NO, "crrn"),
    Row("NCLEX-RN", "nursing diploma", Have((Education("nursing_diploma"),)), YES, "nclex_b"),
    Row("NCLEX-RN", "nursing program under way", Have((Education("bsn", 6),)), NO, "nclex_b"),
    Row("ASWB", "BSW", Have((Education("bsw"),)), YES, "aswb"),
    Row("ASWB", "MSW", Have((Education("msw"),)), YES, "aswb"),
    Row("ASWB", "related bachelor's", Have((Education("bachelor_related"),)), NO, "aswb"),
)


@pytest.fixture(scope="module")
def requirements() -> Requirements:
    return load(shipped_folder())[2]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.goal}: {row.who}")
def test_who_may_apply_is_what_the_source_says(requirements: Requirements, row: Row) -> None:
    outcome = Planner(requirements, row.have).outcome(row.goal)
    assert outcome.is_eligible_now == (row.may_apply == YES)
    assert row.source in sources(requirements, row.goal)
    if row.may_apply == YES:
        assert [plan.months for plan in outcome.plans] == [0]
    else:
        assert all(plan.months > 0 or len(plan.steps) > 1 for plan in outcome.plans)


def test_every_credential_has_its_table(requirements: Requirements) -> None:
    for goal in requirements.goals:
        found = {row.may_apply for row in ROWS if row.goal == goal}
        assert found == {YES, NO}, goal


def sources(requirements: Requirements, goal_id: str) -> set[str]:
    """Return every source of a goal's rule and of what it excludes."""
    goal = requirements.goals[goal_id]
    excluded = {source for it in goal.excludes for source in it.says.sources}
    return sources_of(goal.rule) | excluded


def sources_of(rule: Rule) -> set[str]:
    if isinstance(rule, AllOf | AnyOf):
        return {source for part in rule.parts for source in sources_of(part)}
    return set(rule.says.sources)
