"""A window that shows a whole result on the shipped content, for tests that use it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.visit import RESULT, Visit
from caremgr_desktop.ui.pages.result import ResultPage
from caremgr_desktop.ui.shell import MainWindow

ROUNDS = 6

Open = Callable[..., MainWindow]
"""``open_result(size, scale, family)``: a window on the result of a family's own answers."""


def answered(workshop: Workshop, family: str) -> Visit:
    """Return a visit that stands where a family stands."""
    quiz = workshop.quiz()
    role = quiz.role(family)
    assert role is not None
    visit = Visit(quiz.id, quiz.version, 7)
    for question in quiz.questions:
        near = min(
            question.options,
            key=lambda option: sum(
                abs(at - role.positions[trait]) for trait, at in option.positions.items()
            ),
        )
        visit = visit.with_answer(question.id, (near.id,))
    return visit.at(RESULT)


def settle(qapp: QApplication) -> None:
    """Let layouts and deletions come to rest."""
    for _ in range(ROUNDS):
        qapp.processEvents()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def result_page(window: MainWindow) -> ResultPage:
    """Return the result on screen."""
    page = window.page
    assert isinstance(page, ResultPage)
    return page
