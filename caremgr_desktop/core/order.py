"""The order in which a question's options are shown."""

from zlib import crc32

from caremgr_desktop.core.quiz import Option, Question

MASK = 0xFFFFFFFF


def shown_order(question: Question, seed: int) -> tuple[Option, ...]:
    """Return the options as this visit shows them.

    Ordered options keep their one direction. Unordered ones are shuffled, since
    people pick the first of a list more often; the seed alone decides, on every
    machine and with every version of Python alike.
    """
    if not question.is_shuffled:
        return question.options

    def place(option: Option) -> int:
        return _stirred(crc32(f"{seed}/{question.id}/{option.id}".encode()))

    return tuple(sorted(question.options, key=place))


def _stirred(value: int) -> int:
    """Return a checksum with its bits spread, so that like texts come out unlike.

    It is the last part of MurmurHash3 (Austin Appleby, public domain). The standard
    library's random numbers would do as well, and take 1 ms to load and 0.4 MiB.
    """
    value = (value ^ value >> 16) * 0x85EBCA6B & MASK
    value = (value ^ value >> 13) * 0xC2B2AE35 & MASK
    return value ^ value >> 16
