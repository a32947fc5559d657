"""A small quiz, a real store in memory, and a window on them, for tests of the pages."""

from collections.abc import Callable, Collection
from functools import partial
from itertools import count
from pathlib import Path

from caremgr_desktop.core.kept import Outcome, Removed
from caremgr_desktop.core.pace import Pace
from caremgr_desktop.core.ports import VisitStore
from caremgr_desktop.core.quiz import Option, Question, Quiz, Role, Section, Trait
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.engine.decide import Engine
from caremgr_desktop.engine.settling import Settling
from caremgr_desktop.errors import StorageError
from caremgr_desktop.storage.memory import MemoryStore
from caremgr_desktop.ui.shell import MainWindow
from caremgr_desktop.ui.theme import LIGHT, THEMES, Theme

FAMILIES = ("case", "care")

OpenWindow = Callable[..., MainWindow]
"""``open_window(scale, size, quiz)``: a window on the small quiz."""


def theme(scale_percent: int = 100, name: str = "light") -> Theme:
    """Return a theme for the families of the small quiz."""
    return Theme(THEMES.get(name, LIGHT), scale_percent, FAMILIES)


def option(option_id: str, at: int, text: str = "") -> Option:
    """Return an option that stands at one place on the one trait."""
    return Option(option_id, text or f"The {option_id} way", option_id.title(), {"contact": at})


def question(question_id: str, section: str, *, kind: str = "one", text: str = "") -> Question:
    """Return a question with three options from one end to the other."""
    options = (option("near", 2), option("middle", 0), option("far", -2))
    return Question(
        id=question_id,
        section=section,
        kind=kind,
        label=question_id.title(),
        text=text or f"How would you like {question_id}?",
        hint="",
        options=options,
        max_picks=2 if kind == "many" else 1,
    )


def quiz(*, text: str = "") -> Quiz:
    """Return a quiz of two sections and four questions; ``text`` replaces the first's."""
    return Quiz(
        id="small",
        version="1",
        title="Case manager or care manager?",
        short_title="Care or case?",
        language="en",
        sections=(Section("where", "Where you work"), Section("people", "Time with people")),
        traits=(Trait("contact", "by phone", "face to face"),),
        questions=(
            question("place", "where", text=text),
            question("travel", "where"),
            question("bedside", "people", kind="many"),
            question("family", "people"),
        ),
        roles=(
            Role("case", None, "Case manager", "Case", {"contact": -2}),
            Role("care", None, "Care manager", "Care", {"contact": 2}),
            Role("plan", "case", "Health plan case manager", "Plan", {"contact": -1}),
            Role("home", "care", "Home care manager", "Home", {"contact": 1}),
        ),
    )


def retold_quiz(tell: Callable[[str], str]) -> Quiz:
    """Return the small quiz with every text told anew."""
    plain = quiz()

    def told_option(item: Option) -> Option:
        return item._replace(text=tell(item.text), short=tell(item.short))

    return plain._replace(
        title=tell(plain.title),
        short_title=tell(plain.short_title),
        sections=tuple(item._replace(title=tell(item.title)) for item in plain.sections),
        questions=tuple(
            item._replace(
                text=tell(item.text),
                hint=tell("Pick one."),
                label=tell(item.label),
                options=tuple(told_option(option) for option in item.options),
            )
            for item in plain.questions
        ),
        roles=tuple(
            item._replace(title=tell(item.title), short_title=tell(item.short_title))
            for item in plain.roles
        ),
    )


class ShelfStore(MemoryStore):
    """Keeps visits in memory; ``is_full`` makes writing fail, as a full disk does."""

    def __init__(self, visit: Visit | None = None) -> None:
        super().__init__()
        self.saves = 0
        self.is_full = False
        if visit is not None:
            super().save(visit)

    @property
    def visit(self) -> Visit | None:
        """The visit that was changed last."""
        return last_saved(self)

    def save(self, visit: Visit, outcome: Outcome | None = None) -> None:
        """Keep the visit, or fail as a full disk does."""
        self._fail_if_full()
        super().save(visit, outcome)
        self.saves += 1

    def delete(self, visit_ids: Collection[int], *, is_all: bool = False) -> Removed:
        """Delete visits, or fail as a full disk does."""
        self._fail_if_full()
        return super().delete(visit_ids, is_all=is_all)

    def restore(self, removed: Removed) -> None:
        """Bring visits back, or fail as a full disk does."""
        self._fail_if_full()
        super().restore(removed)

    def _fail_if_full(self) -> None:
        if self.is_full:
            raise StorageError("not_saved", path="shelf")


def settling(asked: Quiz | None = None) -> Settling:
    """Return what tells when a quiz, or the small one, is settled."""
    chosen = asked or quiz()
    return Settling(chosen, partial(Engine, chosen))


class Watch:
    """A clock that is a minute on each time somebody looks: nothing is answered in a hurry."""

    def __init__(self, step_seconds: float = 60.0) -> None:
        self._step_seconds = step_seconds
        self._now_seconds = 0.0

    def __call__(self) -> float:
        """Return the time in seconds."""
        self._now_seconds += self._step_seconds
        return self._now_seconds


def pace(step_seconds: float = 60.0) -> Pace:
    """Return a pace by a clock that goes on in steps."""
    return Pace(Watch(step_seconds))


def last_saved(store: VisitStore) -> Visit | None:
    """Return the visit that was changed last, as a program that starts now would find it."""
    mark = store.bookmark()
    return None if mark is None else store.open(mark.visit_id)


_SEEDS = count(7)


def seed() -> int:
    """Return another seed each time, as a visit is known by it."""
    return next(_SEEDS)


FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
