"""What a kind reader would notice about the way the questions were answered."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from caremgr_desktop.core.order import shown_order
from caremgr_desktop.core.quiz import POSITION_HIGH, POSITION_LOW, Question, Quiz
from caremgr_desktop.core.visit import Visit

SAME_PLACE = "same_place"
TOO_FAST = "too_fast"
OPPOSITE = "opposite"

LEAST_RUN = 8
"""So many answers in a row at one place are noticed: by chance that is one visit in a thousand."""
LEAST_FAST = 5
FASTEST_WORDS_PER_SECOND = 12
"""Three times the 238 words a minute of silent reading (Brysbaert, 2019, a review of 190 studies,
https://doi.org/10.1016/j.jml.2019.104047): nobody reads so fast."""


class Remark(NamedTuple):
    """Something that was noticed, and the answers that it is about, in the quiz's order.

    ``place`` is the place on screen, from 1, of answers that were all at one place;
    ``trait`` the trait whose ends the answers pull to.
    """

    code: str
    question_ids: tuple[str, ...]
    place: int = 0
    trait: str = ""


def remarks(quiz: Quiz, visit: Visit, seconds: Mapping[str, float]) -> tuple[Remark, ...]:
    """Return what is noticed; ``seconds`` tells how long a question stood before its answer."""
    return (*_same_place(quiz, visit), *_too_fast(quiz, visit, seconds), *_opposite(quiz, visit))


def _same_place(quiz: Quiz, visit: Visit) -> Iterator[Remark]:
    """Yield the longest run of answers at one place on screen; skips don't break it."""
    best: tuple[int, list[str]] = (0, [])
    here: tuple[int, list[str]] = (0, [])
    for question_id, picks in visit.answers.items():  # In the order in which they were given.
        question = quiz.question(question_id)
        if question is None or not picks:
            continue
        ids = [option.id for option in shown_order(question, visit.seed)]
        place = ids.index(picks[0]) + 1 if len(picks) == 1 else 0
        here = (place, [*here[1], question.id] if place == here[0] else [question.id])
        if place and len(here[1]) > len(best[1]):
            best = here
    if len(best[1]) >= LEAST_RUN:
        yield Remark(SAME_PLACE, tuple(best[1]), best[0])


def _too_fast(quiz: Quiz, visit: Visit, seconds: Mapping[str, float]) -> Iterator[Remark]:
    fast = tuple(
        question.id
        for question in quiz.questions
        if visit.answers.get(question.id)
        and seconds.get(question.id, _reading_seconds(question)) < _reading_seconds(question)
    )
    if len(fast) >= LEAST_FAST:
        yield Remark(TOO_FAST, fast)


def _reading_seconds(question: Question) -> float:
    texts = (question.text, *(option.text for option in question.options))
    return sum(len(text.split()) for text in texts) / FASTEST_WORDS_PER_SECOND


def _opposite(quiz: Quiz, visit: Visit) -> Iterator[Remark]:
    """Yield for each trait the answers that pull it to both of its ends."""
    for trait in quiz.traits:
        ends: dict[int, list[str]] = {POSITION_LOW: [], POSITION_HIGH: []}
        for question in quiz.questions:
            for at in _picked(question, visit, trait.id) & set(ends):
                ends[at].append(question.id)
        low, high = ends[POSITION_LOW], ends[POSITION_HIGH]
        if low and high and set(low) != set(high):
            both = {*low, *high}
            ids = tuple(item.id for item in quiz.questions if item.id in both)
            yield Remark(OPPOSITE, ids, trait=trait.id)


def _picked(question: Question, visit: Visit, trait_id: str) -> set[int]:
    """Return where the picks of one question stand on a trait."""
    picks = visit.answers.get(question.id, ())
    return {
        option.positions[trait_id]
        for option in question.options
        if option.id in picks and trait_id in option.positions
    }
