"""Lets PySide6 make its enumerations in a fifth less of the start.

``Qt`` alone has 93 of them with 1,195 members, all made when it is first looked at. PySide6
calls ``Enum(name, members)`` for each, which checks whatever an author could have got wrong.
The standard library makes its own enumerations, such as ``re.RegexFlag``, in a quicker way
that leaves the checks out and gives the same classes; here PySide6's are made so too.

WORKAROUND https://bugreports.qt.io/browse/PYSIDE-2404
"""

import enum
from collections.abc import Callable
from typing import Any


def hasten() -> None:
    """Make enumerations with members that are whole numbers quickly from now on.

    Others, and all where this Python has no such way, are made as ever.
    """
    quick = getattr(enum, "_simple_enum", None)
    usual = vars(enum.EnumMeta).get("_create_")
    if quick is not None and usual is not None and not isinstance(usual, QuickCreation):
        enum.EnumMeta._create_ = QuickCreation(quick, usual)  # type: ignore[attr-defined]  # not a public name


class QuickCreation:
    """Stands for ``EnumMeta._create_``, which ``Enum(name, members)`` calls."""

    def __init__(self, quick: Callable[..., Any], usual: Callable[..., Any]) -> None:
        self._quick = quick
        self._usual = usual

    def __get__(self, kind: type, _owner: type) -> Callable[..., Any]:
        """Be a method of the enumeration's base."""

        def create(name: str, members: Any, **named: Any) -> Any:
            if not is_plain(members, named):
                return self._usual(kind, name, members, **named)
            return self._quick(kind, boundary=named.get("boundary"))(type(name, (), dict(members)))

        return create


def is_plain(members: Any, named: dict[str, Any]) -> bool:
    """Whether an enumeration is asked for as PySide6 asks: pairs, and neither module nor type."""
    if not isinstance(members, list) or any(named.get(key) for key in ("module", "type")):
        return False
    return all(type(pair) is tuple and type(pair[-1]) is int for pair in members)
