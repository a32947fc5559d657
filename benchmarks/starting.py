"""Starts the installed program as its command does; Qt is left for the program to import."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from caremgr_desktop.late import put_off

put_off()  # As ``__main__`` does, before anything else is loaded.

from caremgr_desktop import cli, compose  # noqa: E402 - see above

if TYPE_CHECKING:
    from caremgr_desktop.ui.context import WindowContext


def start(begin: Callable[[], None]) -> int:
    """Run the program; ``begin`` is called once its window stands and the event loop runs.

    While its window is made, the program asks for a seed, and that is where the
    call is put into Qt's queue.
    """
    make_context = compose.Workshop.window_context
    waiting = [begin]

    def seed_and_wait() -> int:
        from PySide6.QtCore import QTimer

        if waiting:
            QTimer.singleShot(0, waiting.pop())
        return 1

    def window_context(
        workshop: compose.Workshop, *, scale_percent: int = 0, theme: str = ""
    ) -> "WindowContext":
        context = make_context(workshop, scale_percent=scale_percent, theme=theme)
        return context._replace(new_seed=seed_and_wait)

    compose.Workshop.window_context = window_context  # type: ignore[method-assign,assignment]  # nothing else is handed in
    sys.argv[1:] = []
    status: int = cli.main()
    return status
