"""Looks again at a rule for plans that time and money at the least don't show; pure."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from caremgr_desktop.career.recipes import Recipe
from caremgr_desktop.career.timetable import ENDLESS

if TYPE_CHECKING:
    from caremgr_desktop.career.recipes import Ways
    from caremgr_desktop.career.rules import Rule
    from caremgr_desktop.career.search import Draft, Search


class Steadier:
    """Looks for a draft that is as soon as another and takes less where all takes the most."""

    def __init__(self, search: Search, soonest: Draft) -> None:
        self._search = search
        self._months = soonest.months
        self._bar = (search.months_high(soonest), -1)
        self._best: Draft | None = None

    def find(self, rule: Rule) -> Draft | None:
        """Return the one that takes the least, and of several the cheapest; None for none."""
        if self._bar[0] == self._months:
            return None
        for branch in self._search.branches(rule):
            can_help = partial(self._can_help, self._search.work_months(branch))
            for ways in self._search.book.lean(branch.needs, can_help):
                self._try(Recipe(ways, branch))
        return self._best

    def _can_help(self, work_months: int, ways: Ways) -> bool:
        sums = self._search.sums_of(ways)
        is_soon = max(sums.desk, sums.day + work_months) <= self._months
        high = max(sums.desk_high, sums.day_high + work_months)
        return is_soon and (high, sums.cost_usd) < self._bar

    def _try(self, recipe: Recipe) -> None:
        draft = self._search.draft(recipe, self._months + 1)
        if draft is None:
            return
        bar = (self._search.months_high(draft, self._bar[0] + 1), draft.cost_usd)
        if bar < self._bar:
            self._best, self._bar = draft, bar


class Finishing:
    """Looks for the soonest draft that finishes one program, whatever comes of it."""

    def __init__(self, search: Search, way_id: str) -> None:
        self._search = search
        self._first = frozenset((way_id,))
        self._best: Draft | None = None

    def find(self, rule: Rule) -> Draft | None:
        """Return it, or None where there is none."""
        for branch in self._search.branches(rule):
            can_help = partial(self._can_help, self._search.work_months(branch))
            for ways in self._search.book.lean(branch.needs, can_help, self._first):
                self._best = self._search.draft(Recipe(ways, branch), self._bar) or self._best
        return self._best

    @property
    def _bar(self) -> int:
        return self._best.months if self._best else ENDLESS

    def _can_help(self, work_months: int, ways: Ways) -> bool:
        sums = self._search.sums_of(ways | self._first)
        return max(sums.desk, sums.day + work_months) < self._bar
