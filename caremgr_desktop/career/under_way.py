"""Programs that are under way, as ways to their end."""

from dataclasses import replace

from caremgr_desktop.career.requirements import Requirements, Way
from caremgr_desktop.career.rules import NOTHING
from caremgr_desktop.core.person import Have

UNDER_WAY = "finish_"
"""Begins the id of a step that ends a program which is under way."""


def with_under_way(requirements: Requirements, have: Have) -> Requirements:
    """Return the requirements with a way to the end of each program that is under way."""
    ways = dict(requirements.ways)
    most_left_first = sorted(have.education, key=lambda item: -item.months_left)
    for item in most_left_first:  # Of the same program twice, the one that ends first counts.
        way = requirements.ways.get(item.id) or requirements.way_to_hold(item.id)
        if item.is_done or way is None:
            continue
        left = item.months_left
        total = max(way.step.months_low, left, 1)
        step = replace(
            way.step,
            id=f"{UNDER_WAY}{item.id}",
            months_low=left,
            months_high=left,
            cost_low_usd=_share(way.step.cost_low_usd, left, total),
            cost_high_usd=_share(way.step.cost_high_usd, left, total),
        )
        ways[step.id] = Way(step, NOTHING, way.gives, way.is_beside_work)
    return replace(requirements, ways=ways)


def _share(cost_usd: int | None, months_left: int, months: int) -> int | None:
    return None if cost_usd is None else cost_usd * months_left // months
