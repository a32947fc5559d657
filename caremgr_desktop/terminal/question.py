"""One question in a terminal."""

from caremgr_desktop.core.answers import picks_of
from caremgr_desktop.core.flow import begin, forward, progress_of
from caremgr_desktop.core.order import shown_order
from caremgr_desktop.core.quiz import Option, Question
from caremgr_desktop.core.visit import RESULT, WELCOME
from caremgr_desktop.errors import AnswerError
from caremgr_desktop.terminal.sitting import Sitting


class QuestionPrompt:
    """Asks the present question until it is left."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def run(self) -> None:
        """Ask until the question is answered, skipped or left by b."""
        question = self._sitting.quiz.question(self._sitting.visit.place.question_id)
        if question is None:
            self._sitting.set(begin(self._sitting.route, self._sitting.visit))
            return
        options = shown_order(question, self._sitting.visit.seed)
        self._show_question(question, options)
        while not self._take(question, options, self._sitting.ask(">")):
            pass

    def _show_question(self, question: Question, options: tuple[Option, ...]) -> None:
        progress = progress_of(self._sitting.route, self._sitting.visit)
        section = next(item for item in progress.sections if item.is_here)
        place = self._sitting.tr("{section}, question {number} of {total}")
        if progress.ends_early:
            place = self._sitting.tr("{section}, question {number} of up to {total}")
        self._sitting.screen.heading(
            place.format(section=section.title, number=progress.number, total=progress.total)
        )
        self._sitting.screen.line(question.text)
        if question.hint:
            self._sitting.screen.line(question.hint)
        if question.has_many_picks:
            self._sitting.screen.line(
                self._sitting.tr("Pick up to {limit}, such as: 1 3").format(
                    limit=question.max_picks
                )
            )
        picks = self._sitting.visit.answers.get(question.id, ())
        for number, option in enumerate(options, start=1):
            self._sitting.screen.item(f"{number}{'*' if option.id in picks else ' '}", option.text)

    def _take(self, question: Question, options: tuple[Option, ...], typed: str) -> bool:
        """Take what was typed; return whether the question is left."""
        if typed == "s":
            self._sitting.set(
                forward(self._sitting.route, self._sitting.visit.with_answer(question.id, ()))
            )
            return True
        if typed == "b":
            before = self._sitting.visit.back()
            self._sitting.set(before if before.place != WELCOME else self._sitting.visit)
            return True
        if not typed and self._sitting.visit.answers.get(question.id):
            self._sitting.set(forward(self._sitting.route, self._sitting.visit))
            return True
        if typed == "r" and self._sitting.is_settled:
            self._sitting.set(self._sitting.visit.at(RESULT))
            return True
        if typed == "?":
            self._show_question(question, options)
            return False
        return self._pick(question, options, typed)

    def _pick(self, question: Question, options: tuple[Option, ...], typed: str) -> bool:
        words = typed.replace(",", " ").split()
        numbers = [int(word) for word in words if word.isascii() and word.isdigit()]
        if (
            not words
            or len(numbers) != len(words)
            or not all(1 <= number <= len(options) for number in numbers)
        ):
            say = self._sitting.tr("Type a number from 1 to {last}, or s, b, ? or q.")
            self._sitting.screen.line(say.format(last=len(options)))
            return False
        try:
            picks = picks_of(question, [options[number - 1].id for number in numbers])
        except AnswerError:
            say = self._sitting.tr("Up to {limit} count here.")
            self._sitting.screen.line(say.format(limit=question.max_picks))
            return False
        self._sitting.set(self._sitting.visit.with_answer(question.id, picks))
        self._sitting.set(forward(self._sitting.route, self._sitting.visit))
        return True
