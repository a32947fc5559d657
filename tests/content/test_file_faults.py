"""Faults of whole files and of many files together."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from caremgr_desktop.content import faults, files, question_links, strict, wages
from caremgr_desktop.reporting.fault_sentences import SENTENCES, fault_sentence
from tests.content.kitchen import copy_of_kitchen, faults_of, sow
from tests.content.test_seeds import SEEDS

QUESTIONS = "questions.yaml"
STEPS = "resources/steps.yaml"
ROLES = "resources/roles"
TABLE = "resources/pay/kitchens.csv"
BAKER = f"{ROLES}/baker.yaml"


def remove(folder: Path) -> None:
    """Take a file away."""
    (folder / STEPS).unlink()


def remove_roles(folder: Path) -> None:
    """Take the roles' folder away."""
    shutil.rmtree(folder / ROLES)


def empty_roles(folder: Path) -> None:
    """Take all roles away."""
    for path in (folder / ROLES).iterdir():
        path.unlink()


def rename_role(folder: Path) -> None:
    """Give a role's file a name that no id can have."""
    (folder / ROLES / "hotel.yaml").rename(folder / ROLES / "Hotel\u2028é.yml")


def make_folder(folder: Path) -> None:
    """Put a folder in the place of a file."""
    (folder / STEPS).unlink()
    (folder / STEPS).mkdir()


def make_big(folder: Path) -> None:
    """Make a file larger than a file may be."""
    (folder / STEPS).write_bytes(b"#" * (files.MAX_BYTES + 1))


def make_all_big(folder: Path) -> None:
    """Fill files that are read one after the other; the fourth is one too many."""
    for number in range(5):
        data = b"#" * files.MAX_BYTES
        (folder / ROLES / f"a{number}.yaml").write_bytes(data)


def make_bytes(folder: Path) -> None:
    """Put a byte that starts no character in line 2, column 5."""
    (folder / STEPS).write_bytes("# ü\n# é \xff".encode("latin-1").replace(b"\xfc", b"u"))


def make_empty(folder: Path) -> None:
    """Leave a comment alone in a file."""
    (folder / STEPS).write_text("# yaml-language-server: $schema=steps.schema.json\n")


def make_many_values(folder: Path) -> None:
    """Write one value more than a file may have, in line 2."""
    text = "# a\n[" + "1," * strict.MAX_VALUES + "]"
    (folder / STEPS).write_text(text)


def make_many_faults(folder: Path) -> None:
    """Write more faults than anybody reads, one a line."""
    (folder / STEPS).write_text("- *a\n" * (faults.FAULTS_PER_FILE + 1))


def make_many_roles(folder: Path) -> None:
    """Add more roles than there may be."""
    for number in range(files.MAX_ROLES):
        shutil.copy(folder / BAKER, folder / ROLES / f"baker_{number}.yaml")


def make_many_traits(folder: Path) -> None:
    """Add more traits than there may be."""
    limit = question_links.MOST_ITEMS["traits"]
    traits = "".join(f'  - {{id: t{number}, low: "a", high: "b"}}\n' for number in range(limit))
    sow(folder, QUESTIONS, "traits:\n", f"traits:\n{traits}")


def make_many_rows(folder: Path) -> None:
    """Add more rows than a wage table may have."""
    row = "Ohio,1,bakers,,,,,,,,\n"
    path = folder / TABLE
    path.write_text(path.read_text().splitlines(keepends=True)[0] + row * (wages.MOST_ROWS + 1))


def leave_one_family(folder: Path) -> None:
    """Make all roles settings of one family."""
    for role in ("pastry_chef", "hotel", "cake_studio"):
        path = folder / ROLES / f"{role}.yaml"
        lines = path.read_text().splitlines(keepends=True)
        path.write_text("".join("family: baker\n" if "family" in line else line for line in lines))


def make_many_families(folder: Path) -> None:
    """Add five families to the two; the last by name is one too many."""
    for number in range(5):
        path = folder / ROLES / f"z{number}.yaml"
        path.write_text((folder / BAKER).read_text().replace("id: baker", f"id: z{number}"))


def take_settings(folder: Path) -> None:
    """Take both settings of a family away."""
    for role in ("hotel", "cake_studio"):
        (folder / ROLES / f"{role}.yaml").unlink()


def make_leaning(folder: Path) -> None:
    """Make the answers lean to one side: each first option is a baker's."""
    sow(folder, QUESTIONS, "id: fine, text", "id: plenty_first, text")
    sow(folder, QUESTIONS, "positions: {detail: 2}}", "positions: {detail: -2}}")
    sow(folder, QUESTIONS, "positions: {school: 2}", "positions: {school: 0}")


