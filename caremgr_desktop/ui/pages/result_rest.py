"""The cards under the bars and the reasons: how sure, pay, path and what comes next."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from caremgr_desktop.core.ports import Formats
from caremgr_desktop.reporting.views import ResultView
from caremgr_desktop.ui.pages.result_cards import ResultCards
from caremgr_desktop.ui.pages.result_look import LookPanel
from caremgr_desktop.ui.pages.result_path import PathPanel
from caremgr_desktop.ui.pages.result_pay import PayPanel
from caremgr_desktop.ui.pages.result_role import DayPanel, NextPanel
from caremgr_desktop.ui.pages.result_sure import SurePanel
from caremgr_desktop.ui.pages.result_take import TakePanel
from caremgr_desktop.ui.pages.result_years import YearsPanel
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.panel import Panel

Asking = TypeVar("Asking", SurePanel, LookPanel)


class ResultRest(QObject):
    """Fills these cards for one page.

    Signals: ``answer_requested(question_id)``, ``area_chosen(area)`` for the pay,
    ``assumed(study_hours, growth_percent)`` for the years ahead, ``have_requested()``
    to say what one already has, ``wished(panel, what)`` for something to be made of the result
    and told in its card, ``history_requested()``, and ``wanted(panel)`` for one to be seen.
    """

    answer_requested = Signal(str)
    area_chosen = Signal(str)
    assumed = Signal(int, int)
    have_requested = Signal()
    wished = Signal(TakePanel, str)
    history_requested = Signal()
    wanted = Signal(Panel)

    def __init__(self, theme: Theme, formats: Formats, cards: ResultCards) -> None:
        super().__init__(cards)
        self._theme = theme
        self._formats = formats
        self._cards = cards
        self._view: ResultView | None = None
        self._chosen_paths: dict[str, str] = {}
        self._code = ""

    def show(self, view: ResultView) -> None:
        """Show what a result says there; cards of which nothing changed stay."""
        if view.sure is None:
            self._cards.take_away("sure")
        else:
            self._card("sure", SurePanel).show_sure(view.sure)
        if view.remarks:
            self._card("look", LookPanel).show_remarks(view.remarks)
        else:
            self._cards.take_away("look")
        self._show_setting(view)
        if self._code:
            self._take().show_code(self._code)
        self._view = view

    def _card(self, name: str, kind: type[Asking]) -> Asking:
        """Return the card of that name, made if there was none."""
        panel = self._cards.card(name)
        if isinstance(panel, kind):
            return panel
        made = kind(self._theme)
        made.answer_requested.connect(self.answer_requested)
        self._cards.put(name, made)
        return made

    def set_code(self, code: str) -> None:
        """Take the code of the person's own answers, to be shown with the cards."""
        self._code = code

    def go_to_take(self) -> None:
        """Let the card be seen from which the result is taken along."""
        take = self._take()
        take.take_focus()
        self.wanted.emit(take)

    def _take(self) -> TakePanel:
        panel = self._cards.card("take")
        if isinstance(panel, TakePanel):
            return panel
        made = TakePanel(self._theme)
        made.history_requested.connect(self.history_requested)
        self._cards.put("take", made)
        made.wished.connect(self._on_wished)
        return made

    def _on_wished(self, wish: str) -> None:
        self.wished.emit(self._take(), wish)

    def show_assumed(self, moved: Callable[[ResultView], ResultView]) -> None:
        """Show pay as it is assumed now; ``moved`` gives a result with that."""
        if self._view is not None:
            self._view = moved(self._view)
            self._show_pay(self._view)
            self._show_years(self._view)

    def _show_years(self, view: ResultView) -> None:
        if view.years is None or not view.years.lines:
            self._cards.take_away("years")
            return
        panel = self._cards.card("years")
        if not isinstance(panel, YearsPanel):
            panel = YearsPanel(self._theme, self._formats)
            panel.assumed.connect(self.assumed)
            self._cards.put("years", panel)
        panel.show_years(view.years)

    def _show_pay(self, view: ResultView) -> None:
        panel = self._cards.card("pay")
        if not isinstance(panel, PayPanel):
            panel = PayPanel(self._theme, self._formats, view.areas)
            panel.area_chosen.connect(self.area_chosen)
            self._cards.put("pay", panel)
        panel.show_pay(view)

    def _show_setting(self, view: ResultView) -> None:
        """Make the cards about the setting anew where it is another one, or none."""
        old, setting = self._view, view.setting
        path = self._cards.card("path")
        if isinstance(path, PathPanel):
            self._chosen_paths[path.setting_id] = path.kept()
        if setting is None:
            for name in ("pay", "path", "years", "day", "next"):
                self._cards.take_away(name)
            return
        self._show_pay(view)
        self._show_years(view)
        if old is None or (old.paths, old.setting) != (view.paths, setting):
            path = PathPanel(self._theme, setting, view.paths)
            path.have_requested.connect(self.have_requested)
            path.take_back(self._chosen_paths.get(path.setting_id, ""))
            self._cards.put("path", path)
            self._cards.put("day", DayPanel(self._theme, setting))
            self._cards.put("next", NextPanel(self._theme, setting))
