"""The quick edition: the most telling questions first, back and forward, an early end."""

from hypothesis import given, settings

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.flow import begin, forward, progress_of
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import RESULT, REVIEW, Visit
from caremgr_desktop.engine.decide import Engine
from caremgr_desktop.engine.quick import MOST_QUESTIONS, QuickOrder, QuickRoute
from tests.samples import question, quiz_of, quizzes, role


@settings(max_examples=60, deadline=None)
@given(quizzes(most_questions=5))
def test_it_asks_until_it_is_settled_the_most_telling_first(quiz: Quiz) -> None:
    engine = Engine(quiz)
    order = QuickOrder(engine)
    answers: dict[str, tuple[str, ...]] = {}
    while (asked := order.next_question(answers, {})) is not None:
        assert asked.id not in answers
        assert not engine.is_settled(answers, {})
        first_id, second_id = engine.leading_two(answers, {})
        spans = {
            item.id: item.weight_percent * engine.span(item, first_id, second_id)
            for item in quiz.questions
            if item.id not in answers
        }
        assert spans[asked.id] == max(spans.values())
        answers[asked.id] = (asked.options[0].id,)
    assert len(answers) in (len(quiz.questions), MOST_QUESTIONS) or engine.is_settled(answers, {})


def long_quiz(count: int = 20) -> Quiz:
    """Return a quiz whose last question pulls most."""
    asked = [question(f"q{n}", {"pace": -1}, {"pace": 1}) for n in range(count - 1)]
    asked.append(question("telling", {"pace": -2}, {"pace": 2}))
    return quiz_of(tuple(asked), (role("tea", None, -2, 0, 0), role("coffee", None, 2, 0, 0)))


def walk(route: QuickRoute, options: str) -> Visit:
    """Go forward with these options, one letter each, until the review."""
    visit = begin(route, Visit(route.quiz.id, "1", 7))
    for letter in options:
        if visit.place == REVIEW:
            break
        visit = forward(route, visit.with_answer(visit.place.question_id, (f"o{letter}",)))
    return visit


def test_the_most_telling_question_comes_first() -> None:
    visit = begin(QuickRoute(Engine(long_quiz())), Visit("sample", "1", 7))
    assert visit.place.question_id == "telling"


def test_it_ends_after_twelve_questions_where_nothing_is_settled() -> None:
    visit = walk(QuickRoute(Engine(long_quiz())), "01" * 12)
    assert visit.place == REVIEW
    assert len(visit.answers) == MOST_QUESTIONS


def test_it_ends_as_soon_as_it_is_settled() -> None:
    quiz = long_quiz(8)
    visit = walk(QuickRoute(Engine(quiz)), "0" * 8)
    assert visit.place == REVIEW
    assert len(visit.answers) < len(quiz.questions)
    assert Engine(quiz).is_settled(visit.answers, {})


def test_back_and_forward_go_the_same_way_again() -> None:
    route = QuickRoute(Engine(long_quiz()))
    visit = walk(route, "0101")
    asked = [place for place in visit.trail if place.kind == "question"]
    back = visit.back().back().back()
    assert back.place == asked[1]
    assert [forward(route, back).place, forward(route, forward(route, back)).place] == asked[2:4]


def test_the_number_is_the_place_on_this_way_and_the_total_a_limit() -> None:
    route = QuickRoute(Engine(long_quiz()))
    visit = walk(route, "010")
    progress = progress_of(route, visit)
    assert (progress.number, progress.total, progress.reached) == (4, 12, 3)
    assert progress.ends_early
    assert progress_of(route, visit.back()).number == 3


def test_the_review_leads_to_the_result() -> None:
    route = QuickRoute(Engine(long_quiz()))
    assert forward(route, walk(route, "01" * 12)).place == RESULT


def test_what_a_weight_opens_again_is_asked_before_the_result() -> None:
    plain = long_quiz(8)
    last = plain.questions[0]._replace(section="second")
    quiz = plain._replace(questions=(*plain.questions[1:], last))
    engine = Engine(quiz)
    route = QuickRoute(engine)
    visit = walk(route, "0" * 8)
    assert "q0" not in visit.answers
    assert forward(route, visit).place == RESULT
    for section in quiz.sections:
        changed = visit.with_importance(section.id, Importance.DOUBLE)
        is_open = not engine.is_settled(changed.answers, changed.importances)
        onward = forward(route, changed)
        assert (onward.place.kind == "question") == is_open
        if is_open:
            answered = onward.with_answer(onward.place.question_id, ("o0",))
            assert forward(route, answered).place == REVIEW


def test_a_whole_visit_goes_on_at_the_review() -> None:
    quiz = long_quiz()
    visit = Visit(quiz.id, "1", 7)
    for item in quiz.questions:
        visit = visit.with_answer(item.id, ("o0",))
    route = QuickRoute(Engine(quiz))
    assert begin(route, visit).place == REVIEW
    assert progress_of(route, visit).total == len(quiz.questions)
