"""What stands between a person and a credential, as lines of text."""

from collections.abc import Sequence

from caremgr_desktop.core.ports import Translate
from caremgr_desktop.reporting.views import PathView, PlanView, SourceView, StepView
from caremgr_desktop.terminal.screen import Screen


class PathPrinter:
    """Writes paths to a screen, each with all its plans."""

    def __init__(self, screen: Screen, translate: Translate) -> None:
        self._screen = screen
        self._translate = translate

    def show(self, paths: Sequence[PathView]) -> None:
        """Write where all plans begin, then each path."""
        if paths:
            self._screen.line(paths[0].start)
            if paths[0].is_from_nothing:
                hint = self._tr("To begin at what you have: caremgr-desktop plan --have FILE.")
                self._screen.line(hint)
        for path in paths:
            self._show_one(path)

    def _tr(self, text: str) -> str:
        return self._translate("Plan", text)

    def _show_one(self, path: PathView) -> None:
        screen = self._screen
        mark = f" ({path.mark})" if path.mark else ""
        screen.heading(f"{path.credential_id}, {path.title}{mark}")
        screen.line(f"{path.issuer}. {path.lead}".strip())
        for warning in path.warnings:
            screen.item("!", warning)
        for words in path.assumed:
            screen.item("!", words)
        for plan in path.plans:
            self._show_plan(plan)
        screen.line()
        screen.line(path.rule)
        for note in path.notes:
            screen.line(note)
        self._sources(path.sources)

    def _show_plan(self, plan: PlanView) -> None:
        self._screen.line()
        self._screen.line(f"{plan.name}: {plan.summary}")
        for words in plan.leaving:
            self._screen.item("!", words)
        for words in plan.this_month:
            self._screen.line(self._tr("This month: {words}").format(words=words))
        for step in plan.steps:
            self._show_step(step)

    def _show_step(self, step: StepView) -> None:
        words = f"{step.title}. {step.when} {step.cost}"
        self._screen.item(f"{step.number}.", words)
        self._screen.line(step.why, indent=5)
        self._sources(step.sources)

    def _sources(self, sources: Sequence[SourceView]) -> None:
        for source in sources:
            age = f" ({source.age})" if source.age else ""
            self._screen.line(self._tr("Source: {line}").format(line=source.line) + age, indent=5)
