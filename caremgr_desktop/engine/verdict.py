"""What can be said of the families: clear, leaning, a close call, or no clear result."""

from dataclasses import dataclass

from caremgr_desktop.core.quiz import Limits
from caremgr_desktop.core.verdicts import CLEAR, CLOSE_CALL, LEANING, NO_CLEAR_RESULT
from caremgr_desktop.engine.fit import Scorer, Tally
from caremgr_desktop.engine.flip import Flip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said of the families.

    ``leaders`` are the ids of the families in first place, and ``flip`` is what would
    bring another one there. ``least`` is how many of the ``asked`` questions have to be
    ``answered`` for a result.
    """

    kind: str
    leaders: tuple[str, ...]
    flip: Flip
    answered: int
    asked: int
    least: int

    @property
    def has_enough(self) -> bool:
        """Whether enough is answered for a result."""
        return self.answered >= self.least


class Judge:
    """Gives verdicts on the families of one scorer's quiz, by the author's limits."""

    def __init__(self, scorer: Scorer) -> None:
        self._limits: Limits = scorer.quiz.limits
        self._families = [(role.id, scorer.column(role.id)) for role in scorer.quiz.families]
        self._asked = len(scorer.quiz.questions)

    def verdict(self, tally: Tally, flip: Flip) -> Verdict:
        """Return the verdict on a tally, of which the flip of the families is known."""
        totals = {role_id: tally.totals[column] for role_id, column in self._families}
        best = max(totals.values())
        answered = len(tally.rows)
        least = -(-self._asked // self._limits.one_in)
        kind = self._kind(flip.distance)
        if answered < least or self._is_alike(tally):
            kind = NO_CLEAR_RESULT
        leaders = tuple(
            role_id for role_id, column in self._families if tally.totals[column] == best
        )
        return Verdict(kind, leaders, flip, answered, self._asked, least)

    def _kind(self, distance: int | None) -> str:
        if distance is None or distance > self._limits.leaning:
            return CLEAR
        return CLOSE_CALL if distance <= self._limits.close_call else LEANING

    def _is_alike(self, tally: Tally) -> bool:
        """Whether every answer agrees with all families alike."""
        columns = [column for _, column in self._families]
        return all(len({row.points[column] for column in columns}) == 1 for row in tally.rows)
