"""Every way to keep a rule: which steps to take and which jobs to hold, in no order yet."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations, product
from typing import TYPE_CHECKING

from caremgr_desktop.career.rules import (
    NOTHING,
    SUPERVISION,
    AllOf,
    AnyOf,
    Holds,
    Rule,
    Trained,
    Worked,
    choices,
    closed,
    holds,
    works_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from caremgr_desktop.career.records import Records
    from caremgr_desktop.career.requirements import Requirements, WorkKind

    CanHelp = Callable[[frozenset[str]], bool]

Ways = frozenset[str]
Known = dict[tuple[tuple[str, ...], Ways], list[Ways]]


@dataclass(frozen=True, slots=True)
class Job:
    """A job to hold: its kind, its supervision, and the parts of a rule that it serves.

    ``counts_as`` are the kinds of work that it is.
    """

    kind: str
    supervision: str
    serves: tuple[Worked, ...]
    counts_as: tuple[str, ...]

    def adds_to(self, leaf: Worked) -> bool:
        """Whether its months also count for a part of a rule that another job serves.

        What has to lie in a window or after a degree is left to its own job.
        """
        is_free = leaf.within_months is None and not leaf.after and not leaf.is_apart
        is_led = SUPERVISION.index(self.supervision) >= SUPERVISION.index(leaf.supervision)
        is_apart = any(other.is_apart for other in self.serves)
        return is_free and is_led and not is_apart and leaf.kind in self.counts_as


@dataclass(frozen=True, slots=True)
class Branch:
    """One choice among those that a rule leaves: what has to be held, the jobs, the courses.

    ``needs`` is all that has to be held, ``held`` what of it the rule itself asks for,
    ``works`` every part that asks for work. A job lasts as long as is left once the jobs
    before it are counted. ``is_apart_first`` says which part takes a month of the past that
    two parts ask for and one may have.
    """

    needs: Rule
    jobs: tuple[Job, ...]
    courses: tuple[Trained, ...]
    held: tuple[Holds, ...]
    works: tuple[Worked, ...]
    is_apart_first: bool = False


@dataclass(frozen=True, slots=True)
class Recipe:
    """Steps to take for a branch: together with its jobs and courses they keep a rule."""

    ways: frozenset[str]
    branch: Branch


class Cookbook:
    """Finds the recipes for rules under one set of requirements, for one person's records."""

    def __init__(self, requirements: Requirements, records: Records) -> None:
        self._requirements = requirements
        self._records = records
        self._facts = records.facts
        self._givers: dict[tuple[str, ...], list[str]] = {}
        implied = requirements.implied
        self._gives = {key: closed(way.gives, implied) for key, way in requirements.ways.items()}
        given = {each for way in requirements.ways.values() for each in way.gives}
        self._closed = [(each, closed((each,), implied)) for each in sorted(given)]
        self._kinds_now = records.kinds_now
        self._openers: dict[str, frozenset[str] | None] = {}

    def branches(self, rule: Rule) -> Iterator[Branch]:
        """Yield every choice of degrees, licences, jobs and courses that keeps a rule."""
        for held, leaves in choices(rule):
            works = works_of(leaves)
            courses = tuple(leaf for leaf in leaves if isinstance(leaf, Trained))
            for is_apart_first in self._splits(works):
                left = self._records.left_of(works, is_apart_first=is_apart_first)
                # What is enough today may have lapsed on the day of the application.
                open_works = tuple(it for it in works if _lapses(it) or left[it])
                for jobs in self._jobs(open_works):
                    needs = self._needs((*held, *(self.needs_of(job) for job in jobs)))
                    yield Branch(needs, jobs, courses, held, works, is_apart_first)

    def _splits(self, works: tuple[Worked, ...]) -> tuple[bool, ...]:
        """Return the ways to deal out the months of the past that make a difference."""
        ways = [self._records.left_of(works, is_apart_first=first) for first in (False, True)]
        return (False,) if ways[0] == ways[1] else (False, True)

    def _needs(self, rules: tuple[Rule, ...]) -> Rule:
        """Return one rule of several without what is asked for twice, or held already."""
        parts: dict[object, Rule] = {}
        waiting = list(rules)
        while waiting:
            rule = waiting.pop(0)
            if isinstance(rule, AllOf):
                waiting.extend(rule.parts)
            elif isinstance(rule, Holds):
                if self._facts.isdisjoint(rule.any_of):
                    parts.setdefault(rule.any_of, rule)
            else:
                parts.setdefault(rule, rule)
        return AllOf(tuple(parts.values()))

    def _jobs(self, works: tuple[Worked, ...]) -> Iterator[tuple[Job, ...]]:
        """Yield each choice of jobs that serves these parts, in each order that matters."""
        for groups in partitions(works):
            if any(len(group) > 1 and any(it.is_apart for it in group) for group in groups):
                continue
            for jobs in product(*(self._jobs_for(group, works) for group in groups)):
                yield from permutations(jobs) if _is_order_seen(jobs) else (jobs,)

    def _jobs_for(self, group: tuple[Worked, ...], works: tuple[Worked, ...]) -> list[Job]:
        """Return the jobs that serve a whole group, without those that earlier ones stand for."""
        wanted = {leaf.kind for leaf in group}
        asked = {leaf.kind for leaf in works}
        most = max((leaf.supervision for leaf in group), key=SUPERVISION.index)
        found: list[WorkKind] = []
        for kind in self._requirements.work.values():
            serves = wanted <= set(kind.counts_as)
            if serves and not any(self._stands_for(other, kind, asked) for other in found):
                found.append(kind)
        return [Job(kind.id, most, group, kind.counts_as) for kind in found]

    def _stands_for(self, one: WorkKind, other: WorkKind, asked: set[str]) -> bool:
        """Whether who can have a job can have another one that counts for no less."""
        if not asked.intersection(other.counts_as) <= set(one.counts_as):
            return False
        needs = self._needs_to_begin(one.id)
        if holds(self._facts, needs):
            return True
        ours, theirs = self._openers_of(one.id), self._openers_of(other.id)
        return ours is not None and theirs is not None and theirs <= ours

    def _openers_of(self, kind: str) -> frozenset[str] | None:
        """Return all that can be reached and opens a job; None where one thing is not enough."""
        if kind not in self._openers:
            needs = self._needs_to_begin(kind)
            parts = needs.parts if isinstance(needs, AnyOf) else (needs,)
            wanted = {each for it in parts if isinstance(it, Holds) for each in it.any_of}
            is_simple = all(isinstance(it, Holds) for it in parts)
            openers = (each for each, as_well in self._closed if not as_well.isdisjoint(wanted))
            self._openers[kind] = frozenset(openers) if is_simple else None
        return self._openers[kind]

    def gives(self, key: str) -> frozenset[str]:
        """Return all that a way gives, with what that counts as."""
        return self._gives[key]

    def needs_of(self, job: Job) -> Rule:
        """Return what has to be held before a job begins to count.

        Whoever does such work now was hired for it.
        """
        needs = self._needs_to_begin(job.kind)
        after = [Holds(leaf.after, leaf.says) for leaf in job.serves if leaf.after]
        return AllOf((needs, *after))

    def _needs_to_begin(self, kind: str) -> Rule:
        is_done_now = kind in self._kinds_now
        return NOTHING if is_done_now else self._requirements.work[kind].needs

    def lean(
        self, rule: Rule, can_help: CanHelp, ways: Ways = frozenset(), taken: Ways = frozenset()
    ) -> Iterator[Ways]:
        """Yield sets of ways that keep a rule, none of which asks for a thing twice.

        A set that ``can_help`` refuses is left out with all that holds it.
        """
        if isinstance(rule, Holds):
            yield from self._lean_one(rule, can_help, ways, taken)
        elif isinstance(rule, AnyOf):
            for part in rule.parts:
                yield from self.lean(part, can_help, ways, taken)
        elif isinstance(rule, AllOf):
            yield from self._lean_all(rule.parts, can_help, ways, taken)

    def _lean_all(
        self, parts: tuple[Rule, ...], can_help: CanHelp, ways: Ways, taken: Ways
    ) -> Iterator[Ways]:
        if not parts:
            yield ways
            return
        for one in self.lean(parts[0], can_help, ways, taken):
            if can_help(one | taken):  # The bar may have been raised since.
                yield from self._lean_all(parts[1:], can_help, one, taken)

    def _lean_one(self, rule: Holds, can_help: CanHelp, ways: Ways, taken: Ways) -> Iterator[Ways]:
        if not self._held(ways).isdisjoint(rule.any_of):
            yield ways
            return
        for key in self._ways_giving(rule, taken):
            if not can_help(ways | taken | {key}):
                continue
            needs = self._requirements.ways[key].needs
            for before in self.lean(needs, can_help, ways, taken | {key}):
                if can_help(before | {key}):
                    yield before | {key}

    def _held(self, ways: Ways) -> frozenset[str]:
        return self._facts.union(*(self._gives[key] for key in ways))

    def full(self, rule: Rule, can_help: CanHelp) -> list[Ways]:
        """Return every set of ways that keeps a rule, also those that go two ways at once.

        A set that ``can_help`` refuses is left out with all that holds it.
        """
        return self._full(rule, can_help, frozenset(), {})

    def _full(self, rule: Rule, can_help: CanHelp, taken: Ways, known: Known) -> list[Ways]:
        if isinstance(rule, Holds):
            key = (rule.any_of, taken)
            if key not in known:
                known[key] = self._full_one(rule, can_help, taken, known)
            return known[key]
        if isinstance(rule, AnyOf):
            parts = [self._full(part, can_help, taken, known) for part in rule.parts]
            return list(dict.fromkeys(ways for part in parts for ways in part))
        found: dict[Ways, None] = {frozenset(): None}
        for part in rule.parts if isinstance(rule, AllOf) else ():
            sets = self._full(part, can_help, taken, known)
            unions = {before | chosen: None for before in found for chosen in sets}
            found = {ways: None for ways in unions if can_help(ways | taken)}
        return list(found)

    def _full_one(self, rule: Holds, can_help: CanHelp, taken: Ways, known: Known) -> list[Ways]:
        if not self._facts.isdisjoint(rule.any_of):
            return [frozenset()]
        found: dict[Ways, None] = {}
        for key in self._ways_giving(rule, taken):
            path = taken | {key}
            if can_help(path):
                needs = self._requirements.ways[key].needs
                for before in self._full(needs, can_help, path, known):
                    found[before | {key}] = None
        return list(found)

    def _months(self, key: str) -> int:
        return self._requirements.ways[key].step.months_low

    def _ways_giving(self, rule: Holds, taken: Ways) -> Iterator[str]:
        """Yield the ways that give what a rule asks for, without those that need it."""
        if rule.any_of not in self._givers:
            found = [key for key, gives in self._gives.items() if not gives.isdisjoint(rule.any_of)]
            self._givers[rule.any_of] = sorted(found, key=self._months)
        return (key for key in self._givers[rule.any_of] if key not in taken)


def _is_order_seen(jobs: tuple[Job, ...]) -> bool:
    """Whether months of one job count for what another serves."""
    return any(
        job.adds_to(leaf)
        for job in jobs
        for other in jobs
        if other is not job
        for leaf in other.serves
    )


def _lapses(leaf: Worked) -> bool:
    return leaf.within_months is not None


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
