"""Every way to keep a rule: which steps to take and which jobs to hold, in no order yet."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from caremgr_desktop.career.rules import (
    SUPERVISION,
    AllOf,
    AnyOf,
    Holds,
    Records,
    Rule,
    Trained,
    Worked,
    closed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from caremgr_desktop.career.requirements import Requirements

Leaves = tuple[Worked | Trained, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """A job to hold: its kind, its supervision, and the parts of a rule that it serves."""

    kind: str
    supervision: str
    serves: tuple[Worked, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """Steps to take, jobs to hold and courses to attend; together they keep a rule."""

    ways: frozenset[str]
    jobs: tuple[Job, ...]
    courses: tuple[Trained, ...]


class Cookbook:
    """Finds the recipes for rules under one set of requirements, for one person's records."""

    def __init__(self, requirements: Requirements, records: Records) -> None:
        self._requirements = requirements
        self._records = records
        self._facts = records.facts

    def recipes(self, rule: Rule) -> list[Recipe]:
        """Return every recipe for a rule; none where it can't be kept from here."""
        found: dict[Recipe, None] = {}
        for held, leaves in self._branches(rule):
            missing = [leaf for leaf in leaves if not self._records.keeps(leaf)]
            works = [leaf for leaf in missing if isinstance(leaf, Worked)]
            # What is enough today may have lapsed on the day of the application.
            works += [leaf for leaf in leaves if isinstance(leaf, Worked) and _lapses(leaf)]
            courses = tuple(leaf for leaf in leaves if isinstance(leaf, Trained))
            for jobs in self._jobs(tuple(dict.fromkeys(works))):
                needs = AllOf((*held, *(self._needs_of(job) for job in jobs)))
                for ways in self._ways_to(needs, frozenset()):
                    found[Recipe(ways, jobs, courses)] = None
        return list(found)

    def _branches(self, rule: Rule) -> Iterator[tuple[tuple[Holds, ...], Leaves]]:
        """Yield each choice of leaves that keeps a rule: what is held, and the rest."""
        if isinstance(rule, Holds):
            yield (rule,), ()
        elif isinstance(rule, Worked | Trained):
            yield (), (rule,)
        elif isinstance(rule, AnyOf):
            for part in rule.parts:
                yield from self._branches(part)
        else:
            for parts in product(*(list(self._branches(part)) for part in rule.parts)):
                yield sum((part[0] for part in parts), ()), sum((part[1] for part in parts), ())

    def _jobs(self, works: tuple[Worked, ...]) -> Iterator[tuple[Job, ...]]:
        """Yield each choice of jobs that serves these parts of a rule."""
        for groups in partitions(works):
            if any(len(group) > 1 and any(it.is_apart for it in group) for group in groups):
                continue
            yield from product(*(self._jobs_for(group) for group in groups))

    def _jobs_for(self, group: tuple[Worked, ...]) -> list[Job]:
        """Return the jobs that serve a whole group."""
        wanted = {leaf.kind for leaf in group}
        most = max((leaf.supervision for leaf in group), key=SUPERVISION.index)
        return [
            Job(kind.id, most, group)
            for kind in self._requirements.work.values()
            if wanted <= set(kind.counts_as)
        ]

    def _needs_of(self, job: Job) -> Rule:
        """Return what has to be held before a job begins to count."""
        needs = self._requirements.work[job.kind].needs
        after = [Holds(leaf.after, leaf.says) for leaf in job.serves if leaf.after]
        return AllOf((needs, *after))

    def _ways_to(self, rule: Rule, taken: frozenset[str]) -> Iterator[frozenset[str]]:
        """Yield the sets of ways that lead to all that a rule of degrees and licences asks."""
        if isinstance(rule, Holds):
            yield from self._ways_to_one(rule, taken)
        elif isinstance(rule, AnyOf):
            for part in rule.parts:
                yield from self._ways_to(part, taken)
        elif isinstance(rule, AllOf):
            yield from _unions(list(self._ways_to(part, taken)) for part in rule.parts)

    def _ways_to_one(self, rule: Holds, taken: frozenset[str]) -> Iterator[frozenset[str]]:
        if not self._facts.isdisjoint(rule.any_of):
            yield frozenset()
            return
        for key, way in self._requirements.ways.items():
            gives = closed(way.gives, self._requirements.implied)
            if key not in taken and not gives.isdisjoint(rule.any_of):
                for before in self._ways_to(way.needs, taken | {key}):
                    yield before | {key}


def _lapses(leaf: Worked) -> bool:
    return leaf.within_months is not None


def _unions(choices: Iterable[Sequence[frozenset[str]]]) -> list[frozenset[str]]:
    """Return the union of one of each, every different one once."""
    found: dict[frozenset[str], None] = {frozenset(): None}
    for sets in choices:
        found = {before | chosen: None for before in found for chosen in sets}
    return list(found)


def partitions(items: tuple[Worked, ...]) -> Iterator[tuple[tuple[Worked, ...], ...]]:
    """Yield every way to put items into groups."""
    if not items:
        yield ()
        return
    first, rest = items[0], items[1:]
    for groups in partitions(rest):
        yield ((first,), *groups)
        for index, group in enumerate(groups):
            yield (*groups[:index], (first, *group), *groups[index + 1 :])
