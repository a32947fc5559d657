"""Programs that are under way, as ways to their end."""

from collections.abc import Mapping
from dataclasses import replace

from caremgr_desktop.career.requirements import Requirements, Way
from caremgr_desktop.career.rules import NOTHING
from caremgr_desktop.core.person import Have

UNDER_WAY = "finish_"
"""Begins the id of a step that ends a program which is under way."""


def with_under_way(requirements: Requirements, have: Have) -> Requirements:
    """Return the requirements with a way to the end of each program that is under way.

    It is left out as a new program where going on with it is no slower.
    """
    ways = dict(requirements.ways)
    ends: dict[str, Way] = {}
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
        ends[step.id] = Way(step, NOTHING, way.gives, way.is_beside_work)
        if left <= way.step.months_low:
            ways.pop(item.id, None)
    return replace(requirements, ways={**ends, **ways})  # Of two alike, that to the end is taken.


def begun_afresh(ways: Mapping[str, Way], finish_id: str) -> frozenset[str]:
    """Return the ways that are the program which a way ends, begun as if it were new."""
    end, program = ways[finish_id], finish_id.removeprefix(UNDER_WAY)
    return frozenset(
        key
        for key, way in ways.items()
        if key == program
        or (way.gives == end.gives and way.needs == NOTHING and not key.startswith(UNDER_WAY))
    )


def _share(cost_usd: int | None, months_left: int, months: int) -> int | None:
    return None if cost_usd is None else cost_usd * months_left // months
