"""Small quizzes, and strategies that make random ones, for tests without Qt."""

from datetime import date
from types import MappingProxyType

from hypothesis import strategies as st

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.quiz import Option, Question, Quiz, Role, Section, Trait

TRAITS = ("pace", "contact", "place")
SECTIONS = ("first", "second")
POSITIONS = st.integers(min_value=-2, max_value=2)


class FixedClock:
    """Knows one day."""

    def __init__(self, today: date = date(2026, 11, 24)) -> None:
        self._today = today

    def today(self) -> date:
        """Return that day."""
        return self._today


def role(role_id: str, family: str | None, *positions: int) -> Role:
    """Return a role that stands at these positions on the traits."""
    spots = MappingProxyType(dict(zip(TRAITS, positions, strict=True)))
    return Role(role_id, family, role_id.title(), role_id.title(), spots)


def question(
    question_id: str,
    *positions: dict[str, int],
    section: str = "first",
    max_picks: int = 1,
    weight_percent: int = 100,
) -> Question:
    """Return a question whose options stand at these positions."""
    options = tuple(
        Option(f"o{number}", f"Option {number}", f"Short {number}", MappingProxyType(spots))
        for number, spots in enumerate(positions)
    )
    return Question(
        id=question_id,
        section=section,
        kind="many" if max_picks > 1 else "one",
        label=question_id.title(),
        text=f"What of {question_id}?",
        hint="",
        options=options,
        max_picks=max_picks,
        weight_percent=weight_percent,
    )


def quiz_of(questions: tuple[Question, ...], roles: tuple[Role, ...]) -> Quiz:
    """Return a quiz of these questions and roles."""
    return Quiz(
        id="sample",
        version="1",
        title="Tea or coffee?",
        short_title="Tea?",
        language="en",
        sections=tuple(Section(section, section.title()) for section in SECTIONS),
        traits=tuple(Trait(trait, f"low {trait}", f"high {trait}") for trait in TRAITS),
        questions=questions,
        roles=roles,
    )


def small_quiz() -> Quiz:
    """Return a quiz of four questions, two families and two settings."""
    return quiz_of(
        (
            question("one", {"pace": -2}, {"pace": 2}),
            question("two", {"contact": -2}, {"contact": 0}, {"contact": 2}),
            question("three", {"place": -2}, {"place": 2, "pace": 1}, section="second"),
            question(
                "four", {"pace": 1}, {"contact": -1}, {"place": 2}, section="second", max_picks=2
            ),
        ),
        (
            role("tea", None, -2, -1, 0),
            role("coffee", None, 2, 1, 1),
            role("green", "tea", -1, -2, 0),
            role("latte", "coffee", 1, 2, 2),
        ),
    )


@st.composite
def questions(draw: st.DrawFn, name: str) -> Question:
    """Return a random question of two or three options."""
    spots = st.dictionaries(st.sampled_from(TRAITS), POSITIONS, min_size=1, max_size=2)
    positions = draw(st.lists(spots, min_size=2, max_size=3))
    return question(
        name,
        *positions,
        section=draw(st.sampled_from(SECTIONS)),
        max_picks=draw(st.integers(min_value=1, max_value=2)),
        weight_percent=draw(st.sampled_from((50, 100, 100, 150))),
    )


@st.composite
def quizzes(draw: st.DrawFn, most_questions: int = 5) -> Quiz:
    """Return a random quiz of two or three families and some settings."""
    count = draw(st.integers(min_value=1, max_value=most_questions))
    asked = tuple(draw(questions(f"q{number}")) for number in range(count))
    spots = st.tuples(POSITIONS, POSITIONS, POSITIONS)
    families = draw(st.lists(spots, min_size=2, max_size=3))
    settings = draw(st.lists(spots, min_size=1, max_size=3))
    roles = tuple(role(f"f{number}", None, *at) for number, at in enumerate(families))
    roles += tuple(role(f"s{number}", "f0", *at) for number, at in enumerate(settings))
    return quiz_of(asked, roles)


@st.composite
def answers_to(draw: st.DrawFn, quiz: Quiz) -> dict[str, tuple[str, ...]]:
    """Return random answers: picks, skips, and questions never reached."""
    given: dict[str, tuple[str, ...]] = {}
    for asked in quiz.questions:
        if not draw(st.booleans() | st.just(value=True)):
            continue
        ids = [option.id for option in asked.options]
        chosen = draw(st.sets(st.sampled_from(ids), max_size=asked.max_picks))
        given[asked.id] = tuple(option_id for option_id in ids if option_id in chosen)
    return given


def importances() -> st.SearchStrategy[dict[str, Importance]]:
    """Return random importances of the sections."""
    return st.dictionaries(st.sampled_from(SECTIONS), st.sampled_from(list(Importance)))


@st.composite
def cases(
    draw: st.DrawFn, most_questions: int = 5
) -> tuple[Quiz, dict[str, tuple[str, ...]], dict[str, Importance]]:
    """Return a random quiz with answers and importances."""
    quiz = draw(quizzes(most_questions))
    return quiz, draw(answers_to(quiz)), draw(importances())
