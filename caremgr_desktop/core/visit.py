"""One person's way through the quiz, as one immutable value.

Every step returns a new visit. Pages hold nothing that Back could lose: Back
is a pop of ``trail``, and what was answered stays answered.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.core.answers import Answers, Importance, Importances, Picks

if TYPE_CHECKING:  # Nobody has said at the start what they have.
    from caremgr_desktop.core.person import Have


class Place(NamedTuple):
    """Where the person is: ``kind`` is welcome, question, review, have or result.

    ``question_id`` is set for a question alone.
    """

    kind: str
    question_id: str = ""


WELCOME = Place("welcome")
REVIEW = Place("review")
HAVE = Place("have")
RESULT = Place("result")


_NOTHING: Answers = MappingProxyType({})
_ALL_NORMAL: Importances = MappingProxyType({})


class Visit(NamedTuple):
    """A quiz's answers so far, what counts how much, and the way taken.

    ``seed`` decides the order of shuffled options, so that a visit can be
    shown again exactly. ``trail`` ends with the present place. ``have`` is what
    the person said that they already have, None where they said nothing: it never
    changes a fit, it is where a plan begins.
    """

    quiz_id: str
    quiz_version: str
    seed: int
    answers: Answers = _NOTHING
    importances: Importances = _ALL_NORMAL
    trail: tuple[Place, ...] = (WELCOME,)
    have: Have | None = None

    @property
    def place(self) -> Place:
        """Where the person is now."""
        return self.trail[-1]

    @property
    def answered_count(self) -> int:
        """How many questions have a pick; skips are left out."""
        return sum(1 for picks in self.answers.values() if picks)

    def has_reached(self, question_id: str) -> bool:
        """Whether the question was answered or skipped."""
        return question_id in self.answers

    def with_answer(self, question_id: str, picks: Picks) -> Visit:
        """Return a visit in which the question has these picks; none is a skip."""
        return self._replace(answers=MappingProxyType({**self.answers, question_id: picks}))

    def without_answer(self, question_id: str) -> Visit:
        """Return a visit in which the question was never reached."""
        kept = {key: picks for key, picks in self.answers.items() if key != question_id}
        return self._replace(answers=MappingProxyType(kept))

    def with_picks(self, question_id: str, picks: Picks) -> Visit:
        """Return a visit with these picks; without any the question is open again."""
        if picks:
            return self.with_answer(question_id, picks)
        return self.without_answer(question_id)

    def with_importance(self, section_id: str, importance: Importance) -> Visit:
        """Return a visit in which a section counts that much."""
        changed = {**self.importances, section_id: importance}
        return self._replace(importances=MappingProxyType(changed))

    def importance(self, section_id: str) -> Importance:
        """Return how much a section counts; normal unless it was chosen."""
        return self.importances.get(section_id, Importance.NORMAL)

    def with_have(self, have: Have | None) -> Visit:
        """Return a visit of a person who already has that."""
        return self._replace(have=have)

    def at(self, place: Place) -> Visit:
        """Return a visit that has gone on to a place; staying is no step."""
        if place == self.place:
            return self
        return self._replace(trail=(*self.trail, place))

    def back(self) -> Visit:
        """Return the visit one step earlier on its way; answers are kept."""
        if len(self.trail) == 1:
            return self
        return self._replace(trail=self.trail[:-1])
