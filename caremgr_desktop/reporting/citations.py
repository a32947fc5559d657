"""Sources as they are cited, with their age where they are old."""

from collections.abc import Iterable

from caremgr_desktop.career.handbook import Handbook
from caremgr_desktop.career.source import FRESH_MONTHS, Source
from caremgr_desktop.core.ports import Clock, Translate
from caremgr_desktop.reporting.views import SourceView


class Citations:
    """Cites the sources of one handbook, as old as they are today."""

    def __init__(self, handbook: Handbook, translate: Translate, clock: Clock) -> None:
        self._handbook = handbook
        self._translate = translate
        self._clock = clock

    def of(self, source_ids: Iterable[str]) -> tuple[SourceView, ...]:
        """Return the sources of those ids, in that order, each once."""
        unique = dict.fromkeys(source_ids)
        return tuple(self.view(self._handbook.sources[source_id]) for source_id in unique)

    def all(self) -> tuple[SourceView, ...]:
        """Return every source, by publisher and title."""
        ordered = sorted(
            self._handbook.sources.values(), key=lambda source: (source.publisher, source.title)
        )
        return tuple(self.view(source) for source in ordered)

    def view(self, source: Source) -> SourceView:
        """Return a source as it is cited."""
        parts = [f"{source.publisher}: {source.title}", source.release]
        if source.licence:
            parts.append(source.licence)
        return SourceView(
            id=source.id,
            line=", ".join(parts) + ".",
            url=source.url,
            age=self._age(source),
            note=source.note,
        )

    def _age(self, source: Source) -> str:
        if not source.published:
            says_so = "undated" in source.release
            return "" if says_so else self._translate("Sources", "undated")
        if source.is_stale(self._clock.today()):
            words = self._translate("Sources", "older than {months} months")
            return words.format(months=FRESH_MONTHS)
        return ""
