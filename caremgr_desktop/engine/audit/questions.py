"""What each question can do: its influence, and options that can never change anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from caremgr_desktop.engine.audit.counting import Vector
from caremgr_desktop.engine.audit.families import Families, first_in, moved
from caremgr_desktop.engine.audit.table import Item, Table

Contexts = Sequence[tuple[Vector, int]]


@dataclass(frozen=True, slots=True)
class QuestionCounts:
    """What a question can do.

    ``influence`` is the part of contexts, one answer to every other question, in
    which two of its answers leave different families in first place. ``dead_options`` do
    what leaving them out does, to the first family and between the settings, whatever else
    is answered; a question is dead whose answers all do the same.
    """

    question_id: str
    influence: Fraction
    dead_options: tuple[str, ...]
    is_dead: bool


class QuestionAudit:
    """Looks at every question of one table in turn."""

    def __init__(self, table: Table, families: Families) -> None:
        self._table = table
        self._families = families
        self._settings = [table.columns[role.id] for role in table.quiz.settings]

    def counts(self) -> Iterator[QuestionCounts]:
        """Yield each question's counts, in order."""
        for place, contexts in enumerate(self._families.contexts()):
            yield self._question(self._table.items[place], self._families.own(place), contexts)

    def _question(self, item: Item, own: list[Vector], contexts: Contexts) -> QuestionCounts:
        kinds = sorted(set(own))
        turned = sum([count for leads, count in contexts if _turns(leads, kinds)])
        is_alike = len({self._order_of(points) for points in item.points}) == 1
        return QuestionCounts(
            question_id=item.question.id,
            influence=Fraction(turned, sum([count for _, count in contexts])),
            dead_options=tuple(
                option.id
                for option in item.question.options
                if self._is_dead(item, own, contexts, option.id)
            ),
            is_dead=is_alike and self._never_turns(turned, kinds),
        )

    def _never_turns(self, turned: int, kinds: Sequence[Vector]) -> bool:
        """Whether it is proven that the answers leave the same families first; no sample does."""
        return turned == 0 if self._families.is_exact else len(kinds) == 1

    def _is_dead(self, item: Item, own: list[Vector], contexts: Contexts, option_id: str) -> bool:
        """Whether no answer with the option does anything that it would not do without."""
        places = {picks: place for place, picks in enumerate(item.answers)}
        for picks, place in places.items():
            if option_id not in picks:
                continue
            less = places.get(tuple(picked for picked in picks if picked != option_id))
            nothing = (0,) * len(item.points[place])
            before = nothing if less is None else item.points[less]
            if self._order_of(item.points[place]) != self._order_of(before):
                return False
            mine, theirs = own[place], (0,) * len(own[place]) if less is None else own[less]
            if not self._families.is_exact and mine != theirs:
                return False
            if any(first_in(moved(at, mine)) != first_in(moved(at, theirs)) for at, _ in contexts):
                return False
        return True

    def _order_of(self, points: Sequence[int]) -> Vector:
        """Return what an answer does between the settings."""
        if not self._settings:
            return ()
        base = points[self._settings[0]]
        return tuple([points[column] - base for column in self._settings])


def _turns(leads: Vector, kinds: Sequence[Vector]) -> bool:
    return len({first_in(moved(leads, mine)) for mine in kinds}) > 1
