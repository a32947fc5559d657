"""The card on ten years ahead: the lines, where they cross, and what is assumed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from caremgr_desktop.career.years import GROWTH_PERCENT, STUDY_HOURS, YEARS
from caremgr_desktop.core.ports import Formats
from caremgr_desktop.reporting.views import YearsView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bed
from caremgr_desktop.ui.widgets.drawing import Figure
from caremgr_desktop.ui.widgets.field import FieldWidget
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.id_chooser import IdChooser
from caremgr_desktop.ui.widgets.items import item
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.wrap import WrapLabel
from caremgr_desktop.ui.widgets.years import YearsDrawing


class YearsPanel(Panel):
    """What the roles compared come to, with assumptions to change.

    Signal: ``assumed(study_hours, growth_percent)``, when a person chose another one.
    """

    assumed = Signal(int, int)

    def __init__(self, theme: Theme, formats: Formats) -> None:
        super().__init__(theme, "")
        self._formats = formats
        self._years: YearsView | None = None
        self._chart: Figure | None = None
        self._words: Bed | None = None
        self.title.show_text(self.tr("Ten years ahead: an estimate"))
        self.setAccessibleName(self.title.text())
        lead = self.tr(
            "What is left of pay after school and fees, added up from now. Nobody knows your"
            " own figures: change what is assumed and see what moves."
        )
        self.say(lead, "secondary")
        self._hours = self._chooser(
            self.tr("Paid work beside school"),
            [(str(hours), self._hours_text(hours)) for hours in STUDY_HOURS],
        )
        self._growth = self._chooser(
            self.tr("Pay grows in a year"), [(str(it), f"{it}%") for it in GROWTH_PERCENT]
        )
        fields = FlowWidget(theme.px(14))
        fields.add(FieldWidget(theme, self._hours.accessibleName(), self._hours))
        fields.add(FieldWidget(theme, self._growth.accessibleName(), self._growth))
        self.column.addWidget(fields)
        self.say(self.tr("The state is the one chosen for pay."), "small")

    def _chooser(self, name: str, pairs: list[tuple[str, str]]) -> IdChooser:
        chooser = IdChooser(self.theme, name, pairs)
        chooser.changed.connect(self._on_changed)
        return chooser

    def _hours_text(self, hours: int) -> str:
        if not hours:
            return self.tr("none")
        return self.tr("{hours} hours a week").format(hours=hours)

    def _on_changed(self) -> None:
        self.assumed.emit(int(self._hours.id), int(self._growth.id))

    def show_years(self, years: YearsView) -> None:
        """Show the lines, where they are others than before."""
        if years == self._years:
            return
        self._years = years
        self._hours.show_id(str(years.study_hours))
        self._growth.show_id(str(years.growth_percent))
        drawing = YearsDrawing(self.theme, years, self._formats, self._marks())
        spoken = " ".join(line.text for line in years.lines)
        if self._chart is None:
            self._chart = Figure(drawing, spoken)
            self.column.addWidget(self._chart)
        else:
            self._chart.show_drawing(drawing, spoken)
        self._show_words(years)

    def _marks(self) -> tuple[str, ...]:
        words = self.tr("{years} yr")
        return (self.tr("now"), *(words.format(years=year) for year in range(1, YEARS + 1)))

    def _show_words(self, years: YearsView) -> None:
        """Show where lines cross and what is assumed, in the place of what was there."""
        box = Bed()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(4))
        for crossing in years.crossings:
            column.addWidget(WrapLabel(self.theme, crossing.text, "strong"))
        if len(years.lines) > 1 and not years.crossings:
            calm = self.tr("The lines do not cross in these ten years.")
            column.addWidget(WrapLabel(self.theme, calm))
        column.addSpacing(self.theme.px(4))
        column.addWidget(WrapLabel(self.theme, self.tr("What is assumed"), "strong"))
        for words in years.assumptions:
            column.addWidget(item(self.theme, 0, words))
        if self._words is not None:
            self._words.hide()
            self._words.deleteLater()
        self._words = box
        self.column.addWidget(box)
        box.show()  # A layout would show it later.
