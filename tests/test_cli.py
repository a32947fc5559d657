"""The commands, run as a person runs them: output, errors in one sentence, exit status."""

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from caremgr_desktop import cli, compose
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.paths import Paths

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Keep this person's folders out of every test."""
    names = ("data", "cache", "config", "log")
    paths = Paths(*(tmp_path / name for name in names))
    monkeypatch.setattr(compose, "user_paths", lambda: paths)
    return paths


def write(tmp_path: Path, text: str | bytes) -> str:
    path = tmp_path / "answers.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def questions() -> dict[str, dict[str, object]]:
    quiz = compose.Workshop().quiz()
    return {
        item.id: {"first": item.options[0].id, "limit": item.max_picks} for item in quiz.questions
    }


def some_answers() -> dict[str, object]:
    return {question_id: item["first"] for question_id, item in questions().items()}


def test_questions_json_lets_anybody_recompute_a_result(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["questions", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"quiz", "sections", "traits", "questions", "roles"}
    assert len(found["questions"]) == 24
    assert [role["id"] for role in found["roles"] if role["family"] is None] == ["case", "care"]
    traits = {trait["id"] for trait in found["traits"]}
    assert all(set(role["positions"]) == traits for role in found["roles"])


def test_a_score_can_be_recomputed_from_the_questions_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["questions", "--json"])
    quiz = json.loads(capsys.readouterr().out)
    answers = some_answers()
    path = write(tmp_path, json.dumps({"answers": answers, "importance": {"skills": 2}}))
    assert cli.main(["score", path, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    for role in quiz["roles"]:
        top = bottom = 0.0
        for question in quiz["questions"]:
            option = next(o for o in question["options"] if o["id"] == answers[question["id"]])
            parts = [1 - abs(a - role["positions"][t]) / 4 for t, a in option["positions"].items()]
            weight = question["weight"] * (2 if question["section"] == "skills" else 1)
            top += weight * sum(parts) / len(parts)
            bottom += weight
        fit = next(item["fit"] for item in found["roles"] if item["id"] == role["id"])
        assert fit == pytest.approx(top / bottom, abs=1e-12)
        points = [r["points"] for r in found["reasons"] if r["role"] == role["id"]]
        assert sum(points) == pytest.approx(fit, abs=1e-12)


def test_the_answers_of_a_flip_can_be_scored_and_bring_that_role_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["questions", "--json"])
    quiz = json.loads(capsys.readouterr().out)
    answers = some_answers()
    cli.main(["score", write(tmp_path, json.dumps({"answers": answers})), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["leave_one_out"]["of"] == 24
    assert found["importance_steps"]["of"] == 2 * len(quiz["sections"])
    assert found["settled"] is True
    for kind in ("flip", "setting_flip"):
        flip = found[kind]
        changes = {item["question"]: item["option"] for item in flip["changes"]}
        assert len(changes) == flip["distance"]
        changed = write(tmp_path, json.dumps({"answers": {**answers, **changes}}))
        cli.main(["score", changed, "--json"])
        roles = json.loads(capsys.readouterr().out)["roles"]
        assert next(role["rank"] for role in roles if role["id"] == flip["to"]) == 1


def test_a_score_reads_like_the_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["score", write(tmp_path, json.dumps({"answers": some_answers()}))]) == 0
    out = capsys.readouterr().out
    for part in ("24 of 24 answered", "How each role fits", "Pay", "This month:", "Source:"):
        assert part in out


def test_null_and_an_empty_list_are_skips(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = {**some_answers(), "place": None, "family": []}
    assert cli.main(["score", write(tmp_path, json.dumps({"answers": answers})), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["answered"] == 22


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"answers": {"nowhere": "homes"}}', "There is no question"),
        ('{"answers": {"place": "the moon"}}', "has no option"),
        ('{"answers": {"place": ["homes", "clinic"]}}', "takes 1 at most"),
        ('{"answers": {"place": 7}}', "must be an option's id"),
        ('{"answers": {"place": "homes"}, "importance": {"where": 3}}', "0.5, 1 or 2"),
        ('{"answers": {"place": "homes"}, "importance": {"where": true}}', "has to be a number"),
        ('{"answers": {}, "importance": {"nowhere": 2}}', "There is no section"),
        ('{"answers": {}, "importance": []}', "holds no answers"),
        ('{"answers": {"\\u001b[31m": "x"}}', "question “ [31m”"),
        ('{"answers": {}, "extra": 1}', "means nothing here"),
        ('{"answers": {"place": "homes", "place": "clinic"}}', "stands there twice"),
        ("[]", "holds no answers"),
        ("", "This is no JSON"),
        ('{"answers": ', "line 1, column"),
        ("[" * 100_000, "This is no JSON"),
        ('{"answers": {"place": NaN}}', "no number that can be used"),
        (b"\xff\xfe", "no UTF-8"),
    ],
)
def test_bad_answers_get_one_clear_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | bytes, said: str
) -> None:
    assert cli.main(["score", write(tmp_path, text)]) == 2
    caught = capsys.readouterr()
    assert caught.out == ""
    assert said in caught.err
    assert len(caught.err.strip().splitlines()) == 1


def test_a_missing_file_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["score", str(tmp_path / "nothing.json")]) == 2
    assert "There is no file" in capsys.readouterr().err


