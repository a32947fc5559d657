"""Tries states, other answers and weights on the result: from the click to all repainted."""

from random import Random
from time import perf_counter_ns
from typing import TYPE_CHECKING

from benchmarks.report import say
from benchmarks.starting import start

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from benchmarks.walk import Walk
    from caremgr_desktop.ui.pages.result import ResultPage

TRIES = 300
WARM_UP_TRIES = 20
WEIGH_EVERY = 3
AREAS = 120
STRIDE = 7
"""So many states further each time, so that neighbors in the list are no neighbors here."""
ROUNDS = 8
NANOSECONDS_PER_MS = 1e6


class Tries:
    """Clicks on one thing after another, each on a page that has come to rest."""

    def __init__(self, walk: "Walk", page: "ResultPage") -> None:
        self._walk = walk
        self._page = page
        self._chance = Random(1)  # noqa: S311 - the same clicks each time
        self._ids = [question.id for question in walk.window.presenter.quiz.questions]

    def run(self) -> None:
        """Say how long each click took until it was seen."""
        next(it for it in self._page.buttons() if it.text().startswith("What if")).click()
        for turn in range(TRIES):
            target = self._pill() if turn % WEIGH_EVERY == 0 else self._card()
            self._page.show_part(target)
            self._rest()
            started = perf_counter_ns()
            target.click()
            self._walk.paint()
            taken = perf_counter_ns() - started
            if turn >= WARM_UP_TRIES:
                say("what_if_ms", taken / NANOSECONDS_PER_MS)
            self._rest()
            for fold in self._page.why.folds:
                if fold.detail is not None:
                    fold.row.click()

    def choose_areas(self) -> None:
        """Say how long it took to see the pay of one state after another."""
        from caremgr_desktop.ui.pages.result_pay import PayPanel

        panel = next(it for it in self._page.findChildren(PayPanel) if not it.isHidden())
        self._page.show_part(panel)
        panel.choose_link.click()
        chooser = panel.chooser
        assert chooser is not None  # noqa: S101 - the link brings it
        chooser.hidePopup()
        names = [chooser.itemText(place) for place in range(chooser.count())]
        for turn in range(1, AREAS + 1):
            self._rest()
            name = names[(turn * STRIDE) % len(names)]
            started = perf_counter_ns()
            chooser.choose(name)
            chooser.chosen.emit(name)
            self._walk.paint()
            taken = perf_counter_ns() - started
            if turn >= WARM_UP_TRIES:
                say("area_ms", taken / NANOSECONDS_PER_MS)

    def _rest(self) -> None:
        from PySide6.QtWidgets import QApplication

        while not self._page.is_at_rest:
            QApplication.processEvents()
        for _ in range(ROUNDS):  # A new height climbs one widget a round.
            QApplication.processEvents()

    def _card(self) -> "QAbstractButton":
        """Unfold a question's cards and return one that is not picked."""
        fold = self._page.why.open_answer(self._chance.choice(self._ids))
        if fold.detail is not None and fold.detail.editor is None:
            fold.detail.change.click()
        editor = fold.detail.editor if fold.detail is not None else None
        assert editor is not None  # noqa: S101 - it was just opened
        return self._chance.choice([it for it in editor.options.cards if not it.isChecked()])

    def _pill(self) -> "QAbstractButton":
        """Return a weight that is not chosen."""
        from PySide6.QtWidgets import QAbstractButton

        from caremgr_desktop.ui.widgets.importance import ImportanceWidget

        rows = self._page.findChildren(ImportanceWidget)
        pills = [it for row in rows for it in row.findChildren(QAbstractButton)]
        return self._chance.choice([it for it in pills if not it.isChecked()])


def begin() -> None:
    """Answer everything, then try."""
    from benchmarks.walk import Walk
    from caremgr_desktop.ui.pages.result import ResultPage

    def step(walk: Walk) -> bool:
        page = walk.window.page
        if isinstance(page, ResultPage):
            tries = Tries(walk, page)
            tries.choose_areas()
            tries.run()
            return False
        if walk.place == "question":
            walk.first_card().click()
        walk.onward().click()
        walk.paint()
        return True

    walk = Walk(step)
    walk.wait_for_first_page()
    walk.begin()
    walk.go()


if __name__ == "__main__":
    start(begin)
