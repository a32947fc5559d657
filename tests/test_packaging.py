"""The wheel holds the program and its content, and nothing else; the lock names public places."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "caremgr_desktop"
DATA = f"{PACKAGE}/_data"
PUBLIC_HOSTS = {"pypi.org", "files.pythonhosted.org"}


def files_in(folder: Path) -> set[str]:
    """Return the files of a folder by their paths from the root, caches left out."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in paths if "__pycache__" not in path.parts}


def locked_packages() -> list[dict[str, Any]]:
    """Return all packages that the lock names."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    packages: list[dict[str, Any]] = lock["package"]
    return packages


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel that was built of this checkout."""
    built = WheelBuilder(str(ROOT)).build(
        directory=str(tmp_path_factory.mktemp("dist")), versions=["standard"]
    )
    return Path(next(iter(built)))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """Return the names of all files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_module_and_all_content(names: set[str]) -> None:
    content = {f"{DATA}/{name}" for name in files_in(ROOT / "resources")}
    assert names >= files_in(ROOT / PACKAGE) | content | {f"{DATA}/questions.yaml"}


def test_the_wheel_holds_nothing_but_program_content_and_licence(names: set[str]) -> None:
    about = {name.partition("/")[2] for name in names if ".dist-info/" in name}
    assert about == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
    others = {name for name in names if ".dist-info/" not in name}
    assert {name.partition("/")[0] for name in others} == {PACKAGE}
    outside = {name for name in others if not name.endswith(".py") and DATA not in name}
    assert outside == set()


def test_the_wheel_asks_for_the_sound_pyside(wheel: Path, names: set[str]) -> None:
    metadata = next(name for name in names if name.endswith(".dist-info/METADATA"))
    with zipfile.ZipFile(wheel) as archive:
        text = archive.read(metadata).decode()
    wanted = re.search(r"^Requires-Dist: pyside6-essentials(.*)$", text, re.MULTILINE)
    assert wanted is not None
    assert set(wanted[1].strip().split(",")) == {"<6.12", ">=6.11.3"}


def test_the_unpacked_wheel_finds_its_content_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    done = subprocess.run(
        [sys.executable, "-P", "-m", PACKAGE, "questions", "--json"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("{")


def test_the_unpacked_wheel_finds_template_and_fonts_of_the_report(
    wheel: Path, tmp_path: Path
) -> None:
    place, answers, target = (tmp_path / name for name in ("site", "answers.json", "report.pdf"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    answers.write_text('{"answers": {"place": "homes"}}', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-m", PACKAGE, "report", str(answers), "-o", str(target)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert b"AtkinsonHyperlegibleNext" in target.read_bytes()


def test_an_installed_program_brings_no_wages_into_itself(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    done = subprocess.run(
        [sys.executable, "-P", "-m", PACKAGE, "pay", "import", "oe.data.0.Current"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "content of an installed program" in done.stderr
    assert "--content DIR" in done.stderr


def test_the_lock_names_public_places_alone() -> None:
    text = (ROOT / "uv.lock").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://([^/\"]+)", text)) == PUBLIC_HOSTS
    assert "http://" not in text


def test_what_builds_the_wheel_is_pinned_as_the_lock_has_it() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = {f"{package['name']}=={package['version']}" for package in locked_packages()}
    assert set(config["tool"]["uv"]["build-constraint-dependencies"]) <= locked


def test_whatever_hatchling_needs_is_pinned() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = {
        pin.partition("==")[0] for pin in config["tool"]["uv"]["build-constraint-dependencies"]
    }
    needs = {package["name"]: package.get("dependencies", []) for package in locked_packages()}
    assert pinned == {"hatchling", *(need["name"] for need in needs["hatchling"])}
