"""One person's visit in a terminal: what was said so far, saved at every step."""

from collections.abc import Callable
from typing import TypeVar

from caremgr_desktop.core.ports import Route, Translate, VisitStore
from caremgr_desktop.core.resume import visit_for
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.engine.settling import Settling
from caremgr_desktop.errors import SET_ASIDE, StorageError
from caremgr_desktop.reporting.error_sentences import error_sentence
from caremgr_desktop.terminal.screen import Screen

Found = TypeVar("Found")


class Leave(Exception):  # noqa: N818 - a wish of the person, no error
    """The person wants to stop; everything is saved."""


class Sitting:
    """The visit, where it is kept, and the screen that it is talked over on."""

    def __init__(
        self,
        visit: Visit,
        store: VisitStore,
        route: Route,
        settling: Settling,
        screen: Screen,
        translate: Translate,
    ) -> None:
        self.route = route
        self.quiz = route.quiz
        self._settling = settling
        self.screen = screen
        self.translate = translate
        self._visit = visit
        self._store = store
        self._has_trouble = False

    @property
    def visit(self) -> Visit:
        """The visit as it is now."""
        return self._visit

    @property
    def is_settled(self) -> bool:
        """Whether no question left can change which family comes first."""
        return self._settling.is_settled(self._visit)

    @property
    def is_saved(self) -> bool:
        """Whether the last step could be saved."""
        return not self._has_trouble

    def tr(self, text: str) -> str:
        """Return a text in the person's language."""
        return self.translate("Terminal", text)

    def ask(self, prompt: str) -> str:
        """Return what was typed, in small letters; raises Leave at q and at the end."""
        typed = self.screen.ask(prompt)
        if typed is None or typed.lower() == "q":
            raise Leave
        return typed.lower()

    def load(self) -> Visit | None:
        """Return the saved visit as far as it fits the quiz, and say what doesn't."""
        saved = self._asked(self._last, None)
        if saved is None:
            return None
        resumed = visit_for(self.quiz, saved)
        if resumed.dropped:
            dropped = StorageError("answers_dropped", dropped=resumed.dropped)
            self.screen.line(error_sentence(dropped, self.translate))
        return resumed.visit if resumed.visit.answers else None

    def _last(self) -> Visit | None:
        mark = self._store.bookmark()
        return None if mark is None else self._store.open(mark.visit_id)

    def _asked(self, ask: Callable[[], Found], nothing: Found) -> Found:
        """Ask the store; after it has set a damaged file aside, once more."""
        try:
            return ask()
        except StorageError as error:
            self.screen.line(error_sentence(error, self.translate))
            if error.code not in SET_ASIDE:
                return nothing
        return self._asked(ask, nothing)

    def forget(self, saved: Visit) -> None:
        """Delete the saved answers for good, and say whether that was done."""
        if self._asked(lambda: self._store.delete([saved.seed]), None) is not None:
            self.screen.line(self.tr("The answers are deleted."))

    def resume(self, visit: Visit) -> None:
        """Go on with a visit that is saved already."""
        self._visit = visit

    def set(self, visit: Visit) -> None:
        """Take a step and save it; where that fails, say so once.

        Before anything is answered there is nothing to save, and earlier answers stay.
        """
        is_news = not self.route.ends_early and self._settling.is_news(self._visit, visit)
        self._visit = visit
        if is_news:
            self._say_settled()
        if not visit.answers:
            return
        try:
            self._store.save(visit)
        except StorageError as error:
            if not self._has_trouble:
                self.screen.line(error_sentence(error, self.translate))
            self._has_trouble = error.code not in SET_ASIDE
        else:
            self._has_trouble = False

    def _say_settled(self) -> None:
        self.screen.line()
        self.screen.line(
            self.tr(
                "It is settled which role comes first: no question left can change it, as long"
                " as every part counts as it does now. Type r for your result, or go on: that"
                " still shows how clear it is, and which setting fits."
            )
        )
