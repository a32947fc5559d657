"""What was noticed about the answering, in kind words."""

from collections.abc import Mapping

from caremgr_desktop.core.ports import Translate
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.engine.attention import OPPOSITE, SAME_PLACE, Remark, remarks
from caremgr_desktop.reporting.views import RemarkView


class RemarkWriter:
    """Writes what was noticed about visits to one quiz."""

    def __init__(self, quiz: Quiz, translate: Translate) -> None:
        self._quiz = quiz
        self._translate = translate

    def views(self, visit: Visit, seconds: Mapping[str, float]) -> tuple[RemarkView, ...]:
        """Return what was noticed, each with the answers that it is about."""
        labels = {question.id: question.label for question in self._quiz.questions}
        return tuple(
            RemarkView(
                text=self._text(remark),
                answers=tuple((item, labels[item]) for item in remark.question_ids),
            )
            for remark in remarks(self._quiz, visit, seconds)
        )

    def _tr(self, text: str) -> str:
        return self._translate("Remarks", text)

    def _text(self, remark: Remark) -> str:
        count = len(remark.question_ids)
        if remark.code == SAME_PLACE:
            words = self._tr(
                "{count} answers in a row were all number {place}. If you meant each of them,"
                " all is well; else look at some again:"
            )
            return words.format(count=count, place=remark.place)
        if remark.code == OPPOSITE:
            trait = self._quiz.trait(remark.trait)
            words = self._tr(
                "These answers pull both ways, to “{low}” and to “{high}”. Both can be true;"
                " look again if you like:"
            )
            return words.format(low=trait.low if trait else "", high=trait.high if trait else "")
        words = self._tr(
            "{count} questions were answered sooner than they can be read. If you know them, all"
            " is well; else look at some again:"
        )
        return words.format(count=count)
