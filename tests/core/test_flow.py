"""The way through the quiz: Back is a pop, detours end where they began, nothing is lost."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from caremgr_desktop.core.answers import Importance, importance_of, picks_of
from caremgr_desktop.core.flow import begin, forward, is_detour, progress_of, question_place
from caremgr_desktop.core.order import shown_order
from caremgr_desktop.core.resume import visit_for
from caremgr_desktop.core.route import WholeRoute
from caremgr_desktop.core.visit import HAVE, RESULT, REVIEW, WELCOME, Visit
from caremgr_desktop.errors import AnswerError
from tests.samples import question, quizzes, small_quiz

QUIZ = small_quiz()
ROUTE = WholeRoute(QUIZ)


def fresh() -> Visit:
    return Visit(QUIZ.id, QUIZ.version, 7)


def test_forward_asks_every_question_once_then_the_review_what_one_has_and_the_result() -> None:
    visit, places = begin(ROUTE, fresh()), []
    for _ in range(len(QUIZ.questions) + 3):
        places.append(visit.place)
        visit = forward(ROUTE, visit)
    asked = [question_place(item) for item in QUIZ.questions]
    assert places == [*asked, REVIEW, HAVE, RESULT]


def test_what_one_has_is_asked_after_the_review_and_can_be_said_from_the_result() -> None:
    visit = forward(ROUTE, fresh().at(REVIEW))
    assert visit.place == HAVE
    result = forward(ROUTE, visit)
    assert result.place == RESULT
    assert forward(ROUTE, result.at(HAVE)) == result
    assert visit_for(QUIZ, visit).visit == visit


def test_begin_goes_to_the_first_question_without_an_answer() -> None:
    visit = fresh().with_answer("one", ("o0",)).with_answer("two", ())
    assert begin(ROUTE, visit).place.question_id == "three"


def test_a_question_opened_from_the_result_leads_back_to_the_result() -> None:
    visit = fresh().at(RESULT).at(question_place(QUIZ.questions[1]))
    assert is_detour(visit)
    assert forward(ROUTE, visit).place == RESULT


@given(st.lists(st.sampled_from(QUIZ.questions), max_size=8))
def test_back_then_forward_is_where_one_was(opened: list[object]) -> None:
    visit = begin(ROUTE, fresh())
    for _ in opened:
        visit = forward(ROUTE, visit)
    if visit.back().place.kind == "question":
        assert forward(ROUTE, visit.back()).place == visit.place


def test_a_visit_is_never_changed_in_place() -> None:
    visit = fresh()
    visit.with_answer("one", ("o0",)).with_importance("first", Importance.DOUBLE).at(REVIEW)
    assert visit == fresh()


def test_progress_counts_answers_and_minutes() -> None:
    visit = begin(ROUTE, fresh().with_answer("one", ("o0",)).with_answer("two", ()))
    progress = progress_of(ROUTE, visit)
    assert (progress.number, progress.answered, progress.reached, progress.total) == (3, 1, 2, 4)
    assert progress.minutes_left == 1
    first, second = progress.sections
    assert (first.answered, first.reached, first.total) == (1, 2, 2)
    assert not first.is_done
    assert second.is_here


def test_options_of_a_scale_keep_their_order_and_others_are_shuffled_by_the_seed() -> None:
    kept = question("kept", *({"pace": at} for at in (-2, -1, 0, 1, 2)))
    shuffled = kept._replace(is_shuffled=True)
    assert shown_order(kept, 3) == kept.options
    orders = {tuple(item.id for item in shown_order(shuffled, seed)) for seed in range(40)}
    assert len(orders) > 25
    assert all(sorted(order) == ["o0", "o1", "o2", "o3", "o4"] for order in orders)
    assert shown_order(shuffled, 3) == shown_order(shuffled, 3)


def test_picks_are_checked_and_put_in_order() -> None:
    many = QUIZ.questions[3]
    assert picks_of(many, ["o2", "o0", "o2"]) == ("o0", "o2")
    with pytest.raises(AnswerError, match="too_many_picks"):
        picks_of(many, ["o0", "o1", "o2"])
    with pytest.raises(AnswerError, match="unknown_option"):
        picks_of(many, ["o9"])


@pytest.mark.parametrize("factor", [0, 0.25, 1.5, 3, -1, float("nan")])
def test_an_importance_is_half_normal_or_double(factor: float) -> None:
    assert [importance_of(item.factor) for item in Importance] == list(Importance)
    with pytest.raises(AnswerError, match="unknown_importance"):
        importance_of(factor)


@given(quizzes(), st.dictionaries(st.text(max_size=3), st.tuples(st.text(max_size=3))))
def test_whatever_was_saved_fits_the_quiz_after_it_is_resumed(
    quiz: object, answers: dict[str, tuple[str, ...]]
) -> None:
    saved = fresh()
    for key, picks in {**answers, "one": ("o0",), "q0": ("o0",)}.items():
        saved = saved.with_answer(key, picks)
    resumed = visit_for(QUIZ, saved)
    assert quiz is not None
    for key, picks in resumed.visit.answers.items():
        asked = QUIZ.question(key)
        assert asked is not None
        assert picks_of(asked, picks) == picks
    assert resumed.dropped + len(resumed.visit.answers) == len(saved.answers)


def test_nothing_of_another_quiz_is_kept() -> None:
    resumed = visit_for(QUIZ, Visit("another", "1", 7).with_answer("one", ("o0",)))
    assert resumed.visit.answers == {}
    assert resumed.dropped == 1


class Person(RuleBasedStateMachine):
    """Somebody who presses things in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.visit = begin(ROUTE, fresh())
        self.given: dict[str, tuple[str, ...]] = {}

    @rule(pick=st.integers(min_value=0, max_value=1))
    def answer(self, pick: int) -> None:
        """Answer the present question."""
        asked = QUIZ.question(self.visit.place.question_id)
        if asked is not None:
            picks = (asked.options[pick].id,)
            self.visit = self.visit.with_answer(asked.id, picks)
            self.given[asked.id] = picks

    @rule()
    def go_on(self) -> None:
        """Press Next."""
        self.visit = forward(ROUTE, self.visit)

    @rule()
    def go_back(self) -> None:
        """Press Back."""
        self.visit = self.visit.back()

    @rule(number=st.integers(min_value=0, max_value=3))
    def jump(self, number: int) -> None:
        """Open any question."""
        self.visit = self.visit.at(question_place(QUIZ.questions[number]))

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every answer is there, as it was given last."""
        assert dict(self.visit.answers) == self.given

    @invariant()
    def the_way_begins_at_the_welcome(self) -> None:
        """Back always ends at the welcome."""
        assert self.visit.trail[0] == WELCOME


TestPerson = Person.TestCase


def test_a_saved_way_always_begins_at_the_welcome() -> None:
    saved = fresh()._replace(trail=(question_place(QUIZ.questions[1]), REVIEW))
    resumed = visit_for(QUIZ, saved).visit
    assert resumed.place == REVIEW
    assert resumed.back().back().place == WELCOME


def test_every_order_of_shuffled_options_comes_about_as_often() -> None:
    asked = question("q", {}, {}, {})._replace(is_shuffled=True)
    orders = Counter(
        tuple(option.id for option in shown_order(asked, seed)) for seed in range(6_000)
    )
    assert len(orders) == 6
    assert min(orders.values()) > 850
    assert max(orders.values()) < 1_150
