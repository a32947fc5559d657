"""Lets PySide6 make its enumerations quickly, which takes a seventh off the start.

``Qt`` alone has 93 of them with 1,195 members, all made when it is first looked at. PySide6
calls ``Enum(name, pairs)`` for each, which checks for whatever an author could have got wrong.
The standard library makes its own enumerations, such as ``re.RegexFlag``, in a quicker way that
leaves the checks out; here PySide6's are made so too, and are the same in all that can be told.

WORKAROUND https://bugreports.qt.io/browse/PYSIDE-2404
"""

import enum
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

KNOWN_PYTHONS = ((3, 11), (3, 12), (3, 13))
"""In which an enumeration is known to be the same either way; others make it as ever."""

BOUND_TO_A_CLASS = ("__dict__", "__weakref__")

Pairs = Sequence[tuple[str, int]]


def hasten() -> None:
    """Make enumerations with members that are whole numbers quickly from now on."""
    usual = vars(enum.EnumMeta)["_create_"]
    if sys.version_info[:2] in KNOWN_PYTHONS and not isinstance(usual, QuickCreation):
        enum.EnumMeta._create_ = QuickCreation(Maker().make, usual)  # type: ignore[attr-defined]  # not a public name


class QuickCreation:
    """Stands for ``EnumMeta._create_``, which ``Enum(name, pairs)`` calls."""

    def __init__(self, make: Callable[..., Any], usual: Callable[..., Any]) -> None:
        self._make = make
        self._usual = usual
        self._names: dict[type, frozenset[str]] = {}

    def __get__(self, base: type, _owner: type) -> Callable[..., Any]:
        """Be a method of the enumeration's base."""

        def create(class_name: str, names: Any, **named: Any) -> Any:
            if is_plain(names, named, self._names_of(base)):
                with suppress(Exception):  # PySide6 ends the whole program at an error here.
                    return self._make(base, class_name, names, named.get("boundary"))
            return self._usual(base, class_name, names, **named)

        return create

    def _names_of(self, base: type) -> frozenset[str]:
        """Return the names that a member can't simply have, such as ``name`` and ``value``."""
        if base not in self._names:
            self._names[base] = frozenset(name for kind in base.__mro__ for name in vars(kind))
        return self._names[base]


class Maker:
    """Makes enumerations of members that are whole numbers, of which none is checked."""

    def __init__(self) -> None:
        self._bodies: dict[tuple[type, object], dict[str, Any]] = {}

    def make(self, base: type, name: str, pairs: Pairs, boundary: object) -> Any:
        """Return the enumeration that ``base(name, pairs, boundary=boundary)`` is."""
        if issubclass(base, enum.Flag):
            made = simple(base, name, dict(pairs), boundary)
        else:
            made = self._empty(base, name, boundary)
            fill(made, pairs)
        for member_name, member in made._member_map_.items():
            type.__setattr__(made, member_name, member)  # Twice as fast as by a property.
        return made

    def _empty(self, base: type, name: str, boundary: object) -> Any:
        """Return an enumeration without members, with the body of the first one of its base."""
        key = (base, boundary)
        if key not in self._bodies:
            body = vars(simple(base, name, {}, boundary))
            self._bodies[key] = {part: body[part] for part in body if part not in BOUND_TO_A_CLASS}
        body = dict(self._bodies[key])
        for part, value in body.items():
            if isinstance(value, list | dict):  # Each has its own, empty at first.
                body[part] = type(value)()
        create: Callable[..., Any] = enum.EnumMeta.__new__
        return create(enum.EnumMeta, name, (base,), body, _simple=True)


def simple(base: type, name: str, members: dict[str, int], boundary: object) -> Any:
    """Return an enumeration made in the way of the standard library."""
    make = enum._simple_enum(base, boundary=boundary)  # type: ignore[attr-defined]  # noqa: SLF001 - there is no public one
    return make(type(name, (), members))


def fill(made: Any, pairs: Pairs) -> None:
    """Put members into an empty enumeration, as the standard library does one by one."""
    by_value, by_name, names = made._value2member_map_, made._member_map_, made._member_names_
    new, takes_value = made._new_member_, made._use_args_
    for name, value in pairs:
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if takes_value else new(made)
            # One by one: to ask for its dictionary would make it one of its own, 0.3 MiB in all.
            member._value_, member._name_ = value, name
            member.__objclass__, member._sort_order_ = made, len(names)
            by_value[value] = member
            names.append(name)
        by_name[name] = member
    vars(made).get("_hashable_values_", []).extend(by_value)


def is_plain(pairs: Any, named: dict[str, Any], taken: frozenset[str]) -> bool:
    """Whether an enumeration is asked for as PySide6 asks: pairs, and neither module nor type."""
    if not isinstance(pairs, list) or named.get("module") or named.get("type"):
        return False
    if not all(type(pair) is tuple and type(pair[-1]) is int for pair in pairs):
        return False
    return taken.isdisjoint(dict(pairs))
