"""How sure a result is: each number is what trying everything gives."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from hypothesis import given, settings

from caremgr_desktop.core.answers import Answers, Importance, Importances, Picks
from caremgr_desktop.core.quiz import Question, Quiz, Role
from caremgr_desktop.engine.decide import Engine
from caremgr_desktop.engine.fit import Standing
from caremgr_desktop.engine.flip import Flip, pick_sets
from tests.samples import cases, question, quiz_of, role

Given = dict[str, Picks]
Case = tuple[Quiz, Given, dict[str, Importance]]
STEPS = (Importance.HALF, Importance.NORMAL, Importance.DOUBLE)


def first_of(standings: Sequence[Standing]) -> set[str]:
    """Return the roles with the highest fit."""
    best = max(item.fit for item in standings)
    return {item.role_id for item in standings if item.fit == best}


def first(
    quiz: Quiz, answers: Answers, importances: Importances, roles: Sequence[Role]
) -> set[str]:
    """Return the roles that come first among some, by the fits alone."""
    ids = {item.id for item in roles}
    standings = Engine(quiz).decide(answers, importances).standings
    return first_of([item for item in standings if item.role_id in ids])


def answers_to_all(questions: Sequence[Question]) -> Iterator[Given]:
    """Yield every way to answer or to skip some questions."""
    ids = [item.id for item in questions]
    for picks in product(*([(), *pick_sets(item)] for item in questions)):
        yield dict(zip(ids, picks, strict=True))


def fewest_changes(case: Case, roles: Sequence[Role]) -> int | None:
    """Return the flip distance among some roles by trying every set of changes."""
    quiz, answers, importances = case
    leaders = first(quiz, answers, importances, roles)
    if len(leaders) > 1:
        return 0
    answered = [item for item in quiz.questions if answers.get(item.id)]
    for count in range(1, len(answered) + 1):
        for chosen in combinations(answered, count):
            for changed in answers_to_all(chosen):
                if first(quiz, {**answers, **changed}, importances, roles) != leaders:
                    return count
    return None


def check_flip(case: Case, flip: Flip, roles: Sequence[Role]) -> None:
    """Check a flip's distance against all others, and that its example does what it says."""
    quiz, answers, importances = case
    assert flip.distance == fewest_changes(case, roles)
    before = first(quiz, answers, importances, roles)
    if flip.distance is None:
        assert (flip.to, flip.changes) == (None, ())
        return
    assert len({change.question_id for change in flip.changes}) == flip.distance
    assert all(answers[change.question_id] != change.picks for change in flip.changes)
    assert all(answers[change.question_id] for change in flip.changes)
    after = first(quiz, {**answers, **dict(flip.changes)}, importances, roles)
    assert flip.to in after
    assert flip.distance == 0 or flip.to not in before


@settings(max_examples=120, deadline=None)
@given(cases(most_questions=3))
def test_the_example_of_a_flip_brings_that_family_first_by_the_fewest_changes(case: Case) -> None:
    quiz, answers, importances = case
    sureness = Engine(quiz).decide(answers, importances).sureness
    check_flip(case, sureness.flip, quiz.families)


@settings(max_examples=120, deadline=None)
@given(cases(most_questions=3))
def test_the_flip_of_the_first_setting_is_the_smallest_there_is(case: Case) -> None:
    quiz, answers, importances = case
    sureness = Engine(quiz).decide(answers, importances).sureness
    check_flip(case, sureness.setting_flip, quiz.settings)


@settings(max_examples=150, deadline=None)
@given(cases())
def test_leaving_out_each_answer_in_turn_is_counted(case: Case) -> None:
    quiz, answers, importances = case
    before = first(quiz, answers, importances, quiz.families)
    trials = [
        {key: picks for key, picks in answers.items() if key != left_out}
        for left_out, given_picks in answers.items()
        if given_picks
    ]
    held = [first(quiz, trial, importances, quiz.families) == before for trial in trials]
    found = Engine(quiz).decide(answers, importances).sureness.leave_one_out
    assert (found.holds, found.of) == (sum(held), len(held))


