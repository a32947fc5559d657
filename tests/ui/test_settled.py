"""Once no question left can change the first family, that is said once, and can be opened again."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.route import WholeRoute
from caremgr_desktop.core.visit import RESULT
from caremgr_desktop.ui.pages.question import QuestionPage
from caremgr_desktop.ui.presenter import Presenter
from caremgr_desktop.ui.shell import MainWindow
from tests.ui.stage import OpenWindow, ShelfStore, pace, quiz, seed, settling


@pytest.fixture
def presenter(qapp: QObject) -> Presenter:
    assert qapp is not None
    return Presenter(WholeRoute(quiz()), ShelfStore(), seed, settling(), pace())


def answer_until_settled(presenter: Presenter) -> None:
    """Give the answers after which no other can change the first family."""
    presenter.start()
    presenter.answer("place", ("near",))
    presenter.forward()
    presenter.answer("travel", ("near",))
    presenter.forward()
    presenter.answer("bedside", ("near",))


def test_it_is_said_once_that_the_first_family_is_settled(presenter: Presenter) -> None:
    presenter.start()
    said = []
    for question_id in ("place", "travel", "bedside"):
        presenter.answer(question_id, ("near",))
        said.append(presenter.is_settled_here)
        presenter.forward()
    assert said == [False, False, True]
    assert presenter.visit.place.question_id == "family"
    assert not presenter.is_settled_here


def test_another_answer_that_opens_it_again_takes_it_back(presenter: Presenter) -> None:
    answer_until_settled(presenter)
    presenter.answer("bedside", ("far",))
    assert not presenter.is_settled_here
    presenter.answer("bedside", ("near",))
    assert presenter.is_settled_here


def test_a_skip_that_settles_it_is_said_at_the_next_question(presenter: Presenter) -> None:
    presenter.start()
    presenter.answer("place", ("near",))
    presenter.forward()
    presenter.answer("travel", ("near",))
    presenter.forward()
    presenter.skip()
    assert presenter.visit.place.question_id == "family"
    assert presenter.is_settled_here


def test_a_section_that_counts_more_opens_it_again(presenter: Presenter) -> None:
    answer_until_settled(presenter)
    presenter.weigh("where", Importance.HALF)
    presenter.weigh("people", Importance.DOUBLE)
    assert presenter.is_settled_here  # Two for it of three: the last can't turn it yet.
    presenter.answer("bedside", ("middle",))
    assert not presenter.is_settled_here


def test_from_the_settled_question_the_result_and_back_lose_nothing(presenter: Presenter) -> None:
    answer_until_settled(presenter)
    presenter.open_result()
    assert presenter.visit.place == RESULT
    presenter.back()
    assert presenter.visit.place.question_id == "bedside"
    presenter.forward()
    assert presenter.visit.place.question_id == "family"


def test_after_the_last_question_nothing_is_left_to_settle(presenter: Presenter) -> None:
    for question in presenter.quiz.questions:
        presenter.open_question(question.id)
        presenter.answer(question.id, ("near",))
    assert not presenter.is_settled_here


def offered(window: MainWindow) -> bool:
    """Whether the page offers the result."""
    found = [it for it in window.page.findChildren(QPushButton) if it.text() == "See my result now"]
    return any(item.isVisible() for item in found)


def test_the_page_offers_the_result_where_it_is_settled_and_there_alone(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    answer_until_settled(window.presenter)
    assert offered(window)
    window.presenter.answer("bedside", ("far",))
    assert not offered(window)
    window.presenter.answer("bedside", ("near",))
    window.presenter.forward()
    assert isinstance(window.page, QuestionPage)
    assert not offered(window)
