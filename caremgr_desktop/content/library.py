"""Gives the quiz and the handbook of one folder, from the cache where it fits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from caremgr_desktop.content.cache import Cache
from caremgr_desktop.core.quiz import Option, Question, Quiz, Role, Section, Trait

if TYPE_CHECKING:
    from caremgr_desktop.career.handbook import Handbook

QUIZ_CLASSES = {kind.__name__: kind for kind in (Option, Question, Quiz, Role, Section, Trait)}


class ContentLibrary:
    """The content of one folder, read when it is first asked for."""

    def __init__(self, folder: Path, cache_folder: Path) -> None:
        self._folder = folder
        self._cache_folder = cache_folder
        self._cache: Cache | None = None
        self._quiz: Quiz | None = None
        self._handbook: Handbook | None = None

    def quiz(self) -> Quiz:
        """Return the quiz; raises ContentError."""
        if self._quiz is None:
            found = self._open_cache().read("quiz", QUIZ_CLASSES)
            if isinstance(found, Quiz):
                self._quiz = found
            else:
                self._quiz, _ = self._load()
        return self._quiz

    def handbook(self) -> Handbook:
        """Return the handbook; raises ContentError."""
        if self._handbook is None:
            from caremgr_desktop.career.handbook import Handbook

            found = self._open_cache().read("handbook", handbook_classes())
            if isinstance(found, Handbook):
                self._handbook = found
            else:
                _, self._handbook = self._load()
        return self._handbook

    def _open_cache(self) -> Cache:
        if self._cache is None:
            self._cache = Cache(self._cache_folder, self._folder)
        return self._cache

    def _load(self) -> tuple[Quiz, Handbook]:
        from caremgr_desktop.content.load import load

        quiz, handbook = load(self._folder)
        self._open_cache().write("quiz", quiz)
        self._open_cache().write("handbook", handbook)
        return quiz, handbook


def handbook_classes() -> dict[str, type]:
    """Return the classes of which a handbook is made, by name."""
    from caremgr_desktop.career import credential, handbook, pay, source

    kinds = (
        *(credential.Credential, credential.Route, credential.Step),
        *(handbook.ArticleRow, handbook.Coverage, handbook.CredentialUse),
        *(handbook.Handbook, handbook.RoleFacts),
        *(pay.ArticlePay, pay.Outlook, pay.PayKey, pay.PayTable, pay.Wage),
        *(source.Basis, source.Source, source.Statement),
    )
    return {kind.__name__: kind for kind in kinds}
