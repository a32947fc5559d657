"""How sure a result is, in plain sentences."""

from collections.abc import Callable, Iterator

from caremgr_desktop.core.answers import Answers, Picks
from caremgr_desktop.core.ports import Translate
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.verdicts import NO_CLEAR_RESULT
from caremgr_desktop.engine.decide import Decision
from caremgr_desktop.engine.flip import Flip
from caremgr_desktop.engine.sureness import Holds
from caremgr_desktop.reporting.titles import in_a_sentence
from caremgr_desktop.reporting.views import ChangeView, FlipView, SureView


class SureWriter:
    """Writes how sure results of one quiz are."""

    def __init__(self, quiz: Quiz, translate: Translate) -> None:
        self._quiz = quiz
        self._translate = translate

    def view(self, decision: Decision) -> SureView | None:
        """Return how sure a decision is; None where there is no clear result to be sure of."""
        if decision.verdict.kind == NO_CLEAR_RESULT:
            return None
        sureness = decision.sureness
        flips = (
            (sureness.flip, self._family_lead),
            (sureness.setting_flip, self._setting_lead),
        )
        return SureView(
            statements=(
                *self._still_open(decision),
                self._left_out(decision, sureness.leave_one_out),
                self._stepped(decision, sureness.importance_steps),
            ),
            flips=tuple(
                self._flip(flip, lead, decision.answers) for flip, lead in flips if flip.changes
            ),
        )

    def _tr(self, text: str) -> str:
        return self._translate("Sure", text)

    def _title(self, role_id: str | None) -> str:
        role = self._quiz.role(role_id or "")
        return in_a_sentence(role.title) if role else ""

    def _still_open(self, decision: Decision) -> Iterator[str]:
        """Yield what the questions that were not reached could still do, where there are any."""
        count = sum(1 for it in self._quiz.questions if it.id not in decision.answers)
        if not count:
            return
        words = self._tr("{count} questions were not asked; they could change the first role.")
        if decision.sureness.settled:
            words = self._tr("{count} questions were not asked; none can change the first role.")
        yield words.format(count=count)

    def _left_out(self, decision: Decision, found: Holds) -> str:
        if len(decision.verdict.leaders) > 1:
            words = self._tr(
                "Leave out one answer at a time: the tie stays in {holds} of {of} cases."
            )
        elif found.holds == found.of:
            words = self._tr("Leave out any one of the {of} answers: {role} still comes first.")
        else:
            words = self._tr(
                "Leave out one answer at a time: {role} still comes first in {holds} of {of} cases."
            )
        return self._said(words, decision, found)

    def _stepped(self, decision: Decision, found: Holds) -> str:
        if len(decision.verdict.leaders) > 1:
            words = self._tr(
                "Let one section count a step more or less: the tie stays in {holds} of {of} cases."
            )
        elif found.holds == found.of:
            words = self._tr("Let any section count a step more or less: {role} still comes first.")
        else:
            words = self._tr(
                "Let one section count a step more or less: {role} still comes first in {holds}"
                " of {of} cases."
            )
        return self._said(words, decision, found)

    def _said(self, words: str, decision: Decision, found: Holds) -> str:
        role = self._title(decision.verdict.leaders[0])
        return words.format(role=role, holds=found.holds, of=found.of)

    def _family_lead(self, flip: Flip) -> str:
        if flip.distance == 1:
            words = self._tr("With this one answer {role} would come level or ahead:")
        else:
            words = self._tr(
                "With these {count} answers, for example, {role} would come level or ahead:"
            )
        return words.format(count=flip.distance, role=self._title(flip.to))

    def _setting_lead(self, flip: Flip) -> str:
        if flip.distance == 1:
            words = self._tr("With this one answer the closest setting could be {role}:")
        else:
            words = self._tr("With these {count} answers the closest setting could be {role}:")
        return words.format(count=flip.distance, role=self._title(flip.to))

    def _flip(self, flip: Flip, lead: Callable[[Flip], str], answers: Answers) -> FlipView:
        return FlipView(
            lead=lead(flip),
            changes=tuple(
                self._change(change.question_id, change.picks, answers) for change in flip.changes
            ),
        )

    def _change(self, question_id: str, picks: Picks, answers: Answers) -> ChangeView:
        question = self._quiz.question(question_id)
        words = self._tr("{then} in place of {now}")
        return ChangeView(
            question_id=question_id,
            label=question.label if question else question_id,
            text=words.format(
                then=self._picked(question_id, picks),
                now=self._picked(question_id, answers[question_id]),
            ),
        )

    def _picked(self, question_id: str, picks: Picks) -> str:
        """Return the picks in the few words that stand for them in a chart."""
        if not picks:
            return self._tr("a skip")
        question = self._quiz.question(question_id)
        options = question.options if question else ()
        shorts = [option.short for option in options if option.id in picks]
        return self._tr(" and ").join(self._tr("“{words}”").format(words=short) for short in shorts)
