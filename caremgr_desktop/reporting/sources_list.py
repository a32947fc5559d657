"""The list of sources for authors: date, kind, what uses each, and how sure that is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from caremgr_desktop.career.handbook import Handbook
from caremgr_desktop.career.requirements import Requirements
from caremgr_desktop.career.source import FRESH_MONTHS, Source
from caremgr_desktop.career.uses import Use, uses_of


def sources_as_json(
    handbook: Handbook, requirements: Requirements, today: date
) -> list[dict[str, Any]]:
    """Return every source by id, ready to be written as JSON."""
    uses = uses_of(handbook, requirements)
    return [
        {
            "id": source.id,
            "publisher": source.publisher,
            "title": source.title,
            "release": source.release,
            "published": source.published,
            "tier": source.tier,
            "url": source.url,
            "is_stale": source.is_stale(today),
            "used_by": [
                {"part": use.part, "name": use.name, "confidence": list(use.confidences)}
                for use in uses[source.id]
            ],
        }
        for source in sorted(handbook.sources.values(), key=_order)
    ]


def sources_as_text(handbook: Handbook, requirements: Requirements, today: date) -> str:
    """Return every source by id to be read, those older than 24 months marked."""
    uses = uses_of(handbook, requirements)
    ordered = sorted(handbook.sources.values(), key=_order)
    stale = sum(source.is_stale(today) for source in ordered)
    undated = sum(not source.published for source in ordered)
    head = f"{len(ordered)} sources; {stale} older than {FRESH_MONTHS} months, {undated} undated."
    return "\n\n".join([head, *(_entry(source, uses, today) for source in ordered)])


def _order(source: Source) -> str:
    return source.id


def _entry(source: Source, uses: Mapping[str, tuple[Use, ...]], today: date) -> str:
    age = f"  OLDER THAN {FRESH_MONTHS} MONTHS" if source.is_stale(today) else ""
    lines = [
        f"{source.id}  {source.published or 'undated'}  {source.tier}{age}",
        f"  {source.publisher}: {source.title}, {source.release}",
        *([f"  {source.url}"] if source.url else []),
        f"  used by: {_used(uses[source.id])}",
    ]
    return "\n".join(lines)


def _used(uses: tuple[Use, ...]) -> str:
    if not uses:
        return "nothing"
    return "; ".join(
        " ".join(part for part in (use.part, use.name) if part)
        + (f" ({', '.join(use.confidences)})" if use.confidences else "")
        for use in uses
    )
