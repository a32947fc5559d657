"""What was answered, in the words of the cards."""

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.ports import Translate
from caremgr_desktop.core.quiz import Question, Quiz
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.views import AnswerView, WeightView


def answer_views(quiz: Quiz, visit: Visit, translate: Translate) -> tuple[AnswerView, ...]:
    """Return every question with its answer, in the order in which they are asked."""
    return tuple(_view(question, visit, translate) for question in quiz.questions)


def weight_views(quiz: Quiz, visit: Visit, translate: Translate) -> tuple[WeightView, ...]:
    """Return the sections that count half or double."""
    words = {
        Importance.HALF: translate("Answers", "counts half"),
        Importance.DOUBLE: translate("Answers", "counts double"),
    }
    weighed = ((section, visit.importance(section.id)) for section in quiz.sections)
    return tuple(
        WeightView(section.id, section.title, importance.factor, words[importance])
        for section, importance in weighed
        if importance in words
    )


def answer_text(question: Question, visit: Visit, translate: Translate) -> str:
    """Return the picked options' texts, or words that say why there are none."""
    picks = visit.answers.get(question.id)
    if picks is None:
        return translate("Answers", "Not answered yet")
    if not picks:
        return translate("Answers", "Skipped")
    return "; ".join(option.text for option in question.options if option.id in picks)


def _view(question: Question, visit: Visit, translate: Translate) -> AnswerView:
    return AnswerView(
        question_id=question.id,
        section_id=question.section,
        label=question.label,
        question=question.text,
        answer=answer_text(question, visit, translate),
        is_skipped=not visit.answers.get(question.id),
    )
