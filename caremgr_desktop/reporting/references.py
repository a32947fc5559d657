"""Numbers for the sources of a report, in the order in which they are named."""

from collections.abc import Sequence

from caremgr_desktop.reporting.views import SourceView


class References:
    """Gives each source its number as it is first named."""

    def __init__(self) -> None:
        self._sources: dict[str, SourceView] = {}

    def marks(self, sources: Sequence[SourceView]) -> list[int]:
        """Return the numbers of some sources, each once."""
        for source in sources:
            self._sources.setdefault(source.id, source)
        numbers = {source_id: number for number, source_id in enumerate(self._sources, start=1)}
        return sorted({numbers[source.id] for source in sources})

    def all(self) -> list[dict[str, object]]:
        """Return every source that was named, as plain values."""
        return [
            {
                "number": number,
                "line": source.line,
                "url": source.url,
                "age": source.age,
                "note": source.note,
            }
            for number, source in enumerate(self._sources.values(), start=1)
        ]
