"""How sure the first place is: what would change it, what would not, and whether it is settled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from caremgr_desktop.core.answers import Answers, Importance, Importances
from caremgr_desktop.core.quiz import Question, Role
from caremgr_desktop.engine.fit import Scorer, Tally, weight_of
from caremgr_desktop.engine.flip import Flip, Flipper, Leads


class Holds(NamedTuple):
    """In how many of some trials the same families came first as before, and no other."""

    holds: int
    of: int


@dataclass(frozen=True, slots=True)
class Sureness:
    """What stands behind a verdict, each from an exact check.

    ``flip`` is about the families, ``setting_flip`` about the setting in first place.
    ``leave_one_out`` leaves out each answer in turn; ``importance_steps`` lets each
    section count one step more or less. ``settled`` says whether no answer to the
    questions that were not reached can change which families come first.
    """

    flip: Flip
    setting_flip: Flip
    leave_one_out: Holds
    importance_steps: Holds
    settled: bool


class Assessor:
    """Works out how sure the results of one scorer's quiz are."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._leads = Leads(scorer)
        self._flipper = Flipper(scorer, self._leads)
        self._columns = [scorer.column(role.id) for role in scorer.quiz.families]

    def span(self, question: Question, first: int, second: int) -> int:
        """Return the largest less the least lead that any answer to a question can give."""
        leads = self._leads
        return leads.largest(question, first, second) - leads.least(question, first, second).points

    def flip(self, tally: Tally, importances: Importances) -> Flip:
        """Return what would bring another family to first place."""
        return self._flipper.flip(tally, importances, self._scorer.quiz.families)

    def sureness(
        self, tally: Tally, answers: Answers, importances: Importances, flip: Flip
    ) -> Sureness:
        """Return all checks of a tally of these answers, of which the flip is known already."""
        return Sureness(
            flip=flip,
            setting_flip=self._setting_flip(tally, importances, self._scorer.quiz.settings),
            leave_one_out=self._leave_one_out(tally),
            importance_steps=self._importance_steps(tally, importances),
            settled=self.is_settled(tally, answers, importances),
        )

    def _setting_flip(
        self, tally: Tally, importances: Importances, settings: Sequence[Role]
    ) -> Flip:
        if not settings:
            return Flip(None, None, ())
        return self._flipper.flip(tally, importances, settings)

    def _leave_one_out(self, tally: Tally) -> Holds:
        trials = (
            [tally.totals[column] - row.points[column] for column in self._columns]
            for row in tally.rows
        )
        return self._holds(tally, trials)

    def _importance_steps(self, tally: Tally, importances: Importances) -> Holds:
        return self._holds(tally, self._stepped(tally, importances))

    def _stepped(self, tally: Tally, importances: Importances) -> Iterator[list[int]]:
        """Yield the families' totals after each step; doubled, so that a half stays whole."""
        for section in self._scorer.quiz.sections:
            ids = {question.id for question in self._scorer.quiz.questions_of(section.id)}
            rows = [row for row in tally.rows if row.question_id in ids]
            parts = [sum([row.points[column] for row in rows]) for column in self._columns]
            totals = [tally.totals[column] for column in self._columns]
            importance = importances.get(section.id, Importance.NORMAL)
            if importance is not Importance.HALF:
                yield [2 * total - part for total, part in zip(totals, parts, strict=True)]
            if importance is not Importance.DOUBLE:
                yield [2 * total + 2 * part for total, part in zip(totals, parts, strict=True)]

    def _holds(self, tally: Tally, trials: Iterator[list[int]]) -> Holds:
        before = _first([tally.totals[column] for column in self._columns])
        held = [_first(totals) == before for totals in trials]
        return Holds(sum(held), len(held))

    def is_settled(self, tally: Tally, answers: Answers, importances: Importances) -> bool:
        """Whether the same families come first however the rest is answered, or skipped.

        Exact: for one rival the worst answers to different questions add up, and where
        families share first place each question left must treat them alike.
        """
        rest = [question for question in self._scorer.quiz.questions if question.id not in answers]
        leader = max(self._columns, key=tally.totals.__getitem__)
        return all(
            self._stays_behind(tally, importances, rest, leader, rival)
            for rival in self._columns
            if rival != leader
        )

    def _stays_behind(
        self,
        tally: Tally,
        importances: Importances,
        rest: Sequence[Question],
        leader: int,
        rival: int,
    ) -> bool:
        """Whether a rival stays behind, or level where it is, however the rest is answered."""
        margin = tally.totals[leader] - tally.totals[rival]
        least = [self._leads.least(question, leader, rival).points for question in rest]
        if margin == 0:
            most = [self._leads.largest(question, leader, rival) for question in rest]
            return not any(least) and not any(most)
        weights = [weight_of(question, importances) for question in rest]
        worst = sum([weight * points for weight, points in zip(weights, least, strict=True)])
        return margin + worst > 0


def _first(totals: Sequence[int]) -> list[int]:
    """Return the places that share the highest total."""
    best = max(totals)
    return [place for place, total in enumerate(totals) if total == best]
