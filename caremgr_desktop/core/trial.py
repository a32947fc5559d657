"""Other answers tried out beside a person's own, which stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.core.answers import Importance, Picks
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import Visit

if TYPE_CHECKING:
    from caremgr_desktop.core.person import Have


class Trial(NamedTuple):
    """What if: the person's ``own`` visit, and the one that is ``tried``."""

    own: Visit
    tried: Visit

    @classmethod
    def of(cls, own: Visit) -> Trial:
        """Return a trial in which nothing is changed so far."""
        return cls(own, own)

    def with_answer(self, question_id: str, picks: Picks) -> Trial:
        """Return a trial with other picks; without any the question is open."""
        return self._replace(tried=self.tried.with_picks(question_id, picks))

    def with_importance(self, section_id: str, importance: Importance) -> Trial:
        """Return a trial in which a section counts that much."""
        return self._replace(tried=self.tried.with_importance(section_id, importance))

    def with_have(self, have: Have | None) -> Trial:
        """Return the same trial of a person who already has that; it is no part of the trial."""
        return Trial(self.own.with_have(have), self.tried.with_have(have))

    def changed_questions(self, quiz: Quiz) -> tuple[str, ...]:
        """Return the questions with other picks than the person's own, in the quiz's order.

        A skip and a question without an answer are alike: neither counts.
        """
        own, tried = self.own.answers, self.tried.answers
        ids = (question.id for question in quiz.questions)
        return tuple(each for each in ids if own.get(each, ()) != tried.get(each, ()))

    def changed_sections(self, quiz: Quiz) -> tuple[str, ...]:
        """Return the sections that count in another way, in the quiz's order."""
        ids = (section.id for section in quiz.sections)
        return tuple(
            each for each in ids if self.own.importance(each) != self.tried.importance(each)
        )

    def is_changed(self, quiz: Quiz) -> bool:
        """Whether anything is tried that differs from the person's own."""
        return bool(self.changed_questions(quiz) or self.changed_sections(quiz))
