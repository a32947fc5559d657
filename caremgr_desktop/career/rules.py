"""What a credential asks for, as a tree; pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from caremgr_desktop.career.source import Statement

SUPERVISION = ("none", "some", "ccm")
"""From the least that a rule may ask for to the most; more counts as less."""


@dataclass(frozen=True, slots=True)
class Holds:
    """A degree or a licence: any of these ids."""

    any_of: tuple[str, ...]
    says: Statement


@dataclass(frozen=True, slots=True)
class Worked:
    """Paid work of one kind: so many full-time months and hours, 0 for none.

    ``full_time_hours`` a week make a month a whole one. ``within_months`` before the
    application, None for ever; ``after`` any of these degrees, where the rule says so.
    What is ``apart`` comes on top: no month counts for it and for another part.
    """

    kind: str
    months: int
    hours: int
    says: Statement
    supervision: str = "none"
    full_time_hours: int = 35
    within_months: int | None = None
    after: tuple[str, ...] = ()
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class Trained:
    """Hours of continuing education on a topic; ``step`` is what stands for them in a plan."""

    topic: str
    hours: int
    step: str
    says: Statement
    within_months: int | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of these."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of these."""

    parts: tuple[Rule, ...]


Leaf = Holds | Worked | Trained
Rule = Leaf | AllOf | AnyOf
Choice = tuple[tuple[Holds, ...], tuple[Worked | Trained, ...]]
"""Leaves that together keep a rule: what is held, and the rest."""
NOTHING = AllOf(())
"""A rule that everybody keeps."""


def is_kept(rule: Rule, has: Callable[[Leaf], bool]) -> bool:
    """Whether a rule is kept by somebody who has some of its leaves."""
    if isinstance(rule, AllOf):
        return all(is_kept(part, has) for part in rule.parts)
    if isinstance(rule, AnyOf):
        return any(is_kept(part, has) for part in rule.parts)
    return has(rule)


def holds(facts: frozenset[str], rule: Rule) -> bool:
    """Whether a rule of degrees and licences is kept by these alone."""

    def has(leaf: Leaf) -> bool:
        return isinstance(leaf, Holds) and not facts.isdisjoint(leaf.any_of)

    return is_kept(rule, has)


def closed(ids: Collection[str], implied: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Return these ids with all that they count as, and what that counts as."""
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(implied.get(one, ()))
    return frozenset(found)


def trained_in(rule: Rule) -> list[Trained]:
    """Return every part of a rule that asks for courses."""
    if isinstance(rule, AllOf | AnyOf):
        return [leaf for part in rule.parts for leaf in trained_in(part)]
    return [rule] if isinstance(rule, Trained) else []


def works_of(leaves: tuple[Worked | Trained, ...]) -> tuple[Worked, ...]:
    """Return the parts that ask for work, each once."""
    return tuple(dict.fromkeys(leaf for leaf in leaves if isinstance(leaf, Worked)))


def choices(rule: Rule) -> Iterator[Choice]:
    """Yield each choice of leaves that keeps a rule."""
    if isinstance(rule, Holds):
        yield (rule,), ()
    elif isinstance(rule, Worked | Trained):
        yield (), (rule,)
    elif isinstance(rule, AnyOf):
        for part in rule.parts:
            yield from choices(part)
    else:
        for parts in product(*(list(choices(part)) for part in rule.parts)):
            yield sum((part[0] for part in parts), ()), sum((part[1] for part in parts), ())
