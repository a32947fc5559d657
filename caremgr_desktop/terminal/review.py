"""The review in a terminal: what counts how much, and a way to every answer."""

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.flow import progress_of, question_place
from caremgr_desktop.core.visit import RESULT
from caremgr_desktop.reporting.answers import answer_views
from caremgr_desktop.terminal.sitting import Sitting

IMPORTANCES = {"h": Importance.HALF, "n": Importance.NORMAL, "d": Importance.DOUBLE}


class ReviewPrompt:
    """Shows the sections and takes what the person wants to change."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def run(self) -> None:
        """Ask until the result is wanted or another page is opened."""
        self._sitting.screen.heading(self._sitting.tr("What should count most?"))
        for number, section in enumerate(self._sitting.quiz.sections, start=1):
            progress = progress_of(self._sitting.route, self._sitting.visit).sections[number - 1]
            weight = self._importance_name(self._sitting.visit.importance(section.id))
            line = self._sitting.tr("{title}: {answered} of {total} answered, counts {weight}")
            self._sitting.screen.item(
                f"{number}.",
                line.format(
                    title=section.title,
                    answered=progress.answered,
                    total=progress.total,
                    weight=weight,
                ),
            )
        self._sitting.screen.line(
            self._sitting.tr(
                "Enter shows the result. 2d doubles part 2, 2h halves it, 2n makes it normal."
                " a lists the answers, e7 opens question 7, b goes back, q saves and quits."
            )
        )
        while not self._take_review(self._sitting.ask(">")):
            pass

    def _importance_name(self, importance: Importance) -> str:
        names = {
            Importance.HALF: self._sitting.tr("half"),
            Importance.NORMAL: self._sitting.tr("as usual"),
            Importance.DOUBLE: self._sitting.tr("double"),
        }
        return names[importance]

    def _take_review(self, typed: str) -> bool:
        if not typed:
            self._sitting.set(self._sitting.visit.at(RESULT))
            return True
        if typed == "b":
            self._sitting.set(self._sitting.visit.back())
            return True
        if typed == "a":
            self._list_answers()
            return False
        return self._weigh(typed) or self._open(typed) or self._explain_review()

    def _explain_review(self) -> bool:
        self._sitting.screen.line(
            self._sitting.tr("Type Enter, a part with d, h or n, a, e and a number, b or q.")
        )
        return False

    def _weigh(self, typed: str) -> bool:
        number, letter = typed[:-1], typed[-1]
        is_part = number.isascii() and number.isdigit()
        if letter not in IMPORTANCES or not is_part:
            return False
        if not 1 <= int(number) <= len(self._sitting.quiz.sections):
            return False
        section = self._sitting.quiz.sections[int(number) - 1]
        self._sitting.set(self._sitting.visit.with_importance(section.id, IMPORTANCES[letter]))
        return True

    def _open(self, typed: str) -> bool:
        number = typed[1:].strip()
        if not typed.startswith("e") or not (number.isascii() and number.isdigit()):
            return False
        if not 1 <= int(number) <= len(self._sitting.quiz.questions):
            return False
        self._sitting.set(
            self._sitting.visit.at(question_place(self._sitting.quiz.questions[int(number) - 1]))
        )
        return True

    def _list_answers(self) -> None:
        views = answer_views(self._sitting.quiz, self._sitting.visit, self._sitting.translate)
        for number, view in enumerate(views, start=1):
            self._sitting.screen.item(f"{number:>2}.", f"{view.question} {view.answer}")
