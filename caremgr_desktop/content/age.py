"""Warns of facts that rest on old sources, and of sources that are still to come."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from caremgr_desktop.career.source import FRESH_MONTHS, months_since
from caremgr_desktop.content.bundle import Bundle, Part
from caremgr_desktop.content.fact_links import is_date
from caremgr_desktop.content.schema import (
    ArticlePayItem,
    OutlookItem,
    PositionItem,
    SourceItem,
    StatementItem,
    StepItem,
)
from caremgr_desktop.content.schema_plan import RuleItem

Citing = StatementItem | PositionItem | RuleItem | StepItem | ArticlePayItem | OutlookItem
CITING: tuple[type[Citing], ...] = (
    StatementItem,
    PositionItem,
    RuleItem,
    StepItem,
    ArticlePayItem,
    OutlookItem,
)


def check_age(bundle: Bundle, today: date) -> None:
    """Warn of every source older than 24 months that a fact names, where it is listed.

    A date after today is warned of too: it is a slip, or this machine's clock is wrong.
    """
    facts = Counter(source for ids in _cited(bundle) for source in set(ids))
    for path, source in bundle.sources.sound.every(SourceItem):
        source_id = str(path[-1])
        if source.date is None or not is_date(source.date):
            continue
        if source.date > today.isoformat()[: len(source.date)]:
            bundle.sources.document.warn((*path, "date"), "future_source", date=source.date)
        if not facts[source_id]:
            continue
        months = months_since(source.date, today)
        if months > FRESH_MONTHS:
            bundle.sources.document.warn(
                (*path, "date"), "old_source", id=source_id, months=months, facts=facts[source_id]
            )


def _cited(bundle: Bundle) -> Iterator[Sequence[str]]:
    """Yield the sources of every fact."""
    parts: tuple[Part[Any], ...] = (
        *bundle.roles,
        bundle.credentials,
        bundle.steps,
        bundle.requirements,
        bundle.pay,
        bundle.article,
    )
    for part in parts:
        for kind in CITING:
            for _, item in part.sound.every(kind):
                yield item.sources
        source = part.document.at(("source",))
        if isinstance(source, str):
            yield (source,)
