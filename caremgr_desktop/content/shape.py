"""Holds a document against its shape and notes every fault, not the first alone."""

import re

import msgspec
from msgspec import inspect

from caremgr_desktop.content.document import Document, Tree, TreePath

NAMES: dict[type[inspect.Type], str] = {
    inspect.StrType: "text",
    inspect.IntType: "a whole number",
    inspect.FloatType: "a number",
    inspect.BoolType: "true or false",
    inspect.NoneType: "null",
    inspect.ListType: "a list",
    inspect.DictType: "a group of keys",
    inspect.StructType: "a group of keys",
}


def check_shape(document: Document, kind: type[msgspec.Struct]) -> None:
    """Note unknown and missing keys and values of the wrong kind."""
    _Walker(document).walk(document.tree, inspect.type_info(kind), ())


class _Walker:
    """Walks a tree and its type together."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def walk(self, value: Tree, kind: inspect.Type, path: TreePath) -> None:
        """Note every fault at a value and below it."""
        if path in self._document.broken:
            return
        if isinstance(kind, inspect.UnionType):
            self._union(value, kind, path)
        elif isinstance(kind, inspect.LiteralType):
            self._literal(value, kind, path)
        elif not _fits(value, kind):
            wanted = NAMES.get(type(kind), "another value")
            self._document.add(path, "wrong_kind", wanted=wanted)
        else:
            self._inside(value, kind, path)

    def _inside(self, value: Tree, kind: inspect.Type, path: TreePath) -> None:
        if isinstance(kind, inspect.StructType) and isinstance(value, dict):
            self._struct(value, kind, path)
        elif isinstance(kind, inspect.ListType) and isinstance(value, list):
            for index, item in enumerate(value):
                self.walk(item, kind.item_type, (*path, index))
        elif isinstance(kind, inspect.DictType) and isinstance(value, dict):
            for key, item in value.items():
                self.walk(item, kind.value_type, (*path, key))
        else:
            self._limits(value, kind, path)

    def _literal(self, value: Tree, kind: inspect.LiteralType, path: TreePath) -> None:
        if value not in kind.values:
            allowed = ", ".join(str(item) for item in kind.values)
            self._document.add(path, "not_allowed", allowed=allowed)

    def _union(self, value: Tree, kind: inspect.UnionType, path: TreePath) -> None:
        chosen = next((part for part in kind.types if _fits(value, part)), kind.types[0])
        self.walk(value, chosen, path)

    def _struct(self, value: dict[str, Tree], kind: inspect.StructType, path: TreePath) -> None:
        known = {field.encode_name: field for field in kind.fields}
        for key in value:
            if key not in known:
                allowed = ", ".join(known)
                self._document.add_at_key((*path, key), "unknown_key", key=key, allowed=allowed)
        for name, field in known.items():
            if name in value:
                self.walk(value[name], field.type, (*path, name))
            elif field.required:
                self._document.add(path, "missing_key", key=name)

    def _limits(self, value: Tree, kind: inspect.Type, path: TreePath) -> None:
        if isinstance(kind, inspect.IntType) and isinstance(value, int):
            low, high = kind.ge, kind.le
            if (low is not None and value < low) or (high is not None and value > high):
                self._document.add(path, "out_of_range", low=low or 0, high=high or 0)
        if isinstance(kind, inspect.StrType) and isinstance(value, str):
            self._text(value, kind, path)

    def _text(self, value: str, kind: inspect.StrType, path: TreePath) -> None:
        if kind.max_length is not None and len(value) > kind.max_length:
            self._document.add(path, "too_long", limit=kind.max_length)
        elif kind.min_length is not None and len(value.strip()) < kind.min_length:
            self._document.add(path, "empty_text")
        elif kind.pattern is not None and not re.search(kind.pattern, value):
            self._document.add(path, "bad_id", id=value)


def _fits(value: Tree, kind: inspect.Type) -> bool:
    """Whether a value is of a type, its limits and its inside left aside."""
    wanted: dict[type[inspect.Type], tuple[type, ...]] = {
        inspect.StrType: (str,),
        inspect.IntType: (int,),
        inspect.FloatType: (int, float),
        inspect.BoolType: (bool,),
        inspect.NoneType: (type(None),),
        inspect.ListType: (list,),
        inspect.DictType: (dict,),
        inspect.StructType: (dict,),
    }
    types = wanted.get(type(kind), (object,))
    is_flag = isinstance(value, bool) and bool not in types and object not in types
    return isinstance(value, types) and not is_flag
