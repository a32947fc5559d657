"""The strict reader gives plain values with their places, whatever it is given."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from caremgr_desktop.content.document import Document
from caremgr_desktop.content.faults import FAULTS_PER_FILE, Faults, Place
from caremgr_desktop.content.strict import read_document

FILE = "some.yaml"
LOADERS = sorted({yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)}, key=repr)
"""The reader in C, and the one that stands in for it where it is missing."""
YAML_LIKE = st.text(st.sampled_from(list("ab:-[]{}?&*!|>'\"%#,~ \n\t\r0123.\\xu@`é\u2028\x00")))


def read(data: bytes | str, loader: type | None = None) -> tuple[Document, list[str]]:
    """Return a document, and its faults as ``line:column: code``."""
    faults = Faults()
    raw = data.encode() if isinstance(data, str) else data
    document = read_document(FILE, raw, faults, loader)
    return document, [f"{fault.line}:{fault.column}: {fault.code}" for fault in faults.found]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("2025-05-01", "2025-05-01"),
        ("2025-05", "2025-05"),
        ("02139", "02139"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        (".nan", ".nan"),
        (".inf", ".inf"),
        ("=", "="),
        ("<<", "<<"),
        ("-", [None]),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("0", 0),
        ("-2", -2),
        ("+2", 2),
        ("1.50", 1.5),
        ("1e3", 1000.0),
        ("'1'", "1"),
        ('"true"', "true"),
        ("|\n two\n lines\n", "two\nlines"),
    ],
)
def test_only_null_true_false_and_decimal_numbers_are_no_text(
    loader: type, written: str, value: object
) -> None:
    document, faults = read(f"key: {written}" if value != [None] else f"key:\n  {written}", loader)
    assert faults == []
    assert document.tree == {"key": value}
    assert type(document.at(("key",))) is type(value)


@pytest.mark.parametrize("loader", LOADERS)
def test_every_value_and_every_key_knows_its_place(loader: type) -> None:
    document, _ = read("# é\nä: [1, {b: two}]\n", loader)
    assert document.place(()) == Place(2, 1)
    assert document.place(("ä",)) == Place(2, 4)
    assert document.place(("ä", 1, "b")) == Place(2, 12)
    assert document.key_place(("ä", 1, "b")) == Place(2, 9)
    assert document.place(("ä", 1, "c", 5)) == Place(2, 8), "the nearest value around it"
    assert document.first_line == "# é"


@pytest.mark.parametrize("loader", LOADERS)
def test_all_faults_of_a_file_are_found_at_once(loader: type) -> None:
    text = (
        "a: &x 1\n"
        "b: [*x, !!int 3]\n"
        "a: 3\n"
        "? [k]\n"
        ": 4\n"
        "c: {1: 2, ~: [1, {z: 1}], *x : 5, !t u: 6}\n"
        "n: 12345678901234567890\n"
        'e: "\\0"\n'
        "f: [1e400, fine]\n"
    )
    document, faults = read(text, loader)
    assert faults == [
        "1:4: anchor",
        "2:5: alias",
        "2:9: tag",
        "3:1: duplicate_key",
        "4:3: key_not_text",
        "6:5: key_not_text",
        "6:11: key_not_text",
        "6:27: alias",
        "6:35: tag",
        "7:4: bad_number",
        "8:4: control_character",
        "9:5: bad_number",
    ]
    assert document.tree == {
        "a": 1,
        "b": [None, None],
        "c": {},
        "n": None,
        "e": None,
        "f": [None, "fine"],
    }
    refused = {("b", 0), ("b", 1), ("n",), ("e",), ("f", 0)}
    assert document.broken == refused


def test_line_ends_of_any_system_and_a_byte_order_mark_do_no_harm() -> None:
    for text in ("a: 1\r\nb:\r\n  - c\r\n", "\ufeffa: 1\nb:\n  - c\n", "a: 1\rb:\r  - c\r"):
        document, faults = read(text)
        assert faults == []
        assert document.tree == {"a": 1, "b": ["c"]}
        assert document.place(("b", 0)) == Place(3, 5)


def test_halves_of_characters_are_refused() -> None:
    assert read(b"a: \xed\xa0\x80")[1] == ["1:4: not_utf8"]
    assert read('a: "\\ud800"')[1] == ["1:7: bad_yaml"]
    assert read('a: "\\ud800"', yaml.SafeLoader)[1] == ["1:4: control_character"]


def test_other_encodings_are_refused() -> None:
    assert read("a: é".encode("latin-1"))[1] == ["1:4: not_utf8"]
    assert read("a: 1".encode("utf-16"))[1] == ["1:1: not_utf8"]


def test_what_cannot_be_shown_is_refused_with_its_place() -> None:
    assert read("a: 1\nb: x\u2028y\x00z")[1] == ["2:5: control_character", "2:7: control_character"]


def test_text_that_would_be_shown_in_another_order_is_refused_and_hebrew_is_not() -> None:
    for mark in "\u202a\u202b\u202c\u202d\u202e":
        assert read(f"a: x{mark}y")[1] == ["1:5: control_character"]
    assert read("a: \u05d0\u05d1 \u2067x\u2069")[1] == []


def test_a_directive_is_refused_before_a_parser_sees_it() -> None:
    assert read("# a\n%YAML 1.1\n---\na: 1")[1] == ["2:1: directive"]
    assert read("a: 50%\nb: '%'")[1] == []


def test_nesting_ends_at_twenty() -> None:
    assert read("[" * 20 + "]" * 20)[1] == []
    assert read("[" * 21 + "]" * 21)[1] == ["1:21: too_deep"]
    assert read("\n".join(" " * depth + "a:" for depth in range(20)))[1] == []
    assert read("\n".join(" " * depth + "a:" for depth in range(21)))[1] == ["21:21: too_deep"]


def test_a_file_without_a_value_is_a_fault() -> None:
    assert read("")[1] == ["1:1: empty_file"]
    assert read("# nothing\n")[1] == ["1:1: empty_file"]
    assert read("---\n...\n")[1] == []


def test_a_second_document_is_a_fault() -> None:
    assert read("a: 1\n---\nb: 2\n")[1] == ["2:1: second_document"]


@pytest.mark.parametrize("loader", LOADERS)
@given(text=YAML_LIKE)
@example(text="%TAG ! !\n--- !a b")
@example(text="? - a\n  - b\n: c\n? d\n")
@example(text="{[a]: b, {c: d}: e, ? f, *g: h}")
@example(text="a: |\n\t\n")
def test_any_text_gives_values_or_faults_and_nothing_else(loader: type, text: str) -> None:
    document, faults = read(text, loader)
    assert document.is_whole or faults
    assert len(faults) <= FAULTS_PER_FILE
    check_plain(document.tree)


@given(data=st.binary())
def test_any_bytes_give_values_or_faults_and_nothing_else(data: bytes) -> None:
    document, faults = read(data)
    assert document.is_whole or faults
    check_plain(document.tree)


def check_plain(tree: object) -> None:
    """Fail on anything but plain values with texts as keys."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            assert type(key) is str
            check_plain(value)
    elif isinstance(tree, list):
        for value in tree:
            check_plain(value)
    else:
        assert tree is None or type(tree) in (bool, int, float, str)


TREES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**14), 10**14)
    | st.floats(allow_nan=False, allow_infinity=False)
    # What looks like a number is a text for one version of YAML and a number for the next.
    | st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"])).filter(
        lambda text: text[:1] not in "+-.0123456789"
    ),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text(st.characters(codec="ascii", categories=["L"]), min_size=1), inner
        )
    ),
    max_leaves=20,
)


@given(tree=TREES.filter(lambda tree: tree is not None))
def test_what_another_writer_of_yaml_writes_is_read_alike(tree: object) -> None:
    written = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=None)
    document, faults = read(written)
    assert [fault for fault in faults if "too_deep" not in fault] == []
    if document.is_whole:
        assert document.tree == tree
