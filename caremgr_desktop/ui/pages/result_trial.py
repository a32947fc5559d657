"""What if, on the result: the parts to weigh, and the strip with the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from caremgr_desktop.core.quiz import Section
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.views import TrialView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.announce import announce
from caremgr_desktop.ui.widgets.bed import Bed
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.frame import Frame
from caremgr_desktop.ui.widgets.importance import ImportanceWidget
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.wrap import WrapLabel

PART_WIDTH = 290
"""The width that one part takes with its three pills, at 100 % text."""
MOST_ABREAST = 3


class WeighPanel(Panel):
    """Every section with its weight. Signal: ``importance_chosen(section_id, halves)``."""

    importance_chosen = Signal(str, int)

    def __init__(self, theme: Theme, sections: Sequence[Section]) -> None:
        super().__init__(theme, "")
        self.title.show_text(self.tr("What if …?"))
        self.setAccessibleName(self.title.text())
        lead = self.tr(
            "Let a part count more or less, or press a row under “Why” and pick another answer."
            " Your own answers stay as they are unless you keep what you try."
        )
        self.say(lead, "secondary")
        self._weights: dict[str, ImportanceWidget] = {}
        self._parts = [self._part(section) for section in sections]
        self._abreast = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(12))
        self.column.addLayout(self._grid)
        self._place(1)

    def _place(self, abreast: int) -> None:
        """Let so many parts stand beside each other."""
        if abreast == self._abreast:
            return
        self._abreast = abreast
        for index, part in enumerate(self._parts):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, index // abreast, index % abreast)
        for column in range(len(self._parts)):
            self._grid.setColumnStretch(column, int(column < abreast))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many parts beside each other as there is room for."""
        super().resizeEvent(event)
        room = self.contentsRect().width() // self.theme.px(PART_WIDTH)
        self._place(min(max(room, 1), MOST_ABREAST))

    def _part(self, section: Section) -> QWidget:
        weights = ImportanceWidget(self.theme, section.id, section.title)
        weights.chosen.connect(self.importance_chosen)
        self._weights[section.id] = weights
        part = Bed()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(4))
        column.addWidget(WrapLabel(self.theme, section.title, "strong"))
        column.addWidget(weights)
        return part

    @property
    def weights(self) -> dict[str, ImportanceWidget]:
        """The pills by section."""
        return self._weights

    def show_weights(self, visit: Visit) -> None:
        """Show how much each part counts in what is tried."""
        for section_id, weights in self._weights.items():
            weights.choose(visit.importance(section_id))

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin at the first part."""
        first = next(iter(self._weights.values()), None)
        if first is not None:
            first.take_focus(reason)


class TrialStrip(Frame):
    """Stays in sight while something is tried: what it leads to, and the way back.

    Signals: ``take_back_requested()``, ``keep_requested()``, ``undo_requested()``.
    """

    take_back_requested = Signal()
    keep_requested = Signal()
    undo_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "notice")
        px = theme.px
        self.setAccessibleName(self.tr("What if"))
        self._title = WrapLabel(theme, role="strong")
        self._before = WrapLabel(theme, role="secondary")
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._title)
        words.addWidget(self._before)
        self._keep = TextButton(theme, self.tr("Keep these"))
        self._back = TextButton(theme, self.tr("Back to mine"), "primary")
        self._undo = TextButton(theme, self.tr("Undo"))
        self._keep.clicked.connect(self.keep_requested)
        self._back.clicked.connect(self.take_back_requested)
        self._undo.clicked.connect(self.undo_requested)
        buttons = FlowWidget(px(12), self._undo, self._keep, self._back)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(px(16), px(10), px(16), px(10))
        self._row.setSpacing(px(8))
        self._row.addLayout(words, 1)
        self._row.addWidget(buttons)
        self._is_tried = self._is_narrow = False
        self.hide()

    def show_trial(self, view: TrialView | None, *, can_undo: bool) -> None:
        """Show what is tried; after it was kept, the way to undo that; else nothing."""
        is_tried = view is not None
        had_focus = self.isAncestorOf(self.window().focusWidget())
        self._show_words(view)
        self._is_tried = is_tried
        for part in (self._keep, self._back):
            part.setVisible(is_tried)
        self._before.setVisible(is_tried and not self._is_narrow)
        self._undo.setVisible(can_undo and not is_tried)
        self.setVisible(is_tried or can_undo)
        if had_focus and can_undo:
            self._undo.setFocus()

    def _show_words(self, view: TrialView | None) -> None:
        said = self._title.text()
        if view is None:
            self._title.show_text(self.tr("These are your answers now."))
        else:
            self._title.show_text(view.now)
            self._before.show_text(view.before)
        if self._title.text() != said:
            announce(self, self._title.text())

    def set_narrow(self, *, is_narrow: bool, is_tight: bool) -> None:
        """Say less where there is little width; where it is least, buttons below the words."""
        self._is_narrow = is_narrow
        self._before.setVisible(self._is_tried and not is_narrow)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if is_narrow else across)
        self._keep.set_kind("link" if is_tight else "secondary")
        self._back.set_kind("link" if is_tight else "primary")
        self._undo.set_kind("link" if is_tight else "secondary")
