"""How much of what a credential asks for a person has; pure.

A calendar month counts once for a part of a rule, however many jobs fill it. Jobs side by
side add up their hours, to a whole month at most; part-time months are converted by them.
"""

from __future__ import annotations

from itertools import pairwise
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.career.rules import (
    SUPERVISION,
    Holds,
    Leaf,
    Rule,
    Trained,
    Worked,
    choices,
    closed,
    is_kept,
    works_of,
)
from caremgr_desktop.career.source import MONTHS_PER_YEAR
from caremgr_desktop.core.person import FULL_TIME_HOURS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from caremgr_desktop.core.person import Education, Have, Work

WEEKS_PER_YEAR = 52


class Stretch(NamedTuple):
    """Months in which the same jobs were held: how many, and the hours a week of each part."""

    months: int
    hours: tuple[int, ...]


class Records:
    """Measures what a person has against the leaves of rules, at a month from now.

    ``counts_as`` says for each kind of work which kinds it is; ``implied`` for each
    degree or licence what it counts as; ``assumed`` what is taken as given besides.
    ``is_strict`` counts work as done before a degree where its date isn't known.
    """

    def __init__(
        self,
        have: Have,
        counts_as: Mapping[str, Collection[str]],
        implied: Mapping[str, Collection[str]],
        assumed: Collection[str] = (),
        *,
        is_strict: bool = False,
    ) -> None:
        self._have = have
        self._counts_as = counts_as
        self._implied = implied
        self._assumed = assumed
        self._is_strict = is_strict

    @property
    def said(self) -> frozenset[str]:
        """Every degree and licence that the person named, and what they count as."""
        done = {item.id for item in self._have.education if item.is_done}
        return closed({*done, *self._have.licences}, self._implied)

    @property
    def facts(self) -> frozenset[str]:
        """Every degree and licence that is held now, also what is only assumed."""
        return self.said | closed(self._assumed, self._implied)

    def left(self, rule: Worked, at_month: int) -> int:
        """Return the months of full-time work that are still missing at a month from now.

        What issuers ask for in hours adds up over jobs side by side: their pages count
        hours and are silent on how many one week may bring.
        """
        if not self._have.work:
            return _months_to_work(rule.months, _twelfths(rule))
        stretches = list(self._stretches((rule,), at_month))
        months = rule.months - _months(stretches, rule.full_time_hours)
        return _months_to_work(months, _twelfths(rule) - _done_twelfths(stretches))

    def left_of(
        self, rules: Sequence[Worked], at_month: int = 0, *, is_apart_first: bool = False
    ) -> dict[Worked, int]:
        """Return what is missing of several parts of one rule that are all to be kept.

        A month that counts for a part that stands apart counts for no other. Where both
        ask for it the other one takes it, or the one apart where ``is_apart_first``.
        """
        found = {rule: self.left(rule, at_month) for rule in rules}
        if not self._have.work:
            return found
        for rule in rules:
            for other in rules if rule.is_apart else ():
                if other is not rule:
                    first, second = (rule, other) if is_apart_first else (other, rule)
                    found[second] = max(found[second], self._left_after(first, second, at_month))
        return found

    def _left_after(self, first: Worked, second: Worked, at_month: int) -> int:
        """Return what is missing of a part once another has taken the months that it needs.

        It takes those first that are of no use to the second part, and in the end no more
        than brings it to a whole month.
        """
        whole = lcm(first.full_time_hours, second.full_time_hours)
        rates = [whole // rule.full_time_hours for rule in (first, second)]
        stretches = [
            (months, [min(whole, hour * rate) for hour, rate in zip(hours, rates, strict=True)])
            for months, hours in self._stretches((first, second), at_month)
        ]
        of_first = sum(months * parts[0] for months, parts in stretches)
        of_second = sum(months * parts[1] for months, parts in stretches)
        free = sum(months * min(parts[0], whole - parts[1]) for months, parts in stretches)
        wanted = of_first if first.hours else first.months * whole
        short = -(-max(0, wanted - of_first) // whole)
        taken = max(0, wanted - free - short * whole)
        if second.hours:
            done = second.full_time_hours * WEEKS_PER_YEAR * (of_second - taken) // whole
            return _months_to_work(0, _twelfths(second) - done)
        return max(0, -(-(second.months * whole - of_second + taken) // whole))

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
    def jobs_now(self) -> tuple[Work, ...]:
        """The jobs that the person has today."""
        return tuple(job for job in self._have.work if not job.ended_months_ago)

    def jobs_for(self, rules: Sequence[Worked]) -> list[Work]:
        """Return the jobs of today that count for all of these, that with most hours first."""
        found = [
            job
            for job in self.jobs_now
            if job.is_paid and all(self._is_asked(job, rule) for rule in rules)
        ]
        return sorted(found, key=lambda job: -job.hours_a_week)

    def _is_asked(self, job: Work, rule: Worked) -> bool:
        """Whether a job is of the kind that a rule asks for, and has the supervision."""
        enough = SUPERVISION[SUPERVISION.index(rule.supervision) :]
        return job.supervision in enough and rule.kind in self.kinds_of(job.kind)

    @property
    def kinds_now(self) -> frozenset[str]:
        """The kinds of work that the person does today, with all that they count as."""
        kinds = (job.kind for job in self.jobs_now)
        return frozenset(kind for job in kinds for kind in (job, *self.kinds_of(job)))

    def kinds_of(self, kind: str) -> Collection[str]:
        """Return the kinds of work that a kind counts as."""
        return self._counts_as.get(kind, (kind,))

    def keeps(self, rule: Rule, at_month: int = 0) -> bool:
        """Whether a rule is kept with what the person has."""
        facts = self.facts

        def has(leaf: Leaf) -> bool:
            if isinstance(leaf, Holds):
                return not facts.isdisjoint(leaf.any_of)
            if isinstance(leaf, Worked):
                return self.left(leaf, at_month) == 0
            return self.hours_left(leaf, at_month) == 0

        if not is_kept(rule, has):
            return False
        return any(
            all(has(leaf) for leaf in (*held, *leaves))
            and not any(self.left_of(works_of(leaves), at_month).values())
            for held, leaves in choices(rule)
        )

    def _stretches(self, rules: tuple[Worked, ...], at_month: int) -> Iterator[Stretch]:
        """Yield the stretches of the past in which any job counts for one of the rules."""
        spans = [
            (place, work.ended_months_ago, work.ended_months_ago + months, work.hours_a_week)
            for place, rule in enumerate(rules)
            for work in self._have.work
            if (months := self.counted(work, rule, at_month))
        ]
        ends = sorted({end for _, until, since, _ in spans for end in (until, since)})
        for until, since in pairwise(ends):
            hours = [0] * len(rules)
            for place, last, first, a_week in spans:
                if last <= until and since <= first:
                    hours[place] += a_week
            yield Stretch(since - until, tuple(hours))

    def counted(self, work: Work, rule: Worked, at_month: int = 0) -> int:
        """Return the months of a job that count for a rule: its kind, in the window, and so on."""
        return self.span(work, rule, at_month) if work.is_paid and self._is_asked(work, rule) else 0

    def span(self, work: Work, rule: Worked, at_month: int = 0) -> int:
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
        if not closed(self._assumed, self._implied).isdisjoint(degrees):
            since.append(self._unknown)
        return max(since, default=0)

    def _ago(self, item: Education) -> int:
        return self._unknown if item.finished_months_ago is None else item.finished_months_ago

    @property
    def _unknown(self) -> int:
        """How long ago something was finished of which that isn't known."""
        if self._is_strict:
            return 0
        return sum(work.months + work.ended_months_ago for work in self._have.work)


def _months(stretches: Sequence[Stretch], whole: int) -> int:
    return sum(it.months * min(whole, it.hours[0]) for it in stretches) // whole


def _twelfths(rule: Worked) -> int:
    """Return the hours that a rule asks for in twelfths: a month at any hours is whole in them."""
    return rule.hours * MONTHS_PER_YEAR


def _done_twelfths(stretches: Sequence[Stretch]) -> int:
    """Return the hours that were worked, in twelfths of an hour."""
    return sum(it.months * it.hours[0] for it in stretches) * WEEKS_PER_YEAR


def _months_to_work(months: int, twelfths: int) -> int:
    """Return how long a full-time job takes to bring both months and twelfths of hours."""
    return max(0, months, -(-twelfths // (FULL_TIME_HOURS * WEEKS_PER_YEAR)))
