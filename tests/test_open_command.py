"""``caremgr-desktop code`` and ``open``: a result goes along as a code and comes back."""

import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from caremgr_desktop import cli, compose
from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.paths import Paths
from caremgr_desktop.reporting.error_sentences import SENTENCES

ANSWERS: dict[str, dict[str, Any]] = {
    "answers": {"place": "homes", "travel": None, "family": ["relatives", "staff"]},
    "importance": {"skills": 2, "where": 0.5},
}
ROOT = Path(__file__).resolve().parents[1]
KITCHEN = ROOT / "tests" / "quizzes" / "kitchen"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    paths = Paths(*(tmp_path / name for name in ("data", "cache", "config", "log")))
    monkeypatch.setattr(compose, "user_paths", lambda: paths)
    return paths


def write(folder: Path, value: object) -> str:
    path = folder / "answers.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return str(path)


def whole() -> dict[str, object]:
    """Return an answer to every question of the shipped quiz."""
    questions = compose.Workshop().quiz().questions
    return {"answers": {item.id: item.options[0].id for item in questions}}


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert cli.main(words) == 0
    caught = capsys.readouterr()
    assert caught.err == ""
    return caught.out


def code_for(folder: Path, capsys: pytest.CaptureFixture[str], value: object, *words: str) -> str:
    return printed(capsys, "code", write(folder, value), *words).strip()


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return what is said of a command that can't be done; nothing else may be printed."""
    assert cli.main(words) == 2
    caught = capsys.readouterr()
    assert caught.out == ""
    return caught.err


def test_answers_go_into_a_code_and_come_back_as_score_reads_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = code_for(tmp_path, capsys, ANSWERS)
    assert len(code) == 35
    found = json.loads(printed(capsys, "open", code, "--json"))
    quiz = compose.Workshop().quiz()
    assert found == {"quiz": quiz.id, "version": quiz.version, **ANSWERS, "dropped": 0}
    assert code_for(tmp_path, capsys, found) == code
    scored = printed(capsys, "score", write(tmp_path, found), "--json")
    assert scored == printed(capsys, "score", write(tmp_path, ANSWERS), "--json")


def test_a_code_reads_like_the_score_of_its_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = code_for(tmp_path, capsys, whole())
    assert printed(capsys, "open", code) == printed(capsys, "score", str(tmp_path / "answers.json"))


def test_a_code_may_come_in_several_words_and_small_letters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = code_for(tmp_path, capsys, ANSWERS)
    words = code.lower().split("-")
    assert printed(capsys, "open", *words, "--json") == printed(capsys, "open", code, "--json")


def test_answers_may_come_from_the_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code = code_for(tmp_path, capsys, ANSWERS)
    stream = io.TextIOWrapper(io.BytesIO(json.dumps(ANSWERS).encode()))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream.buffer))
    assert printed(capsys, "code", "-").strip() == code


def test_the_qr_is_written_whole_or_not_at_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "code.svg"
    code = code_for(tmp_path, capsys, ANSWERS, "--svg", str(target))
    assert f"<title>{code}</title>" in target.read_text(encoding="utf-8")
    blocked = tmp_path / "folder.svg"
    blocked.mkdir()
    said = refused(capsys, "code", write(tmp_path, ANSWERS), "--svg", str(blocked))
    assert "can't be written" in said
    assert {path.name for path in tmp_path.iterdir()} == {
        *("answers.json", "cache", "code.svg", "folder.svg")
    }


def test_a_bad_code_is_refused_in_one_sentence_that_names_the_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = code_for(tmp_path, capsys, ANSWERS)
    groups = code.split("-")
    wrong = groups[2][:-1] + ("A" if groups[2][-1] != "A" else "B")
    cases = {
        code.replace(groups[2], wrong): f"Group 3 of this code, “{wrong}”, is mistyped.",
        code[:-1]: "This code has 29 characters and needs 30: 6 groups of 5.",
        f"{code}7": "This code has 31 characters and needs 30: 6 groups of 5.",
        " ".join([*groups[:3], groups[4], groups[3], groups[5]]): "Groups 4 and 5 of this code",
        code.replace("-", "/"): "“/” in group 2 is no character of a code.",
        " ".join(reversed(groups)): "Groups 1, 2, 3, 4, 5, 6 of this code are mistyped:",
        "\x1b[31m": "in group 1 is no character of a code.",
    }
    for text, said in cases.items():
        found = refused(capsys, "open", text)
        assert found.count("\n") == 1
        assert said in found
        assert "\x1b" not in found


