"""Modules that are put off: absent until something of them is used, and then the real ones."""

import subprocess
import sys
from importlib import import_module

import pytest

from caremgr_desktop.late import SELDOM_USED, StandIn, put_off


def run(code: str) -> str:
    """Run code after everything is put off, in a Python of its own; return what it prints."""
    command = [sys.executable, "-c", f"from caremgr_desktop.late import put_off; put_off()\n{code}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
    return done.stdout.strip()


def test_importing_a_module_again_and_again_does_not_load_it() -> None:
    said = run(
        "import pathlib, zipfile, platformdirs, bz2, sys\n"
        "import bz2, lzma, tempfile, urllib.parse\n"
        "print([name for name in ('_bz2', '_lzma', 'random', 'urllib.parse')"
        " if type(sys.modules.get(name)).__name__ == 'module'])"
    )
    assert said == "[]"


@pytest.mark.parametrize(
    ("use", "result"),
    [
        ("import bz2; print(bz2.decompress(bz2.compress(b'x')))", "b'x'"),
        ("import lzma; print(lzma.decompress(lzma.compress(b'x')))", "b'x'"),
        ("import ipaddress; print(ipaddress.ip_address('::1').version)", "6"),
        ("import pathlib; print(pathlib.PurePosixPath('/a b').as_uri())", "file:///a%20b"),
        ("from urllib.parse import urlsplit; print(urlsplit('http://[::1]/x').hostname)", "::1"),
        ("from tempfile import gettempdir; print(len(gettempdir()) > 0)", "True"),
        ("import tempfile; print(tempfile.TemporaryDirectory().name != '')", "True"),
        ("from shutil import which; print(which('no such program'))", "None"),
    ],
)
def test_what_is_used_is_the_real_one(use: str, result: str) -> None:
    assert run(use) == result


def test_after_its_first_use_the_real_module_stands_in_its_own_place() -> None:
    said = run("import bz2; bz2.compress(b''); import bz2, sys; print(type(sys.modules['bz2']))")
    assert said == "<class 'module'>"


def test_what_tells_modules_apart_is_no_use_of_one() -> None:
    stand_in = StandIn("bz2")
    for name in ("__file__", "__path__", "__wrapped__"):
        assert not hasattr(stand_in, name)
    assert stand_in.__name__ == "bz2"


def test_a_module_that_is_there_stays() -> None:
    there = {name: import_module(name) for name in SELDOM_USED}
    put_off()
    assert {name: sys.modules[name] for name in SELDOM_USED} == there
