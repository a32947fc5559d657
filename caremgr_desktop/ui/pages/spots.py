"""Where the person was on the pages that can be come back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caremgr_desktop.ui.pages.page import Page

if TYPE_CHECKING:
    from caremgr_desktop.ui.spot import Spot


class Spots:
    """Keeps a spot for each page on the way taken, and forgets those that lie ahead.

    ``depth`` is the length of the visit's trail with the page at its end: coming back to
    a page finds its spot, and going on to another page of the same class begins anew.
    """

    def __init__(self) -> None:
        self._spots: dict[tuple[int, type[Page]], Spot] = {}

    def add(self, depth: int, page: Page) -> None:
        """Keep where the person is on a page."""
        self._spots[depth, type(page)] = page.spot()

    def take(self, depth: int, page: Page) -> Spot | None:
        """Return the spot of a page that was come back to, or None, and forget it."""
        self._spots = {key: spot for key, spot in self._spots.items() if key[0] <= depth}
        return self._spots.pop((depth, type(page)), None)
