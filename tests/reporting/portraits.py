"""People who stand where a role stands, for tests of what a result says."""

from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import Visit


def like(quiz: Quiz, role_id: str, count: int = 24) -> Visit:
    """Return the visit of somebody who stands where a role stands, as far as options allow."""
    role = quiz.role(role_id)
    assert role is not None
    visit = Visit(quiz.id, quiz.version, 1)
    for question in quiz.questions[:count]:
        near = min(
            question.options,
            key=lambda option: (
                sum(abs(at - role.positions[trait]) for trait, at in option.positions.items())
                / len(option.positions)
            ),
        )
        visit = visit.with_answer(question.id, (near.id,))
    return visit
