"""What a credential asks for, as a tree, and how much of it a person has; pure.

Months and hours of work add up over jobs. Part-time months are converted by their hours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caremgr_desktop.career.source import MONTHS_PER_YEAR, Statement
from caremgr_desktop.core.person import FULL_TIME_HOURS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from caremgr_desktop.core.person import Education, Have, Work

SUPERVISION = ("none", "some", "ccm")
"""From the least that a rule may ask for to the most; more counts as less."""
WEEKS_PER_YEAR = 52


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
NOTHING = AllOf(())
"""A rule that everybody keeps."""


class Records:
    """Measures what a person has against the leaves of rules, at a month from now.

    ``counts_as`` says for each kind of work which kinds it is; ``implied`` for each
    degree or licence what it counts as.
    """

    def __init__(
        self,
        have: Have,
        counts_as: Mapping[str, Collection[str]],
        implied: Mapping[str, Collection[str]],
    ) -> None:
        self._have = have
        self._counts_as = counts_as
        self._implied = implied

    @property
    def facts(self) -> frozenset[str]:
        """Every degree and licence that is held now, and what they count as."""
        done = {item.id for item in self._have.education if item.is_done}
        return closed({*done, *self._have.licences}, self._implied)

    def left(self, rule: Worked, at_month: int) -> int:
        """Return the months of full-time work that are still missing at a month from now."""
        months = rule.months - sum(self._months(work, rule, at_month) for work in self._of(rule))
        hours = rule.hours - sum(self._hours(work, rule, at_month) for work in self._of(rule))
        return max(0, months, -(-hours * MONTHS_PER_YEAR // (FULL_TIME_HOURS * WEEKS_PER_YEAR)))

    def hours_left(self, rule: Trained, at_month: int) -> int:
        """Return the hours of courses that are still missing at a month from now."""
        hours = sum(
            course.hours
            for course in self._have.ce
            if course.topic == rule.topic
            and (rule.within_months is None or course.months_ago + at_month <= rule.within_months)
        )
        return max(0, rule.hours - hours)

    @property
    def kinds_now(self) -> frozenset[str]:
        """The kinds of work that the person does today, with all that they count as."""
        now = (job.kind for job in self._have.work if not job.ended_months_ago)
        return frozenset(kind for job in now for kind in (job, *self._counts_as.get(job, ())))

    def keeps(self, rule: Rule, at_month: int = 0) -> bool:
        """Whether a rule is kept with what the person has."""
        facts = self.facts

        def has(leaf: Leaf) -> bool:
            if isinstance(leaf, Holds):
                return not facts.isdisjoint(leaf.any_of)
            if isinstance(leaf, Worked):
                return self.left(leaf, at_month) == 0
            return self.hours_left(leaf, at_month) == 0

        return is_kept(rule, has)

    def _of(self, rule: Worked) -> list[Work]:
        """Return the jobs that count for a rule, in part at least."""
        enough = SUPERVISION[SUPERVISION.index(rule.supervision) :]
        return [
            work
            for work in self._have.work
            if work.is_paid
            and rule.kind in self._counts_as.get(work.kind, (work.kind,))
            and work.supervision in enough
        ]

    def _span(self, work: Work, rule: Worked, at_month: int) -> int:
        """Return the months of a job that lie inside the rule's window, after its degree."""
        months = work.months
        if rule.within_months is not None:
            months = min(months, rule.within_months - work.ended_months_ago - at_month)
        if rule.after:
            months = min(months, self._months_since(rule.after) - work.ended_months_ago)
        return max(0, months)

    def _months_since(self, degrees: Collection[str]) -> int:
        """Return how long ago the first of these degrees was finished; long where unknown."""
        since = [
            self._ago(item)
            for item in self._have.education
            if item.is_done and not closed({item.id}, self._implied).isdisjoint(degrees)
        ]
        return max(since, default=0)

    def _ago(self, item: Education) -> int:
        longest = sum(work.months + work.ended_months_ago for work in self._have.work)
        return longest if item.finished_months_ago is None else item.finished_months_ago

    def _months(self, work: Work, rule: Worked, at_month: int) -> int:
        span = self._span(work, rule, at_month)
        return min(span, span * work.hours_a_week // max(1, rule.full_time_hours))

    def _hours(self, work: Work, rule: Worked, at_month: int) -> int:
        span = self._span(work, rule, at_month)
        return span * work.hours_a_week * WEEKS_PER_YEAR // MONTHS_PER_YEAR


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
