"""A result as a short code: exact, and no slip of the hand gets by."""

from collections.abc import Sequence
from contextlib import suppress
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.content.load import load_quiz
from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.code import code_length, code_of, opened
from caremgr_desktop.core.code_letters import GROUP_SIZE, LETTERS, READ_AS, read_letters
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.shape import Shape, shape_of
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.errors import AnswerError, CodeError
from tests.core.codes import cases, quizzes, swapped
from tests.samples import question, quiz_of, small_quiz

SHIPPED = load_quiz(shipped_folder())
SMALL = small_quiz()
FIXED = "TPYCQ-1CNWP-01367"
"""Where this changes, nobody can open the code that they took home."""


def none() -> Sequence[Shape]:
    return ()


def never() -> Sequence[Shape]:
    raise AssertionError("nothing earlier is needed")


def fresh(quiz: Quiz) -> Visit:
    return Visit(quiz.id, quiz.version, 7)


def answered(quiz: Quiz, place: int) -> Visit:
    """Return a visit that takes the options from a place on, as many as may be picked."""
    visit = fresh(quiz)
    for number, asked in enumerate(quiz.questions):
        ids = [option.id for option in asked.options]
        start = (place + number) % len(ids)
        picks = ids[start : start + asked.max_picks]
        if number % 7 != 3:
            visit = visit.with_answer(asked.id, tuple(picks) if number % 5 else ())
    return visit.with_importance(quiz.sections[0].id, Importance.DOUBLE)


SAMPLES = [(SMALL, answered(SMALL, 0)), (SHIPPED, fresh(SHIPPED))]
SAMPLES += [(SHIPPED, answered(SHIPPED, place)) for place in range(3)]


def refused(quiz: Quiz, text: str) -> CodeError:
    with pytest.raises(CodeError) as caught:
        opened(quiz, text, 7, none)
    return caught.value


def said(visit: Visit, quiz: Quiz) -> tuple[object, ...]:
    """Return all of a visit that a code keeps."""
    return dict(visit.answers), [visit.importance(section.id) for section in quiz.sections]


@given(cases(), st.integers(0, 99))
def test_every_result_of_every_quiz_comes_back_exactly(case: tuple[Quiz, Visit], seed: int) -> None:
    quiz, visit = case
    code = code_of(quiz, visit)
    found = opened(quiz, code, seed, never)
    assert said(found.visit, quiz) == said(visit, quiz)
    assert (found.dropped, found.is_other_version, found.visit.seed) == (0, False, seed)
    assert (found.visit.quiz_id, found.visit.quiz_version) == (quiz.id, quiz.version)
    assert code_of(quiz, found.visit) == code
    assert len(code.replace("-", "")) == code_length(quiz)


def test_a_code_of_the_shipped_quiz_has_thirty_characters() -> None:
    assert code_length(SHIPPED) == 30
    assert code_of(SHIPPED, fresh(SHIPPED)).count("-") == 5


def test_a_skip_is_no_question_that_was_never_reached() -> None:
    skipped = fresh(SMALL).with_answer("one", ())
    assert code_of(SMALL, skipped) != code_of(SMALL, fresh(SMALL))
    assert opened(SMALL, code_of(SMALL, skipped), 7, never).visit.answers == {"one": ()}


def test_answers_that_the_quiz_does_not_allow_have_no_code() -> None:
    with pytest.raises(AnswerError, match="unknown_question"):
        code_of(SMALL, fresh(SMALL).with_answer("nowhere", ()))
    with pytest.raises(AnswerError, match="too_many_picks"):
        code_of(SMALL, fresh(SMALL).with_answer("one", ("o0", "o1")))


def test_case_spaces_dashes_and_look_alikes_do_not_matter() -> None:
    for quiz, visit in SAMPLES:
        code = code_of(quiz, visit)
        typed = code.lower().replace("0", "o").replace("1", "l").replace("v", "u")
        for text in (typed, typed.replace("-", " \n"), typed.replace("-", "\u2013"), f" {typed}-"):
            assert opened(quiz, text, 7, never).visit == opened(quiz, code, 7, never).visit


@pytest.mark.parametrize(("quiz", "visit"), SAMPLES)
def test_each_wrong_character_is_found_and_its_group_named(quiz: Quiz, visit: Visit) -> None:
    code = code_of(quiz, visit).replace("-", "")
    for place, right in enumerate(code):
        for wrong in (*LETTERS, *READ_AS):
            if READ_AS.get(wrong, wrong) == right:
                continue
            text = code[:place] + wrong + code[place + 1 :]
            error = refused(quiz, text)
            group = place // GROUP_SIZE
            assert error.code == "code_group_wrong"
            assert error.params["group"] == group + 1
            assert error.params["text"] == text[group * GROUP_SIZE : (group + 1) * GROUP_SIZE]


