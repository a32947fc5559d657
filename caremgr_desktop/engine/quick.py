"""The quick edition: the most telling question next, until it is settled or enough were asked."""

from caremgr_desktop.core.answers import Answers, Importances
from caremgr_desktop.core.quiz import Question
from caremgr_desktop.engine.decide import Engine
from caremgr_desktop.engine.fit import weight_of

MOST_QUESTIONS = 12
"""How many questions the quick edition asks at most."""


class QuickOrder:
    """Chooses questions for one engine's quiz."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def next_question(self, answers: Answers, importances: Importances) -> Question | None:
        """Return the question that can still move the two leading families most.

        A question counts by its weight and by how far its answers can pull the two apart;
        equal ones keep the quiz's order. None once the first family is settled, or when
        enough questions were answered or skipped.
        """
        left = [item for item in self._engine.quiz.questions if item.id not in answers]
        if not left or len(answers) >= MOST_QUESTIONS:
            return None
        if self._engine.is_settled(answers, importances):
            return None
        first, second = self._engine.leading_two(answers, importances)
        return max(
            left,
            key=lambda item: weight_of(item, importances) * self._engine.span(item, first, second),
        )
