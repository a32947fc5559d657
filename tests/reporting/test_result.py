"""The result in words: every number is the engine's, every fact has its source."""

import re
from datetime import date
from pathlib import Path
from random import Random

import pytest

from caremgr_desktop.career.facts import Facts
from caremgr_desktop.career.years import Assumptions
from caremgr_desktop.compose import Workshop, untranslated
from caremgr_desktop.core.order import shown_order
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.engine.decide import Engine
from caremgr_desktop.paths import Paths
from caremgr_desktop.reporting.result import ResultReporter
from caremgr_desktop.reporting.titles import in_a_sentence
from caremgr_desktop.reporting.verdict_words import VerdictWriter, close_families
from caremgr_desktop.reporting.views import ResultView, StepView
from caremgr_desktop.terminal.formats import BabelFormats
from tests import samples
from tests.reporting.portraits import like
from tests.samples import FixedClock, quiz_of, role


def alternating(quiz: Quiz) -> Visit:
    """Return the visit of somebody torn between the two families."""
    case, care = like(quiz, "case"), like(quiz, "care")
    visit = Visit(quiz.id, quiz.version, 1)
    for place, question in enumerate(quiz.questions):
        side = case if place % 2 else care
        visit = visit.with_answer(question.id, side.answers[question.id])
    return visit


def test_bars_and_reasons_are_the_engine_s(workshop: Workshop, reporter: ResultReporter) -> None:
    visit = alternating(workshop.quiz())
    view = reporter.result(visit)
    decision = Engine(workshop.quiz()).decide(visit.answers, visit.importances)
    shown = {bar.role_id: (bar.rank, bar.fit) for bar in (*view.families, *view.settings)}
    assert shown == {s.role_id: (s.rank, float(s.fit)) for s in decision.standings}
    first, second = decision.families[:2]
    points = sum(item.points for item in view.reasons_for)
    points -= sum(item.points for item in view.reasons_against)
    assert points == pytest.approx(float(first.fit - second.fit) * 100)


@pytest.mark.parametrize("family", ["case", "care"])
def test_a_clear_result_names_one_family(
    workshop: Workshop, reporter: ResultReporter, family: str
) -> None:
    view = reporter.result(like(workshop.quiz(), family))
    assert view.kind == "clear"
    assert view.leaders == (family,)
    assert view.headline.endswith("is closest to your answers")
    assert "would have to change" in view.detail
    assert view.separating == ()


def test_a_close_call_paints_both_alike_and_names_what_would_settle_it(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    quiz = workshop.quiz()
    visit = like(quiz, "care")
    other = like(quiz, "case")
    for question in quiz.questions:
        view = reporter.result(visit)
        if view.kind == "close_call":
            break
        visit = visit.with_answer(question.id, other.answers[question.id])
    assert view.kind == "close_call"
    assert set(view.leaders) == {"case", "care"}
    assert view.headline.startswith("Too close to call")
    assert 1 <= len(view.separating) <= 3


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "No question is answered so far. Answer at least 8 of 24."),
        (1, "One answer of 24 is too few to tell. Answer at least 8 questions."),
        (7, "7 of 24 answers are too few to tell. Answer at least 8 questions."),
    ],
)
def test_too_few_answers_are_no_result_and_the_page_says_how_many_it_needs(
    workshop: Workshop, reporter: ResultReporter, count: int, words: str
) -> None:
    view = reporter.result(like(workshop.quiz(), "care", count))
    assert view.kind == "no_clear_result"
    assert view.leaders == ()
    assert view.headline == "No clear result yet"
    assert view.detail == words


