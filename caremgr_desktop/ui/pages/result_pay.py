"""The card on pay: every figure with its place, its year and its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caremgr_desktop.core.ports import Formats
from caremgr_desktop.reporting.views import PayView, ResultView
from caremgr_desktop.ui.pages.page import settle_layout
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bed
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.drawing import Figure, Lettering
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.fold import FoldWidget
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.sources import SourcesFold
from caremgr_desktop.ui.widgets.text import TextLabel
from caremgr_desktop.ui.widgets.wages import PayDrawing, WageDrawing, scale_for
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
        self._lead = self.say("", "secondary")
        self._areas = areas
        self._chooser: Chooser | None = None
        self._choose = ElidedButton(theme, self.tr("Choose a state or territory"), "link")
        self._choose.clicked.connect(self._on_choose)
        self._row = FlowWidget(theme.px(12), self._choose)
        self.column.addWidget(self._row)
        self._row.setHidden(len(areas) < LEAST_TO_CHOOSE)
        self._area_note = self.say("", "small")
        self._note = self.say("", "small")

    @property
    def lead(self) -> WrapLabel:
        """The line that says how the chart is read."""
        return self._lead

    @property
    def area_note(self) -> WrapLabel:
        """The line above the chart on what an area's figures are; hidden for the nation's."""
        return self._area_note

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
        settle_layout()  # The list opens where its field stands.
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
        self._say_how_to_read(view)
        self._note.show_text(view.pay_note)
        self._note.setHidden(not view.pay_note)
        if view.pay == self._pay:
            return
        before, told, self._pay = self._figures, self._pay, view.pay
        if before is not None and told is not None and _figures(told) == _figures(view.pay):
            before.show_pay(view.pay)
            return
        self._figures = PayFigures(self.theme, view.pay, self._formats)
        self.column.insertWidget(self.column.indexOf(self._area_note) + 1, self._figures)
        if before is not None:
            self._figures.take_back(before.kept())
            before.hide()
            before.deleteLater()
        self._figures.show()  # A layout would show it later.
        follow(self._choose if self._chooser is None else self._chooser, self._figures)

    def _say_how_to_read(self, view: ResultView) -> None:
        """Say what bar, mark and diamond are, and why settings of a state are alike."""
        lead = self.tr(
            "US dollars a year. A bar holds the middle eight of ten people."
            " The mark is the median: half earn more, half earn less."
        )
        if any(it.is_article for it in view.pay):
            lead = f"{lead} {self.tr('A diamond is an average of the founding article.')}"
        self._lead.show_text(lead)
        self._lead.show()
        words = self.tr(
            "For {area} there is one figure for all employers together: settings with the same"
            " occupation have the same bar."
        )
        self._area_note.show_text(words.format(area=view.area))
        self._area_note.setHidden(view.area in self._areas[:1])


class PayFigures(Bed):
    """All figures on one axis, and what stands behind each in words."""

    def __init__(self, theme: Theme, pay: tuple[PayView, ...], formats: Formats) -> None:
        super().__init__()
        self._letters = letters = Lettering(theme)
        self._formats = formats
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._chart = Figure(self._drawing(pay), self._spoken(pay))
        self._column.addWidget(self._chart)
        self._column.addSpacing(theme.px(6))
        self._near = PayRows(letters, _near(pay))
        self._column.addWidget(self._near)
        article, rest = _article(pay), _far(pay)
        title = self.tr("For comparison, the founding article")
        self._article_title = WrapLabel(theme, title, "strong")
        self._article = PayRows(letters, article)
        for part in (self._article_title, self._article):
            self._column.addWidget(part)
            part.setHidden(not article)
        self._fold = PayFold(letters, rest) if rest else None
        if self._fold is not None:
            self._column.addWidget(self._fold)

    def _drawing(self, pay: Sequence[PayView]) -> PayDrawing:
        shown = _charted(pay)
        return PayDrawing(self._letters, shown, scale_for(shown), self._formats)

    def _spoken(self, pay: Sequence[PayView]) -> str:
        """Return the chart in words: each name with its median."""
        words = self.tr("On one axis, the middle of what they pay in a year: {figures}.")
        figures = (f"{view.short_title} {view.median_text}" for view in _charted(pay))
        return words.format(figures=", ".join(figures))

    def show_pay(self, pay: tuple[PayView, ...]) -> None:
        """Show other amounts in the same figures."""
        self._chart.show_drawing(self._drawing(pay), self._spoken(pay))
        self._near.show_pay(_near(pay))
        self._article.show_pay(_article(pay))
        if self._fold is not None:
            self._fold.show_pay(_far(pay))

    def kept(self) -> str:
        """Say whether the other settings are unfolded."""
        return "" if self._fold is None else self._fold.kept()

    def take_back(self, state: str) -> None:
        """Unfold them again."""
        if self._fold is not None:
            self._fold.take_back(state)


class PayRows(Bed):
    """Figures in words one below the other, each with its sources."""

    def __init__(self, letters: Lettering, pay: Sequence[PayView]) -> None:
        super().__init__()
        self._letters = letters
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(letters.theme.px(6))
        self._figures = [Figure(WageDrawing(letters, view), view.text) for view in pay]
        for figure, view in zip(self._figures, pay, strict=True):
            column.addWidget(figure)
            column.addWidget(SourcesFold(letters.theme, (("", view.sources),), view.title))

    def show_pay(self, pay: Sequence[PayView]) -> None:
        """Show other amounts in the same figures."""
        for figure, view in zip(self._figures, pay, strict=True):
            figure.show_drawing(WageDrawing(self._letters, view), view.text)


class PayFold(FoldWidget):
    """What stands behind the settings further down, on demand."""

    def __init__(self, letters: Lettering, pay: Sequence[PayView]) -> None:
        super().__init__(letters.theme)
        self._letters = letters
        self._pay = pay
        words = self.tr("Show what stands behind the other settings")
        self.name(words, self.tr("Hide what stands behind the other settings"))

    def make_content(self) -> QWidget:
        """Return the figures."""
        return PayRows(self._letters, self._pay)

    def show_pay(self, pay: Sequence[PayView]) -> None:
        """Show other amounts, now or once it is unfolded."""
        self._pay = pay
        if isinstance(self.content, PayRows):
            self.content.show_pay(pay)


def _charted(pay: Sequence[PayView]) -> list[PayView]:
    """Return the figures that stand on the axis; what is said beside the table is none."""
    return [view for view in pay if view.median_text]


def _figures(pay: tuple[PayView, ...]) -> list[tuple[object, ...]]:
    """Return what the figures are of; where that is alike the same ones show other amounts."""
    return [(view.title, view.is_article, bool(view.median_text), view.sources) for view in pay]


def _near(pay: tuple[PayView, ...]) -> list[PayView]:
    return [view for group in _groups(pay)[:FIRST_SETTINGS] for view in group]


def _far(pay: tuple[PayView, ...]) -> list[PayView]:
    return [view for group in _groups(pay)[FIRST_SETTINGS:] for view in group]


def _article(pay: tuple[PayView, ...]) -> list[PayView]:
    return [view for view in pay if view.is_article]


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
