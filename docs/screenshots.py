"""Renders every screen from the shipped content, offscreen, into docs/images.

Run by ``make screenshots``. A picture is named SCREEN-WIDTHxHEIGHT-SCALE.png.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from caremgr_desktop.career.facts import Facts
from caremgr_desktop.compose import Workshop, untranslated
from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.core.code import code_of
from caremgr_desktop.core.pace import Pace
from caremgr_desktop.core.person import Education, Have, Work
from caremgr_desktop.core.quiz import Question
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.paths import Paths
from caremgr_desktop.reporting.pdf import Press
from caremgr_desktop.reporting.qr import qr_rows
from caremgr_desktop.reporting.report import Code, ReportWriter
from caremgr_desktop.reporting.result import ResultReporter
from caremgr_desktop.storage.memory import MemoryStore
from caremgr_desktop.terminal.formats import BabelFormats
from caremgr_desktop.ui.app import prepare
from caremgr_desktop.ui.context import WindowContext
from caremgr_desktop.ui.pages.history import HistoryPage
from caremgr_desktop.ui.pages.result import ResultPage
from caremgr_desktop.ui.pages.result_path import PathPanel
from caremgr_desktop.ui.shell import MainWindow

FOLDER = Path(__file__).resolve().parent / "images"
PLAIN = QSize(1280, 800)
SHAPES = (
    (QSize(800, 600), 100),
    (PLAIN, 100),
    (QSize(1920, 1080), 100),
    (QSize(800, 600), 200),
    (PLAIN, 200),
)
ROUNDS = 8
REPORT_PPI = 100
ANSWERED = 6
STUDENT = Have(
    education=(Education("bachelor_other", finished_months_ago=24), Education("adn", 12)),
    licences=frozenset({"lpn"}),
    work=(Work("direct", 18, hours_a_week=20),),
)
"""A nursing student with a degree in another field and a job beside."""


def seeds() -> Callable[[], int]:
    """Return what gives the same seeds each time, so that the same pictures come out."""
    numbers = count(2026)
    return lambda: next(numbers)


def days() -> Callable[[], datetime]:
    """Return a clock that goes on by nine hours each time somebody looks."""
    looks = count()
    begin = datetime(2026, 9, 7, 9, 30).astimezone()
    return lambda: begin + timedelta(hours=9 * next(looks))


def leisure() -> Callable[[], float]:
    """Return a clock that is a minute on each time somebody looks: nothing was hurried."""
    minutes = count()
    return lambda: next(minutes) * 60.0


def closest(context: WindowContext, question: Question, family: str) -> str:
    """Return the option that stands nearest to a family."""
    role = context.quiz.role(family)
    positions = role.positions if role else {}
    return min(
        question.options,
        key=lambda option: (
            sum(abs(at - positions[trait]) for trait, at in option.positions.items())
            / len(option.positions)
        ),
    ).id


@dataclass(frozen=True)
class Studio:
    """One window with its own folders, in one size and colours."""

    application: QApplication
    window: MainWindow
    context: WindowContext
    suffix: str

    def settle(self) -> None:
        """Let the cards below follow, and layouts and deletions come to rest."""
        page = self.window.page
        while isinstance(page, ResultPage) and not page.is_at_rest:
            self.application.processEvents()
        for _ in range(ROUNDS):
            self.application.processEvents()
            self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def shoot(self, name: str) -> None:
        """Save what is on screen."""
        self.settle()
        self.window.grab().save(str(FOLDER / f"{name}-{self.suffix}.png"))

    def answer(self, families: tuple[str, ...], count: int) -> None:
        """Answer the first questions as the families in turn would."""
        presenter = self.window.presenter
        presenter.start()
        for place, question in enumerate(self.context.quiz.questions[:count]):
            family = families[place % len(families)]
            presenter.answer(question.id, (closest(self.context, question, family),))
            presenter.forward()

    def try_other_answers(self) -> None:
        """Ask what if a part counted double and the first answer were another one."""
        page = self.window.page
        if isinstance(page, ResultPage):
            next(it for it in page.buttons() if it.text() == "What if …?").click()
            question = self.context.quiz.questions[0]
            page.answer_changed.emit(question.id, (closest(self.context, question, "case"),))
            page.importance_chosen.emit(self.context.quiz.sections[2].id, 4)

    def show_plans(self) -> None:
        """Scroll so that the card with the plans begins at the top, and show another path."""
        page = self.window.page
        self.settle()
        card = page.findChild(PathPanel)
        if isinstance(card, PathPanel) and isinstance(page, ResultPage):
            card.findChildren(QAbstractButton)[0].setFocus()
            next(
                it for it in card.findChildren(QAbstractButton) if it.text().startswith("CMC")
            ).click()
            page.show_whole(card)

    def shoot_all(self) -> None:
        """Save every screen."""
        presenter = self.window.presenter
        self.shoot("welcome")
        self.answer(("care",), ANSWERED)
        question = presenter.question
        if question is not None:
            presenter.answer(question.id, (closest(self.context, question, "care"),))
            presenter.back()
            presenter.forward()
        self.shoot("question")
        presenter.open_result()
        self.shoot("too-few")
        presenter.back()
        self.answer(("care", "care", "case"), len(self.context.quiz.questions))
        self.shoot("review")
        presenter.forward()
        presenter.say_have(STUDENT)
        self.shoot("have")
        presenter.say_have(None)
        presenter.open_result()
        self.shoot("result")
        presenter.say_have(STUDENT)
        self.show_plans()
        self.shoot("plan")
        self.window.page.take_focus(Qt.FocusReason.OtherFocusReason)
        self.window.page.scroll_to_top()
        presenter.say_have(None)
        self.try_other_answers()
        self.shoot("what-if")
        self.window.show_over("about")
        self.shoot("about")
        self.window.show_problem()
        self.shoot("problem")
        presenter.restart()
        self.shoot("resume")
        self.answer(("care", "case"), len(self.context.quiz.questions))
        presenter.open_result()
        self.shoot("close-call")
        page = self.window.page
        if isinstance(page, ResultPage):
            page.rest.go_to_take()
            self.shoot("take-home")
        self.window.show_over("code")
        self.shoot("code")
        self.shoot_past()

    def shoot_past(self) -> None:
        """Save the page of all results, one of them named, and a comparison of two."""
        self.answer(("case",), len(self.context.quiz.questions))
        self.window.presenter.open_result()
        self.settle()
        self.window.presenter.restart()
        self.window.show_over("history")
        visits = self.window.presenter.safe.kept()
        page = self.window.page
        if isinstance(page, HistoryPage):
            page.rename_requested.emit(visits[2].visit_id, "Before the career fair")
            page.list.pick([visits[1].visit_id, visits[2].visit_id])
            self.shoot("history")
            page.compare_requested.emit([visits[1], visits[2]])
            self.shoot("compare")


def studio(application: QApplication, size: QSize, scale: int, theme: str) -> Studio:
    """Return a studio in folders that are thrown away."""
    base = Path(tempfile.mkdtemp())
    names = ("data", "cache", "config", "log")
    workshop = Workshop(paths=Paths(*(base / name for name in names)))
    found = workshop.window_context(scale_percent=scale, theme=theme)
    log_file = Path("caremgr-desktop.log")
    store = MemoryStore(days())
    found = found._replace(new_seed=seeds(), log_file=log_file, pace=Pace(leisure()), store=store)
    context = prepare(application, found)
    window = MainWindow(context)
    window.resize(size)
    window.show()
    suffix = f"{size.width()}x{size.height()}-{scale}"
    return Studio(application, window, context, suffix if theme == "light" else f"{suffix}-{theme}")


class DayOfThePictures:
    """A clock that stands still."""

    def today(self) -> date:
        """Return one day, so that the same pictures come out."""
        return date(2026, 11, 27)


def print_report() -> None:
    """Save the two pages of a report that are about the person as pictures."""
    base = Path(tempfile.mkdtemp())
    workshop = Workshop(paths=Paths(*(base / name for name in ("data", "cache", "config", "log"))))
    quiz, clock = workshop.quiz(), DayOfThePictures()
    visit = Visit(quiz.id, quiz.version, 2026, have=STUDENT)
    context = workshop.window_context()
    for place, question in enumerate(quiz.questions):
        family = ("care", "care", "case")[place % 3]
        visit = visit.with_answer(question.id, (closest(context, question, family),))
    facts = Facts(workshop.handbook(), workshop.requirements())
    parts = (workshop.engine(), BabelFormats(), untranslated, clock)
    view = ResultReporter(facts, *parts).result(visit, None)
    writer = ReportWriter(quiz, BabelFormats(), untranslated, clock)
    press = Press(shipped_folder() / "resources")
    text = code_of(quiz, visit)
    value = writer.value(view, code=Code(text, qr_rows(text)))
    for number, page in enumerate(press.pages(value, ppi=REPORT_PPI)[:2], start=1):
        (FOLDER / f"report-{number}.png").write_bytes(page)


def main() -> int:
    """Render all screens and a report; return the exit status."""
    FOLDER.mkdir(exist_ok=True)
    print_report()
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    jobs = [(size, scale, "light") for size, scale in SHAPES]
    jobs += [(PLAIN, 100, "dark"), (PLAIN, 100, "contrast")]
    for size, scale, theme in jobs:
        made = studio(application, size, scale, theme)
        made.shoot_all()
        made.window.close()
        made.window.deleteLater()
        made.settle()
    return 0


if __name__ == "__main__":
    sys.exit(main())
