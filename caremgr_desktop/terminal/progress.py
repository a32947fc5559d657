"""Says how far long work is, once a second and not before a second has passed."""

from __future__ import annotations

from collections.abc import Callable

from caremgr_desktop.terminal.audit import ProgressLine

PAUSE_SECONDS = 1.0


class SlowProgress:
    """Shows a progress line for work that takes over a second."""

    def __init__(self, line: ProgressLine, clock: Callable[[], float]) -> None:
        self._line = line
        self._clock = clock
        self._last = clock()

    def tell(self, share: float) -> None:
        """Take the part that is done, from 0 to 1, and show it if it is time."""
        now = self._clock()
        if now - self._last >= PAUSE_SECONDS:
            self._last = now
            self._line.tell(share)

    def end(self) -> None:
        """Take the line away."""
        self._line.end()
