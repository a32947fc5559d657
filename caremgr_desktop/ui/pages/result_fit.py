"""The card that shows how close each role is."""

from collections import Counter

from PySide6.QtWidgets import QWidget

from caremgr_desktop.reporting.views import Bar, ResultView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bars import FitDrawing
from caremgr_desktop.ui.widgets.drawing import Figure, Lettering
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.wrap import WrapLabel


class FitPanel(Panel):
    """Both families first, then the settings by rank."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.title.show_text(self.tr("How each role fits"))
        self.setAccessibleName(self.title.text())
        self.column.setSpacing(theme.px(10))
        self._lead = self.say("", "secondary")
        self._lettering = Lettering(theme)
        self._families: list[Figure] = []
        self._settings: list[Figure] = []
        self._second_title = WrapLabel(theme, self.tr("Settings, closest first"), "strong")
        self._has_second_title = False

    def show_fits(self, view: ResultView) -> None:
        """Show the bars; in a close call both families look the same."""
        has_answers = bool(view.reasons_for or view.reasons_against)
        self._lead.setHidden(False)
        self._lead.show_text(
            self.tr("100% would agree with each of your answers.")
            if has_answers
            else self.tr("Nothing is answered so far, so every role stands at 0%.")
        )
        self._titles = {bar.role_id: bar.title for bar in view.families}
        for place, bar in enumerate(view.families):
            drawing = self._drawing(bar, bar.title, is_strong=bar.role_id in view.leaders)
            self._put(self._families, place, drawing, _with_before(f"{bar.title}: {bar.text}", bar))
        if not self._has_second_title:
            self._has_second_title = True
            self.column.addSpacing(self.theme.px(6))
            self.column.addWidget(self._second_title)
        shared = Counter(bar.rank for bar in view.settings)
        has_verdict = bool(view.leaders)
        for place, bar in enumerate(view.settings):
            title = self.tr("{title} (tied)") if has_answers and shared[bar.rank] > 1 else "{title}"
            title = title.format(title=bar.title)
            drawing = self._drawing(bar, title, is_strong=bar.is_first and has_verdict)
            self._put(self._settings, place, drawing, self._setting_text(bar, title))
        self._second_title.setHidden(not view.settings)
        for spare in self._settings[len(view.settings) :]:
            spare.hide()

    def _drawing(self, bar: Bar, title: str, *, is_strong: bool) -> FitDrawing:
        return FitDrawing(self.theme, self._lettering, bar, title, is_strong=is_strong)

    def hold(self, actions: QWidget) -> None:
        """Take what can be done with the result in below the families' bars."""
        self.column.insertWidget(self.column.indexOf(self._families[-1]) + 1, actions)
        actions.raise_()
        for part in (self._second_title, *self._settings):
            part.raise_()  # Screen readers go by the order of stacking.

    def _setting_text(self, bar: Bar, title: str) -> str:
        words = self.tr("{rank}. {title}: {fit}. Family: {family}.")
        family = self._titles.get(bar.family, bar.family)
        said = words.format(rank=bar.rank, title=title, fit=bar.text, family=family)
        return _with_before(said, bar)

    def _put(self, row: list[Figure], place: int, drawing: FitDrawing, text: str) -> None:
        if place < len(row):
            row[place].show_drawing(drawing, text)
            row[place].show()
            return
        figure = Figure(drawing, text)
        row.append(figure)
        self.column.addWidget(figure)


def _with_before(words: str, bar: Bar) -> str:
    """Return the words with those on what the bar was, where it has moved."""
    return f"{words} ({bar.was_text})" if bar.was_text else words
