"""The report's second page, as plain values: the path to a credential, and pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from caremgr_desktop.reporting.references import References
    from caremgr_desktop.reporting.views import (
        PathView,
        PayView,
        PlanView,
        ResultView,
        StepView,
        YearsView,
    )

Plain = dict[str, object]


class CareerPart:
    """Writes what of a result is about a career; sources get their numbers on the way."""

    def __init__(
        self, references: References, words: Callable[[str], str], place: Callable[[str], int]
    ) -> None:
        self._references = references
        self._tr = words
        self._place = place

    def value(self, view: ResultView) -> Plain | None:
        """Return path and pay; None while nothing is recommended."""
        if not view.paths and not view.pay:
            return None
        return {
            "path": self._path(view.paths[0]) if view.paths else None,
            "others": list(self._others(view.paths)),
            "others_heading": self._tr("Other ways"),
            "next": self._next(view),
            "pay": self._pay(view) if view.pay else None,
        }

    def _next(self, view: ResultView) -> Plain:
        steps = view.setting.next_steps if view.setting else ()
        return {"heading": self._tr("What to do next"), "rows": list(steps)}

    def notes(self, view: ResultView) -> Plain | None:
        """Return the rules, ten years, and pay outside the table; None without any of them.

        Of pay outside the table the article's is there, and that of the closest setting.
        """
        first = view.setting.role_id if view.setting else ""
        name = next((bar.short_title for bar in view.settings if bar.role_id == first), "")
        outside = [
            row
            for row in view.pay
            if not _is_of_table(row) and (row.is_article or row.short_title == name)
        ]
        if not view.paths and not outside and view.years is None:
            return None
        return {
            "rules": [self._rule(path) for path in view.paths],
            "outside_heading": self._tr("Pay outside the table"),
            "outside": [
                {"text": self._outside(row), "marks": self._references.marks(row.sources)}
                for row in outside
            ],
            "years_heading": self._tr("Ten years ahead, an estimate: pay less school and fees"),
            "years": self._years(view.years),
        }

    @staticmethod
    def _outside(row: PayView) -> str:
        return row.text if row.is_article else f"{row.short_title}: {row.text}"

    def _path(self, path: PathView) -> Plain:
        plan = path.plans[0] if path.plans else None
        heading = self._tr("Your path to the {credential}")
        return {
            "heading": heading.format(credential=path.credential_id),
            "title": path.title,
            "issuer": path.issuer,
            "mark": path.mark,
            "lead": path.lead,
            "start": path.start,
            "warnings": [*path.warnings, *path.assumed, *(plan.leaving if plan else ())],
            "plan": self._plan(plan) if plan else None,
            "marks": self._references.marks(path.sources),
        }

    def _plan(self, plan: PlanView) -> Plain:
        until = self._tr("until month {month}")
        return {
            "name": plan.name,
            "summary": plan.summary,
            "now_heading": self._tr("This month"),
            "this_month": list(plan.this_month),
            "total_months": plan.total_months,
            "columns": [self._tr("Step"), self._tr("When"), self._tr("Cost")],
            "end": until.format(month=plan.total_months) if plan.total_months else "",
            "steps": [self._step(step, plan.total_months) for step in plan.steps],
        }

    def _step(self, step: StepView, total: int) -> Plain:
        words = self._tr("Bar from month {start} to month {end} of {total}")
        return {
            "number": step.number,
            "title": step.title,
            "kind": step.kind,
            "when": step.when,
            "cost": step.cost,
            "why": step.why,
            "start": step.start_month,
            "end": step.end_month,
            "alt": words.format(start=step.start_month, end=step.end_month, total=total),
            "marks": self._references.marks(step.sources),
        }

    def _others(self, paths: Sequence[PathView]) -> Iterator[Plain]:
        """Yield the plans that stand on the page as one line each."""
        for number, path in enumerate(paths):
            mark = f" ({path.mark})" if path.mark else ""
            name = f"{path.credential_id}, {path.title}{mark}"
            if number and not path.plans:
                yield {"name": name, "choice": path.lead, "steps": "", "marks": []}
            for plan in path.plans[0 if number else 1 :]:
                sources = [source for step in plan.steps for source in step.sources]
                yield {
                    "name": name,
                    "choice": " ".join(part for part in (path.lead, plan.choice) if part),
                    "steps": "; ".join(f"{step.number}. {step.title}" for step in plan.steps),
                    "marks": self._references.marks(sources),
                }

    def _pay(self, view: ResultView) -> Plain:
        rows = [row for row in view.pay if _is_of_table(row)]
        tops = [usd for row in rows for usd in (row.p90_usd, row.median_usd) if usd is not None]
        marks = [self._references.marks(row.sources) for row in rows]
        shared = marks[0] if marks and all(each == marks[0] for each in marks) else []
        heading = self._tr("What it pays a year: {area}")
        return {
            "heading": heading.format(area=view.area),
            "columns": [
                self._tr("Setting"),
                self._tr("From $0, middle marked"),
                self._tr("Half earn more"),
                self._tr("Range, and who is counted"),
            ],
            "notes": [*_gaps(rows), view.pay_note],
            "marks": shared,
            "top_usd": max(tops, default=1),
            "rows": [
                self._pay_row(row, [] if shared else own)
                for row, own in zip(rows, marks, strict=True)
            ],
        }

    def _pay_row(self, row: PayView, marks: list[int]) -> Plain:
        return {
            "title": row.short_title,
            "family": self._place(row.family),
            "place": row.place,
            "low": row.p10_usd,
            "middle": row.median_usd,
            "high": row.p90_usd,
            "text": row.median_text,
            "range": row.range_text,
            "alt": f"{row.short_title}: {row.median_text}; {row.range_text}",
            "marks": marks,
        }

    def _rule(self, path: PathView) -> Plain:
        return {
            "title": f"{path.credential_id}, {path.title}",
            "text": path.rule,
            "notes": list(path.notes),
            "marks": self._references.marks(path.sources),
        }

    @staticmethod
    def _years(years: YearsView | None) -> Plain | None:
        if years is None or not years.lines:
            return None
        lines = [*(line.text for line in years.lines), *(item.text for item in years.crossings)]
        return {"lines": lines, "assumptions": list(years.assumptions)}


def _is_of_table(row: PayView) -> bool:
    """Whether this is a setting's own row: the article's figures are too old to stand beside."""
    return bool(row.place) and not row.is_article


def _gaps(rows: Sequence[PayView]) -> Iterator[str]:
    """Yield each reason why a figure is not the area's own, after the settings that it is of."""
    for gap in dict.fromkeys(row.gap for row in rows if row.gap):
        yield f"{', '.join(row.short_title for row in rows if row.gap == gap)}: {gap}"
