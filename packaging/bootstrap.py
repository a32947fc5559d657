"""Sets up .venv with exactly what uv.lock names; needs a Python 3.11 or newer and nothing else.

The lock names a version of uv and the checksums of its files. That uv is put
into .tools and installs the rest with the Python that runs this file. Where
nothing has changed since the last time, nothing is done.
"""

import hashlib
import io
import os
import platform
import subprocess
import sys
import tempfile
import tomllib
import urllib.request
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DOWNLOAD_TIMEOUT_SECONDS = 60
WHEEL_NAMES = {"Linux": "manylinux", "Darwin": "macosx", "Windows": "win"}
MACHINE_NAMES = {"Linux": {"arm64": "aarch64"}, "Windows": {"x86_64": "amd64"}}
UNWANTED = (
    *("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV"),
    *("UV_DEFAULT_INDEX", "UV_INDEX", "UV_INDEX_URL", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS"),
    *("UV_FROZEN", "UV_NO_DEV", "UV_NO_SYNC", "UV_PROJECT", "UV_PROJECT_ENVIRONMENT", "UV_PYTHON"),
)
"""What would lead uv away from this checkout, its lock, or the Python that was found."""


class SetupError(Exception):
    """A set-up that can't go on; its text is the sentence for the person."""


class Setup:
    """Sets up one checkout."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._venv = root / ".venv"
        self._stamp = self._venv / ".set-up"

    def is_done(self) -> bool:
        """Whether what the lock names is installed."""
        try:
            return self._stamp.read_text(encoding="ascii") == self._fingerprint()
        except OSError:
            return False

    def run(self) -> None:
        """Install what the lock names; raises SetupError."""
        lock = tomllib.loads((self._root / "uv.lock").read_text(encoding="utf-8"))
        uv = locked_uv(locked_package(lock, "uv"), self._root / ".tools")
        environ = uv_environ(os.environ)
        command = [str(uv), "sync", "--locked", "--python", sys.executable]
        done = subprocess.run(command, cwd=self._root, env=environ, check=False)
        if done.returncode:
            raise SetupError("uv could not install what uv.lock names; its own words are above.")
        libraries = self._root / "packaging" / "system_libraries.py"
        subprocess.run([self._python(), libraries], cwd=self._root, check=False)
        self._stamp.write_text(self._fingerprint(), encoding="ascii")

    def _python(self) -> Path:
        return self._venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def _fingerprint(self) -> str:
        files = [self._root / name for name in ("uv.lock", "pyproject.toml")]
        contents = [str(self._root).encode(), *(path.read_bytes() for path in files)]
        return hashlib.sha256(b"\0".join(contents)).hexdigest()


def uv_environ(environ: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which uv uses this checkout's .venv and the Python that is here."""
    kept = {key: value for key, value in environ.items() if key not in UNWANTED}
    return {**kept, "UV_PYTHON_DOWNLOADS": "never"}


def locked_package(lock: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return what a lock says of a package."""
    for package in lock["package"]:
        if package["name"] == name:
            return dict(package)
    raise SetupError(f"uv.lock doesn't name {name}.")


def locked_uv(package: Mapping[str, Any], tools: Path) -> Path:
    """Return the path of the locked uv, which is fetched if it isn't there; raises SetupError."""
    folder = tools / f"uv-{package['version']}"
    uv = folder / "bin" / ("uv.exe" if os.name == "nt" else "uv")
    if not uv.exists():
        print(f"Getting uv {package['version']}, which installs the rest ...", flush=True)
        try:
            unpack_uv(download(wheel_for(package, platform.system(), platform.machine())), uv)
        except (OSError, SetupError) as error:
            install_with_pip(package, folder, error)
    return uv


def wheel_for(package: Mapping[str, Any], system: str, machine: str) -> Mapping[str, Any]:
    """Return the locked wheel for a kind of machine; raises SetupError where there is none."""
    name = MACHINE_NAMES.get(system, {}).get(machine.lower(), machine.lower())
    for wheel in package["wheels"]:
        tags = wheel["url"].rpartition("-")[2]
        if tags.startswith(WHEEL_NAMES.get(system, system)) and f"_{name}." in tags:
            return dict(wheel)
    raise SetupError(f"uv.lock names no uv for {system} on {machine}")


def download(wheel: Mapping[str, Any]) -> bytes:
    """Return a locked file; raises OSError, and SetupError where it isn't what was locked."""
    if not wheel["url"].startswith("https://"):
        raise SetupError("the address of uv in uv.lock isn't an https one")
    # The address was checked in the line above, and the checksum is in the one below.
    with urllib.request.urlopen(wheel["url"], timeout=DOWNLOAD_TIMEOUT_SECONDS) as answer:  # noqa: S310
        content: bytes = answer.read()
    if f"sha256:{hashlib.sha256(content).hexdigest()}" != wheel["hash"]:
        raise SetupError("what was downloaded as uv isn't the file that uv.lock names")
    return content


def unpack_uv(wheel: bytes, uv: Path) -> None:
    """Write the program out of a wheel of uv, whole or not at all; raises OSError."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        name = next(name for name in archive.namelist() if name.endswith(f"/scripts/{uv.name}"))
        program = archive.read(name)
    uv.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=uv.parent, delete=False) as draft:
        draft.write(program)
    Path(draft.name).chmod(0o755)
    Path(draft.name).replace(uv)


def install_with_pip(package: Mapping[str, Any], folder: Path, reason: Exception) -> None:
    """Install uv through pip, which knows a house's own mirrors; raises SetupError."""
    hashes = [f"--hash={wheel['hash']}" for wheel in package["wheels"]]
    with tempfile.TemporaryDirectory() as drafts:
        wanted = Path(drafts, "uv.txt")
        wanted.write_text(" ".join([f"uv=={package['version']}", *hashes]), encoding="ascii")
        options = ["--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"]
        command = [sys.executable, "-m", "pip", "install", *options]
        done = subprocess.run(
            [*command, "--target", folder, "-r", wanted],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    if done.returncode:
        raise SetupError(f"uv could not be downloaded ({reason}); is there a network?")


def main(arguments: list[str]) -> int:
    """Set up this checkout, or only say by the exit status whether it is (``--is-done``)."""
    setup = Setup(ROOT)
    if "--is-done" in arguments:
        return 0 if setup.is_done() else 1
    try:
        setup.run()
    except SetupError as error:
        print(f"The set-up stopped: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
