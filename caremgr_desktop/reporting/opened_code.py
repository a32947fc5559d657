"""What is said of a code that was opened, beside its result."""

from caremgr_desktop.core.code import Opened
from caremgr_desktop.core.ports import Translate

CONTEXT = "Code"


def opened_sentence(opened: Opened, translate: Translate) -> str:
    """Return how much of a code of another version is used; nothing for one of this version."""
    if not opened.is_other_version and not opened.dropped:
        return ""
    said = translate(CONTEXT, "This code was made with another version of this quiz.")
    if not opened.dropped:
        rest = translate(CONTEXT, "All of its answers still fit and are used.")
        return f"{said} {rest}"
    kept = len(opened.visit.answers)
    rest = translate(
        CONTEXT,
        "{kept} of its {all} answers still fit and are used; the rest is left out.",
    )
    return f"{said} {rest.format(kept=kept, all=kept + opened.dropped)}"
