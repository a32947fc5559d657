"""Notices when it is settled which family comes first, while there is more to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # The engine is made once enough is answered, not at the start.
    from collections.abc import Callable

    from caremgr_desktop.core.quiz import Quiz
    from caremgr_desktop.core.visit import Place, Visit
    from caremgr_desktop.engine.decide import Engine


class Settling:
    """Watches the visits to one quiz; ``make_engine`` is called when it is first needed."""

    def __init__(self, quiz: Quiz, make_engine: Callable[[], Engine]) -> None:
        self._quiz = quiz
        self._make_engine = make_engine
        self._engine: Engine | None = None
        self._known: tuple[Visit, bool] | None = None
        self._settled_at: Place | None = None

    def note(self, before: Visit, after: Visit) -> None:
        """Note the step from one visit to the next, which may settle it."""
        if self.is_news(before, after):
            self._settled_at = after.place

    def is_said_at(self, visit: Visit) -> bool:
        """Whether to say at this place, and at no other, that it is settled."""
        return self._settled_at == visit.place and self.is_settled(visit)

    def is_news(self, before: Visit, after: Visit) -> bool:
        """Whether the step from one visit to the next has settled it."""
        was_settled = self.is_settled(before)
        return self.is_settled(after) and not was_settled

    def is_settled(self, visit: Visit) -> bool:
        """Whether enough is answered for a result, and no question left can change its family.

        The last finding is kept: each step is asked about twice, after it and before the next.
        """
        if self._known is not None and _is_alike(self._known[0], visit):
            return self._known[1]
        found = self._look(visit)
        self._known = (visit, found)
        return found

    def _look(self, visit: Visit) -> bool:
        asked = len(self._quiz.questions)
        if visit.answered_count * self._quiz.limits.one_in < asked:
            return False
        if all(visit.has_reached(question.id) for question in self._quiz.questions):
            return False
        if self._engine is None:
            self._engine = self._make_engine()
        return self._engine.is_settled(visit.answers, visit.importances)


def _is_alike(first: Visit, second: Visit) -> bool:
    """Whether two visits hold the very same answers; a step to another place keeps them."""
    return first.answers is second.answers and first.importances is second.importances
