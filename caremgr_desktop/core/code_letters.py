"""The letters of a code in groups of five, four to say something and one to check it.

A letter stands for a number below 32, an element of the field GF(32). The fifth of
a group makes the sum of all five, each times its own power of the field's generator
and with the group's number for a start, come out as zero. So in one group one wrong letter
is always found, and two that changed places; and a group in the place of another is
found among 32 groups, which is far more than anybody types.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from caremgr_desktop.errors import CodeError

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L and O, which look like 1 and 0, and no U, which looks like V."""
READ_AS = {"I": "1", "L": "1", "O": "0", "U": "V"}
GROUP_SIZE = 5
SAYING = GROUP_SIZE - 1
"""How many letters of a group say something."""
BASE = len(LETTERS)
PASSED_OVER = frozenset("-_\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u200b\ufeff")
"""Between letters; people and programs write many kinds of dashes. Spaces are asked for."""
_TOP_BIT = BASE >> 1
_FIELD = 0b100101
"""The polynomial x^5 + x^2 + 1; its root generates the field."""

_VALUES = {
    **{letter: value for value, letter in enumerate(LETTERS)},
    **{other: LETTERS.index(letter) for other, letter in READ_AS.items()},
}


class Letters(NamedTuple):
    """What was typed, without what stands between: the characters, and their values."""

    typed: str
    values: tuple[int, ...]

    @property
    def is_whole(self) -> bool:
        """Whether these are whole groups."""
        return len(self.values) % GROUP_SIZE == 0

    @property
    def group_count(self) -> int:
        """How many groups there are, the last one perhaps in part."""
        return -(-len(self.values) // GROUP_SIZE)

    def typed_group(self, index: int) -> str:
        """Return a group as it was typed."""
        return self.typed[index * GROUP_SIZE : (index + 1) * GROUP_SIZE]

    def fits(self, index: int, place: int | None = None) -> bool:
        """Whether a group is right where it is, or would be in another group's place."""
        group = self.values[index * GROUP_SIZE : (index + 1) * GROUP_SIZE]
        return len(group) == GROUP_SIZE and _rest(index if place is None else place, group) == 0

    def wrong_groups(self) -> list[int]:
        """Return which groups are wrong."""
        return [index for index in range(self.group_count) if not self.fits(index)]

    def saying(self) -> tuple[int, ...]:
        """Return the values that say something, those that check left out."""
        starts = range(0, len(self.values), GROUP_SIZE)
        return tuple(
            value for start in starts for value in self.values[start : start + GROUP_SIZE - 1]
        )


def read_letters(text: str) -> Letters:
    """Return the letters of a text; raises CodeError ``code_character``."""
    typed: list[str] = []
    values: list[int] = []
    for character in text:
        if character in PASSED_OVER or character.isspace():
            continue
        value = _VALUES.get(character.upper())
        if value is None:
            group = len(values) // GROUP_SIZE + 1
            raise CodeError("code_character", character=character, group=group)
        typed.append(character)
        values.append(value)
    return Letters("".join(typed), tuple(values))


def written(saying: Sequence[int]) -> str:
    """Return values that fill whole groups as a code, a dash between groups."""
    starts = range(0, len(saying), SAYING)
    groups = [saying[start : start + SAYING] for start in starts]
    return "-".join(_text((*group, _check(index, group))) for index, group in enumerate(groups))


def digits(number: int, count: int) -> tuple[int, ...]:
    """Return a number as so many values, the largest first."""
    return tuple(number // BASE**place % BASE for place in reversed(range(count)))


def number_from(values: Iterable[int]) -> int:
    """Return the number that values stand for, the largest first."""
    number = 0
    for value in values:
        number = number * BASE + value
    return number


def _text(values: Iterable[int]) -> str:
    return "".join(LETTERS[value] for value in values)


def _check(index: int, group: Sequence[int]) -> int:
    """Return the value that makes a group's rest zero."""
    return _rest(index, (*group, 0))


def _rest(index: int, group: Sequence[int]) -> int:
    """Return what is left of a group's sum; no group counts as the one with number 0."""
    rest = (index + 1) % BASE
    for value in group:
        rest = _times_generator(rest) ^ value
    return rest


def _times_generator(value: int) -> int:
    return (value << 1) ^ (_FIELD if value & _TOP_BIT else 0)
