"""The card on ten years ahead: the lines, where they cross, and what is assumed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from caremgr_desktop.career.years import GROWTH_PERCENT, STUDY_HOURS, YEARS
from caremgr_desktop.core.ports import Formats
from caremgr_desktop.reporting.views import YearsView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bed
from caremgr_desktop.ui.widgets.drawing import Figure
from caremgr_desktop.ui.widgets.field import FieldWidget
from caremgr_desktop.ui.widgets.items import ItemDrawing, item
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.pills import PillsWidget
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
        self.title.show_text(self.tr("Ten years ahead: an estimate"))
        self.setAccessibleName(self.title.text())
        lead = self.tr(
            "What is left of pay after school and fees, added up from now. Nobody knows your"
            " own figures: change what is assumed and see what moves."
        )
        self.say(lead, "secondary")
        self._hours = self._pills(
            self.tr("Paid work beside school, hours a week"),
            [(hours, str(hours) if hours else self.tr("none")) for hours in STUDY_HOURS],
        )
        self._growth = self._pills(
            self.tr("Pay grows in a year"),
            [(percent, f"{percent}%") for percent in GROWTH_PERCENT],
        )
        self.say(self.tr("The state is the one chosen for pay."), "small")
        self._crossed = WrapLabel(theme, "", "strong")
        self._assumed = LinesBox(theme, self.tr("What is assumed"))

    def _pills(self, name: str, pairs: list[tuple[int, str]]) -> PillsWidget:
        pills = PillsWidget(self.theme, name, pairs)
        pills.changed.connect(self._on_changed)
        self.column.addWidget(FieldWidget(self.theme, name, pills))
        return pills

    def _on_changed(self) -> None:
        self.assumed.emit(self._hours.number, self._growth.number)

    def show_years(self, years: YearsView) -> None:
        """Show the lines, where they are others than before."""
        if years == self._years:
            return
        self._years = years
        self._hours.show_number(years.study_hours)
        self._growth.show_number(years.growth_percent)
        drawing = YearsDrawing(self.theme, years, self._formats, self._marks())
        spoken = " ".join(line.text for line in years.lines)
        if self._chart is None:
            self._chart = Figure(drawing, spoken)
            for part in (self._chart, self._crossed, self._assumed):
                self.column.addWidget(part)
        else:
            self._chart.show_drawing(drawing, spoken)
        self._show_words(years)

    def _marks(self) -> tuple[str, ...]:
        words = self.tr("{years} yr")
        return (self.tr("now"), *(words.format(years=year) for year in range(1, YEARS + 1)))

    def _show_words(self, years: YearsView) -> None:
        """Show where lines cross and what is assumed; words that stay the same are left."""
        crossed = " ".join(crossing.text for crossing in years.crossings)
        if len(years.lines) > 1 and not crossed:
            crossed = self.tr("The lines do not cross in these ten years.")
        self._crossed.show_text(crossed)
        self._crossed.setHidden(not crossed)
        self._assumed.show_lines(years.assumptions)


class LinesBox(Bed):
    """A heading and a list, of which only the lines that changed are shown anew."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[tuple[str, Figure]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(4), 0, 0)
        self._column.setSpacing(theme.px(4))
        self._column.addWidget(WrapLabel(theme, title, "strong"))

    def show_lines(self, texts: Sequence[str]) -> None:
        """Show these lines."""
        while len(self._lines) > len(texts):
            _, figure = self._lines.pop()
            figure.hide()
            figure.deleteLater()
        for place, text in enumerate(texts):
            if place == len(self._lines):
                figure = item(self._theme, 0, text)
                self._column.addWidget(figure)
                figure.show()  # A layout would show it later.
                self._lines.append((text, figure))
            elif self._lines[place][0] != text:
                figure = self._lines[place][1]
                figure.show_drawing(ItemDrawing(self._theme, 0, text), text)
                self._lines[place] = (text, figure)
