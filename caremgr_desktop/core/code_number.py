"""Answers and importances as one whole number, and back.

Every question is a digit with as many values as it has states, every section one
with three: no bit is spent on what can't be.
"""

from math import prod
from types import MappingProxyType
from typing import NamedTuple

from caremgr_desktop.core.answers import Answers, Importance, Importances
from caremgr_desktop.core.shape import NOT_REACHED, Shape

IMPORTANCES = (Importance.NORMAL, Importance.HALF, Importance.DOUBLE)


class Said(NamedTuple):
    """What a person said: answers, and what counts how much where it isn't normal."""

    answers: Answers
    importances: Importances


def number_count(shape: Shape) -> int:
    """Return how many different numbers there are, each for one set of answers."""
    states = (asked.state_count for asked in shape.questions)
    return prod((*states, *(len(IMPORTANCES) for _ in shape.sections)))


def number_of(shape: Shape, said: Said) -> int:
    """Return the number of what was said, which must fit the shape."""
    number = 0
    for section in shape.sections:
        importance = said.importances.get(section, Importance.NORMAL)
        number = number * len(IMPORTANCES) + IMPORTANCES.index(importance)
    for asked in shape.questions:
        picks = said.answers.get(asked.id)
        state = NOT_REACHED if picks is None else 1 + asked.all_picks().index(picks)
        number = number * asked.state_count + state
    return number


def said_by(shape: Shape, number: int) -> Said:
    """Return what a number says, in the quiz's order; it must be below ``number_count``."""
    answers, importances = {}, {}
    for asked in reversed(shape.questions):
        number, state = divmod(number, asked.state_count)
        if state != NOT_REACHED:
            answers[asked.id] = asked.all_picks()[state - 1]
    for section in reversed(shape.sections):
        number, place = divmod(number, len(IMPORTANCES))
        if IMPORTANCES[place] is not Importance.NORMAL:
            importances[section] = IMPORTANCES[place]
    return Said(
        MappingProxyType(dict(reversed(answers.items()))),
        MappingProxyType(dict(reversed(importances.items()))),
    )
