"""One decision: fits, ranks, verdict and reasons for a set of answers."""

from dataclasses import dataclass, field

from caremgr_desktop.core.answers import Answers, Importances
from caremgr_desktop.core.quiz import Question, Quiz
from caremgr_desktop.engine.fit import Scorer, Standing, Tally
from caremgr_desktop.engine.reasons import Contrast, Reason, contrasts, reasons
from caremgr_desktop.engine.sureness import Assessor, Sureness
from caremgr_desktop.engine.verdict import Judge, Verdict


@dataclass(frozen=True, slots=True)
class Decision:
    """What the answers say; ``standings`` has families first, settings under them."""

    answers: Answers
    importances: Importances
    tally: Tally
    standings: tuple[Standing, ...]
    verdict: Verdict
    scorer: Scorer = field(compare=False, repr=False)
    assessor: Assessor = field(compare=False, repr=False)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Every answer's points for every role, worked out when they are asked for."""
        return reasons(self.scorer, self.tally)

    @property
    def sureness(self) -> Sureness:
        """How sure the verdict is, worked out when it is asked for."""
        return self.assessor.sureness(self.tally, self.answers, self.importances, self.verdict.flip)

    @property
    def families(self) -> tuple[Standing, ...]:
        """The families by rank."""
        return tuple(standing for standing in self.standings if standing.family is None)

    @property
    def settings(self) -> tuple[Standing, ...]:
        """The settings of all families by rank."""
        return tuple(standing for standing in self.standings if standing.family is not None)


class Engine:
    """Decides for one quiz."""

    def __init__(self, quiz: Quiz) -> None:
        self._scorer = Scorer(quiz)
        self._assessor = Assessor(self._scorer)
        self._judge = Judge(self._scorer)

    @property
    def quiz(self) -> Quiz:
        """The quiz that is decided on."""
        return self._scorer.quiz

    def decide(self, answers: Answers, importances: Importances) -> Decision:
        """Return the decision on the answers at these importances."""
        tally = self._scorer.tally(answers, importances)
        return Decision(
            answers=answers,
            importances=importances,
            tally=tally,
            standings=self._scorer.standings(tally),
            verdict=self._judge.verdict(tally, self._assessor.flip(tally, importances)),
            scorer=self._scorer,
            assessor=self._assessor,
        )

    def is_settled(self, answers: Answers, importances: Importances) -> bool:
        """Whether no answer to the questions not reached can change which families are first."""
        tally = self._scorer.tally(answers, importances)
        return self._assessor.is_settled(tally, answers, importances)

    def leading_two(self, answers: Answers, importances: Importances) -> tuple[str, str]:
        """Return the ids of the two families with the most points; equal ones by display."""
        tally = self._scorer.tally(answers, importances)
        ids = [role.id for role in self.quiz.families]
        ids.sort(key=lambda role_id: -tally.totals[self._scorer.column(role_id)])
        return ids[0], ids[1]

    def span(self, question: Question, first: str, second: str) -> int:
        """Return how far the answers to a question, a skip among them, pull two roles apart."""
        return self._assessor.span(
            question, self._scorer.column(first), self._scorer.column(second)
        )

    def contrasts(self, decision: Decision, for_role: str, against_role: str) -> list[Contrast]:
        """Return what each answer does between two roles, largest effect first."""
        return contrasts(self._scorer, decision.tally, for_role, against_role)
