"""Asks the quiz line by line: the same core, another skin."""

from collections.abc import Callable

from caremgr_desktop.core.answers import Importance, picks_of
from caremgr_desktop.core.flow import begin, forward, progress_of, question_place
from caremgr_desktop.core.order import shown_order
from caremgr_desktop.core.ports import Translate, VisitStore
from caremgr_desktop.core.quiz import Option, Question, Quiz
from caremgr_desktop.core.resume import visit_for
from caremgr_desktop.core.visit import RESULT, WELCOME, Visit
from caremgr_desktop.errors import AnswerError, StorageError
from caremgr_desktop.reporting.answers import answer_views
from caremgr_desktop.reporting.error_sentences import error_sentence
from caremgr_desktop.reporting.result import ResultReporter
from caremgr_desktop.terminal.result import ResultPrinter
from caremgr_desktop.terminal.screen import Screen

IMPORTANCES = {"h": Importance.HALF, "n": Importance.NORMAL, "d": Importance.DOUBLE}


class Leave(Exception):  # noqa: N818 - a wish of the person, no error
    """The person wants to stop; everything is saved."""


class TextQuiz:
    """One visit in a terminal, saved at every answer."""

    def __init__(
        self,
        quiz: Quiz,
        store: VisitStore,
        reporter: Callable[[], ResultReporter],
        screen: Screen,
        translate: Translate,
        new_seed: Callable[[], int],
    ) -> None:
        self._quiz = quiz
        self._store = store
        self._reporter = reporter
        self._screen = screen
        self._translate = translate
        self._new_seed = new_seed
        self._has_trouble = False
        self._visit = Visit(quiz.id, quiz.version, new_seed())

    @property
    def visit(self) -> Visit:
        """The visit as it is now."""
        return self._visit

    def run(self) -> None:
        """Ask until the person has seen the result or wants to stop."""
        try:
            self._welcome()
            self._pages()
        except (Leave, KeyboardInterrupt):
            self._screen.line()
            self._screen.line(
                self._tr("Your answers are saved. Start again to go on.")
                if not self._has_trouble
                else self._tr("Goodbye. Your answers could not be saved.")
            )

    def _tr(self, text: str) -> str:
        return self._translate("Terminal", text)

    def _ask(self, prompt: str) -> str:
        typed = self._screen.ask(prompt)
        if typed is None or typed.lower() == "q":
            raise Leave
        return typed.lower()

    def _welcome(self) -> None:
        self._screen.heading(self._quiz.title)
        self._screen.line(
            self._tr(
                "{count} questions. Type a number to answer, s to skip, b to go back,"
                " q to save and quit. Your answers stay on this computer."
            ).format(count=len(self._quiz.questions))
        )
        saved = self._load()
        if saved is not None:
            asked = self._tr("You have answered {count} of {total}. Go on where you stopped? [Y/n]")
            typed = self._ask(
                asked.format(count=saved.answered_count, total=len(self._quiz.questions))
            )
            if not typed.startswith("n"):
                self._visit = saved
        if self._visit.place == WELCOME:
            self._set(begin(self._quiz, self._visit))

    def _load(self) -> Visit | None:
        try:
            saved = self._store.load()
        except StorageError as error:
            self._screen.line(error_sentence(error, self._translate))
            return None
        if saved is None:
            return None
        resumed = visit_for(self._quiz, saved)
        if resumed.dropped:
            dropped = StorageError("answers_dropped", dropped=resumed.dropped)
            self._screen.line(error_sentence(dropped, self._translate))
        return resumed.visit if resumed.visit.answers else None

    def _set(self, visit: Visit) -> None:
        self._visit = visit
        try:
            self._store.save(visit)
        except StorageError as error:
            if not self._has_trouble:
                self._screen.line(error_sentence(error, self._translate))
            self._has_trouble = True
        else:
            self._has_trouble = False

    def _pages(self) -> None:
        while True:
            kind = self._visit.place.kind
            if kind == "question":
                self._question()
            elif kind == "review":
                self._review()
            elif not self._result():
                return

    def _question(self) -> None:
        question = self._quiz.question(self._visit.place.question_id)
        if question is None:
            self._set(begin(self._quiz, self._visit))
            return
        options = shown_order(question, self._visit.seed)
        self._show_question(question, options)
        while not self._take(question, options, self._ask(">")):
            pass

    def _show_question(self, question: Question, options: tuple[Option, ...]) -> None:
        progress = progress_of(self._quiz, self._visit)
        section = next(item for item in progress.sections if item.is_here)
        place = self._tr("{section}, question {number} of {total}")
        self._screen.heading(
            place.format(section=section.title, number=progress.number, total=progress.total)
        )
        self._screen.line(question.text)
        if question.hint:
            self._screen.line(question.hint)
        if question.has_many_picks:
            self._screen.line(
                self._tr("Pick up to {limit}, such as: 1 3").format(limit=question.max_picks)
            )
        picks = self._visit.answers.get(question.id, ())
        for number, option in enumerate(options, start=1):
            self._screen.item(f"{number}{'*' if option.id in picks else ' '}", option.text)

    def _take(self, question: Question, options: tuple[Option, ...], typed: str) -> bool:
        """Take what was typed; return whether the question is left."""
        if typed == "s":
            self._set(forward(self._quiz, self._visit.with_answer(question.id, ())))
            return True
        if typed == "b":
            before = self._visit.back()
            self._set(before if before.place != WELCOME else self._visit)
            return True
        if not typed and self._visit.answers.get(question.id):
            self._set(forward(self._quiz, self._visit))
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
            say = self._tr("Type a number from 1 to {last}, or s, b, ? or q.")
            self._screen.line(say.format(last=len(options)))
            return False
        try:
            picks = picks_of(question, [options[number - 1].id for number in numbers])
        except AnswerError:
            say = self._tr("Up to {limit} count here.")
            self._screen.line(say.format(limit=question.max_picks))
            return False
        self._set(self._visit.with_answer(question.id, picks))
        self._set(forward(self._quiz, self._visit))
        return True

    def _review(self) -> None:
        self._screen.heading(self._tr("What should count most?"))
        for number, section in enumerate(self._quiz.sections, start=1):
            progress = progress_of(self._quiz, self._visit).sections[number - 1]
            weight = self._importance_name(self._visit.importance(section.id))
            line = self._tr("{title}: {answered} of {total} answered, counts {weight}")
            self._screen.item(
                f"{number}.",
                line.format(
                    title=section.title,
                    answered=progress.answered,
                    total=progress.total,
                    weight=weight,
                ),
            )
        self._screen.line(
            self._tr(
                "Enter shows the result. 2d doubles part 2, 2h halves it, 2n makes it normal."
                " a lists the answers, e7 opens question 7, b goes back, q saves and quits."
            )
        )
        while not self._take_review(self._ask(">")):
            pass

    def _importance_name(self, importance: Importance) -> str:
        names = {
            Importance.HALF: self._tr("half"),
            Importance.NORMAL: self._tr("as usual"),
            Importance.DOUBLE: self._tr("double"),
        }
        return names[importance]

    def _take_review(self, typed: str) -> bool:
        if not typed:
            self._set(self._visit.at(RESULT))
            return True
        if typed == "b":
            self._set(self._visit.back())
            return True
        if typed == "a":
            self._list_answers()
            return False
        return self._weigh(typed) or self._open(typed) or self._explain_review()

    def _explain_review(self) -> bool:
        self._screen.line(self._tr("Type Enter, a part with d, h or n, a, e and a number, b or q."))
        return False

    def _weigh(self, typed: str) -> bool:
        number, letter = typed[:-1], typed[-1]
        is_part = number.isascii() and number.isdigit()
        if letter not in IMPORTANCES or not is_part:
            return False
        if not 1 <= int(number) <= len(self._quiz.sections):
            return False
        section = self._quiz.sections[int(number) - 1]
        self._set(self._visit.with_importance(section.id, IMPORTANCES[letter]))
        return True

    def _open(self, typed: str) -> bool:
        number = typed[1:].strip()
        if not typed.startswith("e") or not (number.isascii() and number.isdigit()):
            return False
        if not 1 <= int(number) <= len(self._quiz.questions):
            return False
        self._set(self._visit.at(question_place(self._quiz.questions[int(number) - 1])))
        return True

    def _list_answers(self) -> None:
        views = answer_views(self._quiz, self._visit, self._translate)
        for number, view in enumerate(views, start=1):
            self._screen.item(f"{number:>2}.", f"{view.question} {view.answer}")

    def _result(self) -> bool:
        """Show the result; return whether to go on."""
        printer = ResultPrinter(self._screen, self._translate)
        printer.show(self._reporter().result(self._visit))
        prompt = self._tr("b goes back to change answers, n starts anew, Enter ends.")
        self._screen.line()
        typed = self._ask(prompt)
        if typed == "b":
            self._set(self._visit.back())
            return True
        if typed == "n":
            fresh = Visit(self._quiz.id, self._quiz.version, self._new_seed())
            self._set(begin(self._quiz, fresh))
            return True
        return False
