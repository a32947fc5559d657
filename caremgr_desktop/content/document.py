"""A YAML file as plain values that know their places."""

from dataclasses import dataclass
from typing import TypeAlias

from caremgr_desktop.content.faults import TOP, Place

Tree: TypeAlias = "None | bool | int | float | str | list[Tree] | dict[str, Tree]"
Path = tuple[str | int, ...]
"""Keys and indexes that lead from the top of a file to a value."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file's values, and where each value and each key stands in it.

    ``broken`` has the paths whose values were refused; None stands in for them.
    ``first_line`` is the file's first line as it is.
    """

    file: str
    first_line: str
    tree: Tree
    values: dict[Path, Place]
    keys: dict[Path, Place]
    broken: frozenset[Path]

    def place(self, path: Path) -> Place:
        """Return where a value stands, or the nearest value around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.values:
                return self.values[path[:length]]
        return TOP

    def key_place(self, path: Path) -> Place:
        """Return where the key of a value stands; for an item of a list, the item."""
        return self.keys.get(path) or self.place(path)

    def at(self, path: Path) -> Tree:
        """Return the value at a path, None where there is none."""
        value = self.tree
        for part in path:
            if isinstance(value, dict) and isinstance(part, str):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                return None
        return value