def test_with_lines_a_broken_line_is_named_and_the_others_are_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = json.dumps({"answers": some_answers()})
    path = write(tmp_path, f'{good}\n\n{{"answers": {{"place": "the moon"}}}}\n{good}\n')
    assert cli.main(["score", path, "--lines", "--json"]) == 1
    caught = capsys.readouterr()
    lines = [json.loads(line) for line in caught.out.splitlines()]
    assert [line.get("answered") for line in lines] == [24, None, 24]
    assert [line["line"] for line in lines] == [1, 3, 4]
    assert lines[1]["error"]["code"] == "unknown_option"
    assert caught.err.startswith(f"{path}:3: unknown_option: ")


def test_answers_may_come_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = io.BytesIO(b"\xef\xbb\xbf" + json.dumps({"answers": some_answers()}).encode())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(data))
    assert cli.main(["score", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["answered"] == 24


def test_the_shipped_content_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check"]) == 0
    assert all("warning:" in line for line in capsys.readouterr().out.splitlines())


def test_check_names_file_line_and_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "questions.yaml").write_text("quiz: {id: [}\n", encoding="utf-8")
    assert cli.main(["check", str(tmp_path)]) == 1
    assert "questions.yaml:1:13: " in capsys.readouterr().out


def test_broken_content_is_one_sentence_and_no_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["questions", "--content", str(tmp_path)]) == 2
    assert "caremgr-desktop check" in capsys.readouterr().err


def test_the_second_start_reads_the_cache(own_folders: Paths) -> None:
    compose.Workshop().quiz()
    names = sorted(path.name.split("-")[0] for path in own_folders.cache.glob("*.cache"))
    assert names == ["handbook", "quiz", "requirements"]


def test_a_damaged_cache_is_made_anew(own_folders: Paths) -> None:
    first = compose.Workshop().quiz()
    for path in own_folders.cache.glob("*.cache"):
        path.write_bytes(b"nonsense")
    assert compose.Workshop().quiz() == first


def test_each_quiz_keeps_its_own_unfinished_visit(own_folders: Paths) -> None:
    kitchen = ROOT / "tests" / "quizzes" / "kitchen"
    quiz, other = compose.Workshop(), compose.Workshop(kitchen)
    for seed, workshop in enumerate((quiz, other), start=1):
        asked, store = workshop.quiz(), workshop.store()
        store.save(Visit(asked.id, asked.version, seed).with_answer("q", ()))
        store.close()
    assert [kept.visit_id for kept in quiz.store().kept()] == [1]
    assert [kept.visit_id for kept in other.store().kept()] == [2]
    assert (own_folders.data / "visits.sqlite3").exists()


def test_check_looks_at_the_content_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--content", str(tmp_path / "nowhere"), "check"]) == 1
    assert "nowhere:1:1: missing_folder: " in capsys.readouterr().out
    (tmp_path / "questions.yaml").write_text("quiz: {id: [}\n", encoding="utf-8")
    assert cli.main(["check", "--content", str(tmp_path)]) == 1
    assert f"{tmp_path / 'questions.yaml'}:1:13: " in capsys.readouterr().out


