"""What is noticed about the answering, and what is not."""

from caremgr_desktop.core.order import shown_order
from caremgr_desktop.core.pace import Pace
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.engine.attention import OPPOSITE, SAME_PLACE, TOO_FAST, remarks
from tests.samples import question, quiz_of, role

ROLES = (role("tea", None, -2, 0, 0), role("coffee", None, 2, 0, 0))


def long_quiz(*, is_shuffled: bool = False) -> Quiz:
    """Return a quiz of twelve questions with three options, on a line of their own each."""
    asked = (question(f"q{n:02}", {"pace": -1}, {"pace": 0}, {"pace": 1}) for n in range(12))
    return quiz_of(tuple(it._replace(is_shuffled=is_shuffled) for it in asked), ROLES)


def answered(quiz: Quiz, places: str) -> Visit:
    """Return a visit with answers at these places on screen; a dash is a skip."""
    visit = Visit(quiz.id, "1", 7)
    for asked, place in zip(quiz.questions, places, strict=False):
        picks = () if place == "-" else (shown_order(asked, 7)[int(place) - 1].id,)
        visit = visit.with_answer(asked.id, picks)
    return visit


def codes(quiz: Quiz, visit: Visit, seconds: dict[str, float] | None = None) -> list[str]:
    return [remark.code for remark in remarks(quiz, visit, seconds or {})]


def test_eight_answers_in_a_row_at_one_place_on_screen_are_noticed() -> None:
    for quiz in (long_quiz(), long_quiz(is_shuffled=True)):
        found = remarks(quiz, answered(quiz, "133333333212"), {})
        assert [(it.code, it.place, len(it.question_ids)) for it in found] == [(SAME_PLACE, 3, 8)]
        assert found[0].question_ids[0] == "q01"


def test_seven_in_a_row_or_a_change_between_are_not() -> None:
    quiz = long_quiz()
    assert codes(quiz, answered(quiz, "333333321212")) == []
    assert codes(quiz, answered(quiz, "333333123333")) == []


def test_a_skip_does_not_break_the_row() -> None:
    quiz = long_quiz()
    assert codes(quiz, answered(quiz, "3333-3333212")) == [SAME_PLACE]


def test_several_picks_are_at_no_one_place() -> None:
    asked = tuple(question(f"q{n}", {"pace": 0}, {"pace": 1}, max_picks=2) for n in range(9))
    quiz = quiz_of(asked, ROLES)
    visit = Visit(quiz.id, "1", 7)
    for item in asked:
        visit = visit.with_answer(item.id, ("o0", "o1"))
    assert codes(quiz, visit) == []


def test_answers_sooner_than_they_can_be_read_are_noticed_from_five_on() -> None:
    quiz = long_quiz()
    visit = answered(quiz, "123123123123")
    assert codes(quiz, visit, {f"q{n:02}": 0.2 for n in range(5)}) == [TOO_FAST]
    assert codes(quiz, visit, {f"q{n:02}": 0.2 for n in range(4)}) == []
    assert codes(quiz, visit, {f"q{n:02}": 5.0 for n in range(12)}) == []
    assert codes(quiz, visit) == []


def test_answers_at_both_ends_of_a_line_are_noticed() -> None:
    asked = (
        question("one", {"pace": -2}, {"pace": 2}),
        question("two", {"pace": -2}, {"pace": 1}, {"pace": 2}),
        question("three", {"contact": 2}, {"contact": -2}),
    )
    quiz = quiz_of(asked, ROLES)
    visit = Visit(quiz.id, "1", 7).with_answer("one", ("o0",)).with_answer("three", ("o0",))
    assert codes(quiz, visit.with_answer("two", ("o1",))) == []
    found = remarks(quiz, visit.with_answer("two", ("o2",)), {})
    assert [(it.code, it.question_ids) for it in found] == [(OPPOSITE, ("one", "two"))]


def test_picks_of_one_question_may_stand_at_both_ends() -> None:
    both = question("both", {"pace": -2}, {"pace": 2}, {"pace": 0}, max_picks=2)
    quiz = quiz_of((both, question("other", {"contact": 2}, {"contact": -2})), ROLES)
    visit = Visit(quiz.id, "1", 7).with_answer("both", ("o0", "o1"))
    assert codes(quiz, visit) == []


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        """Return the time."""
        return self.seconds


def test_the_first_answer_to_the_question_on_screen_is_timed() -> None:
    quiz, hands = long_quiz(), Hands()
    pace = Pace(hands)
    before = Visit(quiz.id, "1", 7)
    asked = before.at(before.place._replace(kind="question", question_id="q00"))
    pace.note(before, asked)
    hands.seconds = 4.0
    answered_once = asked.with_answer("q00", ("o0",))
    pace.note(asked, answered_once)
    hands.seconds = 9.0
    pace.note(answered_once, asked.with_answer("q00", ("o1",)))
    pace.note(asked, asked.with_answer("q05", ("o1",)))
    assert dict(pace.seconds) == {"q00": 4.0}
    pace.forget()
    assert dict(pace.seconds) == {}


def test_time_on_earlier_showings_counts_too() -> None:
    quiz, hands = long_quiz(), Hands()
    pace = Pace(hands)
    before = Visit(quiz.id, "1", 7)
    first = before.at(before.place._replace(kind="question", question_id="q00"))
    second = first.at(before.place._replace(kind="question", question_id="q01"))
    pace.note(before, first)
    hands.seconds = 20.0
    pace.note(first, second)
    hands.seconds = 90.0
    pace.note(second, first)
    hands.seconds = 90.5
    pace.note(first, first.with_answer("q00", ("o0",)))
    assert dict(pace.seconds) == {"q00": 20.5}


def test_a_skip_is_not_timed() -> None:
    quiz, hands = long_quiz(), Hands()
    pace = Pace(hands)
    before = Visit(quiz.id, "1", 7)
    asked = before.at(before.place._replace(kind="question", question_id="q00"))
    pace.note(before, asked)
    pace.note(asked, asked.with_answer("q00", ()))
    assert dict(pace.seconds) == {}


def test_a_row_is_one_in_the_order_in_which_it_was_answered() -> None:
    quiz = long_quiz()
    visit = Visit(quiz.id, "1", 7)
    asked = [*quiz.questions[:4], *quiz.questions[5:9], quiz.questions[4]]
    for place, item in enumerate(asked):
        number = 2 if place < 8 else 0
        visit = visit.with_answer(item.id, (shown_order(item, 7)[number].id,))
    assert codes(quiz, visit) == [SAME_PLACE]
