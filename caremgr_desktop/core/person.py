"""What a person already has: education, licences, work and courses."""

from dataclasses import dataclass

FULL_TIME_HOURS = 40
"""Hours a week of a job for which nothing else is said, and of one that is planned."""


@dataclass(frozen=True, slots=True)
class Education:
    """A program that is done, or under way with ``months_left``.

    ``finished_months_ago`` is None where it isn't known; then all work counts as later.
    """

    id: str
    months_left: int = 0
    finished_months_ago: int | None = None

    @property
    def is_done(self) -> bool:
        """Whether it is finished."""
        return self.months_left == 0


@dataclass(frozen=True, slots=True)
class Work:
    """So many months in one job, which ended so long ago; 0 where it still goes on.

    ``supervision`` is none, some (a supervisor for this kind of work) or ccm (one who
    is a CCM). What is not paid, such as an internship, has ``is_paid`` False.
    """

    kind: str
    months: int
    hours_a_week: int = FULL_TIME_HOURS
    supervision: str = "none"
    ended_months_ago: int = 0
    is_paid: bool = True


@dataclass(frozen=True, slots=True)
class Course:
    """Hours of continuing education on a topic, finished so many months ago."""

    topic: str
    hours: int
    months_ago: int = 0


@dataclass(frozen=True, slots=True)
class Have:
    """All of it; empty is a person who has finished high school."""

    education: tuple[Education, ...] = ()
    licences: frozenset[str] = frozenset()
    work: tuple[Work, ...] = ()
    ce: tuple[Course, ...] = ()
