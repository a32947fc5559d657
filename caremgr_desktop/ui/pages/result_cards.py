"""The cards of the result: how each role fits, why, what it pays, and the way there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from caremgr_desktop.core.ports import Formats
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.verdict_words import in_a_sentence
from caremgr_desktop.reporting.views import (
    PathView,
    PayView,
    ReasonView,
    ResultView,
    RoleView,
    StepView,
)
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bars import BarRow
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.reason import ReasonWidget
from caremgr_desktop.ui.widgets.sources import SourcesWidget
from caremgr_desktop.ui.widgets.text import TextButton, TextLabel
from caremgr_desktop.ui.widgets.timeline import TimelineWidget
from caremgr_desktop.ui.widgets.wages import Axis, AxisRow, WageRow, axis_for

FIRST_REASONS = 8
FIRST_PAY = 3


class Card(QFrame):
    """A white card with a title."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        px = theme.px
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(24), px(18), px(24), px(20))
        self.column.setSpacing(px(8))
        self.column.addWidget(TextLabel(title, "title"))


class FitCard(Card):
    """Both families, then the settings by rank."""

    def __init__(self, theme: Theme, view: ResultView) -> None:
        super().__init__(theme, self.tr("How each role fits"))
        for bar in view.families:
            words = self.tr("{title}: {fit}").format(title=bar.title, fit=bar.text)
            is_leader = bar.role_id in view.leaders
            self.column.addWidget(BarRow(theme, bar, words, is_bold=is_leader, is_thick=True))
        self.column.addWidget(TextLabel(self.tr("Settings, closest first"), "secondary"))
        for bar in view.settings:
            words = self.tr("{rank}. {title}: {fit}").format(
                rank=bar.rank, title=bar.title, fit=bar.text
            )
            self.column.addWidget(BarRow(theme, bar, words, is_bold=bar.is_first, is_thick=False))
        self.column.addStretch(1)


class WhyCard(Card):
    """Each answer as a bar toward one family or the other, largest first.

    Signals: ``answered(question_id, picks)`` for an answer changed in place,
    ``toggled(question_id, is_open)``, ``all_requested()``.
    """

    answered = Signal(str, tuple)
    toggled = Signal(str, bool)
    all_requested = Signal()

    def __init__(self, theme: Theme, view: ResultView, quiz: Quiz, visit: Visit) -> None:
        super().__init__(theme, self.tr("Why"))
        self._quiz = quiz
        self._visit = visit
        self._families = [bar for bar in quiz.families if bar.id in _sides(view)][:2]
        self._reasons = sorted(
            (*view.reasons_for, *view.reasons_against), key=lambda reason: -reason.points
        )
        self._most = max((reason.points for reason in self._reasons), default=1.0)
        self.widgets: dict[str, ReasonWidget] = {}
        self.column.addWidget(TextLabel(self._lead(), "secondary"))
        for reason in self._reasons[:FIRST_REASONS]:
            self._add(reason)
        self._more = TextButton(
            self.tr("Show all {count} answers").format(count=len(self._reasons)), "link"
        )
        self._more.clicked.connect(self.all_requested)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.setVisible(len(self._reasons) > FIRST_REASONS)
        self.column.addWidget(TextLabel(view.reasons_note, "small"))
        self.column.addStretch(1)

    def _lead(self) -> str:
        if len(self._families) < 2:
            return ""
        left, right = (in_a_sentence(family.title) for family in self._families)
        words = self.tr(
            "What each answer adds, largest first. Bars to the left speak for {left},"
            " to the right for {right}."
        )
        return words.format(left=left, right=right)

    def _add(self, reason: ReasonView) -> None:
        question = self._quiz.question(reason.question_id)
        if question is None:
            return
        is_left = bool(self._families) and reason.toward == self._families[0].id
        widget = ReasonWidget(
            self.theme, reason, question, self._visit, self._most, is_left=is_left
        )
        toward = next((item.title for item in self._families if item.id == reason.toward), "")
        words = self.tr("{label}: {answer}, {points} points toward {family}")
        widget.bar.setAccessibleName(
            words.format(
                label=reason.label, answer=reason.answer, points=reason.text, family=toward
            )
        )
        widget.answered.connect(self.answered)
        widget.toggled.connect(self.toggled)
        self.widgets[reason.question_id] = widget
        place = 2 + len(self.widgets) - 1
        self.column.insertWidget(place, widget)

    def show_all(self) -> None:
        """Add the smaller reasons."""
        for reason in self._reasons[FIRST_REASONS:]:
            if reason.question_id not in self.widgets:
                self._add(reason)
        self._more.hide()


