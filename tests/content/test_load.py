"""Sound files become a quiz and a handbook; nothing is hard-wired to one pair of roles."""

from pathlib import Path

import pytest

from caremgr_desktop.career.pay import Wage
from caremgr_desktop.career.source import Basis, Statement
from caremgr_desktop.content.load import load, load_handbook, load_quiz
from caremgr_desktop.engine.decide import Engine
from caremgr_desktop.errors import ContentError
from tests.content.kitchen import KITCHEN, copy_of_kitchen, sow


def test_a_foreign_quiz_is_read_in_the_order_in_which_it_is_shown() -> None:
    quiz = load_quiz(KITCHEN)
    assert quiz.title == "Baker or pastry chef?"
    assert [section.id for section in quiz.sections] == ["craft", "day"]
    assert [question.id for question in quiz.questions][:2] == ["dough", "finish"]
    assert [role.id for role in quiz.families] == ["baker", "pastry_chef"]
    assert [role.id for role in quiz.settings] == [
        "village_bakery",
        "bread_factory",
        "hotel",
        "cake_studio",
    ]


def test_questions_carry_all_that_the_file_says() -> None:
    joys = load_quiz(KITCHEN).question("joys")
    assert joys is not None
    assert (joys.label, joys.hint, joys.max_picks) == ("Joys", "Pick up to two.", 2)
    assert joys.is_shuffled
    assert joys.options[0].short == "Kneading"
    assert joys.options[0].positions == {"product": -2, "team": -1}


def test_a_weight_becomes_a_percentage() -> None:
    quiz = load_quiz(KITCHEN)
    weights = {question.id: question.weight_percent for question in quiz.questions}
    assert weights == {"dough": 100, "finish": 100, "joys": 100, "start": 100, "school": 150}


def test_a_question_of_one_pick_allows_one_pick() -> None:
    assert load_quiz(KITCHEN).questions[0].max_picks == 1


def test_positions_cannot_be_changed() -> None:
    positions = load_quiz(KITCHEN).roles[0].positions
    with pytest.raises(TypeError):
        positions["product"] = 0  # type: ignore[index]  # the test is that this fails


def test_the_engine_decides_on_a_foreign_quiz() -> None:
    quiz = load_quiz(KITCHEN)
    answers = {"dough": ("loaves",), "finish": ("plenty",), "start": ("night",)}
    decision = Engine(quiz).decide(answers, {})
    assert decision.verdict.leaders == ("baker",)
    assert decision.settings[0].family == "baker"


def test_the_handbook_holds_what_stands_behind_a_role() -> None:
    facts = load_handbook(KITCHEN).roles["cake_studio"]
    assert facts.bases["product"] == Basis(("guild",), "")
    assert facts.bases["hours"].is_inferred
    assert facts.pay is not None
    assert (facts.pay.occupation, facts.pay.employer) == ("chefs", "bakeries")
    assert facts.pay_other == (
        Statement("Artists in cake set their own prices.", ("handbook",), "low"),
    )
    assert facts.credentials == ("CPC",)
    assert load_handbook(KITCHEN).roles["baker"].pay is None


def test_a_credential_says_what_it_asks_and_what_does_not_count() -> None:
    handbook = load_handbook(KITCHEN)
    credential = handbook.credentials["CB"]
    assert credential.exam is None
    assert credential.renewal is not None
    assert [statement.text for statement in credential.excludes] == ["Work at home is left out."]


def test_the_wage_table_is_read_with_its_gaps() -> None:
    pay = load_handbook(KITCHEN).pay
    assert pay.wage("chefs", employer="bakeries") == Wage(
        "United States", "chefs", "bakeries", None, 30000, None, 52000, None, None
    )
    assert pay.wage("bakers", area="Ohio") is not None
    assert pay.article[0].family == "baker"
    assert pay.outlook[0].growth_percent == 5.0


def test_a_source_without_date_or_license_has_empty_texts_there() -> None:
    handbook = load_handbook(KITCHEN)
    assert handbook.sources["handbook"].published == ""
    assert handbook.sources["handbook"].licence == ""
    assert handbook.sources["guild"].published == "2026-05"


def test_the_article_has_a_column_for_each_family() -> None:
    handbook = load_handbook(KITCHEN)
    row = handbook.article[0]
    assert row.texts == ("Bread and rolls.", "Cakes and desserts.")
    assert row.covered_by.roles == ("baker", "pastry_chef")
    assert handbook.article_source == "handbook"


def test_a_fault_keeps_content_from_being_used(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    line, column = sow(folder, "resources/pay.yaml", "file: pay", "file: »/etc")
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert caught.value.code == "broken_content"
    assert caught.value.params == {
        "folder": str(folder),
        "faults": 1,
        "first": f"resources/pay.yaml:{line}:{column}: bad_form",
    }


def test_a_warning_keeps_nothing_from_being_used(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    sow(folder, "questions.yaml", "# yaml-language-server", "# yaml")
    sow(folder, "resources/sources.yaml", "2026-05", "1999")
    quiz, *_ = load(folder)
    assert quiz.id == "kitchen"


def test_a_table_outside_the_folder_is_never_opened(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    for name in ("../../secret.csv", "pay/../../secret.csv", "/secret.csv", "C:\\\\secret.csv"):
        broken = copy_of_kitchen(tmp_path / str(len(name)))
        sow(broken, "resources/pay.yaml", "pay/kitchens.csv", f'"{name}"')
        with pytest.raises(ContentError) as caught:
            load(broken)
        assert str(caught.value.params["first"]).endswith("bad_form")
    assert load(folder)
