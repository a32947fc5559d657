"""One credential: whether one is eligible, the plans to it in time and as a list, its rules."""

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from caremgr_desktop.reporting.views import PathView, PlanView, StepView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.drawing import Figure
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.items import INDENT, item
from caremgr_desktop.ui.widgets.sources import SourcesFold
from caremgr_desktop.ui.widgets.timeline import MONTHS_PER_YEAR, TimelineDrawing
from caremgr_desktop.ui.widgets.wrap import WrapLabel


class PathBox(QWidget):
    """One path: what it leads to, one of its plans, and what the credential asks."""

    def __init__(self, theme: Theme, path: PathView, family: str) -> None:
        super().__init__()
        self._theme = theme
        self._path = path
        self._family = family
        self._shown: PlanBox | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(4), 0, 0)
        self._column.setSpacing(theme.px(4))
        name = self.tr("{title} ({short})").format(title=path.title, short=path.credential_id)
        self._say(name, "strong")
        self._say(path.issuer, "secondary")
        self._say(path.lead, "strong")
        for words in (*path.warnings, *path.assumed):
            self._column.addWidget(item(theme, 0, words))
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._show)
        if len(path.plans) > 1:
            self._add_pills()
        self._room = QVBoxLayout()
        self._column.addLayout(self._room)
        if path.plans:
            self._show(0)
        self._column.addSpacing(theme.px(10))
        self._say(path.rule)
        for note in path.notes:
            self._column.addWidget(item(theme, 0, note))
        self._column.addWidget(SourcesFold(theme, (("", path.sources),), path.title))

    @property
    def chosen(self) -> int:
        """Which plan is shown, from 0."""
        return max(0, self._group.checkedId())

    def choose(self, index: int) -> None:
        """Show another plan, where there is one of that number."""
        button = self._group.button(index)
        if button is not None:
            button.setChecked(True)
            self._show(index)

    def _say(self, text: str, role: str = "") -> None:
        if text:
            self._column.addWidget(WrapLabel(self._theme, text, role or "body"))

    def _add_pills(self) -> None:
        pills = FlowWidget(self._theme.px(8))
        pills.setAccessibleName(self.tr("Plans"))
        for index, plan in enumerate(self._path.plans):
            pill = ElidedButton(self._theme, plan.choice, "pill")
            pill.make_choice()
            pill.setChecked(index == 0)
            self._group.addButton(pill, index)
            pills.add(pill)
        self._column.addSpacing(self._theme.px(4))
        self._column.addWidget(pills)

    def _show(self, index: int) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        plan = self._path.plans[index]
        self._shown = PlanBox(self._theme, plan, self._path.credential_id, self._family)
        self._room.addWidget(self._shown)
        self._shown.show()  # A layout would show it later.
        if self._group.buttons():
            follow(self._group.buttons()[-1], self._shown)


class PlanBox(QWidget):
    """One plan: what to do this month, a timeline, and the same steps as a list."""

    def __init__(self, theme: Theme, plan: PlanView, goal: str, family: str) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(4), 0, 0)
        self._column.setSpacing(theme.px(4))
        self._say(plan.summary)
        for words in plan.leaving:
            self._column.addWidget(item(theme, 0, words))
        if plan.this_month:
            self._column.addSpacing(theme.px(4))
            self._say(self.tr("What to do this month"), "strong")
            for words in plan.this_month:
                self._column.addWidget(item(theme, 0, words))
        if plan.total_months:
            self._column.addSpacing(theme.px(6))
            self._column.addWidget(self._timeline(plan, goal, family))
        for step in plan.steps:
            self._add_step(step)

    def _say(self, text: str, role: str = "body") -> None:
        self._column.addWidget(WrapLabel(self._theme, text, role))

    def _timeline(self, plan: PlanView, goal: str, family: str) -> Figure:
        years = max(1, -(-plan.total_months // MONTHS_PER_YEAR))
        words = self.tr("{years} yr")
        labels = (self.tr("now"), *(words.format(years=year) for year in range(1, years + 1)))
        spoken = self.tr("Timeline to {goal}, {months} months. The steps are listed below.")
        if plan.total_months == 1:
            spoken = self.tr("Timeline to {goal}, one month. The steps are listed below.")
        return Figure(
            TimelineDrawing(self._theme, plan, goal, family, labels),
            spoken.format(goal=goal, months=plan.total_months),
        )

    def _add_step(self, step: StepView) -> None:
        px = self._theme.px
        self._column.addSpacing(px(8))
        self._column.addWidget(item(self._theme, step.number, step.title, is_strong=True))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(px(INDENT), 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(WrapLabel(self._theme, f"{step.when} {step.cost}"))
        if step.why:
            column.addWidget(WrapLabel(self._theme, step.why, "secondary"))
        sure = self.tr("How sure: {level}.").format(level=self._level(step.confidence))
        column.addWidget(SourcesFold(self._theme, ((sure, step.sources),), step.title))
        self._column.addWidget(box)

    def _level(self, confidence: str) -> str:
        names = {"high": self.tr("high"), "medium": self.tr("medium"), "low": self.tr("low")}
        return names.get(confidence, self.tr("not rated"))
