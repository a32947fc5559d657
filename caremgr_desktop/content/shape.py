"""Holds a document against its shape and notes every fault, not the first alone.

What is sound is kept, so that the rest of a file can be checked further
although a part of it is wrong.
"""

import re
from collections.abc import Iterator
from typing import TypeVar

import msgspec
from msgspec import inspect

from caremgr_desktop.content.document import Document, Tree, TreePath
from caremgr_desktop.content.faults import shown
from caremgr_desktop.content.schema import FORMS

Item = TypeVar("Item", bound=msgspec.Struct)
LONGEST_GUESS = 30
MOST_GUESSES = 20
"""Guesses for a file: each is dear, and after some the author sees the pattern."""

_FITTING: dict[type[inspect.Type], tuple[tuple[type, ...], str]] = {
    inspect.StrType: ((str,), "text"),
    inspect.IntType: ((int,), "a whole number"),
    inspect.FloatType: ((int, float), "a number"),
    inspect.BoolType: ((bool,), "true or false"),
    inspect.NoneType: ((type(None),), "null"),
    inspect.ListType: ((list,), "a list"),
    inspect.DictType: ((dict,), "keys with values"),
    inspect.StructType: ((dict,), "keys with values"),
}
_NAMES: dict[type, str] = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    type(None): "nothing",
    list: "a list",
    dict: "keys with values",
}


class Sound:
    """The items of one file that have the right shape, with their paths."""

    def __init__(self) -> None:
        self._items: dict[type, list[tuple[TreePath, msgspec.Struct]]] = {}

    def keep(self, path: TreePath, item: msgspec.Struct) -> None:
        """Keep an item that was found at a path."""
        self._items.setdefault(type(item), []).append((path, item))

    def every(self, kind: type[Item]) -> Iterator[tuple[TreePath, Item]]:
        """Yield all sound items of a kind with their paths, in the file's order."""
        for path, item in self._items.get(kind, []):
            if isinstance(item, kind):
                yield path, item

    def whole(self, kind: type[Item]) -> Item | None:
        """Return the file as a whole, None unless all of it is sound."""
        return next((item for path, item in self.every(kind) if not path), None)


def sound_parts(document: Document, kind: type[msgspec.Struct]) -> Sound:
    """Return what of a document has the right shape; all else is noted in the document."""
    sound = Sound()
    _Walker(document, sound).walk(document.tree, inspect.type_info(kind), ())
    return sound


class _Walker:
    """Walks a tree and its type together; each step returns whether all was sound."""

    def __init__(self, document: Document, sound: Sound) -> None:
        self._document = document
        self._sound = sound
        self._guesses = 0

    def walk(self, value: Tree, kind: inspect.Type, path: TreePath) -> bool:
        """Note every fault at a value and below it."""
        if path in self._document.broken or not self._document.has_room:
            return False
        if isinstance(kind, inspect.Metadata):
            return self.walk(value, kind.type, path)
        if isinstance(kind, inspect.UnionType):
            chosen = next((part for part in kind.types if _fits(value, part)), kind.types[0])
            return self.walk(value, chosen, path)
        if isinstance(kind, inspect.LiteralType):
            return self._literal(value, kind, path)
        if not _fits(value, kind):
            wanted = _FITTING[type(kind)][1]
            return self._fault(path, "wrong_kind", wanted=wanted, found=_NAMES[type(value)])
        return self._inside(value, kind, path)

    def _inside(self, value: Tree, kind: inspect.Type, path: TreePath) -> bool:
        if isinstance(kind, inspect.StructType) and isinstance(value, dict):
            return self._struct(value, kind, path)
        if isinstance(kind, inspect.ListType) and isinstance(value, list):
            found = [
                self.walk(item, kind.item_type, (*path, index)) for index, item in enumerate(value)
            ]
            return all(found)
        if isinstance(kind, inspect.DictType) and isinstance(value, dict):
            return self._dict(value, kind, path)
        return self._limits(value, kind, path)

    def _dict(self, value: dict[str, Tree], kind: inspect.DictType, path: TreePath) -> bool:
        is_sound = True
        for key, item in value.items():
            if isinstance(kind.key_type, inspect.StrType):
                is_sound &= self._text(key, kind.key_type, (*path, key), is_key=True)
            is_sound &= self.walk(item, kind.value_type, (*path, key))
        return is_sound

    def _struct(self, value: dict[str, Tree], kind: inspect.StructType, path: TreePath) -> bool:
        known = {field.encode_name: field for field in kind.fields}
        is_sound = True
        for key in value if kind.forbid_unknown_fields and self._document.has_room else ():
            if key not in known:
                is_sound = False
                self._unknown(key, list(known), (*path, key))
        for name, field in known.items():
            if name in value:
                is_sound &= self.walk(value[name], field.type, (*path, name))
            elif field.required:
                is_sound = self._fault(path, "missing_key", key=name)
        if is_sound:
            self._sound.keep(path, msgspec.convert(value, kind.cls))
        return is_sound

    def _unknown(self, key: str, known: list[str], path: TreePath) -> None:
        from difflib import get_close_matches

        self._guesses += 1
        can_guess = self._guesses <= MOST_GUESSES and len(key) <= LONGEST_GUESS
        near = get_close_matches(key, known, n=1) if can_guess else []
        meant = near[0] if near else ", ".join(known)
        self._document.add_at_key(path, "unknown_key", key=shown(key), meant=meant)

    def _literal(self, value: Tree, kind: inspect.LiteralType, path: TreePath) -> bool:
        if isinstance(value, str) and value in kind.values:
            return True
        allowed = ", ".join(str(item) for item in kind.values)
        is_plain = not isinstance(value, (list, dict))
        found = shown(value) if is_plain and value is not None else _NAMES[type(value)]
        return self._fault(path, "not_allowed", allowed=allowed, found=found)

    def _limits(self, value: Tree, kind: inspect.Type, path: TreePath) -> bool:
        if isinstance(kind, inspect.IntType) and isinstance(value, int):
            low, high = kind.ge or 0, kind.le or 0
            if kind.ge is not None and kind.le is not None and not low <= value <= high:
                return self._fault(path, "out_of_range", low=low, high=high, found=value)
        if isinstance(kind, inspect.StrType) and isinstance(value, str):
            return self._text(value, kind, path)
        return True

    def _text(
        self, value: str, kind: inspect.StrType, path: TreePath, *, is_key: bool = False
    ) -> bool:
        place = self._document.add_at_key if is_key else self._document.add
        if kind.max_length is not None and len(value) > kind.max_length:
            place(path, "too_long", limit=kind.max_length, found=len(value))
        elif kind.min_length is not None and len(value.strip()) < kind.min_length:
            place(path, "empty_text")
        elif kind.pattern is not None and not re.search(kind.pattern, value):
            place(path, "bad_form", found=shown(value), form=_form(kind))
        else:
            return True
        return False

    def _fault(self, path: TreePath, code: str, **params: str | int) -> bool:
        self._document.add(path, code, **params)
        return False


def _form(kind: inspect.StrType) -> str:
    return FORMS.get(kind.pattern or "", "other")


def _fits(value: Tree, kind: inspect.Type) -> bool:
    """Whether a value is of a type, its limits and its inside left aside."""
    if isinstance(kind, inspect.Metadata):
        return _fits(value, kind.type)
    types, _ = _FITTING.get(type(kind), ((str,), ""))
    return isinstance(value, types) and isinstance(value, bool) == (bool in types)
