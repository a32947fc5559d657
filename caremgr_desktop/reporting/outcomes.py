"""What a result came to, in the few facts that are kept with the visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caremgr_desktop.core.kept import Outcome

if TYPE_CHECKING:
    from caremgr_desktop.reporting.views import ResultView


def outcome_of(view: ResultView) -> Outcome:
    """Return what a result came to, as it is kept with the visit."""
    return Outcome(
        verdict=view.kind,
        leaders=view.leaders,
        setting=view.setting.role_id if view.setting else "",
        fits={bar.role_id: bar.fit for bar in (*view.families, *view.settings)},
    )
