"""The card on the way to a credential: which one, where it begins, and its plans."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from caremgr_desktop.reporting.views import PathView, RoleView
from caremgr_desktop.ui.keeper import Keeper
from caremgr_desktop.ui.pages.result_plan import PathBox
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.panel import Panel


class PathPanel(Keeper, Panel):
    """One path at a time for the setting of ``setting_id``; pills choose between credentials.

    Signal: ``have_requested()`` to say what one already has.
    """

    have_requested = Signal()

    def __init__(self, theme: Theme, setting: RoleView, paths: tuple[PathView, ...]) -> None:
        super().__init__(theme, "")
        self.title.show_text(self.tr("Your path to a credential"))
        self.setAccessibleName(self.title.text())
        self.setting_id = setting.role_id
        self._paths = paths
        self._family = setting.family
        self._shown: PathBox | None = None
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._show)
        self.say(setting.title, "secondary")
        if not paths:
            self.say(self.tr("No credential was found that this setting asks for."))
            return
        self.say(paths[0].start)
        words = self.tr("Change what you already have")
        if paths[0].is_from_nothing:
            words = self.tr("Say what you already have")
        self._have = ElidedButton(theme, words, "link")
        self._have.setObjectName("have")
        self._have.clicked.connect(self.have_requested)
        self.column.addWidget(FlowWidget(0, self._have))
        self._add_pills()
        self._show(0)

    def _add_pills(self) -> None:
        pills = FlowWidget(self.theme.px(8))
        pills.setAccessibleName(self.tr("Credentials"))
        for index, path in enumerate(self._paths):
            pill = ElidedButton(self.theme, _pill_text(path), "pill")
            pill.make_choice()
            pill.setChecked(index == 0)
            self._group.addButton(pill, index)
            pills.add(pill)
        self.column.addWidget(pills)
        pills.setHidden(len(self._paths) < 2)

    def kept(self) -> str:
        """Return which path and which of its plans are chosen, where they are not the first."""
        chosen = self._group.checkedId()
        plan = self._shown.chosen if self._shown is not None else 0
        return f"{self._paths[chosen].credential_id}/{plan}" if chosen > 0 or plan else ""

    def take_back(self, state: str) -> None:
        """Choose that path and plan again, as far as they are still there."""
        credential_id, _, plan = state.partition("/")
        for index, path in enumerate(self._paths):
            if path.credential_id == credential_id:
                self._group.button(index).setChecked(True)
                self._show(index)
                if self._shown is not None and plan.isdecimal():
                    self._shown.choose(int(plan))
                return

    def _show(self, index: int) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = PathBox(self.theme, self._paths[index], self._family)
        self.column.addWidget(self._shown)
        self._shown.show()  # A layout would show it later.
        anchor: QWidget = self._group.buttons()[-1] if len(self._paths) > 1 else self._have
        follow(anchor, self._shown)


def _pill_text(path: PathView) -> str:
    return f"{path.credential_id} · {path.mark}" if path.mark else path.credential_id
