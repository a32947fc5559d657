"""The whole audit of a quiz, and what its author has to look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from random import Random
from statistics import median_high, quantiles

from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.engine.audit.counting import Sums
from caremgr_desktop.engine.audit.families import Families, FamilyAudit, FamilyCounts
from caremgr_desktop.engine.audit.questions import QuestionAudit, QuestionCounts
from caremgr_desktop.engine.audit.settings import Progress, SettingAudit, SettingCounts
from caremgr_desktop.engine.audit.table import Table
from caremgr_desktop.engine.decide import Engine
from caremgr_desktop.engine.quick import QuickOrder

LARGEST_SHARE = Fraction(60, 100)
"""A family that is first in more of all combinations than this has too much room."""
VISITS = 400
SEED = 2026
NINE_OF_TEN = 8
QUESTIONS_PART, SETTINGS_PART, PAIRS_PART, VISITS_PART = 0.1, 0.3, 0.5, 1.0


@dataclass(frozen=True, slots=True)
class Habit:
    """What always taking the option at one place, from 1, gives; the last where there are fewer."""

    place: int
    verdict: str
    leaders: tuple[str, ...]
    distance: int | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two roles: the exact parts of combinations in which the first is ahead, or level."""

    first: str
    second: str
    ahead: Fraction
    level: Fraction


@dataclass(frozen=True, slots=True)
class Settles:
    """How many questions the quick edition asks: the median and what nine of ten stay within.

    Over ``visits`` visits with answers drawn at random; ``settled`` of them ended settled.
    """

    median: int
    percentile_90: int
    settled: int
    visits: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at: a code, and the id of what it is about."""

    code: str
    about: str
    is_fault: bool


@dataclass(frozen=True, slots=True)
class Audit:
    """What a quiz does over all combinations of answers."""

    families: FamilyCounts
    settings: dict[str, SettingCounts]
    settings_are_exact: bool
    questions: tuple[QuestionCounts, ...]
    habits: tuple[Habit, ...]
    pairs: tuple[Pair, ...]
    alike: tuple[tuple[str, str], ...]
    settles: Settles

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the author has to look at; without a fault the quiz is fair."""
        return tuple(_findings(self))

    @property
    def is_fair(self) -> bool:
        """Whether every role can win, every question acts, and no family has too much room."""
        return not any(finding.is_fault for finding in self.findings)


class Auditor:
    """Audits one quiz; families of which there are too many sums are sampled."""

    def __init__(self, quiz: Quiz) -> None:
        self._quiz = quiz
        self._engine = Engine(quiz)
        self._table = Table(quiz)
        exact = FamilyAudit(self._table)
        self._families: Families = exact if exact.is_counted else self._sampled()

    def _sampled(self) -> Families:
        from caremgr_desktop.engine.audit.sampled import FamilySample

        return FamilySample(self._table)

    def audit(self, progress: Progress) -> Audit:
        """Return the audit; ``progress`` is told the part that is done."""
        counts = self._families.counts()
        questions = []
        for found in QuestionAudit(self._table, self._families).counts():
            questions.append(found)
            progress(QUESTIONS_PART * len(questions) / len(self._quiz.questions))
        settings = SettingAudit(self._table)
        return Audit(
            families=counts,
            settings=settings.counts(_part(progress, QUESTIONS_PART, SETTINGS_PART)),
            settings_are_exact=settings.is_exact,
            questions=tuple(questions),
            habits=tuple(self._habits()),
            pairs=tuple(self._pairs(_part(progress, SETTINGS_PART, PAIRS_PART))),
            alike=tuple(self._alike()),
            settles=self._settles(_part(progress, PAIRS_PART, VISITS_PART)),
        )

    def _habits(self) -> Iterator[Habit]:
        most = max(len(question.options) for question in self._quiz.questions)
        for place in range(most):
            answers = {
                question.id: (question.options[min(place, len(question.options) - 1)].id,)
                for question in self._quiz.questions
            }
            verdict = self._engine.decide(answers, {}).verdict
            yield Habit(place + 1, verdict.kind, verdict.leaders, verdict.flip.distance)

    def _pairs(self, progress: Progress) -> Iterator[Pair]:
        pairs = list(combinations(self._quiz.settings, 2))
        for done, (first, second) in enumerate(pairs, start=1):
            columns = self._table.columns
            sums = Sums(self._table.leads(columns[first.id], [columns[second.id]]))
            ahead = level = 0
            for (lead,), count in sums.all():
                ahead += count if lead > 0 else 0
                level += count if lead == 0 else 0
            whole = sums.combinations
            yield Pair(first.id, second.id, Fraction(ahead, whole), Fraction(level, whole))
            progress(done / len(pairs))

    def _alike(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs of roles that every answer treats alike."""
        columns = self._table.columns
        for group in (self._quiz.families, self._quiz.settings):
            for first, second in combinations(group, 2):
                leads = self._table.leads(columns[first.id], [columns[second.id]])
                if all(vector == (0,) for vectors in leads for vector in vectors):
                    yield first.id, second.id

    def _settles(self, progress: Progress) -> Settles:
        """Go through the quick edition with answers drawn at random."""
        chance = Random(SEED)  # noqa: S311 - the same visits every time, and no secret
        order = QuickOrder(self._engine)
        choices = {item.question.id: item.answers for item in self._table.items}
        lengths, settled = [], 0
        for visit in range(1, VISITS + 1):
            answers: dict[str, tuple[str, ...]] = {}
            while (question := order.next_question(answers, {})) is not None:
                answers[question.id] = chance.choice(choices[question.id])
            lengths.append(len(answers))
            settled += self._engine.is_settled(answers, {})
            progress(visit / VISITS)
        tenths = quantiles(lengths, n=10, method="inclusive")
        return Settles(median_high(lengths), round(tenths[NINE_OF_TEN]), settled, VISITS)


def _part(progress: Progress, start: float, end: float) -> Progress:
    def tell(share: float) -> None:
        progress(start + (end - start) * share)

    return tell


def _findings(audit: Audit) -> Iterator[Finding]:
    for role_id, share in audit.families.shares.items():
        if share == 0:
            is_sure = audit.families.standard_error == 0
            code = "family_cannot_win" if is_sure else "family_not_seen"
            yield Finding(code, role_id, is_fault=is_sure)
        if share > LARGEST_SHARE:
            yield Finding("family_has_most", role_id, is_fault=True)
    for role_id, counts in audit.settings.items():
        if counts.witness is None:
            code = "setting_cannot_win" if counts.is_proven else "setting_not_seen"
            yield Finding(code, role_id, is_fault=counts.is_proven)
    for question in audit.questions:
        yield from _dead(question)
    for first, second in audit.alike:
        yield Finding("roles_alike", f"{first}, {second}", is_fault=False)


def _dead(question: QuestionCounts) -> Iterator[Finding]:
    if question.is_dead:
        yield Finding("dead_question", question.question_id, is_fault=True)
        return
    for option_id in question.dead_options:
        yield Finding("dead_option", f"{question.question_id}.{option_id}", is_fault=False)
