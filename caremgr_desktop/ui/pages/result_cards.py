"""The cards of the result: in one column or two, in the order in which they are read."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bed
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.panel import Panel

COLUMN_OF = {
    "fit": 0,
    "look": 0,
    "why": 1,
    "sure": 0,
    "pay": 1,
    "path": 1,
    "years": 0,
    "day": 0,
    "next": 1,
    "take": 0,
}
"""The cards from top to bottom, each with its column where there are two."""
STRETCHES = (9, 11)
COLUMN_GAP = 16


class ResultCards(Bed):
    """Holds the cards by name; ``arrange`` puts them where they belong."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._panels: dict[str, Panel] = {}
        self._is_wide: bool | None = None
        self._is_narrow = False
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        for column in self._columns:
            column.setSpacing(theme.px(COLUMN_GAP))
            column.addStretch(1)
            self._across.addLayout(column)

    def card(self, name: str) -> Panel | None:
        """Return the card of that name, or None."""
        return self._panels.get(name)

    def put(self, name: str, panel: Panel) -> None:
        """Take a card, in the place of the one that has its name."""
        self.take_away(name)
        panels = {**self._panels, name: panel}
        self._panels = {known: panels[known] for known in COLUMN_OF if known in panels}
        self._is_wide = None
        panel.set_narrow(is_narrow=self._is_narrow)

    def take_away(self, name: str) -> None:
        """Let a card go, if there is one of that name."""
        panel = self._panels.pop(name, None)
        if panel is not None:
            panel.hide()
            panel.deleteLater()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Keep less space around the content where there is little width."""
        self._is_narrow = is_narrow
        for panel in self._panels.values():
            panel.set_narrow(is_narrow=is_narrow)

    def arrange(self, *, is_wide: bool) -> bool:
        """Put the cards into their columns; return whether anything was moved."""
        if is_wide == self._is_wide or not self._panels:
            return False
        self._is_wide = is_wide
        for name, panel in self._panels.items():
            for column in self._columns:
                column.removeWidget(panel)
            column = self._columns[COLUMN_OF[name] if is_wide else 0]
            column.insertWidget(column.count() - 1, panel)
            panel.raise_()  # Screen readers go by the order of stacking.
        for index, stretch in enumerate(STRETCHES):
            self._across.setStretch(index, stretch if is_wide else 1 - index)
        self._across.setSpacing(self._theme.px(COLUMN_GAP) if is_wide else 0)
        return True

    def lead_focus(self, above: Sequence[QWidget], below: QWidget) -> None:
        """Let Tab go from what stands above through the cards in reading order, and on."""
        follow(above[0], *above[1:], *self._panels.values(), below)