@settings(max_examples=150, deadline=None)
@given(cases())
def test_each_section_is_counted_one_step_more_and_one_step_less(case: Case) -> None:
    quiz, answers, importances = case
    before = first(quiz, answers, importances, quiz.families)
    held = []
    for section in quiz.sections:
        here = STEPS.index(importances.get(section.id, Importance.NORMAL))
        for place in (here - 1, here + 1):
            if 0 <= place < len(STEPS):
                stepped = {**importances, section.id: STEPS[place]}
                held.append(first(quiz, answers, stepped, quiz.families) == before)
    found = Engine(quiz).decide(answers, importances).sureness.importance_steps
    assert (found.holds, found.of) == (sum(held), len(held))


@settings(max_examples=150, deadline=None)
@given(cases(most_questions=4))
def test_a_quiz_is_settled_exactly_where_no_rest_of_it_changes_the_first_family(
    case: Case,
) -> None:
    quiz, answers, importances = case
    engine = Engine(quiz)
    before = first(quiz, answers, importances, quiz.families)
    rest = [item for item in quiz.questions if item.id not in answers]
    ways = answers_to_all(rest)
    is_same = all(
        first(quiz, {**answers, **way}, importances, quiz.families) == before for way in ways
    )
    assert engine.is_settled(answers, importances) == is_same
    assert engine.decide(answers, importances).sureness.settled == is_same


def three_families() -> Quiz:
    """Return a quiz in which one answer can serve two families at once."""
    roles = (
        role("tea", None, -2, 0, 0),
        role("coffee", None, 2, 0, 0),
        role("milk", None, 1, 0, 0),
    )
    asked = tuple(question(f"q{n}", {"pace": -2}, {"pace": 0}, {"pace": 2}) for n in range(6))
    return quiz_of(asked, roles)


def test_a_flip_names_the_family_that_then_comes_first() -> None:
    answers = {f"q{n}": ("o0",) for n in range(6)}
    flip = Engine(three_families()).decide(answers, {}).sureness.flip
    assert flip.distance == 3
    assert flip.to in {"milk", "coffee"}
    assert all(change.picks == ("o2",) for change in flip.changes)


def test_a_quiz_is_settled_only_once_the_rest_is_too_small() -> None:
    engine = Engine(three_families())
    answers: Given = {}
    settled = []
    for number in range(6):
        answers[f"q{number}"] = ("o0",)
        settled.append(engine.is_settled(answers, {}))
    assert settled == [False, False, False, True, True, True]


def test_a_section_that_counts_less_opens_a_settled_quiz_again() -> None:
    asked = tuple(
        question(f"q{n}", {"pace": -2}, {"pace": 2}, section="first" if n < 3 else "second")
        for n in range(5)
    )
    engine = Engine(quiz_of(asked, (role("tea", None, -2, 0, 0), role("coffee", None, 2, 0, 0))))
    answers = {f"q{n}": ("o0",) for n in range(3)}
    assert engine.is_settled(answers, {})
    assert not engine.is_settled(answers, {"first": Importance.HALF})
    assert not engine.is_settled(answers, {"second": Importance.DOUBLE})


def test_what_is_left_settles_a_quiz_sooner_where_it_counts_less() -> None:
    asked = tuple(
        question(f"q{n}", {"pace": -2}, {"pace": 2}, section="first" if n < 2 else "second")
        for n in range(5)
    )
    engine = Engine(quiz_of(asked, (role("tea", None, -2, 0, 0), role("coffee", None, 2, 0, 0))))
    answers = {f"q{n}": ("o0",) for n in range(2)}
    assert not engine.is_settled(answers, {})
    assert engine.is_settled(answers, {"second": Importance.HALF})


def test_a_step_is_a_doubling_or_a_halving() -> None:
    asked = tuple(
        question(f"q{n}", {"pace": -2}, {"pace": 2}, section="first" if n < 5 else "second")
        for n in range(8)
    )
    engine = Engine(quiz_of(asked, (role("tea", None, -2, 0, 0), role("coffee", None, 2, 0, 0))))
    answers = {f"q{n}": ("o0",) if n < 5 else ("o1",) for n in range(8)}
    # Five for tea, three for coffee: the first section halved or the second doubled turns it.
    assert engine.decide(answers, {}).sureness.importance_steps == (2, 4)
