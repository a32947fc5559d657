"""A strict reader of YAML: what could mislead or harm is refused, with its place.

libyaml's loader builds values in C, where nothing can be refused on the way.
So this reader takes the loader's events one by one and builds the values
itself, without recursion, and stops where a file goes beyond the limits.
"""

import re
from dataclasses import dataclass
from typing import Protocol

import yaml

from caremgr_desktop.content.document import Document, Tree, TreePath
from caremgr_desktop.content.faults import Faults, Place, shown
from caremgr_desktop.content.scalars import UNPRINTABLE, plain_value

MAX_DEPTH = 20
MAX_VALUES = 60_000
"""Keys and values of one file: 20 times those of the largest file that ships."""

_DIRECTIVE = re.compile(r"(?<![^\r\n])%")
"""A line such as ``%TAG``: libyaml takes 3 seconds for a megabyte of them."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_SKIPPED = object()


class _Mark(Protocol):
    """A place as PyYAML and libyaml give it, from 0."""

    line: int
    column: int


class _StoppedError(Exception):
    """The file can't be read any further; the fault was noted."""


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being filled; without a path it is thrown away."""

    items: "list[Tree] | dict[str, Tree]"
    path: TreePath | None
    key: object = None


def read_document(
    file: str,
    data: bytes,
    faults: Faults,
    loader: type | None = None,
    most_values: int = MAX_VALUES,
) -> Document:
    """Return the file's values with their places; none where it can't be read to its end.

    Every fault is noted in ``faults``: not UTF-8, control characters, YAML
    directives, syntax, anchors, aliases, tags, duplicate keys, keys that aren't
    texts, numbers out of range, nesting over 20, too many values, a second
    document. ``loader`` is a PyYAML loader class, libyaml's where there is one;
    ``most_values`` is how many keys and values the file may have.
    """
    text = _decoded(file, data, faults)
    if text is None:
        return Document(file, faults)
    builder = _Builder(file, faults, most_values)
    try:
        builder.build((loader or _fastest_loader())(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = shown(error.problem or error.context)
        faults.add(file, _place(mark), "bad_yaml", {"problem": problem})
        return Document(file, faults)
    except yaml.YAMLError as error:
        faults.add(file, Place(1, 1), "bad_yaml", {"problem": shown(error)})
        return Document(file, faults)
    except _StoppedError:
        return Document(file, faults)
    return builder.document(_LINE_END.split(text, maxsplit=1)[0])


def _fastest_loader() -> type:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _decoded(file: str, data: bytes, faults: Faults) -> str | None:
    """Return the text, or None where libyaml must not see it."""
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(errors="replace")
        faults.add(file, place_of(before, len(before)), "not_utf8")
        return None
    return text if _is_clean(file, text, faults) else None


def _is_clean(file: str, text: str, faults: Faults) -> bool:
    """Note control characters and the first directive; a crowd of either stalls a parser."""
    directive = _DIRECTIVE.search(text)
    if directive is not None:
        faults.add(file, place_of(text, directive.start()), "directive")
    offset, place = 0, Place(1, 1)
    for found in UNPRINTABLE.finditer(text):
        if not faults.has_room(file):
            return False
        place = _further(place, text[offset : found.start()])
        offset = found.start()
        faults.add(file, place, "control_character", {"character": f"U+{ord(found[0]):04X}"})
    return directive is None and not UNPRINTABLE.search(text)


def place_of(text: str, offset: int) -> Place:
    """Return the line and column of an offset in a text."""
    return _further(Place(1, 1), text[:offset])


def _further(place: Place, passed: str) -> Place:
    """Return the place after a passed piece of text."""
    lines = _LINE_END.split(passed)
    if len(lines) == 1:
        return Place(place.line, place.column + len(passed))
    return Place(place.line + len(lines) - 1, len(lines[-1]) + 1)


def _place(mark: _Mark | None) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


class _Builder:
    """Builds one document from a loader's events."""

    def __init__(self, file: str, faults: Faults, most_values: int) -> None:
        self._file = file
        self._faults = faults
        self._most_values = most_values
        self._frames: list[_Frame] = []
        self._root: list[Tree] = []
        self._values: dict[TreePath, Place] = {}
        self._keys: dict[TreePath, Place] = {}
        self._broken: set[TreePath] = set()
        self._count = 0

    def document(self, first_line: str) -> Document:
        """Return what was built; a file without a value is a fault."""
        if not self._root:
            self._faults.add(self._file, Place(1, 1), "empty_file")
            return Document(self._file, self._faults)
        return Document(
            self._file,
            self._faults,
            is_whole=True,
            first_line=first_line,
            tree=self._root[0],
            values=self._values,
            keys=self._keys,
            broken=frozenset(self._broken),
        )

    def build(self, loader: yaml.SafeLoader) -> None:
        """Take every event; raises yaml.YAMLError for bad syntax."""
        while loader.check_event():
            event: yaml.Event = loader.get_event()  # type: ignore[no-untyped-call]  # its stub has no types
            if isinstance(event, yaml.NodeEvent):
                self._take_node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._frames.pop()
                self._value_done()
            elif isinstance(event, yaml.DocumentStartEvent) and self._root:
                self._stop("second_document", _place(event.start_mark))

    def _take_node(self, event: yaml.NodeEvent) -> None:
        self._count += 1
        if self._count > self._most_values:
            self._stop("too_many_values", _place(event.start_mark), limit=self._most_values)
        frame = self._frames[-1] if self._frames else None
        if frame is not None and isinstance(frame.items, dict) and frame.key is None:
            self._take_key(frame, event)
        else:
            self._take_value(frame, event)

    def _take_key(self, frame: _Frame, event: yaml.NodeEvent) -> None:
        is_sound = self._is_sound(event, None)
        if isinstance(event, yaml.CollectionStartEvent):
            self._note("key_not_text", _place(event.start_mark), key="...")
            is_list = isinstance(event, yaml.SequenceStartEvent)
            self._open(_Frame([] if is_list else {}, None), event)
        elif is_sound and isinstance(event, yaml.ScalarEvent):
            frame.key = self._key(frame, event)
        else:
            frame.key = _SKIPPED

    def _key(self, frame: _Frame, event: yaml.ScalarEvent) -> object:
        """Return a key, or the mark of one whose value is thrown away."""
        place = _place(event.start_mark)
        key = self._value(event, None)
        if not isinstance(key, str):
            self._note("key_not_text", place, key=shown(event.value))
            return _SKIPPED
        if frame.path is None:
            return _SKIPPED
        path = (*frame.path, key)
        if path in self._keys:
            first_line = self._keys[path].line
            self._note("duplicate_key", place, key=shown(key), first_line=first_line)
            return _SKIPPED
        self._keys[path] = place
        return key

    def _take_value(self, frame: _Frame | None, event: yaml.NodeEvent) -> None:
        path = self._path(frame)
        if path is not None:
            self._values[path] = _place(event.start_mark)
        is_sound = self._is_sound(event, path)
        if isinstance(event, yaml.CollectionStartEvent):
            items: list[Tree] | dict[str, Tree]
            items = [] if isinstance(event, yaml.SequenceStartEvent) else {}
            self._put(frame, items)
            self._open(_Frame(items, path), event)
            return
        if is_sound and isinstance(event, yaml.ScalarEvent):
            self._put(frame, self._value(event, path))
        else:
            self._put(frame, None)
        self._value_done()

    @staticmethod
    def _path(frame: _Frame | None) -> TreePath | None:
        if frame is None:
            return ()
        if frame.path is None or frame.key is _SKIPPED:
            return None
        if isinstance(frame.items, list):
            return (*frame.path, len(frame.items))
        return (*frame.path, str(frame.key))

    def _put(self, frame: _Frame | None, value: Tree) -> None:
        if frame is None:
            self._root.append(value)
        elif isinstance(frame.items, list):
            frame.items.append(value)
        elif isinstance(frame.key, str):
            frame.items[frame.key] = value

    def _value_done(self) -> None:
        """Make the mapping around a finished value wait for its next key."""
        if self._frames and isinstance(self._frames[-1].items, dict):
            frame = self._frames[-1]
            frame.key = None if frame.key is not None else _SKIPPED

    def _open(self, frame: _Frame, event: yaml.NodeEvent) -> None:
        self._frames.append(frame)
        if len(self._frames) > MAX_DEPTH:
            self._stop("too_deep", _place(event.start_mark), limit=MAX_DEPTH)

    def _value(self, event: yaml.ScalarEvent, path: TreePath | None) -> Tree:
        """Return a scalar's value; None in place of a number that is refused."""
        text: str = event.value
        if event.style in {"|", ">"}:
            return text.rstrip("\n")
        if event.style:
            return text
        try:
            return plain_value(text)
        except ValueError:
            self._refuse("bad_number", event, path, number=shown(text))
            return None

    def _is_sound(self, event: yaml.NodeEvent, path: TreePath | None) -> bool:
        """Whether a node's value may be used; an anchor alone is a fault but harmless."""
        if event.anchor is not None and not isinstance(event, yaml.AliasEvent):
            self._refuse("anchor", event, None, name=shown(event.anchor))
        if isinstance(event, yaml.AliasEvent):
            self._refuse("alias", event, path, name=shown(event.anchor))
            return False
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._refuse("tag", event, path, tag=shown(tag))
            return False
        bad = UNPRINTABLE.search(event.value) if isinstance(event, yaml.ScalarEvent) else None
        if bad is not None:
            self._refuse("control_character", event, path, character=f"U+{ord(bad[0]):04X}")
        return bad is None

    def _refuse(
        self, code: str, event: yaml.NodeEvent, path: TreePath | None, **params: str
    ) -> None:
        self._note(code, _place(event.start_mark), **params)
        if path is not None:
            self._broken.add(path)

    def _note(self, code: str, place: Place, **params: str | int) -> None:
        self._faults.add(self._file, place, code, params)
        if not self._faults.has_room(self._file):
            raise _StoppedError

    def _stop(self, code: str, place: Place, **params: str | int) -> None:
        self._faults.add(self._file, place, code, params)
        raise _StoppedError
