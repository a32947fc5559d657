"""The shape of the files on plans: what credentials ask, and what a person has."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from caremgr_desktop.content.schema import (
    Confidence,
    CredentialId,
    Dollars,
    Identifier,
    MaybeText,
    Months,
    Name,
    SourceIds,
    StatementItem,
)


class RuleItem(Struct, forbid_unknown_fields=True):
    """A part of a rule: ``all`` or ``any`` of other parts, or one thing that is asked for.

    That is a degree or license under ``holds``, months or hours of ``work`` of one kind, or
    hours of courses under ``course``; each with a text and its sources.
    """

    all: list["RuleItem"] | None = None
    any: list["RuleItem"] | None = None
    holds: list[Identifier] | None = None
    work: Identifier | None = None
    course: Identifier | None = None
    months: Months = 0
    hours: Annotated[int, Meta(ge=0, le=100_000)] = 0
    supervision: Literal["none", "some", "ccm"] = "none"
    full_time_hours: Annotated[int, Meta(ge=1, le=80)] = 35
    within_months: Months | None = None
    after: list[Identifier] = []
    is_apart: bool = False
    step: MaybeText = ""
    text: MaybeText = ""
    sources: SourceIds = []
    confidence: Confidence | None = None


class HeldItem(Struct, forbid_unknown_fields=True):
    """A degree, license or certificate, and what it counts as.

    ``asked`` says as which a person may name it; ``assumes`` what nobody has it without,
    which is taken as given ``unless`` one of some others is held.
    """

    title: Name
    counts_as: list[Identifier] = []
    asked: Literal["education", "license", "certificate"] | None = None
    assumes: list[Identifier] = []
    unless: list[Identifier] = []


class WayItem(Struct, forbid_unknown_fields=True):
    """What a step gives to whoever holds what it needs; ``beside_work`` says why it can be so."""

    gives: list[Identifier]
    needs: RuleItem | None = None
    beside_work: MaybeText = ""


class WorkKindItem(Struct, forbid_unknown_fields=True):
    """A kind of job, what it counts as, and what it needs to be hired for it."""

    title: Name
    counts_as: list[Identifier]
    needs: RuleItem


class ExclusionItem(Struct, forbid_unknown_fields=True):
    """What does not count, and whom that concerns."""

    says: StatementItem
    any_of: list[Identifier] = []
    is_unpaid: bool = False


class GoalItem(Struct, forbid_unknown_fields=True):
    """What a credential asks, and the step of applying for it.

    ``apply_instead`` are steps for those who don't hold what ``apply`` needs; ``held_by``
    says with which of its own or other licenses a person has it already.
    """

    apply: Identifier
    rule: RuleItem
    apply_instead: list[Identifier] = []
    held_by: list[Identifier] = []
    excludes: list[ExclusionItem] = []


class TuitionItem(Struct, forbid_unknown_fields=True):
    """What a year of study is counted at where no price was found."""

    usd_a_year: Dollars
    says: StatementItem


class RequirementsFile(Struct, forbid_unknown_fields=True):
    """The rules of credentials in a form that can be reckoned with."""

    tuition: TuitionItem
    held: dict[Identifier, HeldItem]
    ways: dict[Identifier, WayItem]
    work: dict[Identifier, WorkKindItem]
    courses: list[Identifier]
    credentials: dict[CredentialId, GoalItem]


class EducationEntry(Struct, forbid_unknown_fields=True):
    """A program that is done, or under way with months left; ids are those of held and ways."""

    id: Identifier
    months_left: Months = 0
    finished_months_ago: Months | None = None


class WorkEntry(Struct, forbid_unknown_fields=True):
    """So many months in one job; ``kind`` is one of those under work."""

    kind: Identifier
    months: Months
    hours_a_week: Annotated[int, Meta(ge=1, le=100)] = 40
    supervision: Literal["none", "some", "ccm"] = "none"
    ended_months_ago: Months = 0
    is_paid: bool = True


class CourseEntry(Struct, forbid_unknown_fields=True):
    """Hours of continuing education; ``topic`` is a course that a rule asks for."""

    topic: Identifier
    hours: Annotated[int, Meta(ge=0, le=10_000)]
    months_ago: Months = 0


class HaveFile(Struct, forbid_unknown_fields=True):
    """What a person already has; every part may be left out."""

    education: list[EducationEntry] = []
    licences: list[Identifier] = []
    work: list[WorkEntry] = []
    ce: list[CourseEntry] = []
