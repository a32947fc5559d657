"""A decision as plain values."""

from caremgr_desktop.engine.decide import Decision


def decision_as_json(decision: Decision) -> dict[str, object]:
    """Return a decision as builtins for JSON; fits and points are floats from 0 to 1.

    The points of a role add up to its fit.
    """
    return {
        "answered": decision.verdict.answered,
        "verdict": decision.verdict.kind,
        "roles": [
            {
                "id": standing.role_id,
                "family": standing.family,
                "rank": standing.rank,
                "fit": float(standing.fit),
            }
            for standing in decision.standings
        ],
        "reasons": [
            {
                "question": reason.question_id,
                "role": reason.role_id,
                "points": float(reason.points),
            }
            for reason in decision.reasons
        ],
    }
