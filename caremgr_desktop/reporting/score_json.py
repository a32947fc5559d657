"""A decision as plain values."""

from caremgr_desktop.engine.decide import Decision
from caremgr_desktop.engine.flip import Change, Flip


def decision_as_json(decision: Decision) -> dict[str, object]:
    """Return a decision as builtins for JSON; fits and points are floats from 0 to 1.

    The points of a role add up to its fit. A flip's distance and role are None where no
    change of answers brings another role to first place; an option of None is a skip.
    """
    sureness = decision.sureness
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
        "flip": _flip(sureness.flip),
        "setting_flip": _flip(sureness.setting_flip),
        "leave_one_out": sureness.leave_one_out._asdict(),
        "importance_steps": sureness.importance_steps._asdict(),
        "settled": sureness.settled,
    }


def _flip(flip: Flip) -> dict[str, object]:
    return {
        "distance": flip.distance,
        "to": flip.to,
        "changes": [
            {"question": change.question_id, "option": _option(change)} for change in flip.changes
        ],
    }


def _option(change: Change) -> str | list[str] | None:
    """Return picks in the form in which answers are read: one id, several, or None."""
    if len(change.picks) > 1:
        return list(change.picks)
    return change.picks[0] if change.picks else None
