"""The set-up installs what the lock names, or says in a sentence why it can't."""

import hashlib
import io
import subprocess
import tomllib
import urllib.request
import zipfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from subprocess import CompletedProcess
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = b"a program"


@pytest.fixture
def bootstrap() -> ModuleType:
    """Return the set-up's module, which is no part of the package."""
    spec = spec_from_file_location("bootstrap", ROOT / "packaging" / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def locked_uv() -> dict[str, Any]:
    """Return what this checkout's lock says of uv."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    return next(package for package in lock["package"] if package["name"] == "uv")


def wheel_of_uv() -> bytes:
    """Return a wheel that holds a program named uv."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("uv-1.data/scripts/uv", PROGRAM)
        archive.writestr("uv-1.data/scripts/uv.exe", PROGRAM)
    return content.getvalue()


def served(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Answer every download with this content."""

    def answer(_url: str, timeout: float) -> io.BytesIO:
        assert timeout > 0
        return io.BytesIO(content)

    monkeypatch.setattr(urllib.request, "urlopen", answer)


def package_of(content: bytes) -> dict[str, Any]:
    """Return a lock's words on a uv whose every wheel has this content."""
    checksum = f"sha256:{hashlib.sha256(content).hexdigest()}"
    tags = ("manylinux_2_17_x86_64", "manylinux_2_28_aarch64", "macosx_11_0_arm64", "win_amd64")
    names = [f"https://example.org/uv-1-py3-none-{tag}.whl" for tag in tags]
    return {"version": "1", "wheels": [{"url": name, "hash": checksum} for name in names]}


@pytest.mark.parametrize(
    ("system", "machine", "tag"),
    [
        ("Linux", "x86_64", "manylinux_2_17_x86_64"),
        ("Linux", "aarch64", "manylinux_2_17_aarch64"),
        ("Darwin", "arm64", "macosx_11_0_arm64"),
        ("Darwin", "x86_64", "macosx_10_12_x86_64"),
        ("Windows", "AMD64", "win_amd64"),
    ],
)
def test_the_lock_names_a_uv_for_each_usual_machine(
    bootstrap: ModuleType, locked_uv: dict[str, Any], system: str, machine: str, tag: str
) -> None:
    assert tag in bootstrap.wheel_for(locked_uv, system, machine)["url"]


def test_an_unknown_machine_is_named(bootstrap: ModuleType, locked_uv: dict[str, Any]) -> None:
    with pytest.raises(bootstrap.SetupError, match="Linux on vax"):
        bootstrap.wheel_for(locked_uv, "Linux", "vax")


def test_the_locked_uv_is_fetched_once(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    content = wheel_of_uv()
    served(monkeypatch, content)
    uv = bootstrap.locked_uv(package_of(content), tmp_path)
    assert uv.read_bytes() == PROGRAM
    monkeypatch.delattr(urllib.request, "urlopen")
    assert bootstrap.locked_uv(package_of(content), tmp_path) == uv


def test_a_file_that_is_not_the_locked_one_is_refused(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    served(monkeypatch, wheel_of_uv() + b"and more")
    wheel = package_of(wheel_of_uv())["wheels"][0]
    with pytest.raises(bootstrap.SetupError, match="isn't the file"):
        bootstrap.download(wheel)
    with pytest.raises(bootstrap.SetupError, match="https"):
        bootstrap.download({**wheel, "url": "http://example.org/uv.whl"})


def test_no_network_is_said_in_a_sentence(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(_url: str, timeout: float) -> None:
        raise OSError(f"no answer within {timeout} seconds")

    def fail(command: list[str], **_options: object) -> CompletedProcess[bytes]:
        assert "pip" in command
        return CompletedProcess(command, returncode=1)

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(bootstrap.SetupError, match=r"no answer.*is there a network\?"):
        bootstrap.locked_uv(package_of(b""), tmp_path)


def test_a_changed_lock_is_set_up_again(bootstrap: ModuleType, tmp_path: Path) -> None:
    for name in ("uv.lock", "pyproject.toml"):
        (tmp_path / name).write_text("", encoding="ascii")
    setup = bootstrap.Setup(tmp_path)
    assert not setup.is_done()
    (tmp_path / ".venv").mkdir()
    setup._stamp.write_text(setup._fingerprint(), encoding="ascii")
    assert setup.is_done()
    (tmp_path / "uv.lock").write_text("[[package]]", encoding="ascii")
    assert not setup.is_done()


def test_nothing_of_the_person_leads_uv_astray(bootstrap: ModuleType) -> None:
    environ = {"UV_PYTHON": "3.8", "UV_DEFAULT_INDEX": "https://example.org", "HOME": "/home/x"}
    assert bootstrap.uv_environ(environ) == {"HOME": "/home/x", "UV_PYTHON_DOWNLOADS": "never"}