def test_too_few_answers_recommend_no_setting_no_pay_and_no_path(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    few, enough = (reporter.result(like(workshop.quiz(), "care", count)) for count in (7, 8))
    assert (few.setting, few.pay, few.paths) == (None, (), ())
    assert enough.setting is not None
    assert enough.pay


def test_without_an_answer_no_setting_is_ranked(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    quiz = workshop.quiz()
    visit = Visit(quiz.id, quiz.version, 1)
    for question in quiz.questions:
        visit = visit.with_answer(question.id, ())
    view = reporter.result(visit)
    assert view.settings == ()
    assert view.reasons_note == ""


def test_settings_level_with_each_other_are_all_named_and_the_page_says_which_it_is_about(
    reporter: ResultReporter, workshop: Workshop
) -> None:
    quiz = workshop.quiz()
    tied = next(
        view
        for seed in range(2_000)
        if (view := reporter.result(at_random(quiz, seed))).setting is not None
        and [bar.rank for bar in view.settings].count(1) > 1
    )
    assert tied.setting is not None
    named = in_a_sentence(tied.setting.title)
    assert "level with each other" in tied.detail
    assert tied.detail.endswith(f"What follows is about the {named}.")


def at_random(quiz: Quiz, seed: int) -> Visit:
    """Return a visit with nine answers drawn from a seed."""
    chance = Random(seed)  # noqa: S311 - no secret is made of it
    visit = Visit(quiz.id, quiz.version, 1)
    for question in chance.sample(quiz.questions, 9):
        visit = visit.with_answer(question.id, (chance.choice(question.options).id,))
    return visit


def test_the_note_on_points_adds_up_as_it_stands(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    for seed in range(200):
        note = reporter.result(at_random(workshop.quiz(), seed)).reasons_note
        difference, first, second = (float(it) for it in re.findall(r"\d+\.\d", note))
        assert first - second == pytest.approx(difference)


def every_step(view: ResultView) -> list[StepView]:
    return [step for path in view.paths for plan in path.plans for step in plan.steps]


def every_source(view: ResultView) -> list[str]:
    reasons = (*view.reasons_for, *view.reasons_against)
    bases = [source for item in reasons for basis in item.bases for source in basis.sources]
    pay = [source for item in view.pay for source in item.sources]
    steps = [source for step in every_step(view) for source in step.sources]
    return [source.id for source in (*bases, *pay, *steps)]


@pytest.mark.parametrize(
    "role_id", ["hospital", "utilization_review", "geriatric", "social_work", "community"]
)
def test_every_position_figure_and_step_has_its_source_or_says_that_it_was_inferred(
    workshop: Workshop, reporter: ResultReporter, role_id: str
) -> None:
    view = reporter.result(like(workshop.quiz(), role_id))
    for item in (*view.reasons_for, *view.reasons_against):
        for basis in item.bases:
            assert bool(basis.sources) != basis.reason.startswith("Inferred: ")
    assert all(item.sources for item in view.pay)
    assert all(step.sources for step in every_step(view))
    assert len(every_source(view)) > 20


def test_pay_names_place_and_year_and_the_article_s_figure_as_the_article_s(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    view = reporter.result(like(workshop.quiz(), "hospital"))
    first = view.pay[0]
    assert (first.p10_usd, first.median_usd, first.p90_usd) == (76270, 100210, 138990)
    assert "United States" in first.place
    assert "May 2025" in first.place
    by_article = [item for item in view.pay if item.is_article]
    assert {item.median_usd for item in by_article} == {69818, 58670}
    assert all("article" in item.place.lower() for item in by_article)
    assert all("2021" in item.place for item in by_article)


def test_old_facts_are_marked_and_fresh_ones_are_not(workshop: Workshop) -> None:
    engine = workshop.engine()
    facts = Facts(workshop.handbook(), workshop.requirements())

    def pay_age(today: date) -> str:
        made = ResultReporter(facts, engine, BabelFormats(), untranslated, FixedClock(today))
        return made.result(like(engine.quiz, "hospital")).pay[0].sources[0].age

    assert pay_age(date(2026, 11, 24)) == ""
    assert "24 months" in pay_age(date(2027, 6, 1))


def test_about_the_numbers_lists_every_source_and_denies_affiliation(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    about = reporter.about()
    assert len(about.sources) == len(workshop.handbook().sources)
    assert "affiliated" in about.affiliation
    credited = [source.line for source in about.sources if "O*NET" in source.line]
    assert credited
    assert all("CC BY 4.0" in line for line in credited)
    assert len(about.article_rows) >= 10


def test_the_foreign_quiz_gives_a_result_of_its_own(tmp_path: Path) -> None:
    kitchen = Path(__file__).resolve().parents[1] / "quizzes" / "kitchen"
    paths = Paths(*(tmp_path / name for name in ("data", "cache", "config", "log")))
    workshop = Workshop(kitchen, paths)
    families = [family.id for family in workshop.quiz().families]
    assert set(families).isdisjoint({"case", "care"})
    for family in families:
        view = workshop.text_reporter().result(like(workshop.quiz(), family))
        assert view.families[0].role_id == family
        words = f"{view.headline} {view.detail} {view.reasons_note}".lower()
        assert "case manager" not in words
        assert "care manager" not in words


def test_how_sure_it_is_says_the_engine_s_numbers_and_the_example_s_answers(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    quiz = workshop.quiz()
    visit = at_random(quiz, 7)
    view = reporter.result(visit)
    sureness = Engine(quiz).decide(visit.answers, visit.importances).sureness
    assert view.sure is not None
    *_, left_out, stepped = view.sure.statements
    assert str(sureness.leave_one_out.of) in left_out
    for words, found in ((left_out, sureness.leave_one_out), (stepped, sureness.importance_steps)):
        assert (f"in {found.holds} of {found.of} cases" in words) == (found.holds != found.of)
    changes = view.sure.flips[0].changes
    assert [item.question_id for item in changes] == [it[0] for it in sureness.flip.changes]
    for item, (question_id, picks) in zip(changes, sureness.flip.changes, strict=True):
        question = quiz.question(question_id)
        assert question is not None
        for option in question.options:
            if option.id in picks:
                assert item.text.startswith("“")
                assert option.short in item.text


def test_after_an_early_stop_it_says_what_was_not_asked_and_whether_it_could_matter(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    quiz, engine = workshop.quiz(), workshop.engine()
    seen = set()
    for count in range(9, len(quiz.questions) + 1):
        visit = like(quiz, "case", count)
        view = reporter.result(visit)
        left = len(quiz.questions) - count
        said = (
            [words for words in view.sure.statements if "not asked" in words] if view.sure else []
        )
        assert len(said) == (1 if left and view.sure else 0)
        if said:
            is_settled = engine.is_settled(visit.answers, visit.importances)
            assert said[0].startswith(f"{left} questions")
            assert ("none can change" in said[0]) == is_settled
            seen.add(is_settled)
    assert seen == {True, False}


def test_too_few_answers_have_nothing_to_be_sure_of(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    assert reporter.result(like(workshop.quiz(), "care", 3)).sure is None


@pytest.mark.parametrize("seed", range(40))
def test_a_tie_is_never_called_a_first_place(
    workshop: Workshop, reporter: ResultReporter, seed: int
) -> None:
    quiz = workshop.quiz()
    visit = at_random(quiz, seed)
    leaders = Engine(quiz).decide(visit.answers, visit.importances).verdict.leaders
    view = reporter.result(visit)
    assert view.sure is not None
    assert any("the tie stays" in words for words in view.sure.statements) == (len(leaders) > 1)


def test_what_is_noticed_is_said_kindly_and_names_the_answers(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    quiz = workshop.quiz()
    visit = Visit(quiz.id, quiz.version, 1)
    for question in quiz.questions:
        visit = visit.with_answer(question.id, (shown_order(question, 1)[0].id,))
    remark = reporter.result(visit).remarks[0]
    assert "answers in a row were all number 1" in remark.text
    assert remark.answers[0] == (quiz.questions[0].id, quiz.questions[0].label)
    hurried = {question.id: 0.5 for question in quiz.questions}
    texts = [item.text for item in reporter.result(visit, hurried).remarks]
    assert any("24 questions were answered sooner than they can be read" in it for it in texts)


@pytest.mark.parametrize("family", ["case", "care"])
def test_a_thoughtful_visit_is_left_alone(
    workshop: Workshop, reporter: ResultReporter, family: str
) -> None:
    assert reporter.result(like(workshop.quiz(), family)).remarks == ()


def test_with_three_families_the_one_that_is_nearest_to_level_is_named() -> None:
    asked = tuple(
        samples.question(f"q{number}", {"pace": 2, "contact": 2}, {"contact": -2})
        for number in range(3)
    )
    heavy = samples.question("heavy", {"place": 2}, {"place": -2}, weight_percent=400)
    roles = (
        role("tea", None, 2, 2, 2),
        role("water", None, 1, 1, 2),
        role("coffee", None, 1, 1, -2),
        role("green", "tea", 2, 2, 2),
    )
    quiz = quiz_of((*asked, heavy), roles)
    decision = Engine(quiz).decide({it.id: ("o0",) for it in quiz.questions}, {})
    assert [item.role_id for item in decision.families] == ["tea", "water", "coffee"]
    assert decision.verdict.flip.to == "coffee"
    words = VerdictWriter(quiz, untranslated).words(decision)
    assert "coffee" in (words.headline + words.detail).lower()
    assert "water" not in (words.headline + words.detail).lower()
    assert [item.role_id for item in close_families(decision)] == ["tea", "coffee"]


def test_of_answers_that_come_from_elsewhere_nothing_is_remarked_on(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    quiz = workshop.quiz()
    visit = Visit(quiz.id, quiz.version, 0)
    for item in quiz.questions:
        visit = visit.with_answer(item.id, (shown_order(item, 0)[0].id,))
    assert reporter.result(visit).remarks
    assert reporter.result(visit, None).remarks == ()


def test_pay_of_a_state_names_it_and_what_it_counts(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    view = reporter.result(like(workshop.quiz(), "hospital"), assumptions=Assumptions("Texas"))
    first = view.pay[0]
    assert view.area == "Texas"
    assert first.place == "Registered nurses, all employers, Texas, 271,380 jobs, May 2025"
    assert (first.median_text, first.gap) == ("$95,970", "")
    assert first.range_text == "eight in ten earn $67,120 to $127,950"


@pytest.mark.parametrize(
    ("area", "setting", "mark"),
    [
        ("Guam", "hospital", "Not released for Guam"),
        ("Texas", "behavioral_health", "none for Texas"),
    ],
)
def test_a_cell_that_is_missing_falls_back_to_the_nation_and_says_so(
    workshop: Workshop, reporter: ResultReporter, area: str, setting: str, mark: str
) -> None:
    visit = like(workshop.quiz(), setting)
    view = reporter.result(visit, assumptions=Assumptions(area))
    nation = {it.title: it for it in reporter.result(visit).pay}
    marked = next(it for it in view.pay if it.gap and mark in it.gap)
    assert "United States" in marked.place
    assert marked.median_usd == nation[marked.title].median_usd
    assert mark in marked.text


def test_an_area_that_the_table_lacks_is_the_nation(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    visit = like(workshop.quiz(), "hospital")
    assert reporter.result(visit, assumptions=Assumptions("Atlantis")) == reporter.result(visit)
