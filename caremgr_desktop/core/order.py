"""The order in which a question's options are shown."""

from hashlib import sha256

from caremgr_desktop.core.quiz import Option, Question


def shown_order(question: Question, seed: int) -> tuple[Option, ...]:
    """Return the options as this visit shows them.

    Ordered options keep their one direction. Unordered ones are shuffled, since
    people pick the first of a list more often; a hash of seed and ids gives the
    same order on every machine and with every version of Python. (A checksum
    such as CRC is linear, and would give a few orders only.)
    """
    if not question.is_shuffled:
        return question.options
    return tuple(
        sorted(
            question.options,
            key=lambda option: sha256(f"{seed}/{question.id}/{option.id}".encode()).digest(),
        )
    )
