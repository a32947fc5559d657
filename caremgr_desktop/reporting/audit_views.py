"""An audit in words and bars, for the terminal and for a file to be looked at."""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from caremgr_desktop.core.ports import Formats, Translate
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.verdicts import CLEAR, CLOSE_CALL, LEANING
from caremgr_desktop.engine.audit.audit import Audit, Finding, Habit
from caremgr_desktop.reporting.titles import in_a_sentence

STEPS = 10
"""Into how many steps on each side the margins are gathered for a chart."""

FINDINGS = {
    "family_cannot_win": "{about} never comes first alone, whatever is answered.",
    "family_has_most": (
        "{about} comes first in over 60% of all combinations. Give the others more room."
    ),
    "family_not_seen": "{about} did not come first alone in the whole sample.",
    "setting_cannot_win": "{about} never comes first: no combination of answers does it.",
    "setting_not_seen": "{about} was not seen to come first, and the search was ended.",
    "dead_question": "The question {about} can never change anything. Take it out, or change it.",
    "dead_option": (
        "The option {about} does to every role what leaving it out does. That may be meant, as in"
        " the middle of a scale."
    ),
    "roles_alike": "No question tells these roles apart: {about}.",
}


@dataclass(frozen=True, slots=True)
class BarView:
    """A bar from 0 to 1 with its name and its figure; ``kind`` is a family's id, or empty."""

    label: str
    share: float
    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ChartView:
    """Bars under a title; ``note`` says what they count. ``is_column`` stands them side by side."""

    title: str
    note: str
    bars: tuple[BarView, ...]
    is_column: bool = False


@dataclass(frozen=True, slots=True)
class AuditView:
    """The audit from top to bottom: the verdict first, then what stands behind it."""

    title: str
    verdict: str
    look_at: tuple[str, ...]
    lead: str
    charts: tuple[ChartView, ...]
    habits: tuple[str, ...]
    settles: str