def test_a_code_of_another_quiz_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = code_for(tmp_path, capsys, {"answers": {}}, "--content", str(KITCHEN))
    said = refused(capsys, "open", code)
    assert "belongs to another quiz, not to “Case manager or care manager?”" in said


def test_answers_of_another_quiz_are_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, {"quiz": "tea_or_coffee", **ANSWERS})
    for command in ("score", "code"):
        assert "the quiz “tea_or_coffee”" in refused(capsys, command, path)


class Author:
    """Somebody who keeps a copy of the shipped content and changes it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder / "content"
        self._capsys = capsys
        ours = shipped_folder()
        skipped = shutil.ignore_patterns("fonts")
        shutil.copytree(ours / "resources", self.folder / "resources", ignore=skipped)
        shutil.copy(ours / "questions.yaml", self.folder)

    def run(self, *words: str) -> tuple[str, str]:
        """Run a command on the copy and return what it prints and what it says beside."""
        assert cli.main([*words, "--content", str(self.folder)]) == 0
        caught = self._capsys.readouterr()
        return caught.out, caught.err

    def replace(self, old: str, new: str) -> None:
        """Change questions.yaml."""
        path = self.folder / "questions.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def opened(self, code: str) -> Any:
        """Return what a code holds for the copy, with what is said of it."""
        out, said = self.run("open", code, "--json")
        return json.loads(out), said


def test_other_words_in_another_version_cost_no_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = code_for(tmp_path, capsys, ANSWERS)
    author = Author(tmp_path, capsys)
    author.replace('version: "2026.1"', 'version: "2027.1"')
    found, said = author.opened(code)
    assert said == (
        "This code was made with another version of this quiz. "
        "All of its answers still fit and are used.\n"
    )
    assert (found["answers"], found["dropped"]) == (ANSWERS["answers"], 0)
    assert found["version"] == "2027.1"


def test_other_ids_cost_all_answers_unless_the_author_kept_the_old_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = code_for(tmp_path, capsys, ANSWERS)
    author = Author(tmp_path, capsys)
    entry, _ = author.run("questions", "--shape")
    author.replace('version: "2026.1"', 'version: "2027.1"')
    author.replace("{id: homes,", "{id: at_homes,")
    said = refused(capsys, "open", code, "--content", str(author.folder))
    assert "another version of this quiz, whose questions are not known here" in said
    with (author.folder / "resources" / "earlier.yaml").open("a", encoding="utf-8") as file:
        file.write(entry)
    found, said = author.opened(code)
    assert said == (
        "This code was made with another version of this quiz. "
        "2 of its 3 answers still fit and are used; the rest is left out.\n"
    )
    kept = {key: value for key, value in ANSWERS["answers"].items() if key != "place"}
    assert (found["answers"], found["dropped"]) == (kept, 1)
    assert found["importance"] == ANSWERS["importance"]


def test_the_example_for_students_can_be_opened(capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "docs" / "student.md").read_text(encoding="utf-8")
    found = re.findall(r"open ((?:[A-Za-z0-9]{5}[- ]?){6})", text)
    assert len(found) == 2
    one, other = (printed(capsys, "open", *code.split(), "--json") for code in found)
    assert one == other


def test_every_error_of_a_code_has_a_sentence_and_every_sentence_an_error() -> None:
    core = (ROOT / "caremgr_desktop" / "core").glob("code*.py")
    codes = {code for path in core for code in re.findall(r'"(code_\w+)"', path.read_text("utf-8"))}
    assert codes == {code for code in SENTENCES if code.startswith("code_")}


def test_segno_is_loaded_for_a_qr_alone(tmp_path: Path) -> None:
    path = write(tmp_path, ANSWERS)
    for words, is_loaded in (
        (["code", path], False),
        (["code", path, "--svg", f"{path}.svg"], True),
    ):
        source = (
            "import sys; from caremgr_desktop.cli import main; "
            f"sys.exit(main({words!r}) or ('segno' in sys.modules) != {is_loaded})"
        )
        done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")


def test_a_shape_and_json_are_not_printed_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["questions", "--shape", "--json"])
    assert "not allowed with" in capsys.readouterr().err
