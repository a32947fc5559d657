"""Which answers speak for a role and which against it, in points that add up to the fit."""

from dataclasses import dataclass
from fractions import Fraction

from caremgr_desktop.engine.fit import Scorer, Tally


@dataclass(frozen=True, slots=True)
class Reason:
    """What one answer adds to one role's fit; a role's points add up to its fit exactly."""

    question_id: str
    role_id: str
    points: Fraction


@dataclass(frozen=True, slots=True)
class Contrast:
    """What one answer does between two roles, as a part of the fit.

    Above 0 it speaks for the first role, below 0 for the second. The points of
    all contrasts add up to the difference of the two fits exactly.
    """

    question_id: str
    points: Fraction


def reasons(scorer: Scorer, tally: Tally) -> tuple[Reason, ...]:
    """Return every answered question's points for every role, in the quiz's order."""
    role_ids = [role.id for role in scorer.quiz.roles]
    return tuple(
        Reason(row.question_id, role_id, tally.share(points))
        for row in tally.rows
        for role_id, points in zip(role_ids, row.points, strict=True)
    )


def contrasts(scorer: Scorer, tally: Tally, for_role: str, against_role: str) -> list[Contrast]:
    """Return what each answer does between two roles, largest effect first.

    Answers of equal effect keep the quiz's order.
    """
    first, second = scorer.column(for_role), scorer.column(against_role)
    found = [
        Contrast(row.question_id, tally.share(row.points[first] - row.points[second]))
        for row in tally.rows
    ]
    return sorted(found, key=lambda contrast: -abs(contrast.points))
