"""The report's file: sound for a screen reader, true to the result, and nothing in it is code."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from caremgr_desktop.career.years import Assumptions
from caremgr_desktop.compose import Workshop, untranslated
from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.person import Education, Have, Work
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.errors import OutputError
from caremgr_desktop.paths import Paths
from caremgr_desktop.reporting.pdf import Press, Reports
from caremgr_desktop.reporting.report import Code, ReportWriter
from caremgr_desktop.reporting.result import ResultReporter
from caremgr_desktop.reporting.result_table import result_as_csv
from caremgr_desktop.reporting.result_text import result_as_text
from caremgr_desktop.reporting.views import ResultView
from caremgr_desktop.terminal.formats import BabelFormats
from tests.reporting.portraits import like
from tests.reporting.printed import (
    PAPER_POINTS,
    UA_IDENTIFIER,
    fonts,
    furthest_right,
    opened,
    page_texts,
    printed,
    squeezed,
    tags,
)
from tests.samples import FixedClock

ROOT = Path(__file__).resolve().parents[2]
NURSE = Have(
    education=(Education("adn"),),
    licences=frozenset(("rn",)),
    work=(Work("nurse_case_management", 30, supervision="some"),),
)
CODE = Code(
    "ABCD-EFGH-2345", [[(row + column) % 3 == 0 for column in range(25)] for row in range(25)]
)
HOSTILE = (
    '#eval("1+1") #read("/etc/passwd")',
    "*bold* _slanted_ `raw` $x^2$",
    "<script>alert(1)</script> @label <here>",
    "back\\slash \\u{41} // no comment /* none */",
    "= no heading",
    "../../etc/hosts [brackets] {braces}",
)


@pytest.fixture(scope="module")
def reports(workshop: Workshop) -> Reports:
    writer = ReportWriter(workshop.quiz(), BabelFormats(), untranslated, FixedClock())
    return Reports(writer, Press(ROOT / "resources"))


@pytest.fixture(scope="module")
def clear(workshop: Workshop, reporter: ResultReporter) -> ResultView:
    return reporter.result(like(workshop.quiz(), "geriatric"), None)


@pytest.fixture(scope="module")
def file(reports: Reports, clear: ResultView) -> bytes:
    return reports.pdf(clear, code=CODE)


def with_all_picks(workshop: Workshop) -> Visit:
    """Return the visit of somebody who picks as many and as long options as they may."""
    quiz = workshop.quiz()
    visit = Visit(quiz.id, quiz.version, 1)
    for question in quiz.questions:
        by_length = sorted(question.options, key=lambda option: -len(option.text))
        chosen = {option.id for option in by_length[: question.max_picks]}
        picks = tuple(option.id for option in question.options if option.id in chosen)
        visit = visit.with_answer(question.id, picks)
    return visit


def numbers_of(view: ResultView) -> list[str]:
    """Return every number that the pages show, as the view writes it."""
    found = [bar.text for bar in (*view.families, *view.settings)]
    found += [reason.text for reason in (*view.reasons_for, *view.reasons_against)]
    for row in view.pay:
        if row.is_article:
            found.append(row.text)
        elif row.place:
            found += [row.median_text, row.range_text, row.place]
    for path in view.paths:
        found += [plan.choice for plan in path.plans[1:]] + [path.rule, *path.notes]
    if view.paths and view.paths[0].plans:
        plan = view.paths[0].plans[0]
        found += [plan.summary, *plan.this_month]
        found += [part for step in plan.steps for part in (step.title, step.when, step.cost)]
    if view.years is not None:
        found += [line.text for line in view.years.lines]
        found += [crossing.text for crossing in view.years.crossings]
    return [*found, view.headline, view.detail, view.kicker, view.reasons_note, view.pay_note]


def test_the_file_is_tagged_named_and_says_its_language(file: bytes, clear: ResultView) -> None:
    with opened(file) as found:
        root = found.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang) == "en"
        assert root.ViewerPreferences.DisplayDocTitle
        with found.open_metadata() as said:
            assert said[UA_IDENTIFIER] == "1"
            assert clear.headline in said["dc:title"]
    kinds = [kind for kind, _ in tags(file)]
    assert kinds.count("H1") == 1
    assert kinds.index("H1") < kinds.index("H2")
    assert {"Table", "TR", "TH", "TD", "P", "Figure", "Link"} <= set(kinds)


def test_every_picture_is_told_in_words(file: bytes, clear: ResultView) -> None:
    told = [alt for kind, alt in tags(file) if kind == "Figure"]
    assert all(told)
    assert any(
        "Care manager 85%" in alt and "Utilization review nurse 23%" in alt for alt in told if alt
    )
    assert any(CODE.text in alt for alt in told if alt)
    steps = clear.paths[0].plans[0].steps
    assert sum(alt.startswith("Bar from month") for alt in told if alt) == len(steps)


def test_every_font_lies_in_the_file_and_none_is_the_systems(file: bytes) -> None:
    found = fonts(file)
    assert found
    assert all(found.values())
    assert all("AtkinsonHyperlegibleNext" in name for name in found)


@pytest.mark.parametrize("area", ["United States", "Guam"])
@pytest.mark.parametrize("have", [None, NURSE], ids=["nothing", "nurse"])
@pytest.mark.parametrize("role_id", ["geriatric", "utilization_review", "social_work"])
def test_every_number_of_the_result_is_in_the_report(
    workshop: Workshop,
    reporter: ResultReporter,
    reports: Reports,
    role_id: str,
    have: Have | None,
    area: str,
) -> None:
    visit = like(workshop.quiz(), role_id)._replace(have=have)
    view = reporter.result(visit, None, Assumptions(area))
    text = printed(reports.pdf(view))
    assert [said for said in numbers_of(view) if squeezed(said) not in text] == []
    assert [it.answer for it in view.answers if squeezed(it.answer) not in text] == []


def test_two_pages_hold_the_result_and_a_third_its_sources(
    workshop: Workshop, reporter: ResultReporter, reports: Reports
) -> None:
    quiz = workshop.quiz()
    visits = [like(quiz, role.id) for role in quiz.settings]
    visits += [visit._replace(have=NURSE) for visit in visits[:2]] + [with_all_picks(workshop)]
    for visit in visits:
        view = reporter.result(visit, None)
        texts = page_texts(reports.pdf(view, code=CODE))
        assert len(texts) == 3
        assert texts[1].startswith("Your path to the")
        assert texts[2].startswith("Notes")
        assert "Sources" in texts[2]


def test_few_answers_make_one_page_that_recommends_nothing(
    workshop: Workshop, reporter: ResultReporter, reports: Reports
) -> None:
    for count in (0, 1, 3):
        view = reporter.result(like(workshop.quiz(), "geriatric", count), None)
        texts = page_texts(reports.pdf(view))
        assert len(texts) == 1
        assert "No clear result yet" in texts[0]
        assert "Your path" not in texts[0]


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_sheet_is_the_one_that_was_asked_for(
    reports: Reports, clear: ResultView, paper: str
) -> None:
    with opened(reports.pdf(clear, paper=paper)) as found:
        for page in found.pages:
            size = [float(value) for value in page.mediabox[2:]]
            assert size == pytest.approx(PAPER_POINTS[paper], abs=0.1)


def test_what_looks_like_code_is_printed_as_it_was_typed(
    reports: Reports, clear: ResultView
) -> None:
    answers = [
        item._replace(answer=text) for item, text in zip(clear.answers, HOSTILE, strict=False)
    ]
    bars = tuple(bar._replace(title=HOSTILE[0]) for bar in clear.families)
    pay = (clear.pay[0]._replace(place=HOSTILE[3]), *clear.pay[1:])
    view = clear._replace(
        headline=HOSTILE[1],
        detail=HOSTILE[2],
        answers=(*answers, *clear.answers[len(answers) :]),
        families=bars,
        pay=pay,
    )
    data = reports.pdf(view, code=Code("#eval(1) *x*", CODE.matrix))
    text = printed(data)
    for typed in (*HOSTILE, "#eval(1) *x*"):
        assert squeezed(typed) in text
    with opened(data) as found, found.open_metadata() as said:
        assert HOSTILE[1] in said["dc:title"]


def test_an_address_that_is_no_address_becomes_no_link(reports: Reports, clear: ResultView) -> None:
    bad = "javascript:alert(1)"
    sources = tuple(source._replace(url=bad) for source in clear.paths[0].sources)
    path = clear.paths[0]._replace(sources=sources)
    data = reports.pdf(clear._replace(paths=(path, *clear.paths[1:])))
    assert b"javascript:" not in b"".join(_links(data))
    assert any(link.startswith(b"https://") for link in _links(data))


def _links(data: bytes) -> list[bytes]:
    with opened(data) as found:
        return [
            bytes(note.A.URI)
            for page in found.pages
            for note in page.get("/Annots", [])
            if "/A" in note
        ]


def test_a_word_without_end_stays_on_the_page(reports: Reports, clear: ResultView) -> None:
    endless = "Donaudampfschifffahrt" * 20
    answers = (clear.answers[0]._replace(answer=endless), *clear.answers[1:])
    view = clear._replace(detail=endless, answers=answers)
    data = reports.pdf(view, code=Code("X" * 300, CODE.matrix))
    assert printed(data).count(endless) == 2
    assert furthest_right(data) < 0.95
    assert furthest_right(reports.pdf(clear)) < 0.95


@pytest.mark.parametrize("strange", ["漢", "😀", "\ue000", "\x07", "\ud800", "\u202e"])
def test_a_sign_that_no_font_has_is_no_reason_to_print_nothing(
    reports: Reports, clear: ResultView, strange: str
) -> None:
    data = reports.pdf(clear._replace(detail=f"before{strange}after"))
    assert re.search(r"before\W?after", printed(data))


def test_letters_of_another_alphabet_are_lent_by_another_font(
    reports: Reports, clear: ResultView
) -> None:
    data = reports.pdf(clear._replace(detail="Менеджер, Διαχειριστής"))
    assert squeezed("Менеджер, Διαχειριστής") in printed(data)
    assert all(fonts(data).values())


def test_a_text_in_signs_that_no_font_has_is_refused(reports: Reports, clear: ResultView) -> None:
    signs = "".join(chr(0x4E00 + number) for number in range(200))
    with pytest.raises(OutputError, match="not_set"):
        reports.pdf(clear._replace(detail=signs))


def test_two_results_differ_and_one_is_always_the_same(
    workshop: Workshop, reporter: ResultReporter, reports: Reports, clear: ResultView
) -> None:
    other = reporter.result(like(workshop.quiz(), "hospital"), None)
    assert reports.pdf(clear) == reports.pdf(clear)
    assert printed(reports.pdf(clear)) != printed(reports.pdf(other))


def test_without_a_code_nothing_of_one_is_printed(reports: Reports, clear: ResultView) -> None:
    assert squeezed("The code of this result") not in printed(reports.pdf(clear))
    with_code = reports.pdf(clear, code=CODE)
    assert squeezed(f"The code of this result: {CODE.text}") in printed(with_code)


def test_pages_can_be_had_as_pictures(reports: Reports, clear: ResultView) -> None:
    pages = reports.pages(clear, ppi=72)
    assert len(pages) == 3
    for page in pages:
        assert page.startswith(b"\x89PNG")
        assert int.from_bytes(page[16:20]) == 612
        assert int.from_bytes(page[20:24]) == 792


def test_another_quiz_has_a_report_in_its_own_words(tmp_path: Path) -> None:
    paths = Paths(*(tmp_path / name for name in ("data", "cache", "config", "log")))
    kitchen = Workshop(ROOT / "tests" / "quizzes" / "kitchen", paths)
    quiz = kitchen.quiz()
    visit = Visit(quiz.id, quiz.version, 1)
    for question in quiz.questions:
        visit = visit.with_answer(question.id, (question.options[0].id,))
    view = kitchen.text_reporter().result(visit, None)
    text = printed(kitchen.reports(BabelFormats(), untranslated).pdf(view))
    for bar in view.families:
        assert squeezed(bar.title) in text
    assert "caremanager" not in text.lower()


def test_a_close_call_paints_both_families_alike(workshop: Workshop, clear: ResultView) -> None:
    writer = ReportWriter(workshop.quiz(), BabelFormats(), untranslated, FixedClock())
    view = clear._replace(leaders=("care", "case"))
    fits = writer.value(view)["fits"]
    assert isinstance(fits, dict)
    assert [bar["is_first"] for bar in fits["families"]] == [True, True]
    assert [bar["family"] for bar in fits["families"]] == [1, 0]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_another_reader_finds_the_same_text(tmp_path: Path, file: bytes, clear: ResultView) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(file)
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)  # noqa: S607 - wherever it is
    assert squeezed(clear.headline) in squeezed(done.stdout)
    assert squeezed(clear.pay[0].median_text) in squeezed(done.stdout)


def test_a_report_that_drops_a_number_is_caught(reports: Reports, clear: ResultView) -> None:
    other = clear.pay[0]._replace(median_text="$58,921")
    wrong = reports.pdf(clear._replace(pay=(other, *clear.pay[1:])))
    assert squeezed(clear.pay[0].median_text) not in printed(wrong)


def test_what_does_not_count_and_what_a_plan_leaves_is_printed(
    workshop: Workshop, reporter: ResultReporter, reports: Reports
) -> None:
    have = Have(
        education=(Education("bsw", 30),),
        licences=frozenset(("rn",)),
        work=(Work("hospital_case_management", 12),),
    )
    visit = like(workshop.quiz(), "hospital")._replace(have=have)
    view = reporter.result(visit, None)
    path = view.paths[0]
    said = (*path.warnings, *path.assumed, *path.plans[0].leaving)
    assert any("don't count" in words for words in said)
    assert any("leaves studies" in words for words in said)
    shown = printed(reports.pdf(view))
    text = result_as_text(view, "today", untranslated)
    for words in said:
        assert squeezed(words) in shown
        assert words in text


def test_parts_that_count_more_or_less_say_so_everywhere(
    workshop: Workshop, reporter: ResultReporter, reports: Reports
) -> None:
    quiz = workshop.quiz()
    first, second = (section.id for section in quiz.sections[:2])
    visit = like(quiz, "hospital").with_importance(first, Importance.DOUBLE)
    view = reporter.result(visit.with_importance(second, Importance.HALF), None)
    shown, text, table = (
        printed(reports.pdf(view)),
        result_as_text(view, "today", untranslated),
        result_as_csv(view),
    )
    for section, words in zip(quiz.sections, ("counts double", "counts half"), strict=False):
        assert squeezed(f"{section.title}, {words}") in shown
        assert f"{section.title}: {words}" in text
        assert f'"{section.title}","{words}"' in table
    assert reporter.result(like(quiz, "hospital"), None).weights == ()
