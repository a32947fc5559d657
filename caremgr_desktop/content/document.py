"""A YAML file as plain values that know their places."""

from dataclasses import dataclass, field
from typing import TypeAlias

from caremgr_desktop.content.faults import TOP, Faults, Place
from caremgr_desktop.errors import Param

Tree: TypeAlias = "bool | int | float | str | list[Tree] | dict[str, Tree] | None"
TreePath = tuple[str | int, ...]
"""Keys and indexes that lead from the top of a file to a value."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file's values, and where each value and each key stands in it.

    ``broken`` has the paths whose values were refused; None stands in for them.
    ``is_whole`` is False where the file could not be read to its end; it then has
    no values. ``first_line`` is the file's first line as it is. Faults go to ``faults``.
    """

    file: str
    faults: Faults
    is_whole: bool = False
    first_line: str = ""
    tree: Tree = None
    values: dict[TreePath, Place] = field(default_factory=dict)
    keys: dict[TreePath, Place] = field(default_factory=dict)
    broken: frozenset[TreePath] = frozenset()

    @property
    def has_room(self) -> bool:
        """Whether the file may have more faults; beyond that nobody reads on."""
        return self.faults.has_room(self.file)

    def add(self, path: TreePath, code: str, **params: Param) -> None:
        """Note a fault at a value."""
        self.faults.add(self.file, self.place(path), code, params)

    def add_at_key(self, path: TreePath, code: str, **params: Param) -> None:
        """Note a fault at the key of a value."""
        self.faults.add(self.file, self.key_place(path), code, params)

    def warn(self, path: TreePath, code: str, **params: Param) -> None:
        """Note a warning at a value."""
        self.faults.add(self.file, self.place(path), code, params, is_warning=True)

    def place(self, path: TreePath) -> Place:
        """Return where a value stands, or the nearest value around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.values:
                return self.values[path[:length]]
        return TOP

    def key_place(self, path: TreePath) -> Place:
        """Return where the key of a value stands; for an item of a list, the item."""
        return self.keys.get(path) or self.place(path)

    def at(self, path: TreePath) -> Tree:
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
