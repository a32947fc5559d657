"""The quiz in a terminal: the same questions, skip, back, importance and result."""

import io
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from caremgr_desktop.compose import Workshop, untranslated
from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.code import opened
from caremgr_desktop.core.order import shown_order
from caremgr_desktop.core.ports import VisitStore
from caremgr_desktop.core.visit import RESULT, REVIEW, Visit
from caremgr_desktop.paths import Paths
from caremgr_desktop.reporting.plain import harmless
from caremgr_desktop.storage.memory import MemoryStore
from caremgr_desktop.storage.visit_store import SqliteStore
from caremgr_desktop.terminal.quiz import TextQuiz
from caremgr_desktop.terminal.screen import Screen
from caremgr_desktop.terminal.sitting import Sitting
from tests.storage.visits import tear


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    names = ("data", "cache", "config", "log")
    return Workshop(paths=Paths(*(tmp_path / name for name in names)))


def seed() -> int:
    return 7


def sit(workshop: Workshop, store: VisitStore, screen: Screen) -> Sitting:
    quiz = workshop.quiz()
    visit = Visit(quiz.id, quiz.version, 7)
    return Sitting(visit, store, workshop.route(), workshop.settling(), screen, untranslated)


def talk(
    workshop: Workshop, typed: list[str], store: MemoryStore | None = None
) -> tuple[str, Visit]:
    """Run the quiz on what is typed; return what was written and the visit at the end."""
    target = io.StringIO()
    screen = Screen(io.StringIO("".join(f"{line}\n" for line in typed)), target, 80)
    sitting = sit(workshop, store or MemoryStore(), screen)
    TextQuiz(sitting, workshop.text_reporter, seed).run()
    return target.getvalue(), sitting.visit


def test_a_whole_quiz_ends_with_the_result(workshop: Workshop) -> None:
    out, visit = talk(workshop, ["1"] * 24 + ["", ""])
    assert visit.place == RESULT
    assert visit.answered_count == 24
    assert "How each role fits" in out
    assert "What to do next" in out


def test_what_is_shown_is_what_the_engine_says(workshop: Workshop) -> None:
    out, visit = talk(workshop, ["2"] * 24 + ["", ""])
    decision = workshop.engine().decide(visit.answers, visit.importances)
    for standing in decision.families:
        role = workshop.quiz().role(standing.role_id)
        assert role is not None
        line = next(line for line in out.splitlines() if line.startswith(f"{role.title} █"))
        assert line.endswith(f"{round(float(standing.fit) * 100)}%")


def test_back_and_skip_lose_nothing(workshop: Workshop) -> None:
    _, visit = talk(workshop, ["1", "s", "b", "b", "", "2", "q"])
    ids = [question.id for question in workshop.quiz().questions]
    assert visit.answers[ids[0]]
    assert visit.answers[ids[1]]
    assert visit.place.question_id == ids[2]


def test_a_wrong_number_is_explained_and_asked_again(workshop: Workshop) -> None:
    out, visit = talk(workshop, ["9", "x", "1 2", "1", "q"])
    assert out.count("Type a number from 1 to") == 2
    assert "Up to 1 count here" in out
    assert visit.answered_count == 1


def test_several_picks_are_taken_where_they_are_allowed(workshop: Workshop) -> None:
    ids = [question.id for question in workshop.quiz().questions]
    place = next(n for n, q in enumerate(workshop.quiz().questions) if q.has_many_picks)
    _, visit = talk(workshop, ["1"] * place + ["1 2", "q"])
    assert len(visit.answers[ids[place]]) == 2


def test_importance_is_chosen_at_the_review(workshop: Workshop) -> None:
    _, visit = talk(workshop, ["1"] * 24 + ["2d", "1h", "", ""])
    sections = workshop.quiz().sections
    assert visit.importance(sections[1].id) is Importance.DOUBLE
    assert visit.importance(sections[0].id) is Importance.HALF


def test_an_answer_opened_from_the_review_comes_back_to_it(workshop: Workshop) -> None:
    _, visit = talk(workshop, ["1"] * 24 + ["e5", "2", "q"])
    assert visit.place == REVIEW


def test_leaving_saves_and_the_next_start_goes_on(workshop: Workshop) -> None:
    store = MemoryStore()
    out, _ = talk(workshop, ["1", "1", "q"], store)
    assert "Your answers are saved" in out
    out, visit = talk(workshop, ["y", "q"], store)
    assert "Go on where you stopped?" in out
    assert visit.answered_count == 2


def test_the_end_of_the_input_saves_and_leaves(workshop: Workshop) -> None:
    out, visit = talk(workshop, ["1"])
    assert visit.answered_count == 1
    assert "Your answers are saved" in out


