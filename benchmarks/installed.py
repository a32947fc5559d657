"""The program as people have it: a wheel in a clean environment, compiled, with an empty home."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns, which
from threading import Timer
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
TIMEOUT_SECONDS = 120
MS_PER_SECOND = 1_000
UNWANTED = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "UV_PYTHON")
HOME_NAMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
XDG_NAMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


EXPORT = ("--locked", "--no-dev", "--no-emit-project", "--quiet")


class BenchError(Exception):
    """A measure that can't be taken; its text says why."""


@dataclass(frozen=True, slots=True)
class Said:
    """One fact that a program said, and when: ms since it was started."""

    name: str
    value: float
    at_ms: float


class Installed:
    """Programs of this folder, run by a clean environment that holds the wheel."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._venv = folder / "venv"
        self._python = self._venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def install(self) -> None:
        """Build the wheel and install it with what the lock names; raises BenchError."""
        uv = _uv()
        wanted = self._folder / "requirements.txt"
        _run(uv, "export", *EXPORT, "--output-file", wanted)
        _run(uv, "venv", "--quiet", "--python", sys.executable, self._venv)
        _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", self._folder)
        wheel = next(self._folder.glob("*.whl"))
        install = (uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", self._python)
        _run(*install, "--require-hashes", "--requirements", wanted)
        _run(*install, "--no-deps", wheel)
        copytree(
            ROOT / "benchmarks", self._folder / "benchmarks", ignore=ignore_patterns("__pycache__")
        )

    def run(self, program: str, home: str, environ: Mapping[str, str]) -> list[Said]:
        """Run a program in a home of that name; return what it said; raises BenchError."""
        script = self._folder / "benchmarks" / f"{program}.py"
        started = perf_counter()
        with subprocess.Popen(
            [self._python, script],
            cwd=self._folder,
            env=self._environ(home, environ),
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None  # noqa: S101 - it was asked for
            alarm = Timer(TIMEOUT_SECONDS, process.kill)
            alarm.start()
            said = [_said(line, started) for line in process.stdout]
            status = process.wait()
            alarm.cancel()
        if status:
            raise BenchError(f"{program} ended with status {status}.")
        return said

    def _environ(self, home: str, environ: Mapping[str, str]) -> dict[str, str]:
        folder = self._folder / "homes" / home
        kept = {key: value for key, value in os.environ.items() if key not in UNWANTED}
        homes = {name: str(folder) for name in HOME_NAMES}
        xdg = {name: str(folder / name) for name in XDG_NAMES}
        return {**kept, **homes, **xdg, "PYTHONPATH": str(self._folder), **environ}


def _said(line: str, started: float) -> Said:
    name, _, value = line.partition(" ")
    return Said(name, float(value), (perf_counter() - started) * MS_PER_SECOND)


def _uv() -> str:
    found = [*sorted(ROOT.glob(".tools/uv-*/bin/uv*")), which("uv")]
    if found[0] is None:
        raise BenchError("There is no uv here; `make setup` gets it.")
    return str(found[0])


def _run(*command: str | Path) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchError(done.stderr)


@contextmanager
def installed() -> Iterator[Installed]:
    """Give an installed program for as long as it is measured."""
    with tempfile.TemporaryDirectory(prefix="caremgr-bench-") as folder:
        found = Installed(Path(folder))
        found.install()
        yield found
