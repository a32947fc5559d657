"""``caremgr-desktop plan``: the way to a credential, and clear words on bad input."""

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from caremgr_desktop import cli, compose
from caremgr_desktop.paths import Paths

NURSE = {
    "education": [{"id": "adn"}],
    "licences": ["rn"],
    "work": [{"kind": "nurse_case_management", "months": 30, "supervision": "some"}],
}


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    paths = Paths(*(tmp_path / name for name in ("data", "cache", "config", "log")))
    monkeypatch.setattr(compose, "user_paths", lambda: paths)
    return paths


def write(folder: Path, have: object) -> str:
    path = folder / "have.json"
    path.write_text(json.dumps(have), encoding="utf-8")
    return str(path)


def planned(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert cli.main(["plan", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_credential_gives_its_plans_with_months_money_and_sources(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = planned(capsys, "--goal", "CMC")
    assert found["eligible_now"] is False
    soonest, cheapest = found["plans"][0], found["plans"][-1]
    assert (soonest["months"], cheapest["months"]) == (69, 84)
    assert (soonest["cost_usd"], cheapest["cost_usd"]) == (16_888, 7_980)
    steps = soonest["steps"]
    beside = next(step for step in steps if step["id"] == "rn_to_bsn")
    assert beside["is_cost_estimated"] is True
    assert all(step["source"] and step["why"] for step in steps)
    assert steps[-1]["cost_usd"] is None


def test_who_has_enough_is_told_to_apply(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = planned(capsys, "--goal", "CCM", "--have", write(tmp_path, NURSE))
    assert found["eligible_now"] is True
    assert [plan["months"] for plan in found["plans"]] == [0]
    assert found["blocked"] == []


def test_who_has_the_license_is_not_sent_to_its_exam(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, {"licences": ["rn"]})
    found = planned(capsys, "--goal", "NCLEX-RN", "--have", path)
    assert (found["eligible_now"], found["already_held"], found["plans"]) == (False, True, [])
    assert cli.main(["plan", "--goal", "NCLEX-RN", "--have", path]) == 0
    assert "You have this already." in capsys.readouterr().out


@pytest.mark.parametrize(("goal", "held"), [("CMC", "cmc"), ("CDMS", "cdms"), ("ACM-RN", "acm_rn")])
def test_who_holds_a_certificate_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], goal: str, held: str
) -> None:
    path = write(tmp_path, {"licences": [held]})
    found = planned(capsys, "--goal", goal, "--have", path)
    assert (found["eligible_now"], found["already_held"], found["plans"]) == (False, True, [])


def test_a_role_stands_for_its_credentials_and_no_goal_for_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    of_role = planned(capsys, "--goal", "geriatric")["goals"]
    assert [item["goal"] for item in of_role] == ["CMC", "CCM"]
    of_all = planned(capsys)["goals"]
    assert len(of_all) == 11
    assert all(item["plans"] for item in of_all)


def test_what_does_not_count_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, {"licences": ["lpn"]})
    assert "LPN" in str(planned(capsys, "--goal", "CCM", "--have", path)["blocked"])


def test_it_can_be_read_without_json(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(json.dumps(NURSE).encode()))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream.buffer))
    assert cli.main(["plan", "--goal", "CMC", "--have", "-"]) == 0
    out = capsys.readouterr().out
    assert "CMC, Care Manager Certified" in out
    words = " ".join(out.split())
    assert "2.5 years from now. School and fees: price not found." in words
    assert "This month: Stay in your job: Work as a nurse case manager, with a supervisor." in words
    assert "did not say when your degree was finished" in words
    assert cli.main(["plan", "--goal", "ASWB"]) == 0
    assert "starts from high school" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("have", "place", "words"),
    [
        ({"education": [{"id": "phd"}]}, "1:23", "unknown_held"),
        ({"licences": ["pilot"]}, "1:15", "unknown_held"),
        ({"work": [{"kind": "gardening", "months": 3}]}, "1:20", "unknown_work"),
        ({"work": [{"kind": "rn", "months": -3}]}, "1:36", "out_of_range"),
        ({"ce": [{"topic": "art", "hours": 3}]}, "1:19", "unknown_topic"),
        ({"pets": []}, "1:2", "unknown_key"),
        ([], "1:1", "wrong_kind"),
    ],
)
def test_a_fault_is_said_with_its_place_and_nothing_is_planned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], have: object, place: str, words: str
) -> None:
    path = write(tmp_path, have)
    assert cli.main(["plan", "--goal", "CCM", "--have", path]) == 1
    caught = capsys.readouterr()
    assert caught.out == ""
    assert caught.err.startswith(f"{path}:{place}: {words}: ")
    assert "Something is wrong" not in caught.err


