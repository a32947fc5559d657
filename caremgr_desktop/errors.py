"""What can go wrong, as codes and parameters.

No sentence is made here: the edge that speaks to the person (a page, the
terminal, a command) turns a code into words, so that it can be translated.
"""

from collections.abc import Mapping

Param = str | int | float
DAMAGED = "damaged"
PARTLY_DAMAGED = "partly_damaged"
SET_ASIDE = (DAMAGED, PARTLY_DAMAGED)
"""Codes of a StorageError after which the store works again, with what could be read."""


class CareMgrError(Exception):
    """The base of every error that this program raises on purpose.

    ``code`` names the kind of fault, such as ``unknown_option``; ``params``
    are the facts that its sentence needs.
    """

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, Param] = params

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value!r}" for key, value in self.params.items())
        return f"{self.code}({shown})"


class AnswerError(CareMgrError):
    """An answer that the quiz doesn't allow."""


class ContentError(CareMgrError):
    """Content files that can't be used; ``check`` lists every fault in them."""


class StorageError(CareMgrError):
    """A saved visit that can't be read or written."""


class DisplayError(CareMgrError):
    """No window can be opened on this machine as it is."""


class OutputError(CareMgrError):
    """A result that can't be written where it was to go."""


class TableError(CareMgrError):
    """A published wage table that can't be brought in."""


class CodeError(CareMgrError):
    """A code of a result that can't be read, or not with this quiz."""
