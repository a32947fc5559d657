"""Where windows are drawn while they are measured: in memory, and on an X server."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import which

SCREEN = Path(__file__).with_name("offscreen.json")
"""Room for a whole window; Qt's own has 800 x 800 pixels."""
OFFSCREEN = {"QT_QPA_PLATFORM": f"offscreen:configfile={SCREEN}"}


@contextmanager
def screens() -> Iterator[Mapping[str, Mapping[str, str]]]:
    """Give the environment of each screen by its name; an Xvfb of our own goes before DISPLAY."""
    if which("Xvfb"):
        with _xvfb() as display:
            yield {"offscreen": OFFSCREEN, "Xvfb": _xcb(display)}
    elif os.environ.get("DISPLAY"):
        yield {"offscreen": OFFSCREEN, "X": _xcb(os.environ["DISPLAY"])}
    else:
        yield {"offscreen": OFFSCREEN}


def _xcb(display: str) -> dict[str, str]:
    return {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}


@contextmanager
def _xvfb() -> Iterator[str]:
    """Run an X server without a screen, on the first free display."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None  # noqa: S101 - it was asked for
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()
