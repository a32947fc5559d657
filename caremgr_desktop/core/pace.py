"""How long each question stood before it was answered, kept while the program runs."""

from collections.abc import Callable, Mapping

from caremgr_desktop.core.visit import Visit


class Pace:
    """Times first answers, over all showings of a question; ``now`` returns seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._shown = ("", 0.0)
        self._before: dict[str, float] = {}
        self._seconds: dict[str, float] = {}

    @property
    def seconds(self) -> Mapping[str, float]:
        """The seconds by question id, of those that were timed."""
        return self._seconds

    def note(self, before: Visit, after: Visit) -> None:
        """Note a step from one visit to the next."""
        asked, since = self._shown
        is_here = bool(asked) and asked == before.place.question_id
        if is_here and after.answers.get(asked):
            self._seconds.setdefault(asked, self._before.get(asked, 0.0) + self._now() - since)
        place = after.place.question_id
        if place != asked:
            now = self._now()
            if is_here:
                self._before[asked] = self._before.get(asked, 0.0) + now - since
            self._shown = (place, now)

    def forget(self) -> None:
        """Forget all times, as another visit begins."""
        self._before, self._seconds = {}, {}
        self._shown = ("", 0.0)
