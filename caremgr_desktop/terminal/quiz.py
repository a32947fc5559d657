"""Asks the quiz line by line: the same core, another skin."""

from collections.abc import Callable

from caremgr_desktop.core.code import code_of
from caremgr_desktop.core.flow import begin
from caremgr_desktop.core.visit import HAVE, WELCOME, Visit
from caremgr_desktop.reporting.result import ResultReporter
from caremgr_desktop.terminal.question import QuestionPrompt
from caremgr_desktop.terminal.result import ResultPrinter
from caremgr_desktop.terminal.review import ReviewPrompt
from caremgr_desktop.terminal.sitting import Leave, Sitting


class TextQuiz:
    """One visit in a terminal, from the welcome to the result."""

    def __init__(
        self,
        sitting: Sitting,
        reporter: Callable[[], ResultReporter],
        new_seed: Callable[[], int],
    ) -> None:
        self._sitting = sitting
        self._reporter = reporter
        self._new_seed = new_seed

    def run(self) -> None:
        """Ask until the person has seen the result or wants to stop."""
        try:
            self._welcome()
            self._pages()
        except (Leave, KeyboardInterrupt):
            self._sitting.screen.line()
            self._sitting.screen.line(
                self._sitting.tr("Your answers are saved. Start again to go on.")
                if self._sitting.is_saved
                else self._sitting.tr("Goodbye. Your answers could not be saved.")
            )

    def _welcome(self) -> None:
        sitting = self._sitting
        count = len(sitting.quiz.questions)
        sitting.screen.heading(sitting.quiz.title)
        words = sitting.tr("{count} questions.")
        if sitting.route.ends_early:
            words = sitting.tr("The quick edition: up to {most} of {count} questions, less sure.")
        keys = sitting.tr(
            "Type a number to answer, s to skip, b to go back, q to save and quit."
            " Your answers stay on this computer."
        )
        sitting.screen.line(f"{words.format(most=sitting.route.most, count=count)} {keys}")
        saved = sitting.load()
        if saved is not None and self._wants(saved, count):
            sitting.resume(saved)
        if sitting.visit.place == WELCOME:
            sitting.set(begin(sitting.route, sitting.visit))

    def _wants(self, saved: Visit, count: int) -> bool:
        """Ask whether to go on with a saved visit."""
        words = self._sitting.tr(
            "You have answered {answered} of {total}. Go on where you stopped?"
            " Enter goes on, n starts anew, d deletes these answers."
        )
        prompt = words.format(answered=saved.answered_count, total=count)
        typed = self._sitting.ask(prompt)
        if typed.startswith("d"):
            self._sitting.forget(saved)
        return not typed.startswith(("n", "d"))

    def _pages(self) -> None:
        while True:
            kind = self._sitting.visit.place.kind
            if kind == "question":
                QuestionPrompt(self._sitting).run()
            elif kind == "review":
                ReviewPrompt(self._sitting).run()
            elif not self._result():
                return

    def _result(self) -> bool:
        """Show the result; return whether to go on."""
        sitting = self._sitting
        printer = ResultPrinter(sitting.screen, sitting.translate)
        printer.show(self._reporter().result(sitting.visit))
        sitting.screen.line()
        sitting.screen.line(sitting.tr("With this code the result opens on any computer:"))
        sitting.screen.line(code_of(sitting.quiz, sitting.visit))
        typed = sitting.ask(sitting.tr("b goes back to change answers, n starts anew, Enter ends."))
        if typed == "b":
            sitting.set(_before_result(sitting.visit))
            return True
        if typed == "n":
            quiz = sitting.quiz
            fresh = Visit(quiz.id, quiz.version, self._new_seed())
            sitting.set(begin(sitting.route, fresh))
            return True
        return False


def _before_result(visit: Visit) -> Visit:
    """Return the visit one step earlier; the page on what one has is the window's alone."""
    before = visit.back()
    return before.back() if before.place == HAVE else before