def _sides(view: ResultView) -> set[str]:
    return {bar.role_id for bar in view.families}


class PayCard(Card):
    """Pay on one axis, each figure with its place and source."""

    def __init__(self, theme: Theme, view: ResultView, formats: Formats) -> None:
        super().__init__(theme, self.tr("Pay"))
        self._formats = formats
        charted = [item for item in view.pay if item.median_usd is not None]
        settings = [item for item in charted if not item.is_article]
        article = [item for item in charted if item.is_article]
        own = [item for item in view.pay if item.median_usd is None and _is_of(item, view.setting)]
        axis = axis_for(tuple(charted))
        lead = self.tr(
            "A year, before tax. Eight in ten earn within the bar; half earn more than the mark."
        )
        self.column.addWidget(TextLabel(lead, "secondary"))
        for item in (*settings[:FIRST_PAY], *article):
            self._add(item, axis)
        self.column.addWidget(
            AxisRow(theme, axis, formats, self.tr("The axis is in US dollars a year."))
        )
        for item in own:
            self.column.addWidget(TextLabel(f"{item.title}: {item.text}"))
            self.column.addWidget(SourcesWidget(theme, item.sources, item.title))
        self.column.addWidget(TextLabel(view.pay_note, "small"))
        self.column.addStretch(1)

    def _add(self, item: PayView, axis: Axis) -> None:
        title = TextLabel(f"{item.title}  {item.median_text}", "strong")
        self.column.addWidget(title)
        self.column.addWidget(WageRow(self.theme, item, axis))
        details = f"{item.place}. {_sentence(item.range_text)}"
        self.column.addWidget(TextLabel(details, "small"))
        self.column.addWidget(SourcesWidget(self.theme, item.sources, item.title))


def _is_of(item: PayView, setting: RoleView) -> bool:
    return item.title.startswith(setting.title)


def _sentence(text: str) -> str:
    shown = text[:1].upper() + text[1:]
    return shown if shown.endswith(".") else f"{shown}."


