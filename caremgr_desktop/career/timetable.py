"""The order in which the steps of a recipe take the fewest months; exact.

A person has one day and one desk: a job or a program by day takes the day, a program
takes the desk, and one beside work the desk alone. Courses and exams go beside all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Facts = frozenset[str]
ENDLESS = 10**9
"""More months than any plan takes."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something that takes months, once what it needs is held.

    ``latest_months`` is how long before the end it may begin, None where that is free.
    """

    id: str
    months: int
    is_open: Callable[[Facts], bool]
    gives: Facts = frozenset()
    takes_day: bool = False
    takes_desk: bool = False
    latest_months: int | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """When a task is done: months from now."""

    task: Task
    start_month: int
    end_month: int


@dataclass(frozen=True, slots=True)
class _State:
    """A moment: what is held, what runs until when, and what was begun when."""

    month: int
    facts: Facts
    running: tuple[Slot, ...]
    begun: tuple[Slot, ...]
    waiting: frozenset[int]


class Timetable:
    """Finds the timetable of one set of tasks that ends first."""

    def __init__(self, tasks: Sequence[Task], facts: Facts) -> None:
        self._tasks = tasks
        self._best: tuple[Slot, ...] | None = None
        self._end = 0
        self._least = 0
        self._facts = facts

    def find(self, before: int = ENDLESS) -> tuple[Slot, ...] | None:
        """Return the tasks in order of their beginning; None where they can't all be done.

        Nothing is looked for that doesn't end ``before`` a month.
        """
        self._best = None
        self._end = before
        last = [task for task in self._tasks if _can_be_last(task)]
        self._least = max((task.months for task in last), default=0)
        waiting = (n for n, task in enumerate(self._tasks) if not _can_be_last(task))
        self._go(_State(0, self._facts, (), (), frozenset(waiting)))
        return self._with(last)

    def _with(self, last: Sequence[Task]) -> tuple[Slot, ...] | None:
        """Return the best timetable with what may come last at its end."""
        if self._best is None:
            return None
        end = self._end
        return (*self._best, *(Slot(task, end - task.months, end) for task in last))

    def _go(self, state: _State) -> None:
        bound = self._bound(state)
        if bound >= self._end or not all(_is_late_enough(slot, bound) for slot in state.begun):
            return
        if not state.waiting:
            self._note(state.begun)
            return
        open_now = [place for place in sorted(state.waiting) if self._fits(state, place)]
        free = [place for place in open_now if not self._tasks[place].takes_day]
        free = [place for place in free if not self._tasks[place].takes_desk]
        if free:  # It stands in nobody's way: there is no reason to wait.
            self._go(self._begin(state, free[0]))
            return
        for place in open_now:
            self._go(self._begin(state, place))
        if state.running:
            self._go(self._wait(state))

    def _fits(self, state: _State, place: int) -> bool:
        task = self._tasks[place]
        if not task.is_open(state.facts):
            return False
        is_day_taken = any(slot.task.takes_day for slot in state.running)
        is_desk_taken = any(slot.task.takes_desk for slot in state.running)
        return not (task.takes_day and is_day_taken) and not (task.takes_desk and is_desk_taken)

    def _begin(self, state: _State, place: int) -> _State:
        task = self._tasks[place]
        slot = Slot(task, state.month, state.month + task.months)
        waiting = state.waiting - {place}
        begun = (*state.begun, slot)
        if task.months == 0:
            facts = state.facts | task.gives
            return _State(state.month, facts, state.running, begun, waiting)
        return _State(state.month, state.facts, (*state.running, slot), begun, waiting)

    def _wait(self, state: _State) -> _State:
        """Let time pass until something that runs is done."""
        month = min(slot.end_month for slot in state.running)
        done = [slot for slot in state.running if slot.end_month == month]
        running = tuple(slot for slot in state.running if slot.end_month != month)
        facts = state.facts.union(*(slot.task.gives for slot in done))
        return _State(month, facts, running, state.begun, state.waiting)

    def _bound(self, state: _State) -> int:
        """Return a month before which it can't all be done."""
        now = state.month
        day_end = desk_end = end = now
        for slot in state.running:
            end = max(end, slot.end_month)
            if slot.task.takes_day:
                day_end = slot.end_month
            if slot.task.takes_desk:
                desk_end = slot.end_month
        longest = 0
        for place in state.waiting:
            task = self._tasks[place]
            longest = max(longest, task.months)
            if task.takes_day:
                day_end += task.months
            if task.takes_desk:
                desk_end += task.months
        return max(self._least, end, day_end, desk_end, now + longest)

    def _note(self, begun: tuple[Slot, ...]) -> None:
        end = max(self._least, max((slot.end_month for slot in begun), default=0))
        if end < self._end and all(_is_late_enough(slot, end) for slot in begun):
            self._best, self._end = begun, end


def _can_be_last(task: Task) -> bool:
    """Whether it goes beside everything and nothing waits for it, as courses do."""
    return not (task.takes_day or task.takes_desk or task.gives)


def _is_late_enough(slot: Slot, end: int) -> bool:
    latest = slot.task.latest_months
    return latest is None or end - slot.start_month <= latest
