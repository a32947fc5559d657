"""The fewest answers to change so that another role comes first, with one such set of changes."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from caremgr_desktop.core.answers import Importances, Picks
from caremgr_desktop.core.quiz import Question, Role
from caremgr_desktop.engine.fit import Row, Scorer, Tally, weight_of


class Change(NamedTuple):
    """Another answer to a question; no picks are a skip."""

    question_id: str
    picks: Picks


class Flip(NamedTuple):
    """The nearest point at which another role reaches first place, alone or shared.

    ``distance`` is the smallest number of answers to change: 0 for a tie, None where
    no change does it. ``changes`` is one such set, and ``to`` the role that then comes
    first; for a tie it is the second of those that share the place.
    """

    distance: int | None
    to: str | None
    changes: tuple[Change, ...]


class Lead(NamedTuple):
    """How far one role is before another by one answer, at a weight of one."""

    points: int
    picks: Picks


class Leads:
    """The least and the largest lead that any answer to a question can give.

    A skip gives a lead of 0. What was worked out once is kept.
    """

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._choices: dict[str, list[tuple[Picks, tuple[int, ...]]]] = {}
        self._least: dict[tuple[str, int, int], Lead] = {}

    def least(self, question: Question, first: int, second: int) -> Lead:
        """Return the smallest lead of one column before another; a skip only where it is less."""
        key = (question.id, first, second)
        found = self._least.get(key)
        if found is None:
            found = self._least[key] = self._work_out(question, first, second)
        return found

    def largest(self, question: Question, first: int, second: int) -> int:
        """Return the largest lead of one column before another."""
        return -self.least(question, second, first).points

    def _work_out(self, question: Question, first: int, second: int) -> Lead:
        points, place = min(
            (agreement[first] - agreement[second], place)
            for place, (_, agreement) in enumerate(self._choices_of(question))
        )
        return Lead(0, ()) if points > 0 else Lead(points, self._choices[question.id][place][0])

    def _choices_of(self, question: Question) -> list[tuple[Picks, tuple[int, ...]]]:
        if question.id not in self._choices:
            self._choices[question.id] = [
                (picks, self._scorer.agreement(question.id, picks)) for picks in pick_sets(question)
            ]
        return self._choices[question.id]


class Flipper:
    """Finds flips in the answers to one scorer's quiz.

    Changes of different questions add up, so that taking the largest gains of a rival
    is exact; and once a rival is level with the leader some other role comes first.
    """

    def __init__(self, scorer: Scorer, leads: Leads) -> None:
        self._scorer = scorer
        self._leads = leads
        self._questions = {question.id: question for question in scorer.quiz.questions}

    def flip(self, tally: Tally, importances: Importances, roles: Sequence[Role]) -> Flip:
        """Return the nearest flip of the first place among some roles."""
        columns = [self._scorer.column(role.id) for role in roles]
        best = max(tally.totals[column] for column in columns)
        leading = [column for column in columns if tally.totals[column] == best]
        if len(leading) > 1:
            return Flip(0, self._scorer.quiz.roles[leading[1]].id, ())
        leader = leading[0]
        found = [
            changes
            for rival in columns
            if rival != leader
            and (changes := self._changes(tally, importances, leader, rival)) is not None
        ]
        if not found:
            return Flip(None, None, ())
        fewest = min(found, key=len)
        first = self._first_after(tally, importances, fewest, columns, leader)
        return Flip(len(fewest), self._scorer.quiz.roles[first].id, fewest)

    def _changes(
        self, tally: Tally, importances: Importances, leader: int, rival: int
    ) -> tuple[Change, ...] | None:
        """Return the fewest changes that bring the rival level, or None."""
        margin = tally.totals[leader] - tally.totals[rival]
        gains = [self._gain(row, importances, leader, rival) for row in tally.rows]
        order = sorted(range(len(gains)), key=lambda place: -gains[place])
        changed: list[Change] = []
        for place in order:
            if gains[place] <= 0:
                return None
            row = tally.rows[place]
            least = self._leads.least(self._questions[row.question_id], leader, rival)
            changed.append(Change(row.question_id, least.picks))
            margin -= gains[place]
            if margin <= 0:
                return tuple(changed)
        return None

    def _gain(self, row: Row, importances: Importances, leader: int, rival: int) -> int:
        question = self._questions[row.question_id]
        least = weight_of(question, importances) * self._leads.least(question, leader, rival).points
        return row.points[leader] - row.points[rival] - least

    def _first_after(
        self,
        tally: Tally,
        importances: Importances,
        changes: Sequence[Change],
        columns: Sequence[int],
        leader: int,
    ) -> int:
        """Return the column in first place after the changes; with the leader level, another."""
        totals = list(tally.totals)
        rows = {row.question_id: row for row in tally.rows}
        for question_id, picks in changes:
            weight = weight_of(self._questions[question_id], importances)
            agreement = self._scorer.agreement(question_id, picks) if picks else ()
            for column in columns:
                new = weight * agreement[column] if picks else 0
                totals[column] += new - rows[question_id].points[column]
        return max((column for column in columns if column != leader), key=totals.__getitem__)


def pick_sets(question: Question) -> Iterator[Picks]:
    """Yield every set of picks that answers the question, skips left out."""
    ids = [option.id for option in question.options]
    for count in range(1, question.max_picks + 1):
        yield from combinations(ids, count)
