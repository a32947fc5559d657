"""Shapes of earlier versions: read on demand, checked like all content, written by the program."""

from pathlib import Path

import pytest

from caremgr_desktop.content.cache import key_of
from caremgr_desktop.content.earlier import load_earlier
from caremgr_desktop.content.files import EARLIER
from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.content.library import ContentLibrary
from caremgr_desktop.content.load import load_quiz
from caremgr_desktop.core.shape import AskedShape, Shape, shape_of
from caremgr_desktop.errors import ContentError
from caremgr_desktop.reporting.fault_sentences import fault_sentence
from caremgr_desktop.reporting.shape_yaml import shape_as_yaml
from tests.content.kitchen import MARK, copy_of_kitchen, faults_of
from tests.samples import small_quiz

FIRST_LINE = "# yaml-language-server: $schema=schema/earlier.schema.json\n"
ASKED = (
    AskedShape("null", "many", 2, ("true", "no", "off")),
    AskedShape("dough", "one", 1, ("soft", "firm")),
)
SHAPE = Shape('0.9 "trial"', ("day", "night"), ASKED)
GOOD = f"{FIRST_LINE}versions:\n{shape_as_yaml(SHAPE)}\n"


def write(folder: Path, text: str) -> None:
    (folder / EARLIER).write_text(text, encoding="utf-8")


def test_a_quiz_may_have_no_such_file_an_empty_list_or_nothing_in_it(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    assert load_earlier(folder) == ()
    for rest in ("versions:\n", "versions: []\n"):
        write(folder, FIRST_LINE + rest)
        assert load_earlier(folder) == ()
        assert faults_of(folder) == []


def test_the_shipped_quiz_has_had_one_version() -> None:
    assert load_earlier(shipped_folder()) == ()
    text = (shipped_folder() / EARLIER).read_text(encoding="utf-8")
    assert text.startswith(FIRST_LINE)
    assert text.endswith("\nversions:\n")


def test_a_printed_entry_put_at_the_end_of_the_file_is_read_as_it_was(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    shapes = (SHAPE, shape_of(load_quiz(folder)), shape_of(load_quiz(shipped_folder())))
    text = (shipped_folder() / EARLIER).read_text(encoding="utf-8")
    write(folder, text + "".join(f"{shape_as_yaml(shape)}\n" for shape in shapes))
    assert load_earlier(folder) == shapes
    assert [shape.tag for shape in load_earlier(folder)] == [shape.tag for shape in shapes]
    assert faults_of(folder) == []


FAULTS = (
    ("duplicate_id", '["true", "no", "off"]', f'["true", {MARK}"true", "off"]'),
    ("duplicate_id", '"dough"', f'{MARK}"null"'),
    ("duplicate_id", '"night"', f'{MARK}"day"'),
    ("bad_max_picks", "max_picks: 2", f"max_picks: {MARK}4"),
    ("unused_max_picks", "kind: one", f"kind: one, max_picks: {MARK}1"),
    ("missing_key", '{id: "null", kind: many, max_picks: 2', f'{MARK}{{id: "null", kind: many'),
    ("too_few_options", '["soft", "firm"]', f'{MARK}["soft"]'),
    ("too_many_options", '["soft", "firm"]', f"{MARK}[a, b, c, d, e, f, g, h, i, j]"),
    ("empty_list", '["day", "night"]', f"{MARK}[]"),
    ("too_many_items", '"night"', ", ".join(f"{MARK if n == 19 else ''}s{n}" for n in range(20))),
    ("not_allowed", "kind: one", f"kind: {MARK}two"),
    ("unknown_key", "    sections:", f"    {MARK}titles: []\n    sections:"),
    ("wrong_kind", "versions:", f"versions: {MARK}7\n# "),
    ("bad_yaml", "versions:", f"{MARK}]versions:"),
    ("no_schema_line", FIRST_LINE, ""),
)


@pytest.mark.parametrize(("code", "old", "new"), FAULTS)
def test_a_fault_is_found_by_check_where_it_stands(
    code: str, old: str, new: str, tmp_path: Path
) -> None:
    folder = copy_of_kitchen(tmp_path)
    assert old in GOOD
    before, mark, after = GOOD.replace(old, new, 1).partition(MARK)
    if code == "wrong_kind":
        after = after.partition("\n")[0] + "\n"
    write(folder, before + after)
    place = (before.count("\n") + 1, len(before) - before.rfind("\n")) if mark else (1, 1)
    found = [fault for fault in faults_of(folder) if fault.file == EARLIER]
    assert [(fault.code, (fault.line, fault.column)) for fault in found] == [(code, place)]
    assert "{" not in fault_sentence(code, found[0].params)
    assert "Something is wrong" not in fault_sentence(code, found[0].params)


def test_a_broken_file_stops_no_start_and_says_where_it_is_broken(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    write(folder, FIRST_LINE + "versions: 7\n")
    library = ContentLibrary(folder, tmp_path / "cache")
    assert library.quiz().id == load_quiz(folder).id
    with pytest.raises(ContentError) as caught:
        library.earlier_shapes()
    assert caught.value.code == "broken_content"
    assert caught.value.params["first"] == f"{EARLIER}:2:11: wrong_kind"


def test_earlier_versions_are_no_part_of_what_a_start_reads(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    before = key_of(folder)
    write(folder, GOOD)
    assert key_of(folder) == before


def test_a_crowd_of_versions_is_refused(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    write(folder, FIRST_LINE + "versions:\n" + f"{shape_as_yaml(shape_of(small_quiz()))}\n" * 51)
    assert [fault.code for fault in faults_of(folder)] == ["too_many_items"]
