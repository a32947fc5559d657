"""What rests on a source: every id that the facts name is found, and nothing else."""

import json
import re
from pathlib import Path

import pytest
import yaml

from caremgr_desktop.career.handbook import Handbook
from caremgr_desktop.career.requirements import Requirements
from caremgr_desktop.career.uses import uses_of
from caremgr_desktop.cli import main
from caremgr_desktop.compose import Workshop
from caremgr_desktop.paths import Paths
from caremgr_desktop.reporting.sources_list import sources_as_text
from tests.samples import FixedClock

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Handbook, Requirements]:
    base = tmp_path_factory.mktemp("person")
    workshop = Workshop(paths=Paths(*(base / name for name in ("data", "cache", "config", "log"))))
    return workshop.handbook(), workshop.requirements()


def named_in_files() -> set[str]:
    """Return every id that a file of facts gives as a source, read without the program."""
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for key, item in value.items():
                if key in ("sources", "source"):
                    found.update([item] if isinstance(item, str) else item)
                else:
                    walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)

    for path in RESOURCES.rglob("*.yaml"):
        if path.name != "sources.yaml":
            walk(yaml.safe_load(path.read_text(encoding="utf-8")))
    return found


def test_a_source_is_used_where_a_file_names_it(facts: tuple[Handbook, Requirements]) -> None:
    used = {source_id for source_id, uses in uses_of(*facts).items() if uses}
    assert used == named_in_files() & set(facts[0].sources)


def test_a_use_names_the_part_and_how_sure_it_is(facts: tuple[Handbook, Requirements]) -> None:
    uses = uses_of(*facts)
    by_place = {(use.part, use.name): use.confidences for use in uses["vivian"]}
    assert by_place[("roles", "hospital")] == ("medium",)
    assert ("pay", "") in {(use.part, use.name) for use in uses[facts[0].pay.source]}


def test_what_is_older_than_24_months_is_marked(facts: tuple[Handbook, Requirements]) -> None:
    today = FixedClock().today()
    text = sources_as_text(*facts, today)
    marked = set(re.findall(r"^(\S+)  .*OLDER THAN 24 MONTHS$", text, re.MULTILINE))
    assert marked == {key for key, it in facts[0].sources.items() if it.is_stale(today)}
    assert marked


def test_the_command_lists_every_source(
    capsys: pytest.CaptureFixture[str], facts: tuple[Handbook, Requirements]
) -> None:
    assert main(["sources"]) == 0
    text = capsys.readouterr().out
    assert main(["sources", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["sources"]
    assert {it["id"] for it in listed} == set(facts[0].sources)
    assert all(f"\n{source_id}  " in text for source_id in facts[0].sources)
