"""An audit as lines of text, and how far it is."""

from typing import TextIO

from caremgr_desktop.core.ports import Translate
from caremgr_desktop.reporting.audit_views import AuditView
from caremgr_desktop.terminal.screen import Screen

PERCENT = 100
BAR = 30


class AuditPrinter:
    """Writes one audit to a screen."""

    def __init__(self, screen: Screen, translate: Translate) -> None:
        self._screen = screen
        self._translate = translate

    def show(self, view: AuditView) -> None:
        """Write the whole audit, the verdict first."""
        screen = self._screen
        screen.heading(view.title)
        screen.line(view.verdict)
        for line in view.look_at:
            screen.item("-", line)
        screen.line(view.lead)
        for chart in view.charts:
            screen.heading(chart.title)
            screen.line(chart.note)
            screen.bars((bar.label, bar.share, bar.text) for bar in chart.bars)
        screen.heading(self._translate("Audit", "Habits"))
        for line in view.habits:
            screen.item("-", line)
        screen.line(view.settles)


class ProgressLine:
    """One line of a terminal that says how much is done; nothing where there is no terminal."""

    def __init__(self, target: TextIO, words: str) -> None:
        self._target = target
        self._words = words
        self._is_shown = target.isatty()
        self._percent = -1

    def tell(self, share: float) -> None:
        """Show the part that is done, from 0 to 1."""
        percent = int(PERCENT * share)
        if self._is_shown and percent != self._percent:
            self._percent = percent
            full = BAR * percent // PERCENT
            self._target.write(f"\r{self._words} [{'#' * full}{'.' * (BAR - full)}] {percent:3}%")
            self._target.flush()

    def end(self) -> None:
        """Take the line away."""
        if self._is_shown and self._percent >= 0:
            self._target.write("\r" + " " * (len(self._words) + BAR + 8) + "\r")
            self._target.flush()