class AuditWriter:
    """Writes audits of one quiz."""

    def __init__(self, quiz: Quiz, formats: Formats, translate: Translate) -> None:
        self._quiz = quiz
        self._formats = formats
        self._translate = translate

    def view(self, audit: Audit) -> AuditView:
        """Return an audit in words and bars."""
        lead = self._tr(
            "There are {count} combinations of answers: one option, or one set of them, for every"
            " question. Each counts as much as any other here; people answer as they are."
        )
        return AuditView(
            title=self._tr("Audit of: {title}").format(title=self._quiz.title),
            verdict=self._verdict(audit),
            look_at=tuple(self._finding(finding) for finding in audit.findings),
            lead=lead.format(count=self._formats.number(audit.families.combinations)),
            charts=(
                self._families(audit),
                self._margins(audit),
                self._settings(audit),
                self._questions(audit),
            ),
            habits=tuple(self._habit(habit) for habit in audit.habits),
            settles=self._settles(audit),
        )

    def _verdict(self, audit: Audit) -> str:
        if not audit.is_fair:
            return self._tr("Not fair yet. Look at these:")
        fair = self._tr(
            "Fair: every role can win, every question does something, and no role has over 60%."
        )
        return f"{fair} {self._tr('Worth a look:')}" if audit.findings else fair

    def _tr(self, text: str) -> str:
        return self._translate("Audit", text)

    def _title(self, role_id: str) -> str:
        role = self._quiz.role(role_id)
        return role.title if role else role_id

    def _percent(self, share: float) -> str:
        return f"{self._formats.number(100 * share, decimals=1)}%"

    def _finding(self, finding: Finding) -> str:
        parts = [self._title(part) for part in finding.about.split(", ")]
        return self._tr(FINDINGS[finding.code]).format(about=", ".join(parts))

    def _families(self, audit: Audit) -> ChartView:
        shares = {role_id: float(share) for role_id, share in audit.families.shares.items()}
        bars = [
            BarView(self._title(role_id), share, self._percent(share), role_id)
            for role_id, share in shares.items()
        ]
        level = float(audit.families.ties)
        bars.append(BarView(self._tr("Level in first place"), level, self._percent(level)))
        note = self._tr("The part of all combinations, counted exactly.")
        error = audit.families.standard_error
        if error:
            words = self._tr(
                "The part of a large sample, since there are too many sums to count for"
                " {count} roles; standard error {error} or less."
            )
            shown = f"{self._formats.number(100 * error, decimals=2)}%"
            note = words.format(count=len(self._quiz.families), error=shown)
        return ChartView(self._tr("Which role comes first"), note, tuple(bars))

    def _margins(self, audit: Audit) -> ChartView:
        """Gather the margins into steps of equal width on both sides of a tie."""
        margins = audit.families.margins
        farthest = max(abs(margins[0][0]), abs(margins[-1][0]), Fraction(1, 100))
        shares: defaultdict[int, Fraction] = defaultdict(Fraction)
        for at, share in margins:
            step = ceil(abs(at) * STEPS / farthest)
            shares[step if at >= 0 else -step] += share
        most = max(shares.values())
        families = [role.id for role in self._quiz.families]
        first_step = -STEPS if len(families) == 2 else 0
        bars = tuple(
            BarView(
                label=self._formats.number(100 * float(step * farthest / STEPS)),
                share=float(shares[step] / most),
                text=self._percent(float(shares[step])),
                kind=_ahead(step, families),
            )
            for step in range(first_step, STEPS + 1)
        )
        if len(families) == 2:
            note = self._tr(
                "Points of fit, up to which {first} is before {second}; level in the middle."
            ).format(
                first=in_a_sentence(self._title(families[0])),
                second=in_a_sentence(self._title(families[1])),
            )
        else:
            note = self._tr("Points of fit, up to which the first role is before the next.")
        return ChartView(self._tr("By how much"), note, bars, is_column=True)

    def _settings(self, audit: Audit) -> ChartView:
        bars = []
        for role_id, counts in audit.settings.items():
            role = self._quiz.role(role_id)
            kind = (role.family or "") if role else ""
            bars.append(
                BarView(self._title(role_id), counts.alone, self._percent(counts.alone), kind)
            )
        error = max((counts.standard_error for counts in audit.settings.values()), default=0.0)
        note = self._tr("The part of all combinations in which it comes first alone, all tried.")
        if not audit.settings_are_exact:
            words = self._tr(
                "The part of a large sample in which it comes first alone; standard error {error}"
                " or less. A set of answers that brings it first is in the JSON."
            )
            note = words.format(error=f"{self._formats.number(100 * error, decimals=2)}%")
        return ChartView(self._tr("Which setting comes first"), note, tuple(bars))

    def _questions(self, audit: Audit) -> ChartView:
        labels = {question.id: question.label for question in self._quiz.questions}
        bars = tuple(
            BarView(
                labels[item.question_id],
                float(item.influence),
                self._percent(float(item.influence)),
            )
            for item in audit.questions
        )
        note = self._tr("How often its answer decides which role comes first, counted exactly.")
        if audit.families.standard_error:
            note = self._tr("How often its answer decides which role comes first, in the sample.")
        return ChartView(self._tr("What each question can do"), note, bars)

    def _habit(self, habit: Habit) -> str:
        titles = " / ".join(self._title(role_id) for role_id in habit.leaders)
        words = {
            CLEAR: self._tr("Always option {place}: clear for {roles}."),
            LEANING: self._tr("Always option {place}: leaning toward {roles}."),
            CLOSE_CALL: self._tr("Always option {place}: a close call, {roles} first."),
        }.get(habit.verdict, self._tr("Always option {place}: no clear result."))
        return words.format(place=habit.place, roles=titles)

    def _settles(self, audit: Audit) -> str:
        words = self._tr(
            "The quick edition asks {median} questions at the median and up to {most} in nine of"
            " ten visits; {settled} of {visits} visits with answers drawn at random ended settled."
        )
        found = audit.settles
        return words.format(
            median=found.median,
            most=found.percentile_90,
            settled=found.settled,
            visits=found.visits,
        )


def _ahead(margin: int, families: list[str]) -> str:
    if len(families) != 2 or margin == 0:
        return ""
    return families[0] if margin > 0 else families[1]
