"""The card that says how sure the result is, and what would change it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from caremgr_desktop.reporting.views import ChangeView, FlipView, SureView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bed
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.fold import FoldWidget
from caremgr_desktop.ui.widgets.items import item
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.wrap import WrapLabel

MOST_SHOWN = 2
"""More changes than this are shown on demand."""


class SurePanel(Panel):
    """What holds whatever is left out, and the nearest answers that would change the result.

    Signal: ``answer_requested(question_id)``.
    """

    answer_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.title.show_text(self.tr("How sure is this?"))
        self.setAccessibleName(self.title.text())
        self._view: SureView | None = None
        self._box: SureBox | None = None

    def show_sure(self, view: SureView) -> None:
        """Show how sure a result is; examples that were unfolded stay so."""
        if view == self._view:
            return
        states = self._box.states() if self._box is not None else ()
        if self._box is not None:
            self._box.hide()
            self._box.deleteLater()
        self._view = view
        self._box = SureBox(self.theme, view)
        self._box.answer_requested.connect(self.answer_requested)
        self.column.addWidget(self._box)
        self._box.show()  # A layout would show it later.
        self._box.take_back(states)


class SureBox(Bed):
    """The sentences of one result. Signal: ``answer_requested(question_id)``."""

    answer_requested = Signal(str)

    def __init__(self, theme: Theme, view: SureView) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for statement in view.statements:
            column.addWidget(item(theme, 0, statement))
        self._folds: list[FlipFold] = []
        for flip in view.flips:
            column.addSpacing(theme.px(4))
            column.addWidget(WrapLabel(theme, flip.lead, "strong"))
            column.addWidget(self._changes(theme, flip))

    def _changes(self, theme: Theme, flip: FlipView) -> QWidget:
        if len(flip.changes) > MOST_SHOWN:
            fold = FlipFold(theme, flip)
            fold.answer_requested.connect(self.answer_requested)
            self._folds.append(fold)
            return fold
        changes = ChangesWidget(theme, flip.changes)
        changes.answer_requested.connect(self.answer_requested)
        return changes

    def states(self) -> tuple[str, ...]:
        """Return which examples are unfolded."""
        return tuple(fold.kept() for fold in self._folds)

    def take_back(self, states: tuple[str, ...]) -> None:
        """Unfold the examples that were unfolded before."""
        for fold, state in zip(self._folds, states, strict=False):
            fold.take_back(state)


class FlipFold(FoldWidget):
    """The answers of one example, on demand. Signal: ``answer_requested(question_id)``."""

    answer_requested = Signal(str)

    def __init__(self, theme: Theme, flip: FlipView) -> None:
        super().__init__(theme)
        self._flip = flip
        words = self.tr("Show these {count} answers").format(count=len(flip.changes))
        self.name(words, self.tr("Hide these answers"), flip.lead)

    def make_content(self) -> QWidget:
        """Return the answers."""
        changes = ChangesWidget(self.theme, self._flip.changes)
        changes.answer_requested.connect(self.answer_requested)
        return changes


class ChangesWidget(Bed):
    """Other answers, each with a way to its question. Signal: ``answer_requested(question_id)``."""

    answer_requested = Signal(str)

    def __init__(self, theme: Theme, changes: tuple[ChangeView, ...]) -> None:
        super().__init__()
        self._ids = [change.question_id for change in changes]
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = self.tr("{label}: look at this answer")
        for index, change in enumerate(changes):
            link = ElidedButton(theme, change.label, "link")
            link.setAccessibleName(name.format(label=change.label))
            self._group.addButton(link, index)
            column.addWidget(FlowWidget(0, link))
            column.addWidget(WrapLabel(theme, change.text))

    def _on_clicked(self, index: int) -> None:
        self.answer_requested.emit(self._ids[index])
