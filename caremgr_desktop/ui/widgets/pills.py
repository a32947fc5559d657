"""One of a few things, each a pill in a row."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.flow import FlowLayout
from caremgr_desktop.ui.widgets.group import Group


class PillsWidget(Group):
    """Pills for ``pairs`` of a number and its words, of which one is chosen.

    Signal: ``changed(number)``, when a person chose, not when ``show_number`` did.
    """

    changed = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        pairs: Sequence[tuple[int, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = FlowLayout(theme.px(6), self)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.changed)
        for number, words in pairs:
            pill = TextButton(theme, words, "pill")
            pill.setObjectName(f"{name} {number}")
            pill.make_choice()
            self._group.addButton(pill, number)
            row.addWidget(pill)

    @property
    def number(self) -> int:
        """The number that is chosen; -1 before any is."""
        return self._group.checkedId()

    def show_number(self, number: int) -> None:
        """Show another as the chosen one, where there is a pill for it."""
        pill = self._group.button(number)
        if pill is not None:
            pill.setChecked(True)