def test_a_line_that_is_far_too_long_is_one_error_and_the_next_is_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = json.dumps({"answers": some_answers()})
    path = write(tmp_path, f"{'[' * 9_000_000}\n{good}\n")
    assert cli.main(["score", path, "--lines", "--json"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line.get("answered") for line in lines] == [None, 24]


def test_a_stream_that_cannot_write_a_bar_gets_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    assert cli.main(["score", write(tmp_path, json.dumps({"answers": some_answers()}))]) == 0
    assert b"#####" in raw.getvalue()


def test_a_full_disk_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    class FullDisk(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(28, "No space left on device")

        def fileno(self) -> int:
            return spare.fileno()

    with (tmp_path / "spare").open("wb") as spare:
        monkeypatch.setattr("sys.stdout", FullDisk())
        assert cli.main(["questions"]) == 2
    assert "can't be written" in capfd.readouterr().err


INTERRUPTED = """
import sys

class Interrupt:
    def find_spec(self, name, path, target=None):
        if name == "caremgr_desktop.compose":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupt())
from caremgr_desktop.__main__ import main
sys.exit(main())
"""


def test_ctrl_c_while_the_program_loads_ends_it_without_a_traceback() -> None:
    command = (sys.executable, "-c", INTERRUPTED)
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


KITCHEN = Path(__file__).resolve().parent / "quizzes" / "kitchen"


def test_the_shipped_quiz_is_fair(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["audit", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["verdict"]["fair"] is True
    families = found["families"]
    assert sum(families["shares"].values()) + families["ties"] == pytest.approx(1)
    assert sum(share for _, share in families["margins"]) == pytest.approx(1)
    assert int(families["combinations"]) > 10**16
    assert len(found["settings"]) == 10
    assert all(item["witness"] for item in found["settings"].values())
    assert set(found["questions"]) == set(questions())


def test_a_witness_can_be_scored_and_brings_its_setting_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["audit", "--json"])
    settings = json.loads(capsys.readouterr().out)["settings"]
    for role_id, item in settings.items():
        path = write(tmp_path, json.dumps({"answers": item["witness"]}))
        assert cli.main(["score", path, "--json"]) == 0
        roles = json.loads(capsys.readouterr().out)["roles"]
        assert next(role["rank"] for role in roles if role["id"] == role_id) == 1


def test_an_audit_is_to_be_read_and_looked_at_in_one_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "audit.html"
    assert cli.main(["audit", "--content", str(KITCHEN), "--html", str(file)]) == 0
    out = capsys.readouterr().out
    for part in ("Audit of: Baker or pastry chef?", "720 combinations", "dough.buns", "Habits"):
        assert part in out
    html = file.read_text(encoding="utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert "Baker or pastry chef?" in html
    assert "http" not in html
    assert "<script" not in html


def test_an_audit_shows_hostile_titles_letter_by_letter(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(KITCHEN, folder)
    asked = folder / "questions.yaml"
    text = asked.read_text(encoding="utf-8")
    hostile = "<img src=x onerror=alert(1)> & more?"
    asked.write_text(text.replace("Baker or pastry chef?", hostile), encoding="utf-8")
    file = tmp_path / "audit.html"
    cli.main(["audit", "--content", str(folder), "--html", str(file)])
    html = file.read_text(encoding="utf-8")
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; more?" in html


def test_an_audit_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    target = str(tmp_path / "file" / "audit.html")
    assert cli.main(["audit", "--content", str(KITCHEN), "--html", target]) == 2
    assert "can't be written" in capsys.readouterr().err


def test_an_audit_of_broken_content_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["audit", "--content", str(tmp_path)]) == 2
    assert "faults" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--quick", "quiz", "--text"], ["quiz", "--text", "--quick"]])
def test_the_quick_edition_is_asked_for_before_or_after_the_command(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    assert cli.main(words) == 0
    assert "question 1 of up to 12" in capsys.readouterr().out
