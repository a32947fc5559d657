"""How a page is begun on: at its beginning, or where the person was on it before."""

from PySide6.QtCore import Qt

from caremgr_desktop.ui.pages.page import Page
from caremgr_desktop.ui.pages.spots import Spots
from caremgr_desktop.ui.presenter import Presenter


class Arrivals:
    """Keeps the spots of pages that are returned to, and rings the focus where keys are used."""

    def __init__(self, presenter: Presenter) -> None:
        self._presenter = presenter
        self._has_used_keys = False
        self._depth = 0
        self._spots = Spots()

    def note_key(self) -> None:
        """Note that a key was pressed: the focus is ringed on the next page."""
        self._has_used_keys = True

    def keep_spot(self, page: Page) -> None:
        """Keep where the person is on a page that is left or made anew."""
        self._spots.add(self._depth, page)

    def arrive(self, page: Page) -> None:
        """Begin on a page, or go on where the person was on it."""
        self._depth = len(self._presenter.visit.trail)
        spot = self._spots.take(self._depth, page)
        reason = self._focus_reason()
        if spot is not None:
            page.return_to(spot, reason)
            return
        page.take_focus(reason)
        if reason == Qt.FocusReason.TabFocusReason:
            page.bring_focus_into_sight()

    def _focus_reason(self) -> Qt.FocusReason:
        """Ring the focus where keys were used since the last page; a mouse doesn't need it."""
        has_used_keys, self._has_used_keys = self._has_used_keys, False
        reason = Qt.FocusReason
        return reason.TabFocusReason if has_used_keys else reason.MouseFocusReason
