"""The result as one tidy table, safe to be opened in a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.reporting.plain import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from caremgr_desktop.reporting.views import PathView, PayView, ResultView

MARK = "\ufeff"
"""What tells a spreadsheet that a file is UTF-8."""
FORMULA_SIGNS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet may take for the beginning of a formula, the wide signs too."""
PERCENT = 100
DIGITS = 4


class Row(NamedTuple):
    """One row: what it is about, in words, and its number with its unit, where it has one.

    ``part`` is answer, weight, fit, reason, pay or plan; ``group`` is the section, the family, the
    family that a reason speaks for, or the plan. Months count from now.
    """

    part: str
    group: str
    id: str
    name: str
    text: str
    number: float | None = None
    unit: str = ""
    start_month: int | None = None
    end_month: int | None = None


def result_as_csv(view: ResultView) -> str:
    """Return the whole table; numbers are bare, everything else stands in quotes."""
    target = StringIO()
    writer = csv.writer(target, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(Row._fields)
    writer.writerows([_cell(value) for value in row] for row in result_rows(view))
    return MARK + target.getvalue()


def result_rows(view: ResultView) -> Iterator[Row]:
    """Yield answers, weights, fits, reasons, pay and plans, each in the order of the result."""
    for item in view.answers:
        given = "" if item.is_skipped else item.answer
        yield Row("answer", item.section_id, item.question_id, item.label, given)
    for weight in view.weights:
        name, text = weight.title, weight.text
        yield Row("weight", "", weight.section_id, name, text, weight.factor, "times")
    for bar in (*view.families, *view.settings):
        fit = round(bar.fit * PERCENT, DIGITS)
        yield Row("fit", bar.family, bar.role_id, bar.title, bar.text, fit, "percent")
    for reason in (*view.reasons_for, *view.reasons_against):
        points = round(reason.points, DIGITS)
        name, answer = reason.label, reason.answer
        yield Row("reason", reason.toward, reason.question_id, name, answer, points, "points")
    for row in view.pay:
        yield from _pay(row)
    for path in view.paths:
        yield from _plans(path)


def _pay(row: PayView) -> Iterator[Row]:
    """Yield the middle, and the tenth that earns least and most; each where it was released."""
    middle = "average" if row.is_article else "median"
    for name, usd in (("p10", row.p10_usd), (middle, row.median_usd), ("p90", row.p90_usd)):
        if usd is not None:
            yield Row("pay", row.family, name, row.title, row.place, usd, "USD a year")
    if row.median_usd is None:
        yield Row("pay", row.family, "", row.title, row.text)


def _plans(path: PathView) -> Iterator[Row]:
    for plan in path.plans:
        for step in plan.steps:
            yield Row(
                part="plan",
                group=f"{path.credential_id}: {plan.name}",
                id=str(step.number),
                name=step.title,
                text=f"{step.when} {step.cost}",
                start_month=step.start_month,
                end_month=step.end_month,
            )


def _cell(value: str | float | None) -> str | float:
    """Return a number as it is, and a text as one that no spreadsheet reckons with."""
    if value is None:
        return ""
    return safe_text(value) if isinstance(value, str) else value


def safe_text(text: str) -> str:
    """Return one line of text, with an apostrophe before what could be a formula."""
    is_formula = text.lstrip().startswith(FORMULA_SIGNS) or text.startswith(FORMULA_SIGNS)
    return f"'{harmless(text)}" if is_formula else harmless(text)