def test_what_does_not_count_and_what_is_assumed_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    work = [{"kind": "case_management", "months": 24}]
    path = write(tmp_path, {"licences": ["rn"], "work": work})
    found = planned(capsys, "--goal", "CMC", "--have", path)
    assert [it["reason"] for it in found["not_counted"]] == ["supervisor"]
    assert found["assumed"] == [{"id": "nursing_diploma", "because": "rn"}]
    assert cli.main(["plan", "--goal", "CMC", "--have", path]) == 0
    words = " ".join(capsys.readouterr().out.split())
    assert "these 24 months don't count. It had no supervisor." in words
    assert "Assumed: “RN license” comes with “Nursing diploma of a hospital”." in words


def test_the_part_of_a_rule_for_which_work_does_not_count_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = {"kind": "nurse_case_management", "months": 12, "ended_months_ago": 40}
    path = write(tmp_path, {"licences": ["rn"], "work": [old, {"kind": "rn", "months": 36}]})
    assert cli.main(["plan", "--goal", "CMGT-BC", "--have", path]) == 0
    words = " ".join(capsys.readouterr().out.split())
    assert (
        "these 12 months don't count for one part: “2,000 hours of nursing case management in"
        " the last three years.” Only the last 3 years count."
    ) in words


def test_studies_that_a_plan_leaves_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, {"education": [{"id": "bsw", "months_left": 30}]})
    leaves = planned(capsys, "--goal", "CDMS", "--have", path)["plans"][0]["leaves"]
    assert leaves[0]["finishing_months"] == 42
    assert cli.main(["plan", "--goal", "CDMS", "--have", path]) == 0
    words = " ".join(capsys.readouterr().out.split())
    assert "It leaves studies that you are in: Bachelor's degree in social work." in words
    assert "takes 3.5 years and $29,455, which is 6 months more" in words


@pytest.mark.parametrize(
    ("education", "words"),
    [
        ([{"id": "msw"}], "You are eligible now, if all of it came after the degree."),
        ([{"id": "msw", "finished_months_ago": 24}], "You are eligible now."),
    ],
)
def test_a_degree_without_a_date_is_no_plain_yes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], education: object, words: str
) -> None:
    work = [{"kind": "case_management", "months": 24, "supervision": "some"}]
    path = write(tmp_path, {"education": education, "work": work})
    assert cli.main(["plan", "--goal", "CMC", "--have", path]) == 0
    assert words in " ".join(capsys.readouterr().out.split())


def test_a_single_month_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    work = [{"kind": "case_management", "months": 24, "hours_a_week": 17, "supervision": "ccm"}]
    path = write(tmp_path, {"licences": ["rn"], "work": work})
    assert cli.main(["plan", "--goal", "CCM", "--have", path]) == 0
    words = " ".join(capsys.readouterr().out.split())
    assert "1 months" not in words
    assert (
        "This month: Stay in your job, full time: Work in case or care management, under a CCM."
        in words
    )


def test_an_unknown_goal_names_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["plan", "--goal", "doctor"]) == 2
    error = capsys.readouterr().err
    assert "CCM" in error
    assert "workers_comp" in error
    assert "..." not in error


def test_another_set_of_content_is_planned_alike(capsys: pytest.CaptureFixture[str]) -> None:
    kitchen = Path(__file__).parent / "quizzes" / "kitchen"
    found = planned(capsys, "--goal", "CPC", "--content", str(kitchen))
    assert [plan["months"] for plan in found["plans"]] == [12]