@dataclass(frozen=True)
class Wreck:
    """A fault of a whole file, how it is made, and where it should be found."""

    code: str
    make: Callable[[Path], None]
    place: str


WRECKS = (
    Wreck("missing_file", remove, f"{STEPS}:1:1"),
    Wreck("missing_folder", remove_roles, f"{ROLES}:1:1"),
    Wreck("no_roles", empty_roles, f"{ROLES}:1:1"),
    Wreck("bad_file_name", rename_role, f"{ROLES}:1:1"),
    Wreck("not_a_file", make_folder, f"{STEPS}:1:1"),
    Wreck("file_too_big", make_big, f"{STEPS}:1:1"),
    Wreck("content_too_big", make_all_big, f"{ROLES}/a3.yaml:1:1"),
    Wreck("not_utf8", make_bytes, f"{STEPS}:2:3"),
    Wreck("empty_file", make_empty, f"{STEPS}:1:1"),
    Wreck("too_many_values", make_many_values, f"{STEPS}:2:{2 * strict.MAX_VALUES}"),
    Wreck("too_many_faults", make_many_faults, f"{STEPS}:{faults.FAULTS_PER_FILE}:3"),
    Wreck("too_many_files", make_many_roles, f"{ROLES}:1:1"),
    Wreck("too_many_items", make_many_traits, f"{QUESTIONS}:109:5"),
    Wreck("too_many_rows", make_many_rows, f"{TABLE}:{wages.MOST_ROWS + 2}:1"),
    Wreck("too_few_families", leave_one_family, f"{BAKER}:3:9"),
    Wreck("too_many_families", make_many_families, f"{ROLES}/z4.yaml:3:9"),
    Wreck("family_without_setting", take_settings, f"{ROLES}/pastry_chef.yaml:3:9"),
    Wreck("unbalanced", make_leaning, f"{QUESTIONS}:15:1"),
)


@pytest.mark.parametrize("wreck", WRECKS, ids=lambda wreck: wreck.code)
def test_a_fault_of_a_whole_file_is_found(wreck: Wreck, tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    wreck.make(folder)
    found = [fault for fault in faults_of(folder) if fault.code == wreck.code]
    assert wreck.place in [fault.place for fault in found]
    assert not any(fault.is_warning for fault in found)
    assert "{" not in fault_sentence(wreck.code, found[0].params)


def test_a_file_that_may_not_be_opened_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy_of_kitchen(tmp_path)
    opened = Path.open

    def refuse(path: Path, mode: str) -> object:
        if path.name == "steps.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    found = [fault for fault in faults_of(folder) if fault.code == "unreadable_file"]
    assert [fault.place for fault in found] == [f"{STEPS}:1:1"]
    assert "Permission denied" in fault_sentence("unreadable_file", found[0].params)


def test_a_missing_file_makes_no_crowd_of_other_faults(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    (folder / "resources/sources.yaml").unlink()
    assert [fault.code for fault in faults_of(folder)] == ["missing_file"]


def test_a_role_that_cannot_be_read_makes_no_crowd_of_other_faults(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    (folder / BAKER).write_text("]", encoding="utf-8")
    assert [fault.code for fault in faults_of(folder)] == ["bad_yaml"]


def test_a_folder_without_content_is_all_missing_files(tmp_path: Path) -> None:
    codes = [fault.code for fault in faults_of(tmp_path / "nowhere")]
    assert sorted(set(codes)) == ["missing_file", "missing_folder"]
    assert len(codes) == len(files.SINGLE_FILES) + 1


def test_a_broken_item_keeps_no_other_fault_back(tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    sow(folder, QUESTIONS, "kind: one", "kind: »slider")
    sow(folder, QUESTIONS, "positions: {school: -2}", "positions: {scool: -2}")
    sow(folder, BAKER, "product: {at: -2, sources: [guild]}", "product: {at: 7, sources: [guild]}")
    sow(folder, BAKER, "credentials: [CB]", "credentials: [CBX]")
    codes = [fault.code for fault in faults_of(folder)]
    assert codes == ["not_allowed", "unknown_trait", "out_of_range", "unknown_credential"]


def test_every_fault_with_a_sentence_was_sown_once() -> None:
    sown = {seed.code for seed in SEEDS} | {wreck.code for wreck in WRECKS}
    elsewhere = {"unreadable_file", "unknown_topic"}  # The one by root, the other in no content.
    assert sown | elsewhere == set(SENTENCES)


def test_an_unknown_fault_is_named_as_it_is() -> None:
    assert fault_sentence("odd", {}) == "Something is wrong here (odd)."
