"""What a new year's wage table changes, for its author: to be read, or as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from caremgr_desktop.career.pay import PayTable
from caremgr_desktop.career.pay_changes import LIMIT_PERCENT, Cell, Comparison, Figure
from caremgr_desktop.career.pay_release import Release
from caremgr_desktop.career.source import Source
from caremgr_desktop.core.ports import Formats

ALL_EMPLOYERS = "all employers"


@dataclass(frozen=True, slots=True)
class PayImportView:
    """All that there is to say of one import; ``written`` are the files, none without writing.

    ``table`` is the old table's file, ``new`` the new release, ``source`` the source that
    the table names.
    """

    table: str
    pay: PayTable
    new: Release
    source: Source
    comparison: Comparison
    written: Sequence[str]
    refusal: str


def import_as_json(view: PayImportView) -> dict[str, Any]:
    """Return an import as builtins for JSON; docs/pay.md says what each key is."""
    found = view.comparison
    return {
        "table": {"old": view.table, "new": view.new.table},
        "release": {"old": view.pay.release, "new": view.new.words},
        "limit_percent": LIMIT_PERCENT,
        "cells": found.compared,
        "cells_changed": found.changed_cells,
        "changes": [
            {
                **_figure(change.figure),
                "old": change.old,
                "new": change.new,
                "percent": round(change.percent, 2),
            }
            for change in found.changes
        ],
        "gone": [cell._asdict() for cell in found.gone],
        "lost": [
            {**_figure(it.figure), "old": it.old, "is_capped": it.is_capped} for it in found.lost
        ],
        "released": [{**_figure(it.figure), "new": it.new} for it in found.released],
        "written": list(view.written),
        "refused": view.refusal or None,
        "by_hand": [{"file": "resources/sources.yaml", **it} for it in _by_hand(view)],
    }


def import_as_text(view: PayImportView, formats: Formats) -> str:
    """Return an import to be read, the summary last."""
    return "\n".join(_Writer(view, formats).lines())


def _figure(figure: Figure) -> dict[str, str]:
    return {**figure.cell._asdict(), "figure": figure.name}


def _by_hand(view: PayImportView) -> list[dict[str, str]]:
    """Return what of the source is not of the new release: only a person can set it right."""
    source, new = view.source, view.new
    items = []
    if source.published != new.written:
        items.append({"id": source.id, "key": "date", "now": source.published, "new": new.written})
    if new.words not in source.release:
        items.append({"id": source.id, "key": "release", "now": source.release, "new": new.words})
    return items


class _Writer:
    """Writes one import line by line."""

    def __init__(self, view: PayImportView, formats: Formats) -> None:
        self._view = view
        self._found = view.comparison
        self._formats = formats

    def lines(self) -> Iterator[str]:
        """Yield every line."""
        view = self._view
        yield f"{view.new.words} beside {view.pay.release}, {view.table}"
        found = self._found
        changed = f"Changed by over {LIMIT_PERCENT} %, biggest first"
        yield from self._part(changed, list(self._changes()))
        yield from self._part("Gone: no figure any more", [self._name(it) for it in found.gone])
        yield from self._part("No longer released", list(self._lost()))
        yield from self._part("Newly released", list(self._released()))
        yield ""
        yield self._summary()
        yield from self._written()
        for item in _by_hand(view):
            yield (
                f"Edit by hand: resources/sources.yaml, {item['id']}, {item['key']}: it says "
                f"“{item['now']}”, and the table is of {item['new']}."
            )

    def _part(self, title: str, lines: Sequence[str]) -> Iterator[str]:
        """Yield a heading and its lines, nothing where there is none."""
        if lines:
            yield ""
            yield f"{title} ({len(lines)}):"
            yield from (f"  {line}" for line in lines)

    def _changes(self) -> Iterator[str]:
        for change in self._found.changes:
            sign = "+" if change.new > change.old else "-"
            percent = f"{sign}{self._formats.number(abs(change.percent), decimals=2)} %"
            step = f"{self._number(change.old)} -> {self._number(change.new)}"
            name = self._name(change.figure.cell)
            yield f"{percent:>10}  {change.figure.name:10}  {step:22}  {name}"

    def _lost(self) -> Iterator[str]:
        for lost in self._found.lost:
            why = ", now above the highest that BLS publishes" if lost.is_capped else ""
            was = f"was {self._number(lost.old)}{why}"
            yield f"{lost.figure.name:10}  {self._name(lost.figure.cell)}; {was}"

    def _released(self) -> Iterator[str]:
        for released in self._found.released:
            now = f"now {self._number(released.new)}"
            yield f"{released.figure.name:10}  {self._name(released.figure.cell)}; {now}"

    def _summary(self) -> str:
        found = self._found
        return (
            f"{self._number(found.compared)} cells compared, "
            f"{self._number(found.changed_cells)} changed by over {LIMIT_PERCENT} % "
            f"({self._number(len(found.changes))} figures), {self._number(len(found.gone))} gone."
        )

    def _written(self) -> Iterator[str]:
        if self._view.written:
            yield f"Written: {', '.join(self._view.written)}."
        else:
            yield "Nothing was written."

    def _name(self, cell: Cell) -> str:
        pay = self._view.pay
        employer = pay.employers[cell.employer] if cell.employer else ALL_EMPLOYERS
        return f"{cell.area}: {pay.occupations[cell.occupation]}, {employer}"

    def _number(self, value: int) -> str:
        return self._formats.number(value)
