"""The quiz to be read: every question with the ids that answers need."""

from caremgr_desktop.core.quiz import Question, Quiz


def quiz_as_text(quiz: Quiz) -> str:
    """Return sections, questions and options as lines."""
    lines = [quiz.title, f"{quiz.id} {quiz.version}"]
    for section in quiz.sections:
        lines += ["", f"{section.title} ({section.id})"]
        for question in quiz.questions_of(section.id):
            lines += _question_lines(question)
    return "\n".join(lines)


def _question_lines(question: Question) -> list[str]:
    limit = f", up to {question.max_picks}" if question.has_many_picks else ""
    options = [f"      {option.id}: {option.text}" for option in question.options]
    return [f"  {question.id}: {question.text} ({question.kind}{limit})", *options]
