"""What the window is given: everything of the world outside, by its shape."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.core.ports import Formats, Translate, VisitStore
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.settings import Settings

if TYPE_CHECKING:  # The reporter is needed with the result, not at the start.
    from caremgr_desktop.reporting.result import ResultReporter


class WindowContext(NamedTuple):
    """The collaborators of a window.

    ``make_reporter`` loads the facts behind a result, so it is called late.
    ``log_failure`` writes where an error happened and nothing that was answered.
    ``new_seed`` gives the order of shuffled options for a new visit.
    """

    quiz: Quiz
    store: VisitStore
    make_reporter: Callable[[Formats, Translate], ResultReporter]
    settings: Settings
    save_settings: Callable[[Settings], None]
    log_failure: Callable[[BaseException], None]
    log_file: Path
    new_seed: Callable[[], int]
    fonts_folder: Path
