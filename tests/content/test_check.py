"""What the check says of habits, of age, and of the words of faults."""

from datetime import date
from pathlib import Path

import pytest

from caremgr_desktop.content.balance import always
from caremgr_desktop.content.check import check
from caremgr_desktop.content.faults import Fault, Faults, Place, in_order, shown
from caremgr_desktop.content.load import load_quiz
from caremgr_desktop.core.answers import Answers
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.reporting.fault_sentences import fault_sentence
from tests.content.kitchen import KITCHEN, TODAY, copy_of_kitchen, faults_of, sow


def test_a_habit_takes_the_option_of_its_number_or_the_last() -> None:
    quiz = load_quiz(KITCHEN)
    assert always(quiz, 1)["dough"] == ("loaves",)
    assert always(quiz, 4)["dough"] == ("buns",)
    assert always(quiz, 4)["joys"] == ("plates",), "a single pick of a question with several"
    assert always(quiz, 9)["start"] == ("noon",)


@pytest.mark.parametrize(
    ("distance", "codes"),
    [(0, []), (1, []), (2, ["unbalanced"]), (5, ["unbalanced"]), (None, ["unbalanced"])],
)
def test_a_habit_may_lead_to_a_tie_or_a_close_call_at_most(
    distance: int | None, codes: list[str]
) -> None:
    asked: list[Answers] = []

    def judge(_quiz: Quiz, answers: Answers) -> int | None:
        asked.append(answers)
        return distance if len(asked) == 2 else 0

    found = check(KITCHEN, TODAY, judge)
    assert len(asked) == 4, "the most options that a question has"
    assert [fault.code for fault in found] == codes
    assert all(fault.params["number"] == 2 for fault in found)


def test_the_judge_is_not_asked_about_broken_content(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    sow(folder, "questions.yaml", "kind: one", "kind: two")

    def judge(_quiz: Quiz, _answers: Answers) -> int | None:
        raise AssertionError

    assert [fault.code for fault in check(folder, TODAY, judge)] == ["not_allowed"]


def test_a_source_is_old_after_24_months() -> None:
    assert faults_of(KITCHEN, date(2028, 5, 31)) == []
    (fault,) = faults_of(KITCHEN, date(2028, 6, 1))
    assert (fault.code, fault.is_warning) == ("old_source", True)
    assert fault.params["months"] == 25


def test_an_old_source_that_nothing_rests_on_is_no_matter(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    path = folder / "resources/sources.yaml"
    unused = path.read_text(encoding="utf-8").replace("  guild:", "  old:").replace("2026", "1990")
    with path.open("a", encoding="utf-8") as file:
        file.write(unused.split("sources:\n")[1].split("  handbook:")[0])
    assert faults_of(folder) == []


def test_faults_come_by_file_line_and_column_and_say_so() -> None:
    late, early = Fault("b.yaml", 2, 1, "x"), Fault("b.yaml", 1, 9, "x")
    other = Fault("a.yaml", 7, 1, "x")
    assert in_order([late, early, other]) == [other, early, late]
    assert early.place == "b.yaml:1:9"


def test_a_file_with_too_many_faults_is_cut_off_and_others_are_not() -> None:
    faults = Faults()
    for line in range(600):
        faults.add("a.yaml", Place(line + 1, 1), "alias", {"name": "x"})
    faults.add("b.yaml", Place(1, 1), "alias", {"name": "x"})
    assert len(faults.found) == 501
    assert faults.found[-2].code == "too_many_faults"
    assert not faults.has_room("a.yaml")
    assert faults.has_room("b.yaml")


def test_what_a_sentence_shows_is_short_and_on_one_line() -> None:
    assert shown("a\nb\tc") == "a b c"
    assert shown("x" * 1000) == "x" * 37 + "..."
    assert shown("a\u202eb\x1b[31m") == "a?b?[31m"


def test_a_misspelled_key_is_explained_by_the_nearest_one(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    sow(folder, "questions.yaml", 'hint: "Pick', 'hnit: "Pick')
    (fault,) = faults_of(folder)
    sentence = fault_sentence(fault.code, fault.params)
    assert sentence == "The key hnit means nothing here. Perhaps you meant: hint."


def test_a_value_of_another_kind_is_explained(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    sow(folder, "resources/sources.yaml", '"2026-05"', "2026")
    (fault,) = faults_of(folder)
    sentence = fault_sentence(fault.code, fault.params)
    assert sentence == "This has to be text, and it is a number. Text may need quotes."


def test_a_brace_in_a_file_is_shown_as_it_is(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    sow(folder, "questions.yaml", "kind: one", 'kind: "{code} %s"')
    (fault,) = faults_of(folder)
    assert "It is {code} %s." in fault_sentence(fault.code, fault.params)
