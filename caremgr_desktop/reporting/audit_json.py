"""An audit as plain values."""

from dataclasses import asdict

from caremgr_desktop.core.answers import Picks
from caremgr_desktop.engine.audit.audit import Audit, Habit, Pair
from caremgr_desktop.engine.audit.families import FamilyCounts
from caremgr_desktop.engine.audit.settings import SettingCounts


def audit_as_json(audit: Audit) -> dict[str, object]:
    """Return an audit as builtins for JSON; shares and margins are floats from 0 to 1.

    A share counts the combinations in which a role comes first alone. With two families a
    margin is the first's lead before the second, with more the winner's. A witness has
    the form in which ``score`` reads answers. The number of combinations is text, since it
    may be larger than other readers of JSON can hold.
    """
    return {
        "families": _families(audit.families),
        "settings": {role: _setting(counts) for role, counts in audit.settings.items()},
        "settings_are_exact": audit.settings_are_exact,
        "questions": {
            item.question_id: {
                "influence": float(item.influence),
                "dead": item.is_dead,
                "dead_options": list(item.dead_options),
            }
            for item in audit.questions
        },
        "habits": [_habit(habit) for habit in audit.habits],
        "pairs": [_pair(pair) for pair in audit.pairs],
        "never_separated": [list(pair) for pair in audit.alike],
        "settles": asdict(audit.settles),
        "verdict": {
            "fair": audit.is_fair,
            "look_at": [
                {"code": finding.code, "about": finding.about, "fault": finding.is_fault}
                for finding in audit.findings
            ],
        },
    }


def _families(counts: FamilyCounts) -> dict[str, object]:
    return {
        "combinations": str(counts.combinations),
        "shares": {role: float(share) for role, share in counts.shares.items()},
        "ties": float(counts.ties),
        "standard_error": counts.standard_error,
        "margins": [[float(at), float(share)] for at, share in counts.margins],
    }


def _habit(habit: Habit) -> dict[str, object]:
    return {
        "option": habit.place,
        "verdict": habit.verdict,
        "first": list(habit.leaders),
        "flip_distance": habit.distance,
    }


def _pair(pair: Pair) -> dict[str, object]:
    return {
        "first": pair.first,
        "second": pair.second,
        "ahead": float(pair.ahead),
        "level": float(pair.level),
    }


def _setting(counts: SettingCounts) -> dict[str, object]:
    witness = counts.witness
    return {
        "share": counts.alone,
        "shared": counts.shared,
        "standard_error": counts.standard_error,
        "witness": None
        if witness is None
        else {question: _option(picks) for question, picks in witness.items()},
        "proven": counts.is_proven,
    }


def _option(picks: Picks) -> str | list[str]:
    return picks[0] if len(picks) == 1 else list(picks)
