"""Gives the quiz and the handbook of one folder, from the cache where it fits."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from caremgr_desktop.content.cache import Cache, Registry, registry_of
from caremgr_desktop.core.quiz import Limits, Option, Question, Quiz, Role, Section, Trait

if TYPE_CHECKING:
    from caremgr_desktop.career.handbook import Handbook
    from caremgr_desktop.career.requirements import Requirements
    from caremgr_desktop.core.shape import Shape

QUIZ = "quiz"
HANDBOOK = "handbook"
REQUIREMENTS = "requirements"


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
            found = self._open_cache().read(QUIZ, quiz_classes())
            self._quiz = found if isinstance(found, Quiz) else self._load()[0]
        return self._quiz

    def handbook(self) -> Handbook:
        """Return the handbook; raises ContentError."""
        if self._handbook is None:
            from caremgr_desktop.career.handbook import Handbook

            found = self._open_cache().read(HANDBOOK, handbook_classes())
            self._handbook = found if isinstance(found, Handbook) else self._load()[1]
        return self._handbook

    def requirements(self) -> Requirements:
        """Return what credentials ask; raises ContentError. It is kept apart: few ask for it."""
        from caremgr_desktop.career.requirements import Requirements

        found = self._open_cache().read(REQUIREMENTS, requirement_classes())
        return found if isinstance(found, Requirements) else self._load()[2]

    def earlier_shapes(self) -> tuple[Shape, ...]:
        """Return what earlier versions asked; raises ContentError. Nothing of it is kept."""
        from caremgr_desktop.content.earlier import load_earlier

        return load_earlier(self._folder)

    def _open_cache(self) -> Cache:
        if self._cache is None:
            self._cache = Cache(self._cache_folder, self._folder)
        return self._cache

    def _load(self) -> tuple[Quiz, Handbook, Requirements]:
        from caremgr_desktop.content.load import load

        quiz, handbook, requirements = load(self._folder)
        self._open_cache().write(QUIZ, quiz, quiz_classes())
        self._open_cache().write(HANDBOOK, handbook, handbook_classes())
        self._open_cache().write(REQUIREMENTS, requirements, requirement_classes())
        # Reading leaves rings of nodes, which the start would otherwise keep for good.
        gc.collect()
        return quiz, handbook, requirements


def quiz_classes() -> Registry:
    """Return the classes of which a quiz is made."""
    return registry_of((Limits, Option, Question, Quiz, Role, Section, Trait))


def handbook_classes() -> Registry:
    """Return the classes of which a handbook is made."""
    from caremgr_desktop.career import credential, handbook, pay, source

    return registry_of(
        (
            *(credential.Credential, credential.Step),
            *(handbook.ArticleRow, handbook.Coverage),
            *(handbook.Handbook, handbook.RoleFacts),
            *(pay.ArticlePay, pay.Outlook, pay.PayKey, pay.PayTable, pay.Wage),
            *(source.Basis, source.Source, source.Statement),
        )
    )


def requirement_classes() -> Registry:
    """Return the classes of which requirements are made."""
    from caremgr_desktop.career import credential, requirements, rules, source

    return registry_of(
        (
            *(requirements.Exclusion, requirements.Goal, requirements.Held),
            requirements.Requirements,
            *(requirements.Tuition, requirements.Way, requirements.WorkKind),
            *(rules.AllOf, rules.AnyOf, rules.Holds, rules.Trained, rules.Worked),
            *(credential.Step, source.Statement),
        )
    )
