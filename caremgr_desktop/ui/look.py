"""The text size, the colours and what is assumed of pay, as a person chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from caremgr_desktop.settings import Settings
from caremgr_desktop.ui.theme import (
    LARGEST_SCALE_PERCENT,
    SCALE_STEP_PERCENT,
    SMALLEST_SCALE_PERCENT,
    THEMES,
    Theme,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from caremgr_desktop.career.years import Assumptions


class Look(QObject):
    """Keeps each choice at once; what is shown is made anew once the key or click is done with.

    ``families`` are the ids that have a colour of their own. Signal: ``changed()``.
    """

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        save: Callable[[Settings], None],
        families: tuple[str, ...],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._save = save
        self._families = families
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.changed)

    @property
    def theme_name(self) -> str:
        """The name of the colours."""
        return self._settings.theme

    def theme(self) -> Theme:
        """Return the theme for what is chosen now."""
        settings = self._settings
        return Theme(THEMES[settings.theme], settings.text_scale_percent, self._families)

    def enlarge(self) -> None:
        """Take the next larger text size."""
        self.set_scale(self._settings.text_scale_percent + SCALE_STEP_PERCENT)

    def reduce(self) -> None:
        """Take the next smaller text size."""
        self.set_scale(self._settings.text_scale_percent - SCALE_STEP_PERCENT)

    def set_scale(self, percent: int) -> None:
        """Take a text size, or the nearest that there is."""
        percent = min(LARGEST_SCALE_PERCENT, max(SMALLEST_SCALE_PERCENT, percent))
        self._take(self._settings._replace(text_scale_percent=percent))

    def set_theme(self, name: str) -> None:
        """Take other colours."""
        self._take(self._settings._replace(theme=name))

    @property
    def assumptions(self) -> Assumptions:
        """Whose pay is shown, and what is assumed of it."""
        from caremgr_desktop.career.pay import NATION
        from caremgr_desktop.career.years import Assumptions

        chosen = self._settings
        return Assumptions(chosen.area or NATION, chosen.study_hours, chosen.growth_percent)

    def assume(self, assumptions: Assumptions) -> None:
        """Keep other assumptions; nothing is made anew for them."""
        changed = self._settings._replace(**assumptions._asdict())
        if changed != self._settings:
            self._settings = changed
            self._save(changed)

    def _take(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._save(settings)
            self._later.start()
