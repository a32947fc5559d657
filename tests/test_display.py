"""Whoever has no display, or misses a library, is told so instead of losing the program."""

import os
import sys
from collections.abc import Mapping
from subprocess import run

import pytest

from caremgr_desktop.ui.display import (
    SYSTEM_LIBRARIES,
    DisplayProbe,
    LinuxSystem,
    System,
    library_error,
    missing,
)

X = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}
CURSOR = "libxcb-cursor.so.0"


class FakeSystem:
    """A machine on which these libraries are absent and these servers answer."""

    def __init__(
        self,
        environ: Mapping[str, str],
        *,
        absent: tuple[str, ...] = (),
        answering: tuple[str, ...] = ("xcb", "wayland"),
        has_fedora_names: bool = False,
    ) -> None:
        self.environ = environ
        self.has_fedora_names = has_fedora_names
        self._absent = absent
        self._answering = answering

    def plugin(self, platform: str) -> str:
        return f"/qt/libq{platform}.so"

    def load(self, library: str) -> None:
        needed = [item.soname for item in SYSTEM_LIBRARIES if f"/qt/libq{item.platform}" in library]
        for soname in (library, *needed):
            if soname in self._absent:
                raise OSError(
                    f"{soname}: cannot open shared object file: No such file or directory"
                )

    def connects(self, platform: str) -> bool:
        return platform in self._answering


def fault(system: System) -> str:
    """Return the fault of a machine as code and parameters, or nothing."""
    return str(DisplayProbe(system).missing() or "")


def test_a_machine_with_a_display_and_all_libraries_opens_the_window() -> None:
    assert fault(FakeSystem(X)) == ""
    assert fault(FakeSystem(WAYLAND)) == ""


def test_no_display_is_told() -> None:
    assert fault(FakeSystem({})) == "no_display()"
    assert fault(FakeSystem({"QT_QPA_PLATFORM": "xcb"})) == "no_display()"


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
def test_a_platform_that_draws_without_a_display_needs_none(platform: str) -> None:
    assert fault(FakeSystem({"QT_QPA_PLATFORM": platform}, absent=(CURSOR,), answering=())) == ""


def test_a_missing_library_is_told_with_its_package() -> None:
    shown = f"missing_library(library='{CURSOR}', package='libxcb-cursor0')"
    assert fault(FakeSystem(X, absent=(CURSOR,))) == shown


def test_fedora_has_its_own_package_names() -> None:
    system = FakeSystem(X, absent=(CURSOR,), has_fedora_names=True)
    assert "package='xcb-util-cursor'" in fault(system)


def test_all_missing_packages_are_named_at_once_and_each_once() -> None:
    absent = ("libglib-2.0.so.0", "libgthread-2.0.so.0", CURSOR, "libwayland-client.so.0")
    system = FakeSystem(X, absent=absent)
    assert "package='libglib2.0-0 libxcb-cursor0'" in fault(system)


def test_a_display_that_refuses_is_named() -> None:
    assert fault(FakeSystem({"DISPLAY": ":77"}, answering=())) == "display_refused(display=':77')"
    assert fault(FakeSystem(WAYLAND, answering=())) == "display_refused(display='wayland-0')"


def test_x_is_good_enough_where_wayland_fails() -> None:
    assert fault(FakeSystem({**X, **WAYLAND}, absent=("libwayland-client.so.0",))) == ""
    assert fault(FakeSystem({**X, **WAYLAND}, answering=("xcb",))) == ""
    assert "refused" in fault(FakeSystem({**X, **WAYLAND}, answering=()))


def test_a_wayland_session_needs_no_variable_of_its_own() -> None:
    session = {"XDG_SESSION_TYPE": "wayland"}
    assert fault(FakeSystem(session)) == ""
    assert fault(FakeSystem(session, answering=())) == "display_refused(display='wayland')"


def test_a_failed_import_of_qt_names_its_library() -> None:
    failed = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert library_error(failed).params["library"] == "libEGL.so.1"
    lost = ModuleNotFoundError("No module named 'PySide6'", name="PySide6")
    assert library_error(lost).params["library"] == "PySide6"


def test_this_machine_without_a_display_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert fault(LinuxSystem()) == "no_display()"


def test_a_display_that_is_not_there_is_found_out_without_an_abort() -> None:
    code = (
        "import caremgr_desktop.ui.display as d; print(d.DisplayProbe(d.LinuxSystem()).missing())"
    )
    environ = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": ":987"}
    done = run([sys.executable, "-c", code], env=environ, capture_output=True, text=True)
    assert done.stdout.startswith(("display_refused", "missing_library"))
    assert done.returncode == 0


def test_other_systems_bring_all_that_qt_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert missing() is None


def test_qt_is_found_where_it_is_installed() -> None:
    assert LinuxSystem().plugin("offscreen").endswith(".so") or not sys.platform.startswith("linux")
    assert LinuxSystem().plugin("unheard_of") == ""
