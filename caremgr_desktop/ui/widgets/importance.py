"""How much a section counts: half, normal or double."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.flow import FlowLayout
from caremgr_desktop.ui.widgets.group import Group


class ImportanceWidget(Group):
    """Three pills of which one is chosen. Signal: ``chosen(section_id, halves)``."""

    chosen = Signal(str, int)

    def __init__(self, theme: Theme, section_id: str, title: str) -> None:
        super().__init__()
        self._section_id = section_id
        self.setAccessibleName(self.tr("How much {title} counts").format(title=title))
        self._row = FlowLayout(theme.px(6), self)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        names = {
            Importance.HALF: self.tr("Half"),
            Importance.NORMAL: self.tr("Normal"),
            Importance.DOUBLE: self.tr("Double"),
        }
        for importance, name in names.items():
            pill = TextButton(theme, name, "pill")
            pill.setObjectName(f"{section_id} {int(importance)}")
            pill.make_choice()
            self._group.addButton(pill, int(importance))
            self._row.addWidget(pill)

    def add(self, part: QWidget) -> None:
        """Let something stand in the same row."""
        self._row.addWidget(part)

    def choose(self, importance: Importance) -> None:
        """Show how much the section counts."""
        self._group.button(int(importance)).setChecked(True)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Give the focus to the pill that is chosen."""
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus(reason)

    def pill(self, importance: Importance) -> TextButton:
        """Return the pill of one importance."""
        pill = self._group.button(int(importance))
        assert isinstance(pill, TextButton)  # noqa: S101 - the group holds nothing else
        return pill

    def _on_clicked(self, halves: int) -> None:
        self.chosen.emit(self._section_id, halves)
