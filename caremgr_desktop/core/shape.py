"""The shape of a quiz: what an answer can be, without a word of what is asked."""

from itertools import combinations
from math import comb
from typing import NamedTuple
from zlib import crc32

from caremgr_desktop.core.answers import Picks
from caremgr_desktop.core.quiz import Quiz

TAGS = 32_749
"""How many different tags there are; a prime, so that every bit of the checksum counts."""
NOT_REACHED = 0


class AskedShape(NamedTuple):
    """One question: its id, its kind, how many options may be picked, and their ids in order."""

    id: str
    kind: str
    max_picks: int
    options: tuple[str, ...]

    @property
    def state_count(self) -> int:
        """How many states it can be in: not reached, skipped, and each set of picks."""
        sets = range(min(self.max_picks, len(self.options)) + 1)
        return 1 + sum(comb(len(self.options), size) for size in sets)

    def all_picks(self) -> list[Picks]:
        """Return every set of picks, smaller ones first, each in the question's order."""
        sizes = range(min(self.max_picks, len(self.options)) + 1)
        return [picks for size in sizes for picks in combinations(self.options, size)]


class Shape(NamedTuple):
    """All that a code of a quiz depends on, of one version, in the quiz's order."""

    version: str
    sections: tuple[str, ...]
    questions: tuple[AskedShape, ...]

    @property
    def tag(self) -> int:
        """A number that tells this shape from others; the version has no part in it."""
        asked = (
            (item.id, item.kind, str(item.max_picks), *_counted(item.options))
            for item in self.questions
        )
        parts = (*_counted(self.sections), *(part for item in asked for part in item))
        return tag_of("".join(f"{len(part)}:{part}," for part in parts), TAGS)


def shape_of(quiz: Quiz) -> Shape:
    """Return the shape of a quiz as it is today."""
    return Shape(
        version=quiz.version,
        sections=tuple(section.id for section in quiz.sections),
        questions=tuple(
            AskedShape(
                item.id, item.kind, item.max_picks, tuple(option.id for option in item.options)
            )
            for item in quiz.questions
        ),
    )


def tag_of(text: str, tags: int) -> int:
    """Return a number below ``tags`` that tells a text from others, on every machine alike."""
    return crc32(text.encode()) % tags


def _counted(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return ids with their number in front, so that two lists never read as one."""
    return (str(len(ids)), *ids)
