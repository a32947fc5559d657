"""The result as calm plain text, for an e-mail or a note: no boxes, no columns, no colors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caremgr_desktop.reporting.plain import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from caremgr_desktop.core.ports import Translate
    from caremgr_desktop.reporting.views import (
        PathView,
        PayView,
        PlanView,
        ReasonView,
        ResultView,
        SourceView,
        SureView,
        YearsView,
    )


def result_as_text(view: ResultView, made: str, translate: Translate, *, code: str = "") -> str:
    """Return a result to be pasted anywhere; ``made`` is the day in words.

    No line is broken: whatever it is pasted into breaks lines by itself. ``code`` is what
    brings the result back.
    """
    parts = [*_Writer(translate).parts(view, made)]
    if code:
        words = translate("ResultText", "The code of this result: {code}")
        parts.insert(1, [words.format(code=code)])
    return "\n\n".join("\n".join(harmless(line) for line in part) for part in parts if part) + "\n"


class _Writer:
    """Writes one result part by part, each a list of lines."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate
        self._sources: dict[str, SourceView] = {}

    def parts(self, view: ResultView, made: str) -> Iterator[list[str]]:
        """Yield every part; one without lines may be among them."""
        yield [view.headline, view.detail, f"{view.kicker}  ·  {made}"]
        yield self._sure(view.sure)
        yield [f"{it.text} {', '.join(label for _, label in it.answers)}" for it in view.remarks]
        if view.settings:
            bars = (*view.families, *view.settings)
            yield self._listed(
                self._tr("How each role fits"), (f"{it.title}: {it.text}" for it in bars)
            )
        yield self._reasons(self._tr("Reasons for"), view.reasons_for, view.reasons_note)
        yield self._reasons(self._tr("Reasons against"), view.reasons_against)
        yield self._reasons(self._tr("Questions that would settle it"), view.separating)
        for path in view.paths:
            yield from self._path(path)
        yield self._pay(view)
        yield self._years(view.years)
        if view.setting is not None:
            yield self._listed(self._tr("What to do next"), view.setting.next_steps)
        answers = (f"{it.label}: {it.answer}" for it in view.answers)
        weights = (f"{it.title}: {it.text}" for it in view.weights)
        yield self._listed(self._tr("Your answers"), (*answers, *weights))
        yield self._listed(self._tr("Sources"), (self._cited(it) for it in self._sources.values()))

    def _tr(self, text: str) -> str:
        return self._translate("ResultText", text)

    def _listed(self, title: str, lines: Iterable[str]) -> list[str]:
        """Return a title and its lines, nothing where there is none."""
        found = [f"- {line}" for line in lines]
        return [title, *found] if found else []

    def _reasons(self, title: str, reasons: Sequence[ReasonView], note: str = "") -> list[str]:
        lines = self._listed(title, (f"{it.text}  {it.label}: {it.answer}" for it in reasons))
        return [*lines, note] if lines and note else lines

    def _sure(self, sure: SureView | None) -> list[str]:
        if sure is None:
            return []
        lines = self._listed(self._tr("How sure is this?"), sure.statements)
        for flip in sure.flips:
            changes = "; ".join(f"{change.label}: {change.text}" for change in flip.changes)
            lines.append(f"- {flip.lead} {changes}.")
        return lines

    def _path(self, path: PathView) -> Iterator[list[str]]:
        """Yield what a credential asks for, then each plan."""
        mark = f" ({path.mark})" if path.mark else ""
        said = [path.start, path.lead, *path.warnings, *path.assumed, path.rule, *path.notes]
        self._note(path.sources)
        head = f"{path.credential_id}, {path.title}{mark}"
        yield [head, f"{path.issuer}.", *(line for line in said if line)]
        for plan in path.plans:
            yield self._plan(plan)

    def _plan(self, plan: PlanView) -> list[str]:
        lines = [f"{plan.name}: {plan.summary}"]
        now = self._tr("This month: {words}")
        lines += [now.format(words=words) for words in plan.this_month]
        lines += plan.leaving
        for step in plan.steps:
            self._note(step.sources)
            lines.append(f"{step.number}. {step.title}. {step.when} {step.cost}")
        return lines

    def _pay(self, view: ResultView) -> list[str]:
        for row in view.pay:
            self._note(row.sources)
        lines = self._listed(self._tr("Pay"), (self._pay_line(row) for row in view.pay))
        return [*lines, view.pay_note] if lines else []

    @staticmethod
    def _pay_line(row: PayView) -> str:
        has_name = row.is_article or bool(row.place)
        return row.text if has_name else f"{row.title}: {row.text}"

    def _years(self, years: YearsView | None) -> list[str]:
        if years is None:
            return []
        lines = [*(line.text for line in years.lines), *(item.text for item in years.crossings)]
        title = self._tr("Ten years ahead, an estimate: pay less school and fees")
        found = self._listed(title, lines)
        return [*found, " ".join(years.assumptions)] if found else []

    def _note(self, sources: Iterable[SourceView]) -> None:
        """Keep sources for the list at the end, each once."""
        for source in sources:
            self._sources.setdefault(source.id, source)

    @staticmethod
    def _cited(source: SourceView) -> str:
        age = f" ({source.age})" if source.age else ""
        return f"{source.line}{age} {source.url}".strip()
