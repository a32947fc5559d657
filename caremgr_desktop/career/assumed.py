"""What is taken as given because nobody has something else without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.career.rules import Holds, closed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from caremgr_desktop.career.requirements import Requirements
    from caremgr_desktop.core.person import Have


class Assumed(NamedTuple):
    """A degree or licence that is taken as given because of another, or of studies."""

    id: str
    because: str


def assumed_of(requirements: Requirements, have: Have) -> tuple[Assumed, ...]:
    """Return what is taken as given of somebody, each once."""
    named = [*(item.id for item in have.education if item.is_done), *sorted(have.licences)]
    found = list(_of_studies(requirements, have, named))
    waiting = [*named, *(it.id for it in found)]
    while waiting:
        because = waiting.pop(0)
        held = requirements.held.get(because)
        for each in held.assumes if held is not None else ():
            facts = closed({*named, *(it.id for it in found)}, requirements.counts_as)
            if held is not None and each not in facts and facts.isdisjoint(held.unless):
                found.append(Assumed(each, because))
                waiting.append(each)
    return tuple(found)


def _of_studies(requirements: Requirements, have: Have, named: list[str]) -> Iterator[Assumed]:
    """Yield the one thing that a program under way asks of everybody who begins it."""
    facts = closed(named, requirements.counts_as)
    for item in have.education:
        way = requirements.ways.get(item.id)
        if item.is_done or way is None or not isinstance(way.needs, Holds):
            continue
        if len(way.needs.any_of) == 1 and facts.isdisjoint(way.needs.any_of):
            yield Assumed(way.needs.any_of[0], item.id)
