"""The places of a visit's way, read from plain values."""

from caremgr_desktop.core.visit import Place
from caremgr_desktop.storage.plain_values import texts_of

PLACE_KINDS = ("welcome", "question", "review", "have", "result")


def place_of(step: object) -> Place:
    """Return a place; raises TypeError or ValueError for what is none."""
    kind, question_id = texts_of(step)
    if kind not in PLACE_KINDS:
        raise ValueError(kind)
    return Place(kind, question_id)
