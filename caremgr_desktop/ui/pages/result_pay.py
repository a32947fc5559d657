"""The card on pay: every figure with its place, its year and its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caremgr_desktop.core.ports import Formats
from caremgr_desktop.reporting.views import PayView, ResultView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bed
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.drawing import Figure
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.fold import FoldWidget
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.sources import SourcesFold
from caremgr_desktop.ui.widgets.text import TextLabel
from caremgr_desktop.ui.widgets.wages import AxisDrawing, Scale, WageDrawing, scale_for
from caremgr_desktop.ui.widgets.wrap import WrapLabel

if TYPE_CHECKING:  # The list is loaded for those who choose.
    from caremgr_desktop.ui.widgets.chooser import Chooser

FIRST_SETTINGS = 3
LEAST_TO_CHOOSE = 2


class PayPanel(Panel):
    """Pay on one axis: the closest settings, the article's averages, all others on demand.

    Signal: ``area_chosen(area)``.
    """

    area_chosen = Signal(str)

    def __init__(self, theme: Theme, formats: Formats, areas: Sequence[str]) -> None:
        super().__init__(theme, "")
        self._formats = formats
        self._pay: tuple[PayView, ...] | None = None
        self._figures: PayFigures | None = None
        self.title.show_text(self.tr("Pay"))
        self.setAccessibleName(self.title.text())
        lead = self.tr(
            "US dollars a year. A bar holds the middle eight of ten people."
            " The mark is the median: half earn more, half earn less."
        )
        self.say(lead, "secondary")
        self._areas = areas
        self._chooser: Chooser | None = None
        self._choose = ElidedButton(theme, self.tr("Choose a state or territory"), "link")
        self._choose.clicked.connect(self._on_choose)
        self._row = FlowWidget(theme.px(12), self._choose)
        self.column.addWidget(self._row)
        self._row.setHidden(len(areas) < LEAST_TO_CHOOSE)
        self._note = self.say("", "small")

    @property
    def choose_link(self) -> TextButton:
        """The link that brings the list of areas."""
        return self._choose

    @property
    def chooser(self) -> Chooser | None:
        """The list of areas; None until somebody wants to choose, or has chosen before."""
        return self._chooser

    def _on_choose(self) -> None:
        chooser = self._bring_chooser()
        chooser.setFocus(Qt.FocusReason.TabFocusReason)
        chooser.showPopup()

    def _bring_chooser(self) -> Chooser:
        """Put the list in the link's place; it costs a megabyte that few need."""
        if self._chooser is None:
            from caremgr_desktop.ui.widgets.chooser import Chooser

            name = self.tr("State or territory")
            chooser = self._chooser = Chooser(self.theme, name, self._areas)
            chooser.chosen.connect(self.area_chosen)
            label = TextLabel(self.theme, name)
            label.setWordWrap(False)
            label.setBuddy(chooser)
            for part in (label, chooser):
                self._row.add(part)
                part.show()
            follow(self._choose, chooser)
            self._choose.hide()
        return self._chooser

    def show_pay(self, view: ResultView) -> None:
        """Show the figures of the view's area, where they are others; what is open stays so."""
        if self._chooser is not None or view.area not in self._areas[:1]:
            self._bring_chooser().choose(view.area)
        self._note.show_text(view.pay_note)
        self._note.setHidden(not view.pay_note)
        if view.pay == self._pay:
            return
        self._pay = view.pay
        before = self._figures
        self._figures = PayFigures(self.theme, view.pay, self._formats)
        self.column.insertWidget(self.column.indexOf(self._row) + 1, self._figures)
        if before is not None:
            self._figures.take_back(before.kept())
            before.hide()
            before.deleteLater()
        self._figures.show()  # A layout would show it later.
        follow(self._choose if self._chooser is None else self._chooser, self._figures)


class PayFigures(Bed):
    """An axis and the figures on it."""

    def __init__(self, theme: Theme, pay: tuple[PayView, ...], formats: Formats) -> None:
        super().__init__()
        scale = scale_for(pay)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        words = self.tr("The bars stand on an axis from {low} to {high}.")
        spoken = words.format(low=formats.money(0), high=formats.money(scale.end_usd))
        column.addWidget(Figure(AxisDrawing(theme, scale, formats), spoken))
        groups = _groups(pay)
        for group in groups[:FIRST_SETTINGS]:
            _fill(column, theme, group, scale)
        article = [item for item in pay if item.is_article]
        if article:
            title = self.tr("For comparison, the founding article")
            column.addWidget(WrapLabel(theme, title, "strong"))
        _fill(column, theme, article, scale)
        rest = groups[FIRST_SETTINGS:]
        self._fold = PayFold(theme, rest, scale) if rest else None
        if self._fold is not None:
            column.addWidget(self._fold)

    def kept(self) -> str:
        """Say whether the other settings are unfolded."""
        return "" if self._fold is None else self._fold.kept()

    def take_back(self, state: str) -> None:
        """Unfold them again."""
        if self._fold is not None:
            self._fold.take_back(state)


class PayFold(FoldWidget):
    """The settings further down, on demand."""

    def __init__(self, theme: Theme, groups: list[list[PayView]], scale: Scale) -> None:
        super().__init__(theme)
        self._groups = groups
        self._scale = scale
        words = self.tr("Show the other settings")
        self.name(words, self.tr("Hide the other settings"))

    def make_content(self) -> QWidget:
        """Return the figures."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(6))
        for group in self._groups:
            _fill(column, self.theme, group, self._scale)
        return box


def _groups(pay: tuple[PayView, ...]) -> list[list[PayView]]:
    """Return the settings' figures, each with the remarks that follow it."""
    groups: list[list[PayView]] = []
    for view in pay:
        if view.is_article:
            continue
        if view.median_text or not groups:
            groups.append([])
        groups[-1].append(view)
    return groups


def _fill(column: QVBoxLayout, theme: Theme, group: list[PayView], scale: Scale) -> None:
    """Add figures, each with its source."""
    for view in group:
        column.addWidget(Figure(WageDrawing(theme, view, scale), view.text))
        column.addWidget(SourcesFold(theme, (("", view.sources),), view.title))
