"""The quiz: sections, traits, questions and the roles that they are held against."""

from collections.abc import Mapping
from typing import NamedTuple

POSITION_LOW = -2
POSITION_HIGH = 2
POSITION_RANGE = POSITION_HIGH - POSITION_LOW
NORMAL_WEIGHT_PERCENT = 100


class Section(NamedTuple):
    """A group of questions with one importance."""

    id: str
    title: str


class Trait(NamedTuple):
    """An ordinal line with two named ends, ``low`` at -2 and ``high`` at +2."""

    id: str
    low: str
    high: str


class Option(NamedTuple):
    """One answer that can be picked, and where it stands on one or more traits.

    ``text`` is the whole card, ``short`` the few words that stand for it in a chart.
    """

    id: str
    text: str
    short: str
    positions: Mapping[str, int]


class Question(NamedTuple):
    """One question; ``kind`` is ``one``, ``many`` (up to ``max_picks``) or ``scale``."""

    id: str
    section: str
    kind: str
    label: str
    text: str
    hint: str
    options: tuple[Option, ...]
    max_picks: int = 1
    is_shuffled: bool = False
    weight_percent: int = NORMAL_WEIGHT_PERCENT

    @property
    def has_many_picks(self) -> bool:
        """Whether several options may be picked."""
        return self.kind == "many"

    def option(self, option_id: str) -> Option | None:
        """Return the option of that id, or None."""
        return next((option for option in self.options if option.id == option_id), None)


class Role(NamedTuple):
    """A family (``family`` is None) or a setting inside a family.

    ``positions`` holds a place from -2 to +2 on every trait of the quiz.
    """

    id: str
    family: str | None
    title: str
    short_title: str
    positions: Mapping[str, int]

    @property
    def is_family(self) -> bool:
        """Whether this is one of the roles that the verdict is about."""
        return self.family is None


class Limits(NamedTuple):
    """The author's limits of a verdict.

    ``close_call`` and ``leaning`` are the largest flip distances of each; a result
    needs at least one in ``one_in`` of the questions answered.
    """

    close_call: int = 1
    leaning: int = 3
    one_in: int = 3


class Quiz(NamedTuple):
    """Everything needed to ask and to score, in the order in which it is asked."""

    id: str
    version: str
    title: str
    short_title: str
    language: str
    sections: tuple[Section, ...]
    traits: tuple[Trait, ...]
    questions: tuple[Question, ...]
    roles: tuple[Role, ...]
    limits: Limits = Limits()

    @property
    def families(self) -> tuple[Role, ...]:
        """The roles that the verdict is about, in order of display."""
        return tuple(role for role in self.roles if role.is_family)

    @property
    def settings(self) -> tuple[Role, ...]:
        """The roles ranked under the verdict, in order of display."""
        return tuple(role for role in self.roles if not role.is_family)

    def question(self, question_id: str) -> Question | None:
        """Return the question of that id, or None."""
        return next((item for item in self.questions if item.id == question_id), None)

    def role(self, role_id: str) -> Role | None:
        """Return the role of that id, or None."""
        return next((item for item in self.roles if item.id == role_id), None)

    def trait(self, trait_id: str) -> Trait | None:
        """Return the trait of that id, or None."""
        return next((item for item in self.traits if item.id == trait_id), None)

    def questions_of(self, section_id: str) -> tuple[Question, ...]:
        """Return a section's questions, in order."""
        return tuple(item for item in self.questions if item.section == section_id)