class PathCard(Card):
    """The way to one credential at a time: a timeline, and the same as a list."""

    def __init__(self, theme: Theme, paths: tuple[PathView, ...]) -> None:
        super().__init__(theme, self.tr("Your path to a credential"))
        self._paths = paths
        self._shown: QWidget | None = None
        self._group = QButtonGroup(self)
        pills = FlowWidget(theme.px(8))
        for index, path in enumerate(paths):
            pill = TextButton(self._pill_text(path), "pill")
            pill.setCheckable(True)
            pill.setChecked(index == 0)
            self._group.addButton(pill, index)
            pills.add(pill)
        pills.setVisible(len(paths) > 1)
        self.column.addWidget(pills)
        self._group.idClicked.connect(self._show)
        if paths:
            self._show(0)
        self.column.addStretch(1)

    def _pill_text(self, path: PathView) -> str:
        same = [item for item in self._paths if item.credential_id == path.credential_id]
        return f"{path.credential_id}, {path.route}" if len(same) > 1 else path.credential_id

    def _show(self, index: int) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = self._path(self._paths[index])
        self.column.insertWidget(2, self._shown)

    def _path(self, path: PathView) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(6))
        column.addWidget(TextLabel(f"{path.title}. {path.issuer}. {path.route}.", "strong"))
        column.addWidget(TextLabel(path.summary))
        words = self.tr("Timeline of the steps listed below, {months} months in all.")
        column.addWidget(
            TimelineWidget(self.theme, path, words.format(months=path.total_months), self.tr("now"))
        )
        for step in path.steps:
            self._add_step(column, step)
        for text in (path.rule, *path.notes):
            column.addWidget(TextLabel(text, "small"))
        column.addWidget(SourcesWidget(self.theme, path.sources, path.title))
        return box

    def _add_step(self, column: QVBoxLayout, step: StepView) -> None:
        facts = ". ".join(part.rstrip(".") for part in (step.months, step.cost) if part)
        column.addWidget(TextLabel(f"{step.number}. {step.title}", "strong"))
        sure = self.tr("Confidence: {level}.").format(level=self._level(step.confidence))
        lines = [f"{part}." for part in (facts, step.why.rstrip(".")) if part]
        column.addWidget(TextLabel(" ".join([*lines, sure]), "secondary"))
        column.addWidget(SourcesWidget(self.theme, step.sources, step.title))

    def _level(self, confidence: str) -> str:
        names = {
            "high": self.tr("high"),
            "medium": self.tr("medium"),
            "low": self.tr("low"),
        }
        return names.get(confidence, self.tr("not rated"))


class DayCard(Card):
    """What a person in the setting does all day, with what is known of it."""

    def __init__(self, theme: Theme, role: RoleView) -> None:
        super().__init__(theme, role.title)
        self.column.addWidget(TextLabel(role.summary))
        for task in role.day:
            self.column.addWidget(TextLabel(f"•  {task}"))
        if role.evidence:
            self.column.addWidget(TextLabel(self.tr("What the sources say"), "strong"))
        for text, sources in role.evidence:
            self.column.addWidget(TextLabel(text))
            self.column.addWidget(SourcesWidget(theme, sources, text))
        self.column.addStretch(1)


class NextCard(Card):
    """What to do this month."""

    def __init__(self, theme: Theme, steps: tuple[str, ...]) -> None:
        super().__init__(theme, self.tr("What to do next"))
        for number, step in enumerate(steps, start=1):
            self.column.addWidget(TextLabel(f"{number}.  {step}"))
        self.column.addStretch(1)


class SeparatingCard(Card):
    """In a close call: the answers that do most between the two."""

    def __init__(self, theme: Theme, reasons: tuple[ReasonView, ...]) -> None:
        super().__init__(theme, self.tr("Questions that would settle it"))
        lead = self.tr("These answers do most between the two. Think them over once more.")
        self.column.addWidget(TextLabel(lead, "secondary"))
        for reason in reasons:
            self.column.addWidget(TextLabel(f"•  {reason.question} {reason.answer}"))


class OpenCard(Card):
    """Questions without an answer, each with a way to it.

    Signal: ``answer_requested(question_id)``.
    """

    answer_requested = Signal(str)

    def __init__(self, theme: Theme, view: ResultView) -> None:
        super().__init__(theme, self.tr("Not answered"))
        self._ids = [item.question_id for item in view.answers if item.is_skipped]
        group = QButtonGroup(self)
        questions = [item.question for item in view.answers if item.is_skipped]
        for index, question in enumerate(questions):
            self.column.addWidget(TextLabel(question))
            answer = TextButton(self.tr("Answer"), "link")
            answer.setAccessibleName(self.tr("Answer: {question}").format(question=question))
            group.addButton(answer, index)
            self.column.addWidget(answer, 0, Qt.AlignmentFlag.AlignLeft)
        group.idClicked.connect(self._on_answer)

    def _on_answer(self, index: int) -> None:
        self.answer_requested.emit(self._ids[index])
