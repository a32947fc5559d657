"""A strict reader of YAML: what could mislead or harm is refused, with its place.

libyaml's loader builds values in C, where nothing can be refused on the way.
So this reader takes the loader's events one by one and builds the values
itself, without recursion, and stops where a file goes beyond the limits.
"""

import re
from dataclasses import dataclass

import yaml
from yaml.error import Mark

from caremgr_desktop.content.document import Document, Path, Tree
from caremgr_desktop.content.faults import Faults, Place, shown
from caremgr_desktop.content.scalars import UNPRINTABLE, plain_value

MAX_DEPTH = 20
MAX_VALUES = 60_000
"""Keys and values of one file: 20 times those of the largest file that ships."""

_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_TEXT_TAG = "tag:yaml.org,2002:str"
_SKIPPED = object()


class _Stopped(Exception):
    """The file can't be read any further; the fault was noted."""


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being filled; without a path it is thrown away."""

    items: "list[Tree] | dict[str, Tree]"
    path: Path | None
    key: object = None


def read_document(
    file: str, data: bytes, faults: Faults, loader: type | None = None
) -> Document | None:
    """Return the file's values with their places; None where it can't be read to its end.

    Every fault is noted in ``faults``: not UTF-8, control characters, YAML
    directives, syntax, anchors, aliases, tags, duplicate keys, keys that aren't
    texts, numbers out of range, nesting over 20, too many values, a second
    document. ``loader`` is a PyYAML loader class, libyaml's where there is one.
    """
    text = _decoded(file, data, faults)
    if text is None:
        return None
    builder = _Builder(file, faults)
    try:
        builder.build((loader or _fastest_loader())(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        faults.add(file, _place(mark), "bad_yaml", problem=shown(error.problem or error.context))
        return None
    except yaml.YAMLError as error:
        faults.add(file, Place(1, 1), "bad_yaml", problem=shown(error))
        return None
    except _Stopped:
        return None
    first_line = _LINE_END.split(text, maxsplit=1)[0]
    return builder.document(first_line)


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
    is_clean = True
    for pattern, code in ((UNPRINTABLE, "control_character"), (_DIRECTIVE, "directive")):
        for found in pattern.finditer(text):
            is_clean = False
            if not faults.has_room(file):
                break
            place = place_of(text, found.start())
            faults.add(file, place, code, character=f"U+{ord(found[0]):04X}")
            if code == "directive":
                break
    return text if is_clean else None


def place_of(text: str, offset: int) -> Place:
    """Return the line and column of an offset in a text."""
    lines = _LINE_END.split(text[:offset])
    return Place(len(lines), len(lines[-1]) + 1)


def _place(mark: Mark | None) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


class _Builder:
    """Builds one document from a loader's events."""

    def __init__(self, file: str, faults: Faults) -> None:
        self._file = file
        self._faults = faults
        self._frames: list[_Frame] = []
        self._root: list[Tree] = []
        self._values: dict[Path, Place] = {}
        self._keys: dict[Path, Place] = {}
        self._broken: set[Path] = set()
        self._count = 0

    def document(self, first_line: str) -> Document | None:
        """Return what was built; None for a file without a value."""
        if not self._root:
            self._faults.add(self._file, Place(1, 1), "empty_file")
            return None
        return Document(
            self._file, first_line, self._root[0], self._values, self._keys, frozenset(self._broken)
        )

    def build(self, loader: yaml.SafeLoader) -> None:
        """Take every event; raises yaml.YAMLError for bad syntax."""
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.NodeEvent):
                self._take_node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._frames.pop()
                self._value_done()
            elif isinstance(event, yaml.DocumentStartEvent) and self._root:
                self._stop("second_document", _place(event.start_mark))

    def _take_node(self, event: yaml.NodeEvent) -> None:
        self._count += 1
        if self._count > MAX_VALUES:
            self._stop("too_many_values", _place(event.start_mark), limit=MAX_VALUES)
        frame = self._frames[-1] if self._frames else None
        if frame is not None and isinstance(frame.items, dict) and frame.key is None:
            self._take_key(frame, event)
        else:
            self._take_value(frame, event)

    def _take_key(self, frame: _Frame, event: yaml.NodeEvent) -> None:
        place = _place(event.start_mark)
        if not isinstance(event, yaml.ScalarEvent):
            self._note("key_not_text", place, key="...")
            self._open_skipped(event)
            if isinstance(event, yaml.AliasEvent):
                frame.key = _SKIPPED
            return
        key = self._scalar(event, None)
        if not isinstance(key, str):
            self._note("key_not_text", place, key=shown(event.value))
            frame.key = _SKIPPED
        elif frame.path is None:
            frame.key = _SKIPPED
        elif key in frame.items:
            first = self._keys[(*frame.path, key)]
            self._note("duplicate_key", place, key=shown(key), first_line=first.line)
            frame.key = _SKIPPED
        else:
            frame.key = key
            self._keys[(*frame.path, key)] = place

    def _take_value(self, frame: _Frame | None, event: yaml.NodeEvent) -> None:
        path = self._path(frame)
        if path is not None:
            self._values[path] = _place(event.start_mark)
        if isinstance(event, yaml.CollectionStartEvent):
            self._check_node(event, path)
            items: list[Tree] | dict[str, Tree]
            items = [] if isinstance(event, yaml.SequenceStartEvent) else {}
            self._put(frame, items)
            self._open(_Frame(items, path), event)
            return
        self._put(frame, self._scalar(event, path))
        self._value_done()

    @staticmethod
    def _path(frame: _Frame | None) -> Path | None:
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

    def _open_skipped(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.CollectionStartEvent):
            is_list = isinstance(event, yaml.SequenceStartEvent)
            self._open(_Frame([] if is_list else {}, None), event)

    def _open(self, frame: _Frame, event: yaml.NodeEvent) -> None:
        self._frames.append(frame)
        if len(self._frames) > MAX_DEPTH:
            self._stop("too_deep", _place(event.start_mark), limit=MAX_DEPTH)

    def _scalar(self, event: yaml.NodeEvent, path: Path | None) -> Tree:
        """Return a scalar's value; None in place of one that is refused."""
        if not self._check_node(event, path) or not isinstance(event, yaml.ScalarEvent):
            return None
        text: str = event.value
        bad = UNPRINTABLE.search(text)
        if bad is not None:
            self._refuse("control_character", event, path, character=f"U+{ord(bad[0]):04X}")
            return None
        if event.style in {"|", ">"}:
            return text.rstrip("\n")
        if event.style:
            return text
        try:
            return plain_value(text)
        except ValueError:
            self._refuse("bad_number", event, path, number=shown(text))
            return None

    def _check_node(self, event: yaml.NodeEvent, path: Path | None) -> bool:
        """Whether a node has no alias, anchor or tag; otherwise that is noted."""
        if isinstance(event, yaml.AliasEvent):
            self._refuse("alias", event, path, name=shown(event.anchor))
            return False
        if event.anchor is not None:
            self._refuse("anchor", event, None, name=shown(event.anchor))
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._refuse("tag", event, path, tag=shown(tag))
        return tag is None

    def _refuse(self, code: str, event: yaml.NodeEvent, path: Path | None, **params: str) -> None:
        self._note(code, _place(event.start_mark), **params)
        if path is not None:
            self._broken.add(path)

    def _note(self, code: str, place: Place, **params: str | int) -> None:
        self._faults.add(self._file, place, code, **params)
        if not self._faults.has_room(self._file):
            raise _Stopped

    def _stop(self, code: str, place: Place, **params: str | int) -> None:
        self._faults.add(self._file, place, code, **params)
        raise _Stopped
