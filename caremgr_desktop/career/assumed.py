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
    found = {it.id: it for it in _of_studies(requirements, have, named)}
    waiting = [*named, *found]
    while waiting:
        because = waiting.pop(0)
        held = requirements.held.get(because)
        earlier = {it for it in named if because not in _asked_by(requirements, it)}
        for each in held.assumes if held is not None else ():
            facts = closed({*earlier, *found}, requirements.counts_as)
            if held is not None and each not in facts and facts.isdisjoint(held.unless):
                found[each] = Assumed(each, because)
                waiting.append(each)
    return tuple(found.values())


def _of_studies(requirements: Requirements, have: Have, named: list[str]) -> Iterator[Assumed]:
    """Yield the one thing that a program asks of everybody who begins it.

    That was there before the program, whether it is under way or done.
    """
    for item in have.education:
        earlier = {it for it in named if it != item.id}
        asked = _asked_by(requirements, item.id)
        if len(asked) == 1 and closed(earlier, requirements.counts_as).isdisjoint(asked):
            yield Assumed(asked[0], item.id)


def _asked_by(requirements: Requirements, program: str) -> tuple[str, ...]:
    """Return what opens a program; empty where nothing does, or not one thing alone."""
    way = requirements.ways.get(program)
    return way.needs.any_of if way is not None and isinstance(way.needs, Holds) else ()
