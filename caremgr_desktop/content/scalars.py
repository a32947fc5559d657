"""What a plain YAML word stands for.

YAML 1.1 reads ``NO`` as false, ``12:30`` as 750 and ``2025-05-01`` as a date.
Here a plain word is null, true or false, a decimal number, or else a text.
"""

import re
from math import isfinite

MAX_DIGITS = 15
"""Whole numbers up to here are the same in every reader, also as a float."""

_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)", re.ASCII)
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII)
UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Control characters, odd line ends, overrides of the direction, halves of pairs."""


def plain_value(word: str) -> bool | int | float | str | None:
    """Return what a plain word stands for.

    Raises ValueError for a number that no program could show.
    """
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in "+-.0123456789":
        return word
    if _INTEGER.fullmatch(word):
        if len(word.lstrip("+-")) > MAX_DIGITS:
            raise ValueError(word[:MAX_DIGITS])
        return int(word)
    if _FLOAT.fullmatch(word) and not _has_leading_zero(word):
        number = float(word[: 4 * MAX_DIGITS])
        if not isfinite(number) or len(word) > 2 * MAX_DIGITS:
            raise ValueError(word[:MAX_DIGITS])
        return number
    return word


def _has_leading_zero(word: str) -> bool:
    """Whether it is written like a code or a postal code, such as 02139."""
    digits = word.lstrip("+-")
    return len(digits) > 1 and digits[0] == "0" and digits[1].isdigit()
