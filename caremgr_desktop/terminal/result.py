"""The result as lines of text."""

from caremgr_desktop.core.ports import Translate
from caremgr_desktop.reporting.views import (
    PayView,
    ReasonView,
    ResultView,
    RoleView,
    SourceView,
    SureView,
    YearsView,
)
from caremgr_desktop.terminal.path import PathPrinter
from caremgr_desktop.terminal.screen import Screen

MOST_REASONS = 6
MOST_PAY = 4


class ResultPrinter:
    """Writes one result to a screen."""

    def __init__(self, screen: Screen, translate: Translate) -> None:
        self._screen = screen
        self._translate = translate

    def show(self, view: ResultView) -> None:
        """Write the whole result, most important first."""
        screen = self._screen
        screen.heading(view.headline)
        screen.line(view.kicker)
        screen.line(view.detail)
        for remark in view.remarks:
            screen.line(f"{remark.text} {', '.join(label for _, label in remark.answers)}")
        screen.heading(self._tr("How each role fits"))
        screen.bars((bar.title, bar.fit, bar.text) for bar in view.families)
        screen.line()
        screen.bars((bar.title, bar.fit, bar.text) for bar in view.settings)
        self._reasons(self._tr("Reasons for"), view.reasons_for)
        self._reasons(self._tr("Reasons against"), view.reasons_against)
        if view.reasons_note:
            screen.line(view.reasons_note)
        self._reasons(self._tr("Questions that would settle it"), view.separating)
        if view.sure is not None:
            self._how_sure(view.sure)
        if view.setting is not None:
            self._day(view.setting)
        self._pay(view.pay, view.pay_note)
        if view.paths:
            screen.heading(self._tr("From here to a credential"))
            PathPrinter(screen, self._translate).show(view.paths)
        if view.years is not None:
            self._ten_years(view.years)
        if view.setting is not None:
            self._list(self._tr("What to do next"), view.setting.next_steps)

    def _tr(self, text: str) -> str:
        return self._translate("Terminal", text)

    def _list(self, title: str, lines: tuple[str, ...]) -> None:
        if lines:
            self._screen.heading(title)
            for line in lines:
                self._screen.item("-", line)

    def _reasons(self, title: str, reasons: tuple[ReasonView, ...]) -> None:
        if not reasons:
            return
        self._screen.heading(title)
        for reason in reasons[:MOST_REASONS]:
            self._screen.item(f"{reason.text:>6}", f"{reason.label}: {reason.answer}")
        rest = len(reasons) - MOST_REASONS
        if rest > 0:
            self._screen.line(self._tr("and {count} smaller ones").format(count=rest), indent=2)

    def _how_sure(self, sure: SureView) -> None:
        self._list(self._tr("How sure is this?"), sure.statements)
        for flip in sure.flips:
            self._screen.line(flip.lead)
            for change in flip.changes:
                self._screen.item("-", f"{change.label}: {change.text}")

    def _day(self, setting: RoleView) -> None:
        self._screen.heading(setting.title)
        self._screen.line(setting.summary)
        for task in setting.day:
            self._screen.item("-", task)

    def _pay(self, rows: tuple[PayView, ...], note: str) -> None:
        if not rows:
            return
        self._screen.heading(self._tr("Pay"))
        by_article = [row for row in rows if row.is_article]
        others = [row for row in rows if not row.is_article]
        for row in (*others[:MOST_PAY], *by_article):
            self._screen.item("-", row.text)
            self._sources(row.sources)
        self._screen.line(note)

    def _ten_years(self, years: YearsView) -> None:
        lines = [line.text for line in years.lines]
        lines += [crossing.text for crossing in years.crossings]
        title = self._tr("Ten years ahead, an estimate: pay less school and fees")
        self._list(title, tuple(lines))
        for words in years.assumptions:
            self._screen.line(words, indent=2)

    def _sources(self, sources: tuple[SourceView, ...]) -> None:
        for source in sources:
            age = f" ({source.age})" if source.age else ""
            self._screen.line(self._tr("Source: {line}").format(line=source.line) + age, indent=5)
