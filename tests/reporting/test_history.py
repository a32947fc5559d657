"""What is said of visits of the past agrees with the engine, and says whose it is."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from caremgr_desktop.compose import Workshop, untranslated
from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.kept import KeptVisit, Outcome
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.compare_views import CompareView, CompareWriter
from caremgr_desktop.reporting.history_views import HistoryWriter
from caremgr_desktop.reporting.outcomes import outcome_of
from caremgr_desktop.terminal.formats import BabelFormats

NOON = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


@pytest.fixture
def writer(workshop: Workshop) -> HistoryWriter:
    return HistoryWriter(workshop.quiz(), BabelFormats(), untranslated)


def kept(seed: int = 1, name: str = "", outcome: Outcome | None = None) -> KeptVisit:
    moment = NOON + timedelta(days=seed)
    return KeptVisit(seed, name, moment, moment, 6, 1, outcome)


def visit_by(workshop: Workshop, place: int, seed: int = 1) -> Visit:
    """Return a visit that takes the option of one place each time."""
    quiz = workshop.quiz()
    visit = Visit(quiz.id, quiz.version, seed)
    for question in quiz.questions:
        visit = visit.with_answer(question.id, (question.options[place].id,))
    return visit


def test_a_visit_without_a_result_says_how_far_it_is(writer: HistoryWriter) -> None:
    row = writer.row(kept())
    assert row.result == "No result yet: 6 of 24 answered"
    assert not row.has_result
    assert row.title.startswith("Nov 28, 2026, ")
    assert row.detail == ""


@pytest.mark.parametrize(
    ("outcome", "said", "family"),
    [
        (Outcome("clear", ("care",)), "Care manager, clearly", "care"),
        (Outcome("leaning", ("case",)), "Leaning toward case manager", "case"),
        (
            Outcome("close_call", ("care", "case")),
            "Too close to call: care manager and case manager",
            "",
        ),
        (Outcome("no_clear_result"), "No clear result", ""),
        (Outcome("clear", ("gone",)), "Gone, clearly", "gone"),
    ],
)
def test_a_result_is_said_in_a_few_words(
    writer: HistoryWriter, outcome: Outcome, said: str, family: str
) -> None:
    row = writer.row(kept(outcome=outcome))
    assert (row.result, row.family) == (said, family)


def test_a_name_stands_first_and_the_time_after_the_result(writer: HistoryWriter) -> None:
    row = writer.row(kept(name="<b>Mine</b> & yours"))
    assert row.title == "<b>Mine</b> & yours"
    assert row.detail.startswith("Nov 28, 2026")
    assert row.spoken.startswith("<b>Mine</b> & yours. No result yet")


def test_an_outcome_holds_what_the_result_says(workshop: Workshop) -> None:
    visit = visit_by(workshop, 0)
    view = workshop.text_reporter().result(visit)
    outcome = outcome_of(view)
    decision = workshop.engine().decide(visit.answers, visit.importances)
    assert outcome.verdict == decision.verdict.kind
    assert outcome.fits == {it.role_id: float(it.fit) for it in decision.standings}
    assert view.setting is not None
    assert outcome.setting == view.setting.role_id
    assert outcome_of(view._replace(setting=None)).setting == ""


def compared(workshop: Workshop, *visits: Visit) -> CompareView:
    """Return visits side by side; the later they are given the later they are."""
    writer = CompareWriter(workshop.engine(), BabelFormats(), untranslated)
    dated = [(kept(number), visit) for number, visit in enumerate(visits, start=1)]
    return writer.view(list(reversed(dated)))


def test_the_earliest_stands_first_and_each_has_its_own_figures(workshop: Workshop) -> None:
    visits = [visit_by(workshop, place) for place in (0, 1)]
    view = compared(workshop, *visits)
    engine = workshop.engine()
    for head, visit in zip(view.heads, visits, strict=True):
        decision = engine.decide(visit.answers, visit.importances)
        fits = {it.role_id: float(it.fit) for it in decision.families}
        assert {role_id: fit for role_id, _, fit, _ in head.fits} == fits
        assert head.headline == workshop.text_reporter().result(visit).headline
    assert [head.title[:6] for head in view.heads] == ["Nov 28", "Nov 29"]


def test_the_answers_that_differ_are_shown_and_no_others(workshop: Workshop) -> None:
    quiz = workshop.quiz()
    first = visit_by(workshop, 0)
    asked = quiz.questions[0]
    second = first.with_answer(asked.id, (asked.options[-1].id,))
    view = compared(workshop, first, second)
    rows = [row for section in view.sections for row in section.rows]
    assert [row.label for row in rows] == [asked.label]
    assert rows[0].answers == (asked.options[0].text, asked.options[-1].text)
    assert view.lead == "One question was answered differently."
    same = [section.same for section in view.sections]
    assert sum("are the same" in words for words in same) == len(quiz.sections)
    moved = [section.moved for section in view.sections if section.rows]
    still = [section.moved for section in view.sections if not section.rows]
    assert "moved" in moved[0]
    assert set(still) == {"This part pulls as it did."}


def test_what_the_parts_pull_adds_up_to_the_lead(workshop: Workshop) -> None:
    """Signed toward the first family, the parts' points come to the difference of the fits."""
    visit = visit_by(workshop, 1)
    view = compared(workshop, visit, visit.with_answer(workshop.quiz().questions[0].id, ()))
    decision = workshop.engine().decide(visit.answers, visit.importances)
    fits = {it.role_id: it.fit for it in decision.families}
    leading = max(fits, key=lambda role_id: fits[role_id])
    other = min(fits, key=lambda role_id: fits[role_id])
    total = 0.0
    for section in view.sections:
        points = section.leans[0].split(" points for ")
        if len(points) == 2:
            role = workshop.quiz().role(leading)
            assert role is not None
            sign = 1 if points[1].lower() == role.title.lower() else -1
            total += sign * float(points[0])
    assert total == pytest.approx(float((fits[leading] - fits[other]) * Fraction(100)), abs=0.3)


def test_a_weight_that_differs_is_said(workshop: Workshop) -> None:
    first = visit_by(workshop, 0)
    section = workshop.quiz().sections[0]
    view = compared(workshop, first, first.with_importance(section.id, Importance.DOUBLE))
    assert "counted normally" in view.sections[0].leans[0]
    assert "counted double" in view.sections[0].leans[1]
    assert "counted" not in view.sections[1].leans[0]
    assert view.lead == "Every question was answered in the same way."


def test_a_skip_is_another_answer_and_what_was_not_reached_is_none(workshop: Workshop) -> None:
    first = visit_by(workshop, 0)
    asked, later = (workshop.quiz().questions[number].id for number in (0, 1))
    view = compared(workshop, first.with_answer(asked, ()), first.without_answer(later), first)
    assert len(view.heads) == 3
    assert view.sections[0].rows[0].answers[0] == "Skipped"
    assert len(view.sections[0].rows) == 1
    assert view.lead.endswith("1 were not reached by all of them.")


def test_a_visit_with_too_few_answers_shows_no_bars(workshop: Workshop) -> None:
    quiz = workshop.quiz()
    few = Visit(quiz.id, quiz.version, 2).with_answer(
        quiz.questions[0].id, (quiz.questions[0].options[0].id,)
    )
    view = compared(workshop, few, visit_by(workshop, 0))
    assert view.heads[0].fits == ()
    assert len(view.heads[1].fits) == 2
    assert "different" not in view.lead
    assert {section.moved for section in view.sections[1:]} == {"This part pulls as it did."}
