"""Which pages failed, so that the way back doesn't lead into the same failure for ever."""

from caremgr_desktop.core.visit import Place


class Mishaps:
    """Remembers the last place whose page failed, until a page can be shown again."""

    def __init__(self) -> None:
        self._failed_at: Place | None = None
        self._nothing_shown = False

    def note(self, place: Place) -> bool:
        """Note that the page of a place failed; return whether ways round it are needed.

        They are where it failed before, and where no page could be shown since another did.
        """
        fails_again = self._nothing_shown or place == self._failed_at
        self._failed_at = place
        self._nothing_shown = True
        return fails_again

    def end(self) -> None:
        """Note that a page of the visit is shown."""
        self._nothing_shown = False
