"""The quiz as plain values, so that anybody can recompute a result."""

from caremgr_desktop.core.quiz import NORMAL_WEIGHT_PERCENT, Question, Quiz, Role


def quiz_as_json(quiz: Quiz) -> dict[str, object]:
    """Return quiz, sections, traits, questions and roles as builtins for JSON."""
    return {
        "quiz": {"id": quiz.id, "version": quiz.version, "title": quiz.title},
        "sections": [{"id": section.id, "title": section.title} for section in quiz.sections],
        "traits": [{"id": trait.id, "low": trait.low, "high": trait.high} for trait in quiz.traits],
        "questions": [_question(question) for question in quiz.questions],
        "roles": [_role(role) for role in quiz.roles],
    }


def _question(question: Question) -> dict[str, object]:
    weight = question.weight_percent / NORMAL_WEIGHT_PERCENT
    return {
        "id": question.id,
        "section": question.section,
        "kind": question.kind,
        "text": question.text,
        "weight": int(weight) if weight.is_integer() else weight,
        "max_picks": question.max_picks,
        "options": [
            {"id": option.id, "text": option.text, "positions": dict(option.positions)}
            for option in question.options
        ],
    }


def _role(role: Role) -> dict[str, object]:
    return {
        "id": role.id,
        "title": role.title,
        "family": role.family,
        "positions": dict(role.positions),
    }
