"""The rooms keep their doors: who may import whom, as docs and design say it.

The contracts stand in pyproject.toml. Each is run on the package, and again on
a copy into which every forbidden import was put, to show that none gets by.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "caremgr_desktop"

PLAIN = {"errors"}
MAY_IMPORT: dict[str, set[str]] = {
    "core": PLAIN,
    "engine": {"core"} | PLAIN,
    "career": {"core"} | PLAIN,
    "content": {"core", "career", "atomic"} | PLAIN,
    "storage": {"core", "career", "atomic"} | PLAIN,
    "reporting": {"core", "engine", "career"} | PLAIN,
    "terminal": {"core", "engine", "career", "reporting", "settings"} | PLAIN,
    "ui": {"core", "engine", "career", "reporting", "settings"} | PLAIN,
    "errors": set(),
    "late": PLAIN,
    "arguments": PLAIN,
    "atomic": PLAIN,
    "logs": PLAIN,
    "paths": PLAIN,
    "settings": {"atomic"} | PLAIN,
    "cli": {"arguments", "compose", "commands", "takeaway", "settings", "paths", "logs"} | PLAIN,
    "__main__": {"cli", "late"},
}
"""What each room may import of the package; compose, commands and takeaway all but cli."""

LIBRARIES = {
    "PySide6": "ui",
    "yaml": "content",
    "msgspec": "content",
    "pyphen": "content",
    "openpyxl": "content",
    "typst": "reporting",
    "sqlite3": "storage",
    "peewee": "storage",
    "psycopg": "storage",
    "numpy": "engine",
    "segno": "reporting",
}
"""The one room that may import a library; of the engine, its audit alone."""

PURE_ROOMS = ("core", "engine", "career")


def rooms() -> set[str]:
    """Return the names of the package's rooms and single modules."""
    parts = (ROOT / PACKAGE).iterdir()
    return {part.stem for part in parts if part.suffix == ".py" or (part / "__init__.py").exists()}


def lint_imports(folder: Path) -> tuple[int, str]:
    """Run the contracts on a folder; return the exit status and what was said."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
    ]
    done = subprocess.run(
        [*command, "--no-cache", "--no-logo"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr


def module_of(room: str) -> str:
    """Return a module of a room that others could import, or the single module itself."""
    modules = sorted((ROOT / PACKAGE / room).glob("[a-z]*.py"))
    return ".".join([PACKAGE, room, *(module.stem for module in modules[:1])])


def seeds() -> list[tuple[str, str]]:
    """Return every import that must not be: a module, and what it imports."""
    found = rooms() | set(MAY_IMPORT)
    doors = [
        (room, module_of(other))
        for room, may in MAY_IMPORT.items()
        for other in sorted(found - may - {room, "__init__"})
    ]
    libraries = [
        (room, library)
        for library, home in LIBRARIES.items()
        for room in MAY_IMPORT
        if room != home
    ]
    corners = [
        ("compose", f"{PACKAGE}.cli"),
        ("commands", f"{PACKAGE}.cli"),
        ("takeaway", f"{PACKAGE}.cli"),
        ("ui.display", "PySide6"),
        ("engine", "numpy"),
    ]
    return [*doors, *libraries, *corners]


def seed(folder: Path) -> list[tuple[str, str]]:
    """Put every forbidden import into a copy of the package; return module and import."""
    sown = []
    for number, (room, target) in enumerate(seeds()):
        path = folder.joinpath(PACKAGE, *room.split("."))
        module = f"{PACKAGE}.{room}"
        if path.is_dir():
            path, module = path / f"sown_{number}.py", f"{module}.sown_{number}"
        else:
            path = path.with_suffix(".py")
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\nimport {target}\n")
        sown.append((module, target))
    return sown


@pytest.fixture(scope="module")
def sown(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[tuple[str, str]], str]:
    """Return all forbidden imports, and what the contracts say where they were put in."""
    folder = tmp_path_factory.mktemp("sown")
    shutil.copytree(ROOT / PACKAGE, folder / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    planted = seed(folder)
    status, said = lint_imports(folder)
    assert status == 1
    return planted, said


def test_the_package_keeps_every_contract() -> None:
    status, said = lint_imports(ROOT)
    assert status == 0, said


def test_every_forbidden_import_is_found(sown: tuple[list[tuple[str, str]], str]) -> None:
    planted, said = sown
    # A chain of one link, with nothing below it: what another door let by shows up in longer ones.
    told = set(re.findall(r"^- +(\S+) -> (\S+) \(l[^)]*\)\n *\n", said, re.MULTILINE))
    assert set(planted) - told == set()


def test_every_contract_can_fail(sown: tuple[list[tuple[str, str]], str]) -> None:
    _, said = sown
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for contract in config["tool"]["importlinter"]["contracts"]:
        assert f"{contract['name']} BROKEN" in said


def test_every_room_has_a_door() -> None:
    assert rooms() - set(MAY_IMPORT) == {"__init__", "commands", "compose", "takeaway"}


def foreign_imports(source: str) -> set[str]:
    """Return what a source imports from outside the standard library and the package."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").partition(".")[0])
    return names - sys.stdlib_module_names - {PACKAGE}


def test_pure_rooms_import_the_standard_library_alone() -> None:
    files = [path for room in PURE_ROOMS for path in (ROOT / PACKAGE / room).rglob("*.py")]
    assert files
    sources = {path: path.read_text(encoding="utf-8") for path in files}
    found = {path: foreign_imports(source) for path, source in sources.items()}
    audit = ROOT / PACKAGE / "engine" / "audit"
    assert found == {
        path: {"numpy"} & found[path] if audit in path.parents else set() for path in files
    }
    assert {"numpy"} in found.values()


def test_a_foreign_import_is_seen_wherever_it_stands() -> None:
    assert foreign_imports("def f():\n    from numpy.linalg import norm\n") == {"numpy"}
    assert foreign_imports("import json, attrs.x\nimport caremgr_desktop.core") == {"attrs"}
