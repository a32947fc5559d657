"""The ways to degrees and licences, the kinds of work, and what each credential asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from caremgr_desktop.career.credential import Step
from caremgr_desktop.career.rules import NOTHING, Rule, trained_in
from caremgr_desktop.career.source import Statement
from caremgr_desktop.core.person import Have

STUDY = "study"
EDUCATION = "education"
LICENSES = ("license", "certificate")
"""As what the ids are asked for that stand under ``licences`` of what a person has."""


@dataclass(frozen=True, slots=True)
class Held:
    """A degree, a license or a certificate, and what it counts as.

    ``asked`` says as what a person is asked for it: education, license or certificate;
    empty for what follows from others alone. ``assumes`` is what nobody has it without: it
    is taken as given ``unless`` one of some others is held.
    """

    title: str
    counts_as: tuple[str, ...] = ()
    asked: str = ""
    assumes: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


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
    """A credential: its rule, the step of applying for it, and what does not count.

    ``apply_instead`` are steps for those who don't hold what ``apply`` needs. Whoever holds
    one of ``held_by`` has the credential.
    """

    id: str
    rule: Rule
    apply: Step
    excludes: tuple[Exclusion, ...] = ()
    apply_instead: tuple[Step, ...] = ()
    held_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tuition:
    """What a year of study is counted at where no price of the program was found."""

    usd_a_year: int
    says: Statement


@dataclass(frozen=True, slots=True)
class Requirements:
    """All of it; ``courses`` are the steps that stand for hours of continuing education."""

    held: Mapping[str, Held]
    ways: Mapping[str, Way]
    work: Mapping[str, WorkKind]
    courses: Mapping[str, Step]
    goals: Mapping[str, Goal]
    tuition: Tuition

    @property
    def implied(self) -> Mapping[str, tuple[str, ...]]:
        """What each degree or licence counts as."""
        return {key: held.counts_as for key, held in self.held.items()}

    @property
    def counts_as(self) -> Mapping[str, tuple[str, ...]]:
        """What each degree or licence counts as, and each program what it gives."""
        return {**{key: way.gives for key, way in self.ways.items()}, **self.implied}

    @property
    def topics(self) -> Mapping[str, Step]:
        """The step that stands for courses on each topic that some credential asks for."""
        leaves = (leaf for goal in self.goals.values() for leaf in trained_in(goal.rule))
        return {leaf.topic: self.courses[leaf.step] for leaf in leaves}

    def way_to_hold(self, held_id: str) -> Way | None:
        """Return a way to a degree of which no program is known; None for what is none."""
        held = self.held.get(held_id)
        if held is None or held.asked != EDUCATION:
            return None
        says = self.tuition.says
        step = Step(
            id=held_id,
            kind=STUDY,
            title=held.title,
            months_low=0,
            months_high=0,
            cost_low_usd=None,
            cost_high_usd=None,
            cost_note=says.text,
            why="",
            sources=says.sources,
            confidence=says.confidence,
        )
        return Way(step, NOTHING, (held_id,))

    @property
    def programs(self) -> Mapping[str, str]:
        """What can be under way, by its title: each program, and each degree without one."""
        known = {key: way.step.title for key, way in self.ways.items() if way.step.kind == STUDY}
        given = {held_id for way in self.ways.values() for held_id in way.gives}
        others = {
            key: held.title
            for key, held in self.held.items()
            if held.asked == EDUCATION and key not in given
        }
        return {**known, **others}

    def understood(self, have: Have) -> Have:
        """Return what of somebody's records is known here, as a later version may know less."""
        known, topics = self.counts_as, self.topics
        return Have(
            education=tuple(item for item in have.education if item.id in known),
            licences=frozenset(item for item in have.licences if item in known),
            work=tuple(job for job in have.work if job.kind in self.work),
            ce=tuple(course for course in have.ce if course.topic in topics),
        )
