"""The quick edition: the most telling question next, until it is settled or enough were asked."""

from caremgr_desktop.core.answers import Answers, Importances
from caremgr_desktop.core.quiz import Question
from caremgr_desktop.core.visit import Visit
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


class QuickRoute:
    """The quick edition's way: what was reached in its order, then the most telling question."""

    ends_early = True

    def __init__(self, engine: Engine) -> None:
        self.quiz = engine.quiz
        self.most = min(MOST_QUESTIONS, len(self.quiz.questions))
        self._order = QuickOrder(engine)

    def first_open(self, visit: Visit) -> Question | None:
        """Return the most telling question that was not reached."""
        return self._order.next_question(visit.answers, visit.importances)

    def after(self, visit: Visit, question_id: str) -> Question | None:
        """Return the question reached after another, and after the last the most telling one."""
        reached = list(visit.answers)
        if question_id in reached[:-1]:
            return self.quiz.question(reached[reached.index(question_id) + 1])
        return self.first_open(visit)

    def number(self, visit: Visit, question_id: str) -> int:
        """Return a question's place among those reached, or after them."""
        reached = list(visit.answers)
        place = reached.index(question_id) if question_id in reached else len(reached)
        return place + 1
