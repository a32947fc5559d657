"""Which question comes next: every one, in the quiz's order."""

from caremgr_desktop.core.quiz import Question, Quiz
from caremgr_desktop.core.visit import Visit


class WholeRoute:
    """Every question, in the quiz's order."""

    ends_early = False

    def __init__(self, quiz: Quiz) -> None:
        self.quiz = quiz
        self.most = len(quiz.questions)
        self._places = {question.id: place for place, question in enumerate(quiz.questions)}

    def first_open(self, visit: Visit) -> Question | None:
        """Return the first question that was not reached."""
        return next((item for item in self.quiz.questions if not visit.has_reached(item.id)), None)

    def after(self, _visit: Visit, question_id: str) -> Question | None:
        """Return the next question of the quiz."""
        following = self._places[question_id] + 1
        return self.quiz.questions[following] if following < self.most else None

    def number(self, _visit: Visit, question_id: str) -> int:
        """Return the question's place in the quiz."""
        return self._places[question_id] + 1
