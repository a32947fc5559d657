"""The content that ships is whole: every part of it, and the editors' schemas beside it."""

import json
import re
from pathlib import Path

import pytest

from caremgr_desktop.content.cache import key_of
from caremgr_desktop.content.export_schema import export, schemas
from caremgr_desktop.content.files import SINGLE_FILES, content_names
from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.content.load import load
from tests.content.kitchen import KITCHEN, faults_of

FOLDERS = (shipped_folder(), KITCHEN)


def test_the_shipped_content_has_no_fault() -> None:
    assert [fault for fault in faults_of(shipped_folder()) if not fault.is_warning] == []


def test_the_shipped_quiz_has_the_sections_questions_and_roles_that_were_promised() -> None:
    quiz, *_ = load(shipped_folder())
    counts = [len(quiz.questions_of(section.id)) for section in quiz.sections]
    assert counts == [4, 6, 7, 4, 3]
    assert (len(quiz.families), len(quiz.settings)) == (2, 10)
    assert {question.kind for question in quiz.questions} == {"one", "many", "scale"}


def test_every_row_of_the_article_lives_in_the_program() -> None:
    quiz, handbook, _ = load(shipped_folder())
    for row in handbook.article:
        covered = row.covered_by
        assert covered.questions or covered.roles or covered.facts, row.id
    asked = {question.id for question in quiz.questions}
    assert {name for row in handbook.article for name in row.covered_by.questions} <= asked


@pytest.mark.parametrize("folder", FOLDERS, ids=["shipped", "kitchen"])
def test_every_file_names_a_schema_that_is_there(folder: Path) -> None:
    for name in content_names(folder):
        if name.endswith(".csv"):
            continue
        path = folder / name
        first_line = path.read_text(encoding="utf-8").partition("\n")[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first_line)
        assert found, name
        assert (path.parent / found[1]).is_file(), name


def test_the_schemas_beside_the_content_are_up_to_date() -> None:
    folder = shipped_folder() / "resources" / "schema"
    files = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    assert files == schemas(), "run: python -m caremgr_desktop.content.export_schema"


def test_schemas_are_written_to_a_new_folder(tmp_path: Path) -> None:
    export(tmp_path / "new")
    names = {path.name for path in (tmp_path / "new").iterdir()}
    assert names == set(schemas())
    for text in schemas().values():
        assert json.loads(text)["$schema"].startswith("https://json-schema.org/")


def test_a_schema_asks_for_what_the_check_asks_for() -> None:
    question = json.loads(schemas()["questions.schema.json"])["$defs"]["QuestionItem"]
    assert question["additionalProperties"] is False
    assert question["properties"]["options"]["maxItems"] == 9
    row = json.loads(schemas()["article.schema.json"])["$defs"]["ArticleRowItem"]
    assert row["additionalProperties"]["type"] == "string"


def test_the_shipped_folder_holds_questions_and_resources() -> None:
    assert all((shipped_folder() / name).is_file() for name in SINGLE_FILES)


def test_a_changed_byte_anywhere_makes_another_key(tmp_path: Path) -> None:
    keys = {key_of(KITCHEN)}
    for number, name in enumerate(content_names(KITCHEN)):
        folder = tmp_path / str(number)
        for other in content_names(KITCHEN):
            path = folder / other
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((KITCHEN / other).read_bytes() + (b"\n" if other == name else b""))
        keys.add(key_of(folder))
    assert len(keys) == 1 + len(content_names(KITCHEN))
