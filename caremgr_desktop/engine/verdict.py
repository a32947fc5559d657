"""How sure the first place is: clear, leaning, a close call, or no clear result."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from caremgr_desktop.core.answers import Answers, Importances, Picks
from caremgr_desktop.core.quiz import Question
from caremgr_desktop.engine.fit import Scorer, Tally, weight_of

CLEAR = "clear"
LEANING = "leaning"
CLOSE_CALL = "close_call"
NO_CLEAR_RESULT = "no_clear_result"


@dataclass(frozen=True, slots=True)
class Limits:
    """Up to which flip distance a verdict is a close call, and up to which it leans.

    A result needs at least one in ``one_in`` of the questions answered.
    """

    close_call: int = 1
    leaning: int = 3
    one_in: int = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said of the families.

    ``leaders`` are the ids of the families in first place. ``flip_distance`` is
    the smallest number of answers to change so that another family reaches
    first place, alone or shared: 0 for a tie, None where no change does.
    ``least`` is how many of the ``asked`` questions have to be ``answered`` for a result.
    """

    kind: str
    leaders: tuple[str, ...]
    flip_distance: int | None
    answered: int
    asked: int
    least: int

    @property
    def has_enough(self) -> bool:
        """Whether enough is answered for a result."""
        return self.answered >= self.least


class Judge:
    """Gives verdicts on the families of one scorer's quiz."""

    def __init__(self, scorer: Scorer, limits: Limits | None = None) -> None:
        self._scorer = scorer
        self._limits = limits or Limits()
        self._families = [(role.id, scorer.column(role.id)) for role in scorer.quiz.families]
        self._least: dict[tuple[str, int, int], int] = {}

    def verdict(self, answers: Answers, importances: Importances, tally: Tally) -> Verdict:
        """Return the verdict on a tally of these answers and importances."""
        best = max(tally.totals[column] for _, column in self._families)
        leading = [pair for pair in self._families if tally.totals[pair[1]] == best]
        distance = 0 if len(leading) > 1 else self._distance(answers, importances, tally, leading)
        answered = len(tally.rows)
        asked = len(self._scorer.quiz.questions)
        least = -(-asked // self._limits.one_in)
        kind = self._kind(distance)
        if answered < least or self._is_alike(tally):
            kind = NO_CLEAR_RESULT
        leaders = tuple(role_id for role_id, _ in leading)
        return Verdict(kind, leaders, distance, answered, asked, least)

    def _kind(self, distance: int | None) -> str:
        if distance is None or distance > self._limits.leaning:
            return CLEAR
        return CLOSE_CALL if distance <= self._limits.close_call else LEANING

    def _is_alike(self, tally: Tally) -> bool:
        """Whether every answer agrees with all families alike."""
        columns = [column for _, column in self._families]
        return all(len({row.points[column] for column in columns}) == 1 for row in tally.rows)

    def _distance(
        self,
        answers: Answers,
        importances: Importances,
        tally: Tally,
        leading: list[tuple[str, int]],
    ) -> int | None:
        leader = leading[0][1]
        distances = [
            self._distance_to(rival, leader, answers, importances, tally)
            for _, rival in self._families
            if rival != leader
        ]
        return min((found for found in distances if found is not None), default=None)

    def _distance_to(
        self, rival: int, leader: int, answers: Answers, importances: Importances, tally: Tally
    ) -> int | None:
        """Return how many changes bring the rival level: the largest gains first.

        Changes of different questions add up, so taking the largest gains is
        exact. When a rival is level, some family other than the leader is first.
        """
        margin = tally.totals[leader] - tally.totals[rival]
        gains = sorted(
            (
                weight_of(question, importances)
                * (
                    self._lead(question.id, answers[question.id], leader, rival)
                    - self._least_lead(question, leader, rival)
                )
                for question in self._scorer.quiz.questions
                if answers.get(question.id)
            ),
            reverse=True,
        )
        for changes, gain in enumerate(gains, start=1):
            margin -= gain
            if margin <= 0:
                return changes
        return None

    def _lead(self, question_id: str, picks: Picks, leader: int, rival: int) -> int:
        agreement = self._scorer.agreement(question_id, picks)
        return agreement[leader] - agreement[rival]

    def _least_lead(self, question: Question, leader: int, rival: int) -> int:
        """Return the smallest lead that any answer to the question, or a skip, leaves."""
        key = (question.id, leader, rival)
        if key not in self._least:
            leads = (self._lead(question.id, picks, leader, rival) for picks in pick_sets(question))
            self._least[key] = min(0, *leads)
        return self._least[key]


def pick_sets(question: Question) -> Iterator[Picks]:
    """Yield every set of picks that answers the question, skips left out."""
    ids = [option.id for option in question.options]
    for count in range(1, question.max_picks + 1):
        yield from combinations(ids, count)
