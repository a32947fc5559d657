"""``report`` and ``export``: a file to take along, private, whole or not at all."""

import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from caremgr_desktop import cli, compose
from caremgr_desktop.paths import Paths
from caremgr_desktop.reporting.paper import paper_of
from caremgr_desktop.takeaway import usual_paper
from tests.reporting.printed import PAPER_POINTS, opened, printed, squeezed

NURSE = {"education": [{"id": "adn"}], "licences": ["rn"]}


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    paths = Paths(*(tmp_path / name for name in ("data", "cache", "config", "log")))
    monkeypatch.setattr(compose, "user_paths", lambda: paths)
    return paths


def answers(**parts: object) -> dict[str, object]:
    quiz = compose.Workshop().quiz()
    return {"answers": {item.id: item.options[0].id for item in quiz.questions}, **parts}


def write(folder: Path, value: object, name: str = "answers.json") -> str:
    path = folder / name
    path.write_text(json.dumps(value), encoding="utf-8")
    return str(path)


def failed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run a command that can't do what is asked; return its one sentence."""
    assert cli.main(list(words)) == 2
    caught = capsys.readouterr()
    assert caught.out == ""
    assert caught.err.count("\n") == 1
    assert "Something went wrong" not in caught.err
    return caught.err


def test_a_report_is_written_for_this_person_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.pdf"
    assert cli.main(["report", write(tmp_path, answers()), "-o", str(path)]) == 0
    assert path.read_bytes().startswith(b"%PDF-")
    assert sorted(it.name for it in tmp_path.glob("*.pdf*")) == ["mine.pdf"]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_sheet_can_be_chosen(tmp_path: Path, paper: str) -> None:
    path = tmp_path / "mine.pdf"
    words = ["report", write(tmp_path, answers()), "-o", str(path), "--paper", paper]
    assert cli.main(words) == 0
    with opened(path.read_bytes()) as file:
        size = [float(value) for value in file.pages[0].mediabox[2:]]
    assert size == pytest.approx(PAPER_POINTS[paper], abs=0.1)


@pytest.mark.parametrize(
    ("locale", "paper"),
    [
        *[(name, "letter") for name in ("en_US.UTF-8", "fr_CA", "es-MX", "fil_PH", "", "C", "en")],
        *[(name, "a4") for name in ("en_GB.UTF-8", "de_DE@euro", "es-ES", "zh_Hant_TW", "pt_BR")],
    ],
)
def test_a_place_has_its_usual_sheet(locale: str, paper: str) -> None:
    assert paper_of(locale) == paper


def test_the_locale_of_paper_goes_before_that_of_words() -> None:
    assert usual_paper({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}) == "a4"
    assert usual_paper({"LANG": "de_DE.UTF-8", "LC_ALL": "en_US.UTF-8"}) == "letter"
    assert usual_paper({}) == "letter"


def test_what_a_person_has_may_stand_beside_the_answers_or_in_a_file(tmp_path: Path) -> None:
    inside = write(tmp_path, answers(have=NURSE, area="CA"))
    outside = write(tmp_path, answers(), "plain.json")
    have = write(tmp_path, NURSE, "have.json")
    names = [str(tmp_path / name) for name in ("one.pdf", "two.pdf", "three.pdf")]
    assert cli.main(["report", inside, "-o", names[0]]) == 0
    words = ["report", outside, "-o", names[1], "--have", have, "--area", "california"]
    assert cli.main(words) == 0
    assert cli.main(["report", outside, "-o", names[2]]) == 0
    one, two, three = (Path(name).read_bytes() for name in names)
    assert one == two
    assert squeezed("What it pays a year: California") in printed(one)
    assert squeezed("It starts from what you said") in printed(one)
    assert squeezed("it starts from high school") in printed(three)


def test_the_result_of_score_heeds_them_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["score", write(tmp_path, answers(have=NURSE, area="CA"))]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "all employers, California" in out
    assert "It starts from what you said" in out


