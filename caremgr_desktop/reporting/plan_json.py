"""What stands between a person and a credential, as plain values."""

from caremgr_desktop.career.outcome import Leaving, Outcome, Plan, PlanStep


def outcome_as_json(outcome: Outcome) -> dict[str, object]:
    """Return an outcome as builtins for JSON; a price that was not found is None.

    The soonest plan comes first and the cheapest last; months count from now.
    """
    return {
        "eligible_now": outcome.is_eligible_now,
        "already_held": outcome.is_held,
        "plans": [_plan(plan) for plan in outcome.plans],
        "blocked": [
            {"text": said.text, "source": list(said.sources)} for said in outcome.does_not_count
        ],
        "not_counted": [it._asdict() for it in outcome.uncounted],
        "assumed": [it._asdict() for it in outcome.assumed],
        "is_degree_date_assumed": outcome.is_date_assumed,
        "is_degree_unnamed": outcome.is_degree_unnamed,
    }


def _plan(plan: Plan) -> dict[str, object]:
    return {
        "months": plan.months,
        "months_high": plan.months_high,
        "cost_usd": plan.cost_usd,
        "cost_high_usd": plan.cost_high_usd,
        "is_cost_whole": plan.is_cost_whole,
        "steps": [_step(step) for step in plan.steps],
        "leaves": [_leaving(it) for it in plan.leaves],
    }


def _leaving(it: Leaving) -> dict[str, object]:
    return {
        "title": it.title,
        "finishing_months": it.months,
        "finishing_usd": it.cost_usd,
        "is_finishing_cost_whole": it.is_cost_whole,
        "is_same_program": it.is_same,
    }


def _step(step: PlanStep) -> dict[str, object]:
    return {
        "id": step.id,
        "kind": step.kind,
        "title": step.title,
        "start_month": step.start_month,
        "end_month": step.end_month,
        "cost_usd": step.cost_usd,
        "cost_high_usd": step.cost_high_usd,
        "is_cost_estimated": step.is_estimated,
        "cost_note": step.cost_note,
        "supervision": step.supervision,
        "is_current_job": step.is_current,
        "hours_left": step.hours_left,
        "why": step.why,
        "asked": list(step.asked),
        "source": list(step.sources),
        "confidence": step.confidence,
    }
