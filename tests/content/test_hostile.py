"""No file, however hostile, breaks the check, fills the memory or shows a traceback.

Time is measured elsewhere: here a file that takes long would run into the
suite's own time limit.
"""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from caremgr_desktop.content.files import MAX_BYTES
from caremgr_desktop.content.load import load
from caremgr_desktop.errors import ContentError
from tests.content.kitchen import copy_of_kitchen, faults_of

MEBIBYTE = 2**20
MOST_MEMORY = 100 * MEBIBYTE


def bomb() -> str:
    """Return the billion laughs: nine levels of nine aliases each."""
    lines = ['a0: &a0 ["lol", "lol"]']
    for level in range(1, 10):
        parts = ", ".join([f"*a{level - 1}"] * 9)
        lines.append(f"a{level}: &a{level} [{parts}]")
    return "\n".join(lines)


def filled(piece: str) -> str:
    """Return as many copies of a piece as a file may hold."""
    return piece * (MAX_BYTES // len(piece.encode()))


def numbered(piece: str, count: int) -> str:
    """Return a piece that many times, each with its number."""
    return "".join(piece.format(number) for number in range(count))


def long_word() -> str:
    """Return a quiz with one word of a hundred thousand letters in every place for text."""
    word = "n" * 90_000
    option = f"{{id: d, text: {word}, short: e, positions: {{}}}}"
    return (
        f"quiz: {{id: q, version: {word}, title: {word}, short_title: x, language: en}}\n"
        "sections: []\ntraits: []\nquestions:\n  - {id: a, section: b, kind: one, label: c, "
        f"text: {word}, hint: {word}, options: [{option}]}}"
    )


def many_questions() -> str:
    """Return a thousand questions with long texts of words that are all different."""
    lines = ["quiz: {id: q, version: a, title: a, short_title: a, language: en}\nquestions:\n"]
    for number in range(1000):
        words = " ".join(f"word{chr(97 + number % 26)}{'x' * (at % 7)}n" for at in range(90))
        option = f"{{id: a, text: {words!r}, short: a, positions: {{t: 1}}}}"
        start = f"  - {{id: q{number}, section: s, kind: one, label: a, text: b,"
        lines.append(f"{start} options: [{option}]}}\n")
    return "".join(lines[:980])


HOSTILE: dict[str, Callable[[], str]] = {
    "a bomb of aliases": bomb,
    "a crowd of aliases": lambda: "a: &a 1\n" + filled("- *a\n")[:-10],
    "nesting in brackets": lambda: filled("["),
    "nesting in braces": lambda: filled("{a: "),
    "nesting in both": lambda: filled("[{"),
    "nesting of 2000": lambda: "[" * 2000 + "]" * 2000,
    "nesting by indents": lambda: "\n".join(" " * depth + "a:" for depth in range(1300)),
    "nesting by dashes": lambda: filled("- "),
    "nesting of keys": lambda: filled("? "),
    "a hundred thousand keys": lambda: numbered("k{0}: 1\n", 75_000),
    "a hundred thousand numbers as keys": lambda: numbered("{0}: 1\n", 90_000),
    "the same key again and again": lambda: filled("a: 1\n"),
    "a long list": lambda: "[" + filled("a,")[:-2] + "]",
    "a list of empty lists": lambda: "[" + filled("[],")[:-3] + "]",
    "many small maps": lambda: numbered("- {{a: {0}, b: 2, c: 3}}\n", 35_000),
    "many documents": lambda: filled("---\n"),
    "many directives": lambda: numbered("%TAG !a{0}! tag:x\n", 45_000) + "---\na: 1",
    "many anchors": lambda: filled("- &a b\n"),
    "many tags": lambda: filled("- !!a b\n"),
    "one long comment": lambda: filled("#"),
    "many comments": lambda: filled("#\n"),
    "one long line of spaces": lambda: filled(" "),
    "one long key": lambda: filled("k")[:-4] + ": 1",
    "one long word": lambda: filled("w"),
    "one long text": lambda: '"' + filled("w ")[:-4] + '"',
    "one long number": lambda: "a: " + filled("1")[:-4],
    "one long fraction": lambda: "a: ." + filled("1")[:-5],
    "one long exponent": lambda: "a: 1e" + filled("9")[:-6],
    "one long escape": lambda: 'a: "' + filled("\\x41")[:-8] + '"',
    "an open quote": lambda: "a: '" + filled("\n")[:-8],
    "a folded text": lambda: "a: >\n" + filled(" a\n")[:-9],
    "NUL bytes": lambda: filled("\0"),
    "line separators": lambda: filled("\u2028"),
    "halves of characters": lambda: filled('"\\ud800",'),
    "long words where texts belong": long_word,
    "long texts where texts belong": many_questions,
    "a list where keys belong": lambda: "- a\n- b\n",
    "one word": lambda: "word",
    "infinity": lambda: "questions: 1e400",
    "commas": lambda: filled(","),
    "lines": lambda: filled("\n"),
    "quotes": lambda: filled('"'),
    "dots": lambda: filled("."),
}


ELSEWHERE = {
    "resources/roles/baker.yaml": ("a bomb of aliases", "a hundred thousand keys", "one word"),
    "resources/sources.yaml": ("many small maps", "nesting in both"),
    "resources/pay.yaml": ("NUL bytes", "a list where keys belong"),
    "resources/pay/kitchens.csv": ("commas", "lines", "quotes", "one long word", "NUL bytes"),
}
CASES = [("questions.yaml", name) for name in HOSTILE] + [
    (file, name) for file, names in ELSEWHERE.items() for name in names
]


@pytest.mark.parametrize(("file", "name"), CASES)
def test_a_hostile_file_is_a_fault_and_costs_little_memory(
    file: str, name: str, tmp_path: Path
) -> None:
    folder = copy_of_kitchen(tmp_path)
    data = HOSTILE[name]().encode()
    assert len(data) <= MAX_BYTES
    (folder / file).write_bytes(data)
    del data
    tracemalloc.start()
    try:
        found = faults_of(folder)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert file in {fault.file for fault in found if not fault.is_warning}
    assert peak < MOST_MEMORY


@pytest.mark.parametrize("size", [MAX_BYTES + 1, 50 * MEBIBYTE])
def test_a_file_that_is_too_large_is_never_read(size: int, tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    with (folder / "questions.yaml").open("r+b") as file:
        file.truncate(size)
    tracemalloc.start()
    try:
        codes = [fault.code for fault in faults_of(folder)]
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert codes == ["file_too_big"]
    assert peak < 10 * MEBIBYTE


def test_random_bytes_are_a_fault(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    (folder / "questions.yaml").write_bytes(bytes(range(256)) * 100)
    assert [fault.code for fault in faults_of(folder)] == ["not_utf8"]


def test_loading_hostile_files_names_the_first_fault(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    (folder / "questions.yaml").write_text(bomb(), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert caught.value.code == "broken_content"
    assert caught.value.params["folder"] == str(folder)
    assert caught.value.params["first"] == "questions.yaml:1:1: unknown_key"
