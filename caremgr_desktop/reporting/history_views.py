"""What is said of visits of the past: a line for each in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.core.verdicts import CLOSE_CALL, NO_CLEAR_RESULT
from caremgr_desktop.reporting.titles import in_a_sentence

if TYPE_CHECKING:
    from caremgr_desktop.core.kept import KeptVisit, Outcome
    from caremgr_desktop.core.ports import Formats, Translate
    from caremgr_desktop.core.quiz import Quiz

CONTEXT = "History"
VERDICTS = {"clear": "{roles}, clearly", "leaning": "Leaning toward {roles}"}


class HistoryRow(NamedTuple):
    """One visit in the list: its name or its time, its result or how far it is, and its time.

    ``detail`` is empty where the time is the title. ``family`` is the family that came first
    alone, or empty. ``spoken`` is all of it for a screen reader.
    """

    visit_id: int
    title: str
    result: str
    detail: str
    family: str
    has_result: bool

    @property
    def spoken(self) -> str:
        """All of it in one sentence."""
        return ". ".join(part for part in (self.title, self.result, self.detail) if part)


class HistoryWriter:
    """Writes the list of visits to one quiz."""

    def __init__(self, quiz: Quiz, formats: Formats, translate: Translate) -> None:
        self._quiz = quiz
        self._formats = formats
        self._translate = translate

    def row(self, kept: KeptVisit) -> HistoryRow:
        """Return a visit's line."""
        moment = self._formats.moment(kept.changed)
        leaders = kept.outcome.leaders if kept.outcome is not None else ()
        return HistoryRow(
            visit_id=kept.visit_id,
            title=kept.name or moment,
            result=self._result(kept),
            detail=moment if kept.name else "",
            family=leaders[0] if len(leaders) == 1 else "",
            has_result=kept.outcome is not None,
        )

    def _tr(self, text: str) -> str:
        return self._translate(CONTEXT, text)

    def _result(self, kept: KeptVisit) -> str:
        if kept.outcome is None:
            words = self._tr("No result yet: {answered} of {all} answered")
            return words.format(answered=kept.answered, all=len(self._quiz.questions))
        return self._outcome(kept.outcome)

    def _outcome(self, outcome: Outcome) -> str:
        if outcome.verdict == NO_CLEAR_RESULT or not outcome.leaders:
            return self._tr("No clear result")
        roles = [in_a_sentence(self._title_of(role_id)) for role_id in outcome.leaders]
        joined = self._tr(" and ").join(roles)
        if outcome.verdict == CLOSE_CALL:
            return self._tr("Too close to call: {roles}").format(roles=joined)
        words = self._tr(VERDICTS.get(outcome.verdict, "{roles}")).format(roles=joined)
        return words[:1].upper() + words[1:]

    def _title_of(self, role_id: str) -> str:
        role = self._quiz.role(role_id)
        return role_id if role is None else role.title
