"""A code as a QR, for a page to paint and as a picture in a file."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode

QUIET_MODULES = 4
"""How wide the light border has to be on each side, in modules; readers need it."""
PIXELS_PER_MODULE = 8
DARK, LIGHT = "#000", "#fff"
"""Also on a dark page: many readers don't know light on dark."""

Rows = tuple[tuple[bool, ...], ...]


def qr_rows(code: str) -> Rows:
    """Return the QR's modules, row by row, True for a dark one; without the quiet border."""
    return tuple(tuple(module == 1 for module in row) for row in _qr(code).matrix)


def qr_svg(code: str) -> str:
    """Return the QR as the text of an SVG file, with its border and with the code as its title."""
    target = BytesIO()
    _qr(code).save(
        target,
        kind="svg",
        border=QUIET_MODULES,
        scale=PIXELS_PER_MODULE,
        dark=DARK,
        light=LIGHT,
        title=code,
    )
    return target.getvalue().decode()


def _qr(code: str) -> QRCode:
    """Return the smallest QR; where there is room it corrects more errors than level M."""
    import segno

    return segno.make(code, error="m", mode="alphanumeric", micro=False)