@pytest.mark.parametrize(("quiz", "visit"), SAMPLES)
def test_each_swap_of_neighbors_is_found_also_across_groups(quiz: Quiz, visit: Visit) -> None:
    code = code_of(quiz, visit).replace("-", "")
    for first, second in pairwise(range(len(code))):
        if code[first] == code[second]:
            continue
        error = refused(quiz, swapped(code, first, second))
        groups = {place // GROUP_SIZE + 1 for place in (first, second)}
        named = error.params.get("group", error.params.get("groups"))
        assert str(named) == ", ".join(str(group) for group in sorted(groups))


@pytest.mark.parametrize(("quiz", "visit"), SAMPLES)
def test_each_exchange_of_two_groups_is_found_and_named(quiz: Quiz, visit: Visit) -> None:
    groups = code_of(quiz, visit).split("-")
    for first, second in combinations(range(len(groups)), 2):
        exchanged = groups.copy()
        exchanged[first], exchanged[second] = groups[second], groups[first]
        error = refused(quiz, "-".join(exchanged))
        assert error.code == "code_groups_exchanged"
        assert error.params == {"first": first + 1, "second": second + 1}


@given(cases(), st.data())
def test_no_slip_gets_by_in_any_quiz(case: tuple[Quiz, Visit], data: st.DataObject) -> None:
    quiz, visit = case
    code = code_of(quiz, visit).replace("-", "")
    place = data.draw(st.integers(0, len(code) - 2))
    wrong = data.draw(st.sampled_from(LETTERS.replace(code[place], "")))
    refused(quiz, code[:place] + wrong + code[place + 1 :])
    if code[place] != code[place + 1]:
        refused(quiz, swapped(code, place, place + 1))
    refused(quiz, code[:place] + code[place + 1 :])
    refused(quiz, code[:place] + wrong + code[place:])


@given(cases(), st.data())
def test_no_exchange_of_groups_gets_by_in_any_quiz(
    case: tuple[Quiz, Visit], data: st.DataObject
) -> None:
    quiz, visit = case
    groups = code_of(quiz, visit).split("-")
    first, second = data.draw(
        st.lists(st.integers(0, len(groups) - 1), min_size=2, max_size=2, unique=True)
    )
    groups[first], groups[second] = groups[second], groups[first]
    assert refused(quiz, " ".join(groups)).code == "code_groups_exchanged"


@given(quizzes(), st.text() | st.text(LETTERS, max_size=40))
def test_any_text_is_opened_or_refused_as_a_code(quiz: Quiz, text: str) -> None:
    with suppress(CodeError):
        opened(quiz, text, 7, none)


def test_missing_and_doubled_characters_are_counted() -> None:
    code = code_of(SHIPPED, answered(SHIPPED, 1))
    short, long = refused(SHIPPED, code[:13] + code[14:]), refused(SHIPPED, code + "A")
    assert (short.code, long.code) == ("code_too_short", "code_too_long")
    assert short.params == {"found": 29, "wanted": 30, "groups": 6}
    assert long.params["found"] == 31
    assert refused(SHIPPED, "").params["found"] == 0
    groups = code.split("-")
    for gone in range(len(groups)):
        rest = "-".join(groups[:gone] + groups[gone + 1 :])
        assert refused(SHIPPED, rest).code == "code_too_short"


def test_a_character_of_no_code_is_named_with_its_group() -> None:
    error = refused(SHIPPED, "SA92K H0D!Z")
    assert (error.code, error.params) == ("code_character", {"character": "!", "group": 2})


def test_two_slips_in_one_group_hardly_ever_get_by() -> None:
    code = code_of(SHIPPED, answered(SHIPPED, 2)).replace("-", "")
    tried = passed = 0
    for first, second in combinations(range(20, 25), 2):
        for one in LETTERS.replace(code[first], ""):
            for other in LETTERS.replace(code[second], ""):
                text = list(code)
                text[first], text[second] = one, other
                tried += 1
                with suppress(CodeError):
                    opened(SHIPPED, "".join(text), 7, never)
                    passed += 1
    assert passed * 500 < tried


def test_a_code_is_the_same_on_every_machine_and_in_every_release() -> None:
    visit = fresh(SMALL).with_answer("one", ("o1",)).with_answer("four", ("o0", "o2"))
    visit = visit.with_importance("second", Importance.HALF)
    assert code_of(SMALL, visit) == FIXED
    assert said(opened(SMALL, FIXED, 7, never).visit, SMALL) == said(visit, SMALL)


def test_a_quiz_of_many_groups_has_its_code_too() -> None:
    spots = [{"pace": 0}] * 9
    quiz = quiz_of(
        tuple(question(f"q{number}", *spots, max_picks=9) for number in range(60)), SMALL.roles
    )
    visit = answered(quiz, 0)
    code = code_of(quiz, visit)
    assert len(read_letters(code).values) == code_length(quiz) == 150
    assert said(opened(quiz, code, 7, never).visit, quiz) == said(visit, quiz)


def test_a_code_of_another_quiz_says_so() -> None:
    code = code_of(SMALL, answered(SMALL, 1))
    error = refused(SHIPPED, code)
    assert (error.code, error.params) == ("code_other_quiz", {"quiz": SHIPPED.title})
    other = SHIPPED._replace(id="another")
    assert refused(other, code_of(SHIPPED, fresh(SHIPPED))).code == "code_other_quiz"
    assert refused(SHIPPED, code[:-1] + ("A" if code[-1] != "A" else "B")).code == (
        "code_group_wrong"
    )


def test_another_version_of_the_same_shape_is_used_whole_and_said() -> None:
    visit = answered(SHIPPED, 2)
    later = SHIPPED._replace(version="2027.1", title="Other words")
    found = opened(later, code_of(SHIPPED, visit), 7, never)
    assert (found.dropped, found.is_other_version) == (0, True)
    assert said(found.visit, later) == said(visit, SHIPPED)
    assert found.visit.quiz_version == "2027.1"


def changed(quiz: Quiz) -> Quiz:
    """Return a later version: one question is gone, one lost an option, one has a new order."""
    _, second, third, fourth = quiz.questions
    return quiz._replace(
        version="2",
        questions=(
            fourth._replace(options=fourth.options[::-1]),
            second._replace(options=second.options[1:]),
            third,
        ),
    )


def test_of_a_known_earlier_shape_all_is_used_that_still_fits() -> None:
    visit = fresh(SMALL).with_answer("one", ("o0",)).with_answer("two", ("o0",))
    visit = visit.with_answer("three", ("o1",)).with_answer("four", ("o0", "o2"))
    visit = visit.with_importance("second", Importance.DOUBLE)
    later = changed(SMALL)
    shapes = (shape_of(later)._replace(version="1.5"), shape_of(SMALL))
    found = opened(later, code_of(SMALL, visit), 7, lambda: shapes)
    assert found.visit.answers == {"three": ("o1",), "four": ("o2", "o0")}
    assert found.visit.importances == {"second": Importance.DOUBLE}
    assert (found.dropped, found.is_other_version) == (2, True)


def test_of_an_unknown_shape_nothing_is_used_and_that_is_said() -> None:
    code = code_of(SMALL, answered(SMALL, 1))
    assert refused(changed(SMALL), code).code == "code_other_version"
    slip = code[:-1] + ("A" if code[-1] != "A" else "B")
    assert refused(changed(SMALL), slip).code == "code_group_wrong"


def test_a_slip_in_front_of_a_longer_code_is_no_wrong_length() -> None:
    later = SHIPPED._replace(version="2", questions=SHIPPED.questions[:9])
    code = code_of(SHIPPED, answered(SHIPPED, 1))
    assert code_length(later) < code_length(SHIPPED)
    wrong = "A" if code[0] != "A" else "B"
    assert refused(later, wrong + code[1:]).params["group"] == 1


def test_the_shape_tells_all_apart_that_a_code_depends_on() -> None:
    shape = shape_of(SMALL)
    asked = shape.questions[0]
    others = (
        asked._replace(id="first"),
        asked._replace(kind="scale"),
        asked._replace(max_picks=2),
        asked._replace(options=asked.options[::-1]),
        asked._replace(options=(*asked.options, "o9")),
    )
    shapes = [shape._replace(questions=(other, *shape.questions[1:])) for other in others]
    shapes += [shape, shape._replace(sections=shape.sections[::-1])]
    shapes += [shape._replace(questions=shape.questions[::-1])]
    assert len({item.tag for item in shapes}) == len(shapes)
    assert shape._replace(version="2").tag == shape.tag


def test_words_and_positions_are_no_part_of_the_shape() -> None:
    asked = SMALL.questions[0]._replace(text="Reworded?", label="Other", weight_percent=50)
    reworded = SMALL._replace(questions=(asked, *SMALL.questions[1:]))
    assert shape_of(reworded) == shape_of(SMALL)
    many = SMALL._replace(questions=(asked._replace(max_picks=2), *SMALL.questions[1:]))
    assert shape_of(many).tag != shape_of(SMALL).tag