def test_a_report_can_go_to_the_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = io.TextIOWrapper(io.BytesIO())
    source = io.BytesIO(json.dumps(answers()).encode())
    monkeypatch.setattr(sys, "stdout", target)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=source))
    assert cli.main(["report", "-", "-o", "-"]) == 0
    target.flush()
    written = target.buffer
    assert isinstance(written, io.BytesIO)
    assert written.getvalue().startswith(b"%PDF-")
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize(
    ("name", "beginning"), [("r.csv", '\ufeff"part"'), ("r.json", "{\n"), ("r.TXT", "Too close")]
)
def test_the_name_says_what_is_exported(tmp_path: Path, name: str, beginning: str) -> None:
    path = tmp_path / name
    assert cli.main(["export", write(tmp_path, answers()), "-o", str(path)]) == 0
    assert path.read_text(encoding="utf-8").startswith(beginning)
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_an_export_can_be_scored_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = write(tmp_path, answers(have=NURSE, area="TX", importance={"where": 2}))
    path = tmp_path / "r.json"
    assert cli.main(["export", first, "-o", str(path)]) == 0
    found: Any = json.loads(path.read_text(encoding="utf-8"))
    assert found["given"]["area"] == "Texas"
    assert cli.main(["score", first, "--json"]) == 0
    one = capsys.readouterr().out
    assert cli.main(["score", write(tmp_path, found["given"]), "--json"]) == 0
    assert capsys.readouterr().out == one


def test_the_format_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["export", write(tmp_path, answers()), "-o", str(tmp_path / "r.x"), "--format", "txt"]
    assert cli.main(words) == 0
    assert "How each role fits" in (tmp_path / "r.x").read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("command", "name", "said"),
    [
        ("report", "mine.doc", "does not end in .pdf"),
        ("export", "mine.xls", "end in .csv, .json, .txt"),
        ("export", "-", "--format"),
    ],
)
def test_a_wrong_name_is_said_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, name: str, said: str
) -> None:
    target = name if name == "-" else str(tmp_path / name)
    assert said in failed(capsys, command, str(tmp_path / "none.json"), "-o", target)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("command", ["report", "export"])
def test_a_place_that_takes_no_file_is_said_and_nothing_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    kind = "pdf" if command == "report" else "csv"
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / f"folder.{kind}").mkdir()
    path = write(tmp_path, answers())
    before = {it.name for it in tmp_path.iterdir()} | {"cache"}
    inside = str(tmp_path / "file" / f"r.{kind}")
    assert "can't be written" in failed(capsys, command, path, "-o", inside)
    folder = str(tmp_path / f"folder.{kind}")
    assert "can't be written" in failed(capsys, command, path, "-o", folder)
    assert {it.name for it in tmp_path.iterdir()} <= before
    assert list((tmp_path / f"folder.{kind}").iterdir()) == []


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"area": "Atlantis"}, "no pay for “Atlantis”"),
        ({"area": 3}, "This holds no answers"),
        ({"have": {"licences": ["pilot"]}}, "What you already have can't be read"),
        ({"have": 7}, "What you already have can't be read"),
        ({"pets": []}, "“have” and “area”"),
    ],
)
def test_parts_that_mean_nothing_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], parts: dict[str, object], said: str
) -> None:
    path, target = write(tmp_path, answers(**parts)), tmp_path / "r.pdf"
    assert said in failed(capsys, "report", path, "-o", str(target))
    assert not target.exists()


def test_a_slip_in_the_file_of_what_one_has_is_said_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    have = write(tmp_path, {"licences": ["pilot"]}, "have.json")
    path = write(tmp_path, answers())
    err = failed(capsys, "report", path, "-o", str(tmp_path / "r.pdf"), "--have", have)
    assert f"{have}:1:15: unknown_held" in err


def test_only_one_file_can_come_from_the_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = str(tmp_path / "r.pdf")
    assert "standard input" in failed(capsys, "report", "-", "-o", target, "--have", "-")


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    none = str(tmp_path / "none.json")
    assert none in failed(capsys, "report", none, "-o", str(tmp_path / "r.pdf"))
    path = write(tmp_path, answers())
    err = failed(capsys, "report", path, "-o", str(tmp_path / "r.pdf"), "--have", none)
    assert none in err
