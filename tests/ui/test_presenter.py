"""The presenter: every step is saved, Back loses nothing, and starting again can be undone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.kept import Bookmark, bookmark_of
from caremgr_desktop.core.person import Have
from caremgr_desktop.core.route import WholeRoute
from caremgr_desktop.core.visit import HAVE, RESULT, REVIEW, Visit
from caremgr_desktop.errors import PARTLY_DAMAGED, CareMgrError, StorageError
from caremgr_desktop.ui.presenter import Presenter
from tests.ui.stage import ShelfStore, pace, quiz, seed, settling


@pytest.fixture
def store() -> ShelfStore:
    return ShelfStore()


@pytest.fixture
def presenter(qapp: QObject, store: ShelfStore) -> Presenter:
    assert qapp is not None
    made = Presenter(WholeRoute(quiz()), store, seed, settling(), pace())
    made.load()
    return made


def answer_all(presenter: Presenter, option: str = "near") -> None:
    presenter.start()
    while presenter.question is not None:
        presenter.answer(presenter.question.id, (option,))
        presenter.forward()


def has_saved(store: ShelfStore) -> Callable[[], bool]:
    return lambda: store.visit is not None


def test_every_answer_is_saved_as_it_is_given(
    qtbot: QtBot, presenter: Presenter, store: ShelfStore
) -> None:
    presenter.start()
    presenter.answer("place", ("near",))
    qtbot.waitUntil(has_saved(store))
    assert store.visit is not None
    assert store.visit.answers == {"place": ("near",)}


def test_going_forward_asks_every_question_and_ends_at_the_review(presenter: Presenter) -> None:
    answer_all(presenter)
    assert presenter.visit.place == REVIEW
    assert list(presenter.visit.answers) == ["place", "travel", "bedside", "family"]


def test_back_keeps_what_was_answered(presenter: Presenter) -> None:
    presenter.start()
    presenter.answer("place", ("near",))
    presenter.forward()
    presenter.answer("travel", ("far",))
    presenter.back()
    assert presenter.question is not None
    assert presenter.question.id == "place"
    assert presenter.visit.answers == {"place": ("near",), "travel": ("far",)}


def test_a_skip_goes_on_and_is_no_answer(presenter: Presenter) -> None:
    presenter.start()
    presenter.skip()
    assert presenter.question is not None
    assert presenter.question.id == "travel"
    assert presenter.visit.answered_count == 0
    assert presenter.visit.has_reached("place")


def test_an_answer_opened_from_the_review_comes_back_to_it(presenter: Presenter) -> None:
    answer_all(presenter)
    presenter.open_question("travel")
    presenter.answer("travel", ("far",))
    presenter.forward()
    assert presenter.visit.place == REVIEW
    assert presenter.visit.answers["travel"] == ("far",)


def test_an_answer_opened_from_the_result_comes_back_to_it(presenter: Presenter) -> None:
    answer_all(presenter)
    presenter.open_result()
    presenter.open_question("travel")
    presenter.back()
    assert presenter.visit.place == RESULT


def test_a_saved_visit_is_gone_on_with_where_it_stopped(store: ShelfStore, qapp: QObject) -> None:
    assert qapp is not None
    first = Presenter(WholeRoute(quiz()), store, seed, settling(), pace())
    first.start()
    first.answer("place", ("near",))
    first.forward()
    first.keep()
    second = Presenter(WholeRoute(quiz()), store, seed, settling(), pace())
    second.load()
    assert second.saved is not None
    second.resume()
    assert second.question is not None
    assert second.question.id == "travel"
    assert second.visit.answers == {"place": ("near",)}


def test_back_from_the_first_question_offers_to_go_on(presenter: Presenter) -> None:
    presenter.start()
    presenter.answer("place", ("near",))
    presenter.back()
    assert presenter.visit.place.kind == "welcome"
    assert presenter.saved is not None


def test_importance_is_saved(presenter: Presenter, store: ShelfStore) -> None:
    presenter.start()
    presenter.skip()
    presenter.weigh("people", Importance.DOUBLE)
    presenter.keep()
    assert store.visit is not None
    assert store.visit.importance("people") is Importance.DOUBLE


def test_the_quiz_goes_on_when_saving_fails_and_says_so(
    presenter: Presenter, store: ShelfStore
) -> None:
    heard: list[str] = []
    listen: Callable[[CareMgrError], None] = collect(heard)
    presenter.trouble.connect(listen)
    presenter.start()
    store.is_full = True
    presenter.answer("place", ("near",))
    presenter.forward()
    assert presenter.visit.answers == {"place": ("near",)}
    presenter.keep()
    assert heard == ["not_saved"]


def collect(heard: list[str]) -> Callable[[CareMgrError], None]:
    def listen(error: CareMgrError) -> None:
        heard.append(error.code)

    return listen


def test_answers_that_no_longer_fit_are_dropped_and_counted(qapp: QObject) -> None:
    assert qapp is not None
    saved = Visit("small", "0", 1).with_answer("place", ("near",)).with_answer("gone", ("x",))
    presenter = Presenter(WholeRoute(quiz()), ShelfStore(saved), seed, settling(), pace())
    heard: list[str] = []
    presenter.trouble.connect(collect(heard))
    presenter.load()
    presenter.resume()
    assert heard == ["answers_dropped"]
    assert presenter.visit.answers == {"place": ("near",)}


def test_closing_a_window_in_which_nothing_changed_saves_nothing(
    presenter: Presenter, store: ShelfStore
) -> None:
    answer_all(presenter)
    presenter.keep()
    other = Presenter(WholeRoute(quiz()), store, seed, settling(), pace())
    other.load()
    other.resume()
    before = store.saves
    other.keep()
    assert store.saves == before


def test_closing_after_a_step_saves_the_place(presenter: Presenter, store: ShelfStore) -> None:
    answer_all(presenter)
    presenter.open_result()
    presenter.keep()
    assert store.visit is not None
    assert store.visit.place == RESULT


def test_what_was_skipped_can_be_gone_on_with_too(presenter: Presenter, store: ShelfStore) -> None:
    presenter.start()
    presenter.skip()
    presenter.keep()
    again = Presenter(WholeRoute(quiz()), store, seed, settling(), pace())
    again.load()
    assert again.saved is not None
    assert again.saved.answered == 0


def test_starting_again_loses_nothing_until_something_is_answered(
    presenter: Presenter, store: ShelfStore
) -> None:
    answer_all(presenter)
    presenter.open_result()
    presenter.restart()
    presenter.start()
    presenter.keep()
    again = Presenter(WholeRoute(quiz()), store, seed, settling(), pace())
    again.load()
    assert again.saved is not None
    assert again.saved.answered == 4
    again.resume()
    assert again.visit.place == RESULT


def test_answers_that_were_all_taken_back_leave_the_earlier_ones(
    presenter: Presenter, store: ShelfStore
) -> None:
    answer_all(presenter)
    presenter.restart()
    presenter.start()
    presenter.answer("place", ("far",))
    presenter.answer("place", ())
    presenter.keep()
    assert store.visit is not None
    assert store.visit.answered_count == 4


def test_the_place_is_kept_where_the_program_is_closed_on_the_first_page(
    presenter: Presenter, store: ShelfStore
) -> None:
    answer_all(presenter)
    presenter.open_result()
    presenter.restart()
    presenter.keep()
    assert store.visit is not None
    assert store.visit.place == RESULT


def test_the_end_tells_whether_all_is_saved(presenter: Presenter, store: ShelfStore) -> None:
    assert presenter.keep()
    presenter.start()
    store.is_full = True
    presenter.answer("place", ("near",))
    assert not presenter.keep()
    presenter.restart()
    assert not presenter.keep()
    store.is_full = False
    assert presenter.keep()
    assert store.visit is not None
    assert store.visit.answers == {"place": ("near",)}


def test_the_result_that_was_left_for_the_review_is_come_back_to(presenter: Presenter) -> None:
    answer_all(presenter)
    presenter.open_result()
    presenter.open_review()
    presenter.forward()
    assert presenter.visit.trail[-2:] == (REVIEW, RESULT)
    presenter.back()
    assert presenter.visit.place == REVIEW


def test_what_one_has_can_be_said_from_the_result_and_leads_back_there(
    presenter: Presenter, store: ShelfStore
) -> None:
    answer_all(presenter)
    presenter.forward()
    assert presenter.visit.place == HAVE
    presenter.forward()
    assert presenter.visit.place == RESULT
    presenter.open_have()
    presenter.say_have(Have(licences=frozenset({"rn"})))
    presenter.forward()
    assert presenter.visit.trail[-2:] == (HAVE, RESULT)
    presenter.keep()
    assert store.visit is not None
    assert store.visit.have == Have(licences=frozenset({"rn"}))


def test_answers_that_could_not_be_saved_can_be_deleted(
    presenter: Presenter, store: ShelfStore
) -> None:
    presenter.start()
    store.is_full = True
    presenter.answer("place", ("near",))
    presenter.restart()
    mark = presenter.saved
    assert mark is not None
    presenter.safe.delete([mark.visit_id])
    presenter.forget([mark.visit_id])
    assert presenter.saved is None
    assert presenter.keep()


class TornStore(ShelfStore):
    """Says once that the last line was damaged, and then gives what could be read."""

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self._untold = [StorageError(PARTLY_DAMAGED, path="shelf", count=1)]

    def bookmark(self) -> Bookmark | None:
        if self._untold:
            raise self._untold.pop()
        return super().bookmark()


def test_what_could_be_read_of_damaged_answers_can_be_gone_on_with(qapp: QObject) -> None:
    assert qapp is not None
    saved = Visit(quiz().id, quiz().version, 7).with_answer("place", ("near",))
    presenter = Presenter(WholeRoute(quiz()), TornStore(saved), seed, settling(), pace())
    said: list[CareMgrError] = []
    presenter.trouble.connect(said.append)
    presenter.load()
    assert [error.code for error in said] == [PARTLY_DAMAGED]
    assert presenter.saved == bookmark_of(saved)
