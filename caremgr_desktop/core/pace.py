"""How long each question stood before it was answered, kept while the program runs."""

from collections.abc import Callable, Mapping

from caremgr_desktop.core.visit import Visit


class Pace:
    """Times first answers with a clock of its own; ``now`` returns seconds from any start."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._shown = ("", 0.0)
        self._seconds: dict[str, float] = {}

    @property
    def seconds(self) -> Mapping[str, float]:
        """The seconds by question id, of those that were timed."""
        return self._seconds

    def note(self, before: Visit, after: Visit) -> None:
        """Note a step from one visit to the next."""
        asked = before.place.question_id
        if asked and asked == self._shown[0] and after.answers.get(asked):
            self._seconds.setdefault(asked, self._now() - self._shown[1])
        place = after.place.question_id
        if place != self._shown[0]:
            self._shown = (place, self._now())

    def forget(self) -> None:
        """Forget all times, as another visit begins."""
        self._seconds = {}
        self._shown = ("", 0.0)
