"""The ways to degrees and licences, the kinds of work, and what each credential asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from caremgr_desktop.career.credential import Step
from caremgr_desktop.career.rules import Rule
from caremgr_desktop.career.source import Statement


@dataclass(frozen=True, slots=True)
class Way:
    """A step that gives degrees or licences to whoever holds what it needs.

    What goes ``beside_work`` leaves the day free for a job; everything else that takes
    months fills the day.
    """

    step: Step
    needs: Rule
    gives: tuple[str, ...]
    is_beside_work: bool = False


@dataclass(frozen=True, slots=True)
class WorkKind:
    """A kind of job: what it counts as, and what it needs to be hired for it."""

    id: str
    title: str
    counts_as: tuple[str, ...]
    needs: Rule


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What a credential does not count, said to whom it concerns.

    That is whoever has work that is not paid, where ``is_unpaid``, or one of the
    degrees or licences in ``any_of`` while the rule is not kept.
    """

    says: Statement
    any_of: tuple[str, ...] = ()
    is_unpaid: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """A credential: its rule, the step of applying for it, and what does not count."""

    id: str
    rule: Rule
    apply: Step
    excludes: tuple[Exclusion, ...] = ()


@dataclass(frozen=True, slots=True)
class Tuition:
    """What a year of study is counted at where no price of the program was found."""

    usd_a_year: int
    says: Statement


@dataclass(frozen=True, slots=True)
class Requirements:
    """All of it. ``implied`` says for each degree or licence what it counts as.

    ``courses`` are the steps that stand for hours of continuing education.
    """

    implied: Mapping[str, tuple[str, ...]]
    ways: Mapping[str, Way]
    work: Mapping[str, WorkKind]
    courses: Mapping[str, Step]
    goals: Mapping[str, Goal]
    tuition: Tuition

    @property
    def counts_as(self) -> Mapping[str, tuple[str, ...]]:
        """What each degree or licence counts as, and each program what it gives."""
        return {**{key: way.gives for key, way in self.ways.items()}, **self.implied}
