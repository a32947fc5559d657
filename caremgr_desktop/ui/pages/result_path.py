"""The card on the way to a credential: a timeline, and the same steps as a list."""

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from caremgr_desktop.reporting.views import PathView, RoleView, StepView
from caremgr_desktop.ui.keeper import Keeper
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.drawing import Figure
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.items import INDENT, item
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.sources import SourcesFold
from caremgr_desktop.ui.widgets.timeline import MONTHS_PER_YEAR, TimelineDrawing
from caremgr_desktop.ui.widgets.wrap import WrapLabel


class PathPanel(Keeper, Panel):
    """One path at a time for the setting of ``setting_id``; pills choose between credentials."""

    def __init__(self, theme: Theme, setting: RoleView, paths: tuple[PathView, ...]) -> None:
        super().__init__(theme, "")
        self.title.show_text(self.tr("Your path to a credential"))
        self.setAccessibleName(self.title.text())
        self.setting_id = setting.role_id
        self._paths = paths
        self._family = setting.family
        self._shown: QWidget | None = None
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._show)
        self.say(setting.title, "secondary")
        self._pills = FlowWidget(theme.px(8))
        self._pills.setAccessibleName(self.tr("Credentials"))
        for index, path in enumerate(self._paths):
            pill = ElidedButton(theme, self._pill_text(path), "pill")
            pill.make_choice()
            pill.setChecked(index == 0)
            self._group.addButton(pill, index)
            self._pills.add(pill)
        self.column.addWidget(self._pills)
        self._pills.setHidden(len(self._paths) < 2)
        if self._paths:
            self._show(0)
        else:
            self.say(self.tr("No credential was found that this setting asks for."))

    def _pill_text(self, path: PathView) -> str:
        same = [item for item in self._paths if item.credential_id == path.credential_id]
        return f"{path.credential_id} · {path.route}" if len(same) > 1 else path.credential_id

    def kept(self) -> str:
        """Return which path is chosen, where it is not the first."""
        chosen = self._group.checkedId()
        return self._pill_text(self._paths[chosen]) if chosen > 0 else ""

    def take_back(self, state: str) -> None:
        """Choose that path again."""
        for index, path in enumerate(self._paths):
            if self._pill_text(path) == state:
                self._group.button(index).setChecked(True)
                self._show(index)
                return

    def _show(self, index: int) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = PathBox(self.theme, self._paths[index], self._family)
        self.column.addWidget(self._shown)
        self._shown.show()  # A layout would show it later.
        follow(self._group.buttons()[-1], self._shown)


class PathBox(QWidget):
    """One path: what it leads to, the timeline, the steps, and what the credential asks."""

    def __init__(self, theme: Theme, path: PathView, family: str) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(4), 0, 0)
        self._column.setSpacing(theme.px(4))
        name = self.tr("{title} ({short})").format(title=path.title, short=path.credential_id)
        self._say(name, "strong")
        self._say(f"{path.issuer}. {path.route}.", "secondary")
        self._column.addSpacing(theme.px(6))
        self._column.addWidget(self._timeline(path, family))
        self._column.addSpacing(theme.px(6))
        self._say(path.summary)
        for step in path.steps:
            self._add_step(step)
        self._column.addSpacing(theme.px(10))
        self._say(path.rule)
        for note in path.notes:
            self._column.addWidget(item(theme, 0, note))
        self._column.addWidget(SourcesFold(theme, (("", path.sources),), path.title))

    def _say(self, text: str, role: str = "body") -> None:
        if text:
            self._column.addWidget(WrapLabel(self._theme, text, role))

    def _timeline(self, path: PathView, family: str) -> Figure:
        years = max(1, -(-path.total_months // MONTHS_PER_YEAR))
        words = self.tr("{years} yr")
        labels = (self.tr("now"), *(words.format(years=year) for year in range(1, years + 1)))
        spoken = self.tr("Timeline of {title}, {months} months. The steps are listed below.")
        return Figure(
            TimelineDrawing(self._theme, path, family, labels),
            spoken.format(title=path.title, months=path.total_months),
        )

    def _add_step(self, step: StepView) -> None:
        px = self._theme.px
        self._column.addSpacing(px(8))
        self._column.addWidget(item(self._theme, step.number, step.title, is_strong=True))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(px(INDENT), 0, 0, 0)
        column.setSpacing(px(2))
        facts = ". ".join(part.rstrip(".") for part in (step.months, step.cost) if part)
        if facts:
            column.addWidget(WrapLabel(self._theme, f"{facts}."))
        if step.why:
            column.addWidget(WrapLabel(self._theme, step.why, "secondary"))
        sure = self.tr("How sure: {level}.").format(level=self._level(step.confidence))
        column.addWidget(SourcesFold(self._theme, ((sure, step.sources),), step.title))
        self._column.addWidget(box)

    def _level(self, confidence: str) -> str:
        names = {"high": self.tr("high"), "medium": self.tr("medium"), "low": self.tr("low")}
        return names.get(confidence, self.tr("not rated"))