def test_without_a_place_to_save_the_quiz_goes_on_and_says_so(
    workshop: Workshop, tmp_path: Path
) -> None:
    (tmp_path / "blocked").write_text("", encoding="utf-8")

    def now() -> datetime:
        return datetime(2026, 11, 24, tzinfo=UTC)

    target = io.StringIO()
    store = SqliteStore(tmp_path / "blocked" / "visits.sqlite3", workshop.quiz().id, now)
    sitting = sit(workshop, store, Screen(io.StringIO("1\n1\nq\n"), target, 80))
    TextQuiz(sitting, workshop.text_reporter, seed).run()
    out = target.getvalue()
    assert out.count("not being saved") == 1
    assert "question 3 of 24" in out
    assert "could not be saved" in out


def test_what_could_be_read_of_damaged_answers_is_gone_on_with(
    workshop: Workshop, tmp_path: Path
) -> None:
    def now() -> datetime:
        return datetime(2026, 11, 24, tzinfo=UTC)

    quiz = workshop.quiz()
    path = tmp_path / "visits.sqlite3"
    place, option = quiz.questions[0].id, quiz.questions[0].options[0].id
    saved = Visit(quiz.id, quiz.version, 7).with_answer(place, (option,))
    store = SqliteStore(path, quiz.id, now)
    store.save(saved)
    store.close()
    tear(path, "visit_changed")
    target = io.StringIO()
    store = SqliteStore(path, quiz.id, now)
    sitting = sit(workshop, store, Screen(io.StringIO("\nq\n"), target, 80))
    TextQuiz(sitting, workshop.text_reporter, seed).run()
    store.close()
    assert "was damaged" in target.getvalue()
    assert sitting.visit.answers == saved.answers


def test_no_text_steers_the_terminal() -> None:
    assert harmless("a\x1b[2Jb\x07c\u202ed\r\n") == "a [2Jb c d  "


def test_bars_degrade_to_what_the_stream_can_write() -> None:
    target = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    Screen(io.StringIO(), target, 60).bars([("Café", 0.5, "50%")])
    target.seek(0)
    line = target.read()
    assert "#" in line
    assert "Caf?" in line


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(workshop: Workshop, width: int) -> None:
    target = io.StringIO()
    screen = Screen(io.StringIO("1\n" * 24 + "\n\n"), target, width)
    TextQuiz(sit(workshop, MemoryStore(), screen), workshop.text_reporter, seed).run()
    assert max(len(line) for line in target.getvalue().splitlines()) <= screen.width


@pytest.mark.parametrize("typed", [["n", "q"], ["n"], ["", "q"]])
def test_starting_anew_keeps_the_old_answers_until_one_is_given(
    workshop: Workshop, typed: list[str]
) -> None:
    store = MemoryStore()
    talk(workshop, ["1"] * 3 + ["q"], store)
    talk(workshop, typed, store)
    kept = store.bookmark()
    assert kept is not None
    assert kept.answered == 3


def test_saved_answers_can_be_deleted(workshop: Workshop) -> None:
    store = MemoryStore()
    talk(workshop, ["1"] * 3 + ["q"], store)
    out, visit = talk(workshop, ["d", "q"], store)
    assert "The answers are deleted." in out
    assert visit.answered_count == 0
    assert store.bookmark() is None


def closest(workshop: Workshop, family: str) -> list[str]:
    """Return what a person types who picks what is closest to a family every time."""
    role = workshop.quiz().role(family)
    assert role is not None
    typed = []
    for question in workshop.quiz().questions:
        shown = shown_order(question, 7)
        distances = [
            sum(abs(at - role.positions[trait]) for trait, at in option.positions.items())
            / len(option.positions)
            for option in shown
        ]
        typed.append(str(distances.index(min(distances)) + 1))
    return typed


def test_once_it_is_settled_the_result_is_one_letter_away(workshop: Workshop) -> None:
    typed = closest(workshop, "care")
    out, visit = talk(workshop, [*typed[:14], "r", ""])
    assert out.count("It is settled which role comes first") == 1
    assert visit.place == RESULT
    assert visit.answered_count == 14
    assert "Care manager is closest" in out or "lean toward care manager" in out


def test_r_is_nothing_before_it_is_settled(workshop: Workshop) -> None:
    out, visit = talk(workshop, ["1", "r", "q"])
    assert "Type a number from 1 to" in out
    assert visit.place.kind == "question"


def test_the_quick_edition_asks_twelve_at_most_and_says_that_it_is_less_sure(
    tmp_path: Path,
) -> None:
    names = ("data", "cache", "config", "log")
    paths = Paths(*(tmp_path / name for name in names))
    out, visit = talk(Workshop(paths=paths, is_quick=True), ["1"] * 12 + ["", ""])
    assert visit.place == RESULT
    assert visit.answered_count <= 12
    assert "question 1 of up to 12" in out
    assert "Quick edition" in out
    assert "less sure than all 24 questions" in " ".join(out.split())


def test_the_result_ends_with_the_code_that_brings_it_back(workshop: Workshop) -> None:
    out, visit = talk(workshop, ["1"] * 24 + ["", ""])
    found = re.search(r"(?:[0-9A-Z]{5}-){5}[0-9A-Z]{5}", out)
    assert found is not None
    back = opened(workshop.quiz(), found[0], 1, workshop.earlier_shapes)
    assert back.visit.answers == visit.answers
