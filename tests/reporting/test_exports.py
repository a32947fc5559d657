"""The result as a table, as JSON and as text: whole, and safe to be opened elsewhere."""

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caremgr_desktop.compose import Workshop, untranslated
from caremgr_desktop.reporting.answer_json import read_answers
from caremgr_desktop.reporting.plain import harmless
from caremgr_desktop.reporting.result import ResultReporter
from caremgr_desktop.reporting.result_json import given_as_json, result_as_json
from caremgr_desktop.reporting.result_table import result_as_csv, result_rows, safe_text
from caremgr_desktop.reporting.result_text import result_as_text
from caremgr_desktop.reporting.views import ResultView
from tests.reporting.portraits import like

DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", '=cmd|"/c calc"!A1', "\uff1d1")
BOXES = "│┃|┌└─━═█▓░■●"


@pytest.fixture(scope="module")
def view(workshop: Workshop, reporter: ResultReporter) -> ResultView:
    return reporter.result(like(workshop.quiz(), "geriatric"), None)


def rows(text: str) -> list[dict[str, str]]:
    """Return a table as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_table_begins_with_the_mark_that_spreadsheets_look_for(view: ResultView) -> None:
    assert result_as_csv(view).encode().startswith(b"\xef\xbb\xbf")


def test_the_table_has_every_answer_fit_reason_pay_and_step(view: ResultView) -> None:
    found = rows(result_as_csv(view))
    counts = {
        part: sum(row["part"] == part for row in found) for part in ("answer", "fit", "reason")
    }
    assert counts == {"answer": 24, "fit": 12, "reason": 24}
    fits = {row["id"]: float(row["number"]) for row in found if row["part"] == "fit"}
    assert fits == {
        bar.role_id: round(bar.fit * 100, 4) for bar in (*view.families, *view.settings)
    }
    steps = [row for row in found if row["part"] == "plan"]
    assert len(steps) == sum(len(plan.steps) for path in view.paths for plan in path.plans)
    medians = [row for row in found if row["part"] == "pay" and row["id"] == "median"]
    assert [row["number"] for row in medians] == [
        str(row.median_usd) for row in view.pay if row.median_usd and not row.is_article
    ]


def test_numbers_stay_numbers_and_text_stands_in_quotes(view: ResultView) -> None:
    line = next(
        it for it in result_as_csv(view).splitlines() if it.startswith('"fit","care","care"')
    )
    assert line == '"fit","care","care","Care manager","85%",85.4167,"percent","",""'


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_of_a_person_is_reckoned_with(view: ResultView, text: str) -> None:
    answers = (view.answers[0]._replace(answer=text), *view.answers[1:])
    bars = tuple(bar._replace(title=text) for bar in view.families)
    found = rows(result_as_csv(view._replace(answers=answers, families=bars)))
    cells = [row["text"] for row in found if row["id"] == view.answers[0].question_id][:1]
    cells += [row["name"] for row in found if row["id"] in ("care", "case")]
    assert len(cells) == 3
    assert set(cells) == {f"'{harmless(text)}"}


@given(st.text())
def test_no_text_at_all_begins_a_formula(text: str) -> None:
    target = io.StringIO()
    csv.writer(target, quoting=csv.QUOTE_NONNUMERIC).writerow([safe_text(text), "end"])
    found = next(csv.reader(io.StringIO(target.getvalue(), newline="")))
    assert len(found) == 2
    assert not found[0].lstrip().startswith(("=", "+", "-", "@"))
    assert not found[0].startswith(("\t", "\r", "\n"))
    assert found[0] in (harmless(text), f"'{harmless(text)}")


@given(st.sampled_from("=+-@\t\r"), st.text())
def test_what_begins_like_a_formula_gets_an_apostrophe(sign: str, rest: str) -> None:
    assert safe_text(sign + rest) == f"'{harmless(sign + rest)}"


def test_skipped_answers_have_an_empty_cell(workshop: Workshop, reporter: ResultReporter) -> None:
    few = reporter.result(like(workshop.quiz(), "geriatric", 3), None)
    answers = [row for row in result_rows(few) if row.part == "answer"]
    assert [bool(row.text) for row in answers] == [True] * 3 + [False] * 21


def test_the_json_has_everything_and_can_be_scored_again(
    workshop: Workshop, view: ResultView
) -> None:
    quiz = workshop.quiz()
    visit = like(quiz, "geriatric").with_answer("place", ())
    given_json = given_as_json(visit, "Texas", {"licences": ["rn"]})
    text = json.dumps(result_as_json(view, quiz, given_json, date(2026, 11, 27)))
    found = json.loads(text)
    assert (found["made"], found["quiz"]["id"]) == ("2026-11-27", quiz.id)
    assert len(found["result"]["reasons_for"]) == len(view.reasons_for)
    assert found["result"]["pay"][0]["median_usd"] == view.pay[0].median_usd
    again = read_answers(quiz, json.dumps(found["given"]))
    assert dict(again.answers) == dict(visit.answers)
    assert (again.area, json.loads(again.have)) == ("Texas", {"licences": ["rn"]})


def test_the_text_is_calm_and_says_it_all(view: ResultView) -> None:
    text = result_as_text(view, "November 27, 2026", untranslated)
    assert text.startswith(f"{view.headline}\n{view.detail}\n")
    assert not set(text) & set(BOXES)
    assert all(line == line.rstrip() for line in text.split("\n"))
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    for bar in (*view.families, *view.settings):
        assert f"- {bar.title}: {bar.text}\n" in text
    for item in view.answers:
        assert f"- {item.label}: {item.answer}\n" in text
    for row in view.pay:
        assert row.text in text
    assert "https://" in text


def test_a_text_without_a_result_has_no_empty_parts(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    none = reporter.result(like(workshop.quiz(), "geriatric", 0), None)
    text = result_as_text(none, "today", untranslated)
    assert text.startswith("No clear result yet\n")
    assert "Pay" not in text
    assert "\n\n\n" not in text


def test_the_text_obeys_no_terminal(view: ResultView) -> None:
    text = result_as_text(view._replace(detail="a\x1b[31mred\u202e"), "today", untranslated)
    assert "\x1b" not in text
    assert "\u202e" not in text
