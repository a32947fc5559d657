"""A result as a short code that can be said, written down and typed again.

Two groups tell which quiz, version and shape it was made with, and check the whole; the rest
are the answers. A code says nothing of the person, and how long it is follows from the quiz.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple
from zlib import crc32

from caremgr_desktop.core.answers import picks_of, question_of
from caremgr_desktop.core.code_letters import (
    BASE,
    GROUP_SIZE,
    SAYING,
    Letters,
    digits,
    number_from,
    read_letters,
    written,
)
from caremgr_desktop.core.code_number import Said, number_count, number_of, said_by
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.resume import visit_for
from caremgr_desktop.core.shape import Shape, shape_of, tag_of
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.errors import CodeError

SHORT_TAGS = 1_021
"""Of quizzes and of versions; a prime below the 1,024 that two letters can say."""
QUIZ_LETTERS = 2
VERSION_LETTERS = 2
SHAPE_LETTERS = 3
HEAD_GROUPS = 2
HEAD_SAYING = HEAD_GROUPS * SAYING
"""With one more letter that checks all others, beyond the check of each group."""
HEAD_SIZE = HEAD_GROUPS * GROUP_SIZE

EarlierShapes = Callable[[], Sequence[Shape]]
"""Gives the shapes of earlier versions; it is asked only where a code needs one."""


class Opened(NamedTuple):
    """What a code holds, brought to the quiz as it is today.

    ``dropped`` counts the answers that no longer fit. The visit is on its first page.
    """

    visit: Visit
    dropped: int = 0
    is_other_version: bool = False


class _Head(NamedTuple):
    """What the first groups say."""

    quiz: int
    version: int
    shape: int

    @property
    def letters(self) -> tuple[int, ...]:
        """The same as values of letters."""
        return (
            *digits(self.quiz, QUIZ_LETTERS),
            *digits(self.version, VERSION_LETTERS),
            *digits(self.shape, SHAPE_LETTERS),
        )


def code_of(quiz: Quiz, visit: Visit) -> str:
    """Return the code of a visit to this quiz, in groups.

    Raises AnswerError for answers that the quiz doesn't allow.
    """
    shape = shape_of(quiz)
    answers = {
        question_id: picks_of(question_of(quiz, question_id), picks)
        for question_id, picks in visit.answers.items()
    }
    number = number_of(shape, Said(answers, visit.importances))
    head = _Head(tag_of(quiz.id, SHORT_TAGS), tag_of(quiz.version, SHORT_TAGS), shape.tag)
    body = digits(number, _group_count(shape) * SAYING - HEAD_SAYING)
    return written((*head.letters, _check_of(head.letters, body), *body))


def code_length(quiz: Quiz) -> int:
    """Return how many letters every code of a quiz has, dashes left out."""
    return _size(shape_of(quiz))


def opened(quiz: Quiz, text: str, seed: int, earlier_shapes: EarlierShapes) -> Opened:
    """Return the visit that a code stands for; raises CodeError.

    ``seed`` is the visit's, since a code doesn't hold the order in which options were shown.
    """
    letters = read_letters(text)
    shape = shape_of(quiz)
    head = _head_of(letters)
    if head is None:
        raise _without_head(letters, shape)
    if head.quiz != tag_of(quiz.id, SHORT_TAGS):
        _check_groups(letters)
        raise CodeError("code_other_quiz", quiz=quiz.title)
    is_other_shape = head.shape != shape.tag
    if is_other_shape:
        shape = _earlier(letters, head, earlier_shapes())
    if len(letters.values) != _size(shape):
        raise _wrong_length(letters, shape)
    _check_groups(letters)
    number = number_from(letters.saying()[HEAD_SAYING:])
    if number >= number_count(shape):
        raise CodeError("code_damaged")
    said = said_by(shape, number)
    visit = Visit(quiz.id, shape.version, seed, said.answers, said.importances)
    resumed = visit_for(quiz, visit)
    is_other_version = head.version != tag_of(quiz.version, SHORT_TAGS)
    return Opened(resumed.visit, resumed.dropped, is_other_version or is_other_shape)


def _group_count(shape: Shape) -> int:
    most = number_count(shape) - 1
    groups = HEAD_GROUPS
    while most:
        most //= BASE**SAYING
        groups += 1
    return groups


def _size(shape: Shape) -> int:
    return _group_count(shape) * GROUP_SIZE


def _check_of(head: Sequence[int], body: Sequence[int]) -> int:
    """Return the letter that checks all others, for what the groups' own checks let by."""
    return crc32(bytes((*head, *body))) % BASE


def _head_of(letters: Letters) -> _Head | None:
    """Return what the first groups say, None where they are not there or not right."""
    if not all(letters.fits(index) for index in range(HEAD_GROUPS)):
        return None
    saying = letters.saying()
    rest = saying[QUIZ_LETTERS + VERSION_LETTERS : HEAD_SAYING - 1]
    quiz, version = saying[:QUIZ_LETTERS], saying[QUIZ_LETTERS : QUIZ_LETTERS + VERSION_LETTERS]
    return _Head(number_from(quiz), number_from(version), number_from(rest))


def _earlier(letters: Letters, head: _Head, shapes: Sequence[Shape]) -> Shape:
    """Return the earlier shape with that tag, one of the very version first."""
    found = [shape for shape in shapes if shape.tag == head.shape]
    found.sort(key=lambda shape: tag_of(shape.version, SHORT_TAGS) != head.version)
    if found:
        return found[0]
    _check_groups(letters)
    raise CodeError("code_other_version")


def _without_head(letters: Letters, shape: Shape) -> CodeError:
    """Return what is wrong with letters whose first groups can't be read.

    Whole groups of which the last is right in its place are taken for a code of another
    length with a slip in front; else, letters are missing or too many.
    """
    is_other_length = letters.is_whole and letters.fits(letters.group_count - 1)
    if len(letters.values) == _size(shape) or is_other_length:
        return _wrong_groups(letters, letters.wrong_groups())
    return _wrong_length(letters, shape)


def _wrong_length(letters: Letters, shape: Shape) -> CodeError:
    found, wanted = len(letters.values), _size(shape)
    code = "code_too_short" if found < wanted else "code_too_long"
    return CodeError(code, found=found, wanted=wanted, groups=_group_count(shape))


def _check_groups(letters: Letters) -> None:
    """Raise CodeError for wrong groups, and for groups that don't go together.

    Of letters that are no whole groups nothing can be said.
    """
    if not letters.is_whole:
        return
    wrong = letters.wrong_groups()
    if wrong:
        raise _wrong_groups(letters, wrong)
    saying = letters.saying()
    head, check, body = saying[: HEAD_SAYING - 1], saying[HEAD_SAYING - 1], saying[HEAD_SAYING:]
    if check != _check_of(head, body):
        raise CodeError("code_damaged")


def _wrong_groups(letters: Letters, wrong: list[int]) -> CodeError:
    first, last = wrong[0], wrong[-1]
    if len(wrong) == 1:
        return CodeError("code_group_wrong", group=first + 1, text=letters.typed_group(first))
    if len(wrong) == 2 and letters.fits(first, last) and letters.fits(last, first):
        return CodeError("code_groups_exchanged", first=first + 1, second=last + 1)
    return CodeError(
        "code_groups_wrong",
        groups=", ".join(str(index + 1) for index in wrong),
        text=" ".join(letters.typed_group(index) for index in wrong),
    )
