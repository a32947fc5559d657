"""Ten years ahead on a result: who is compared, what is assumed, where lines cross."""

import pytest

from caremgr_desktop.career.years import GROWTH_PERCENT, MONTHS, STUDY_HOURS, Assumptions
from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.person import Education, Have, Work
from caremgr_desktop.reporting.result import ResultReporter
from caremgr_desktop.reporting.views import YearsView
from tests.reporting.portraits import like

JOB = Work("hospital_nurse_case_management", 30, supervision="ccm")
NURSE = Have((Education("bsn"),), frozenset({"rn"}), (JOB,))


def years_of(
    workshop: Workshop,
    reporter: ResultReporter,
    assumptions: Assumptions = Assumptions(),  # noqa: B008 - it never changes
    have: Have | None = None,
    role_id: str = "hospital",
) -> YearsView:
    visit = like(workshop.quiz(), role_id).with_have(have)
    found = reporter.result(visit, assumptions=assumptions).years
    assert found is not None
    return found


def test_two_or_three_roles_of_both_families_are_compared(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    for role in workshop.quiz().roles:
        if role.family:
            found = years_of(workshop, reporter, role_id=role.id)
            assert found.lines[0].role_id == role.id
            assert 2 <= len(found.lines) <= 3
            assert {line.family for line in found.lines} == {"case", "care"}
            assert all(len(line.months_usd) == MONTHS + 1 for line in found.lines)


def test_a_nurse_who_is_eligible_earns_the_median_from_now_on(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    line = years_of(workshop, reporter, have=NURSE).lines[0]
    fee = 10 * 100_210 - line.months_usd[-1]
    assert 0 <= fee <= 1_000  # The RN median in general hospitals of May 2025, less the exam.


def test_each_assumption_can_be_read_and_changes_the_lines(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    plain = years_of(workshop, reporter)
    assert any("United States" in words for words in plain.assumptions)
    assert any("does not grow" in words for words in plain.assumptions)
    seen = {line.months_usd for line in plain.lines[:1]}
    for assumptions, words in (
        (Assumptions(study_hours=20), "20 hours a week"),
        (Assumptions(growth_percent=3), "3% a year"),
        (Assumptions("Texas"), "Texas"),
    ):
        found = years_of(workshop, reporter, assumptions)
        assert any(words in text for text in found.assumptions)
        assert (found.study_hours, found.growth_percent) == tuple(assumptions[1:])
        seen.add(found.lines[0].months_usd)
    assert len(seen) == 4


def test_where_lines_cross_the_words_and_the_ring_agree(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    count = 0
    for role in workshop.quiz().roles:
        if not role.family:
            continue
        for hours in STUDY_HOURS:
            for growth in GROWTH_PERCENT:
                assumptions = Assumptions("United States", hours, growth)
                found = years_of(workshop, reporter, assumptions, role_id=role.id)
                for crossing in found.crossings:
                    count += 1
                    lines = [line.months_usd for line in found.lines]
                    assert crossing.usd in {line[crossing.month] for line in lines}
                    assert f"{crossing.month / 12:.1f} years" in crossing.text
    assert count > 0


def test_another_assumption_shows_the_same_as_a_new_result(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    visit = like(workshop.quiz(), "geriatric").with_have(NURSE)
    view = reporter.result(visit)
    for assumptions in (Assumptions("Ohio", 10, 2), Assumptions("nowhere", 0, 4)):
        moved = reporter.moved(view, visit.have, assumptions)
        assert moved == reporter.result(visit, assumptions=assumptions)


@pytest.mark.parametrize("count", [0, 3])
def test_before_enough_is_answered_nothing_is_promised(
    workshop: Workshop, reporter: ResultReporter, count: int
) -> None:
    assert reporter.result(like(workshop.quiz(), "hospital", count)).years is None


def test_who_has_the_credential_earns_the_median_from_now_on(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    have = Have(licences=frozenset({"acm_rn", "ccm"}))
    found = years_of(workshop, reporter, have=have)
    assert found.lines[0].role_id == "hospital"
    assert found.lines[0].months_usd[-1] == pytest.approx(10 * 100_210, abs=10)
    assert "already." in found.assumptions[0]
