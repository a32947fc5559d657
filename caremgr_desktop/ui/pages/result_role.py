"""The cards about one setting: its day, and what to do next."""

from caremgr_desktop.reporting.views import RoleView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.items import item
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.sources import SourcesFold


class DayPanel(Panel):
    """What a person in the setting does all day, and what sources say of it."""

    def __init__(self, theme: Theme, role: RoleView) -> None:
        super().__init__(theme, "")
        self.title.show_text(self.tr("A day in this role"))
        self.setAccessibleName(self.title.text())
        self.say(role.title, "strong")
        self.say(role.summary)
        self.column.addSpacing(theme.px(2))
        for task in role.day:
            self.column.addWidget(item(theme, 0, task))
        if role.evidence:
            self.column.addSpacing(theme.px(6))
            self.say(self.tr("What sources say"), "strong")
        for text, _ in role.evidence:
            self.column.addWidget(item(theme, 0, text))
        self.column.addWidget(SourcesFold(theme, role.evidence, role.title))


class NextPanel(Panel):
    """A few first steps."""

    def __init__(self, theme: Theme, role: RoleView) -> None:
        super().__init__(theme, "")
        self.title.show_text(self.tr("What to do next"))
        self.setAccessibleName(self.title.text())
        self.column.addSpacing(theme.px(2))
        for number, step in enumerate(role.next_steps, start=1):
            self.column.addWidget(item(theme, number, step))
