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
        later = _later(requirements, have, because)
        earlier = {it for it in named if it not in later}
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


def _later(requirements: Requirements, have: Have, held_id: str) -> set[str]:
    """Return the finished programs that came after something was held.

    They ask for it, or were finished after the first job that nobody has without it.
    """
    jobs = (job for job in have.work if _opens(requirements, held_id, job.kind))
    since = max((job.ended_months_ago + job.months for job in jobs), default=0)
    return {
        item.id
        for item in have.education
        if held_id in _asked_by(requirements, item.id)
        or (item.finished_months_ago is not None and item.finished_months_ago < since)
    }


def _opens(requirements: Requirements, held_id: str, kind: str) -> bool:
    """Whether a kind of work asks for one thing, and this is it."""
    needs = requirements.work[kind].needs
    return isinstance(needs, Holds) and needs.any_of == (held_id,)


def _asked_by(requirements: Requirements, program: str) -> tuple[str, ...]:
    """Return what opens a program; empty where nothing does, or not one thing alone."""
    way = requirements.ways.get(program)
    return way.needs.any_of if way is not None and isinstance(way.needs, Holds) else ()
