"""What the window is given: everything of the world outside, by its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # Shapes of what is given; the start doesn't need to load them.
    from collections.abc import Callable
    from pathlib import Path

    from caremgr_desktop.core.code import EarlierShapes
    from caremgr_desktop.core.pace import Pace
    from caremgr_desktop.core.ports import Formats, Route, Translate, VisitStore
    from caremgr_desktop.core.quiz import Quiz
    from caremgr_desktop.core.visit import Visit
    from caremgr_desktop.engine.settling import Settling
    from caremgr_desktop.reporting.result import ResultReporter
    from caremgr_desktop.settings import Settings


class Outside(NamedTuple):
    """What a window asks of the program around it.

    ``command`` starts the program anew, with the same content; ``given`` returns what a
    visit was given, and whose pay is looked at, in the form in which its commands read it;
    ``earlier_shapes`` gives the shapes of earlier versions of the quiz.
    """

    command: tuple[str, ...]
    given: Callable[[Visit, str], bytes]
    earlier_shapes: EarlierShapes


class WindowContext(NamedTuple):
    """The collaborators of a window.

    ``make_reporter`` loads the facts behind a result, so it is called late;
    ``settling`` tells when no question left can change which family comes first,
    ``pace`` how long questions stood before they were answered.
    ``log_failure`` writes where an error happened and nothing that was answered.
    ``new_seed`` gives the order of shuffled options for a new visit.
    """

    route: Route
    store: VisitStore
    settling: Settling
    pace: Pace
    make_reporter: Callable[[Formats, Translate], ResultReporter]
    settings: Settings
    save_settings: Callable[[Settings], None]
    log_failure: Callable[[BaseException], None]
    log_file: Path
    new_seed: Callable[[], int]
    fonts_folder: Path
    outside: Outside

    @property
    def quiz(self) -> Quiz:
        """The quiz that is asked."""
        return self.route.quiz
