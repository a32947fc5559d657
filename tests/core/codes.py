"""Random quizzes and visits to them, larger than those of other tests, for codes."""

from hypothesis import strategies as st

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.code_letters import BASE, LETTERS, READ_AS
from caremgr_desktop.core.quiz import Question, Quiz, Section
from caremgr_desktop.core.visit import Visit
from tests.samples import question, quiz_of, small_quiz

IDS = st.text("abcdefghijklmnopqrstuvwxyz_0123456789", min_size=1, max_size=6)
SAME = [*LETTERS, *READ_AS]
"""Every character that is read as a letter."""
assert len(LETTERS) == BASE


@st.composite
def questions(draw: st.DrawFn, question_id: str) -> Question:
    """Return a question of up to nine options, of which up to nine may be picked."""
    ids = draw(st.lists(IDS, min_size=2, max_size=9, unique=True))
    most = draw(st.integers(1, len(ids)))
    made = question(question_id, *({"pace": 0} for _ in ids), max_picks=most)
    options = (option._replace(id=new) for option, new in zip(made.options, ids, strict=True))
    return made._replace(options=tuple(options))


@st.composite
def quizzes(draw: st.DrawFn) -> Quiz:
    """Return a quiz of any id and version, up to 12 questions and 6 sections."""
    ids = draw(st.lists(IDS, min_size=1, max_size=12, unique=True))
    sections = draw(st.lists(IDS, min_size=1, max_size=6, unique=True))
    made = quiz_of(tuple(draw(questions(one)) for one in ids), small_quiz().roles)
    return made._replace(
        id=draw(IDS),
        version=draw(st.text(min_size=1, max_size=8)),
        sections=tuple(Section(one, one) for one in sections),
    )


@st.composite
def visits(draw: st.DrawFn, quiz: Quiz) -> Visit:
    """Return a visit with answers, skips, questions never reached, and any importances."""
    visit = Visit(quiz.id, quiz.version, draw(st.integers(0, 99)))
    for asked in quiz.questions:
        if draw(st.booleans()):
            ids = [option.id for option in asked.options]
            chosen = draw(st.sets(st.sampled_from(ids), max_size=asked.max_picks))
            visit = visit.with_answer(asked.id, tuple(one for one in ids if one in chosen))
    for section in quiz.sections:
        visit = visit.with_importance(section.id, draw(st.sampled_from(list(Importance))))
    return visit


@st.composite
def cases(draw: st.DrawFn) -> tuple[Quiz, Visit]:
    """Return a quiz and a visit to it."""
    quiz = draw(quizzes())
    return quiz, draw(visits(quiz))


def swapped(text: str, first: int, second: int) -> str:
    """Return a text in which two characters have changed places."""
    found = list(text)
    found[first], found[second] = found[second], found[first]
    return "".join(found)
