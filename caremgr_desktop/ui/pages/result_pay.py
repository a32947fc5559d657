"""The card on pay: every figure with its place, its year and its source."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caremgr_desktop.core.ports import Formats
from caremgr_desktop.reporting.views import PayView, ResultView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.drawing import Figure
from caremgr_desktop.ui.widgets.fold import FoldWidget
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.sources import SourcesFold
from caremgr_desktop.ui.widgets.wages import AxisDrawing, Scale, WageDrawing, scale_for

FIRST_SETTINGS = 3


class PayPanel(Panel):
    """Pay on one axis: the closest settings, the article's averages, all others on demand."""

    def __init__(self, theme: Theme, view: ResultView, formats: Formats) -> None:
        super().__init__(theme, "")
        self.title.show_text(self.tr("Pay"))
        self.setAccessibleName(self.title.text())
        self._scale = scale_for(view.pay)
        groups = _groups(view.pay)
        lead = self.tr(
            "US dollars a year. A bar holds the middle eight of ten people."
            " The mark is the median: half earn more, half earn less."
        )
        self.say(lead, "secondary")
        self.column.addWidget(Figure(AxisDrawing(theme, self._scale, formats), self._axis(formats)))
        for group in groups[:FIRST_SETTINGS]:
            _fill(self.column, theme, group, self._scale)
        article = [item for item in view.pay if item.is_article]
        if article:
            self.say(self.tr("For comparison, the founding article"), "strong")
        _fill(self.column, theme, article, self._scale)
        rest = groups[FIRST_SETTINGS:]
        if rest:
            self.column.addWidget(PayFold(theme, rest, self._scale))
        self.say(view.pay_note, "small")

    def _axis(self, formats: Formats) -> str:
        words = self.tr("The bars stand on an axis from {low} to {high}.")
        return words.format(low=formats.money(0), high=formats.money(self._scale.end_usd))


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
