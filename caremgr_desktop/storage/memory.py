"""A visit kept only while the program runs."""

from caremgr_desktop.core.visit import Visit


class MemoryStore:
    """Keeps one visit in memory."""

    def __init__(self) -> None:
        self._visit: Visit | None = None

    def save(self, visit: Visit) -> None:
        """Keep the visit."""
        self._visit = visit

    def load(self) -> Visit | None:
        """Return the visit, or None."""
        return self._visit

    def clear(self) -> None:
        """Forget the visit."""
        self._visit = None
