"""What every store of visits promises."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.kept import Bookmark, Removed, bookmark_of
from caremgr_desktop.core.ports import VisitStore
from caremgr_desktop.core.visit import RESULT, Visit
from caremgr_desktop.storage.bookmarks import BookmarkFile
from caremgr_desktop.storage.kept_file import KeptFile
from caremgr_desktop.storage.late_store import LateStore
from caremgr_desktop.storage.memory import MemoryStore
from caremgr_desktop.storage.visit_store import SqliteStore
from tests.storage.visits import (
    CLEAR,
    HAS_MUCH,
    NOON,
    QUIZ,
    a_visit,
    another,
    path_in,
    sqlite_store,
    ticking,
)


def memory_store(_folder: Path) -> MemoryStore:
    return MemoryStore(ticking())


def late_store(folder: Path) -> LateStore:
    kept = KeptFile(folder / "cache" / "bookmark")
    marks = BookmarkFile(kept, path_in(folder), folder / "visit.json")
    return LateStore(marks, lambda: sqlite_store(folder))


@pytest.fixture(params=[memory_store, sqlite_store, late_store])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> VisitStore:
    make: Callable[[Path], VisitStore] = request.param
    return make(tmp_path)


def test_a_new_store_holds_no_visit(store: VisitStore) -> None:
    assert store.bookmark() is None
    assert list(store.kept()) == []
    assert store.open(42) is None
    store.close()


@pytest.mark.parametrize("visit", [a_visit(), another(), a_visit(2**63 - 1)])
def test_what_was_saved_comes_back_whole(store: VisitStore, visit: Visit) -> None:
    store.save(visit)
    assert store.open(visit.seed) == visit
    assert store.bookmark() == bookmark_of(visit)


def test_each_change_replaces_what_was_there(store: VisitStore) -> None:
    visit = a_visit()
    for changed in (
        visit,
        visit.with_answer("one", ("o0",)),
        visit.without_answer("two"),
        visit.with_importance("first", Importance.HALF),
        visit.with_have(HAS_MUCH),
        visit.with_have(None).at(RESULT),
        visit._replace(quiz_version="2"),
        visit._replace(importances={}),
    ):
        store.save(changed)
        assert store.open(visit.seed) == changed
        store.close()
        assert store.open(visit.seed) == changed


def test_visits_do_not_mix(store: VisitStore) -> None:
    store.save(a_visit())
    store.save(another())
    store.save(a_visit().with_answer("one", ("o2",)))
    assert store.open(43) == another()
    assert store.open(42) == a_visit().with_answer("one", ("o2",))


def test_the_visit_that_was_changed_last_is_the_one_to_go_on_with(store: VisitStore) -> None:
    store.save(a_visit())
    store.save(another())
    assert store.bookmark() == Bookmark(43, answered=1, skipped=0)
    store.save(a_visit().with_answer("three", ("o1",)))
    assert store.bookmark() == Bookmark(42, answered=2, skipped=1)
    assert [kept.visit_id for kept in store.kept()] == [42, 43]


def test_a_visit_without_an_answer_is_none_to_go_on_with(store: VisitStore) -> None:
    store.save(a_visit())
    store.save(Visit(QUIZ, "1", 7).with_answer("one", ("o1",)))
    store.save(Visit(QUIZ, "1", 7))
    assert store.bookmark() == bookmark_of(a_visit())
    assert [kept.visit_id for kept in store.kept()] == [42]


def test_a_list_tells_when_and_how_far_and_what_it_came_to(store: VisitStore) -> None:
    store.save(a_visit())
    store.save(a_visit().with_answer("three", ("o1",)), CLEAR)
    kept = store.kept()[0]
    assert (kept.answered, kept.skipped, kept.name) == (2, 1, "")
    assert kept.begun == NOON
    assert NOON < kept.changed < NOON + timedelta(hours=1)
    assert kept.outcome == CLEAR


def test_looking_at_a_visit_again_leaves_its_date(store: VisitStore) -> None:
    store.save(a_visit())
    before = store.kept()[0].changed
    opened = store.open(42)
    assert opened is not None
    store.save(opened.at(RESULT), CLEAR)
    assert store.kept()[0].changed == before
    assert store.kept()[0].outcome == CLEAR


def test_an_outcome_lasts_as_long_as_the_answers_that_it_is_of(store: VisitStore) -> None:
    store.save(a_visit(), CLEAR)
    store.save(a_visit().at(RESULT))
    assert store.kept()[0].outcome == CLEAR
    store.save(a_visit().with_answer("one", ("o0",)))
    assert store.kept()[0].outcome is None
    store.save(a_visit(), CLEAR)
    store.save(a_visit().with_importance("first", Importance.HALF))
    assert store.kept()[0].outcome is None


def test_a_name_stays_through_changes_and_can_be_taken_off(store: VisitStore) -> None:
    store.save(a_visit())
    store.rename(42, "Before the fair; 'quoted'")
    store.save(a_visit().with_answer("one", ("o0",)))
    assert store.kept()[0].name == "Before the fair; 'quoted'"
    store.rename(42, "")
    assert store.kept()[0].name == ""
    store.rename(99, "nobody")


def test_what_was_deleted_is_gone_and_comes_back_whole(store: VisitStore) -> None:
    store.save(a_visit(), CLEAR)
    store.save(another())
    store.rename(42, "First")
    before = list(store.kept())
    removed = store.delete([42, 43, 44])
    assert removed.visit_count == 2
    assert list(store.kept()) == []
    assert store.bookmark() is None
    assert store.open(42) is None
    store.restore(removed)
    assert list(store.kept()) == before
    assert store.open(42) == a_visit()
    assert store.open(43) == another()


def test_what_was_begun_again_is_not_written_over_by_bringing_back(store: VisitStore) -> None:
    store.save(a_visit())
    removed = store.delete([42])
    again = a_visit().with_answer("one", ("o2",))
    store.save(again)
    store.restore(removed)
    assert store.open(42) == again


def test_a_deleted_visit_is_saved_whole_by_the_next_answer(store: VisitStore) -> None:
    store.save(a_visit())
    store.delete([42])
    store.save(a_visit().with_answer("three", ("o1",)))
    assert store.open(42) == a_visit().with_answer("three", ("o1",))


class StoreMachine(RuleBasedStateMachine):
    """Whatever is done in whatever order, SQLite holds what memory holds."""

    removals: Bundle[tuple[Removed, Removed]] = Bundle("removals")

    @initialize(folder=st.builds(object))
    def begin(self, folder: object) -> None:
        assert folder is not None
        self.plain = MemoryStore(ticking())
        path = self.folder / f"{next(self.numbers)}.sqlite3"
        self.real = SqliteStore(path, QUIZ, ticking())

    folder = Path()
    numbers = count()
    ids = st.integers(1, 3)

    @rule(visit_id=ids, question=st.sampled_from("abc"), pick=st.sampled_from(["", "x", "y"]))
    def answer(self, visit_id: int, question: str, pick: str) -> None:
        for store in (self.plain, self.real):
            visit = store.open(visit_id) or Visit(QUIZ, "1", visit_id)
            store.save(visit.with_answer(question, (pick,) if pick else ()))

    @rule(visit_id=ids, question=st.sampled_from("abc"))
    def take_back(self, visit_id: int, question: str) -> None:
        for store in (self.plain, self.real):
            visit = store.open(visit_id) or Visit(QUIZ, "1", visit_id)
            store.save(visit.without_answer(question))

    @rule(visit_id=ids)
    def show_result(self, visit_id: int) -> None:
        for store in (self.plain, self.real):
            visit = store.open(visit_id)
            if visit is not None:
                store.save(visit, CLEAR)

    @rule(visit_id=ids, name=st.text(max_size=5))
    def rename(self, visit_id: int, name: str) -> None:
        for store in (self.plain, self.real):
            store.rename(visit_id, name.replace("\x00", ""))

    @rule(target=removals, visit_ids=st.sets(ids))
    def delete(self, visit_ids: set[int]) -> tuple[Removed, Removed]:
        removed = (self.plain.delete(visit_ids), self.real.delete(visit_ids))
        assert removed[0].visit_count == removed[1].visit_count
        return removed

    @rule(removed=removals)
    def restore(self, removed: tuple[Removed, Removed]) -> None:
        self.plain.restore(removed[0])
        self.real.restore(removed[1])

    @rule()
    def close(self) -> None:
        self.real.close()

    @invariant()
    def both_hold_the_same(self) -> None:
        if not hasattr(self, "real"):
            return
        told = {kept.visit_id: (kept.name, kept.outcome) for kept in self.plain.kept()}
        assert told == {kept.visit_id: (kept.name, kept.outcome) for kept in self.real.kept()}
        for visit_id in range(1, 4):
            assert self.plain.open(visit_id) == self.real.open(visit_id)

    def teardown(self) -> None:
        self.real.close()


def test_a_file_holds_what_memory_would(tmp_path: Path) -> None:
    class Here(StoreMachine):
        folder = tmp_path

    run_state_machine_as_test(
        Here, settings=settings(max_examples=25, stateful_step_count=20, deadline=None)
    )
