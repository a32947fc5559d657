"""Whether a window can be opened here, found out before Qt is loaded.

Qt ends the whole program where it finds no display or misses a library of the
system, so both are tried first. Nothing here imports PySide6, and only Linux
is looked at: on Windows and macOS Qt brings all it needs. What is loaded here
is what Qt loads a moment later, so that the start grows by 3 ms only.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from caremgr_desktop.errors import DisplayError

XCB = "xcb"
WAYLAND = "wayland"
EVERY = ""


class SystemLibrary(NamedTuple):
    """A library that Qt's wheels leave to the system, and the packages that hold it.

    ``platform`` is ``xcb``, ``wayland``, or empty where every window needs it.
    """

    soname: str
    debian: str
    fedora: str
    platform: str = EVERY


SYSTEM_LIBRARIES = (
    SystemLibrary("libEGL.so.1", "libegl1", "libglvnd-egl"),
    SystemLibrary("libGL.so.1", "libgl1", "libglvnd-glx"),
    SystemLibrary("libX11.so.6", "libx11-6", "libX11"),
    SystemLibrary("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    SystemLibrary("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    SystemLibrary("libfreetype.so.6", "libfreetype6", "freetype"),
    SystemLibrary("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    SystemLibrary("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    SystemLibrary("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    SystemLibrary("libz.so.1", "zlib1g", "zlib"),
    SystemLibrary("libzstd.so.1", "libzstd1", "libzstd"),
    SystemLibrary("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", XCB),
    SystemLibrary("libxcb.so.1", "libxcb1", "libxcb", XCB),
    SystemLibrary("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", XCB),
    SystemLibrary("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", XCB),
    SystemLibrary("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", XCB),
    SystemLibrary("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", XCB),
    SystemLibrary("libxcb-randr.so.0", "libxcb-randr0", "libxcb", XCB),
    SystemLibrary("libxcb-render.so.0", "libxcb-render0", "libxcb", XCB),
    SystemLibrary("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", XCB),
    SystemLibrary("libxcb-shape.so.0", "libxcb-shape0", "libxcb", XCB),
    SystemLibrary("libxcb-shm.so.0", "libxcb-shm0", "libxcb", XCB),
    SystemLibrary("libxcb-sync.so.1", "libxcb-sync1", "libxcb", XCB),
    SystemLibrary("libxcb-util.so.1", "libxcb-util1", "xcb-util", XCB),
    SystemLibrary("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", XCB),
    SystemLibrary("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", XCB),
    SystemLibrary("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", XCB),
    SystemLibrary("libwayland-client.so.0", "libwayland-client0", "libwayland-client", WAYLAND),
    SystemLibrary("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", WAYLAND),
)


class System(Protocol):
    """What of a machine decides whether a window can be opened."""

    @property
    def environ(self) -> Mapping[str, str]:
        """The environment variables."""

    @property
    def has_fedora_names(self) -> bool:
        """Whether packages are named as in Fedora, and not as in Debian."""

    def plugin(self, platform: str) -> str:
        """Return the path of Qt's plugin for a platform, or nothing where it isn't known."""

    def load(self, library: str) -> None:
        """Load a library by path or name; raises OSError."""

    def connects(self, platform: str) -> bool:
        """Whether the display server of a platform answers."""


class LinuxSystem:
    """This machine."""

    @property
    def environ(self) -> Mapping[str, str]:
        """The environment variables."""
        return os.environ

    @property
    def has_fedora_names(self) -> bool:
        """Whether packages are named as in Fedora, by what os-release says of the family."""
        import re

        try:
            text = Path("/etc/os-release").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
        return re.search(r"^ID(_LIKE)?=.*\b(fedora|rhel|centos)\b", text, re.MULTILINE) is not None

    def plugin(self, platform: str) -> str:
        """Return the path of Qt's plugin for a platform, or nothing where it isn't known."""
        from importlib.util import find_spec

        found = find_spec("PySide6")
        folders = found.submodule_search_locations if found else None
        for folder in folders or ():
            for path in Path(folder, "Qt", "plugins", "platforms").glob(f"libq{platform}*.so"):
                return str(path)
        return ""

    def load(self, library: str) -> None:
        """Load a library by path or name; raises OSError."""
        import ctypes

        ctypes.CDLL(library)

    def connects(self, platform: str) -> bool:
        """Whether the display server of a platform answers."""
        return _wayland_answers() if platform == WAYLAND else _x_answers()


def _x_answers() -> bool:
    import ctypes

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    has_error = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not has_error


def _wayland_answers() -> bool:
    import ctypes

    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    connection = wayland.wl_display_connect(None)
    if connection is None:
        return False
    wayland.wl_display_disconnect(ctypes.c_void_p(connection))
    return True


class DisplayProbe:
    """Finds out why no window could be opened on a system."""

    def __init__(self, system: System) -> None:
        self._system = system

    def missing(self) -> DisplayError | None:
        """Return what is missing, or None where a window can be opened.

        The codes are ``no_display``, ``missing_library`` (with ``library`` and
        ``package``) and ``display_refused`` (with ``display``). Qt tries its
        platforms in order, so the first that works is enough, and of several
        faults the last one is told: it is what was hoped for at the end.
        """
        platforms = self._platforms()
        others = [platform for platform in platforms if platform not in (XCB, WAYLAND)]
        if any(self._system.plugin(platform) for platform in others):
            return None
        if others:
            return DisplayError("unknown_platform", platform=others[0])
        error: DisplayError | None = DisplayError("no_display")
        for platform in platforms:
            error = self._fault(platform)
            if error is None:
                break
        return error

    def _platforms(self) -> list[str]:
        """Return the platforms that Qt will try, by its own rules."""
        environ = self._system.environ
        named = environ.get("QT_QPA_PLATFORM", "")
        if named:
            return [part.split(":")[0].removesuffix("-egl") for part in named.split(";")]
        is_wayland = environ.get("XDG_SESSION_TYPE") == WAYLAND or "WAYLAND_DISPLAY" in environ
        has_x = bool(environ.get("DISPLAY"))
        return [WAYLAND] * is_wayland + [XCB] * has_x

    def _fault(self, platform: str) -> DisplayError | None:
        display = self._system.environ.get("DISPLAY", "")
        if platform == XCB and not display:
            return DisplayError("no_display")
        try:
            plugin = self._system.plugin(platform)
            if plugin:
                self._system.load(plugin)
            if self._system.connects(platform):
                return None
        except OSError as error:
            return self.library_error(error, platform)
        shown = display if platform == XCB else self._system.environ.get("WAYLAND_DISPLAY", WAYLAND)
        return DisplayError("display_refused", display=shown)

    def library_error(self, error: OSError | ImportError, platform: str) -> DisplayError:
        """Return the loader's complaint as an error that names library and packages.

        ``package`` names all packages that are missing, so that one command
        mends it; it is empty where the library is none that Qt usually needs.
        """
        return DisplayError(
            "missing_library",
            library=_library_of(error),
            package=" ".join(self.missing_packages(platform)),
        )

    def missing_packages(self, *platforms: str) -> list[str]:
        """Return the packages of all system libraries that these platforms miss."""
        missing = [
            library
            for library in SYSTEM_LIBRARIES
            if library.platform in (EVERY, *platforms) and not self._loads(library.soname)
        ]
        names = [item.fedora if self._system.has_fedora_names else item.debian for item in missing]
        return list(dict.fromkeys(names))

    def _loads(self, library: str) -> bool:
        try:
            self._system.load(library)
        except OSError:
            return False
        return True


def _library_of(error: OSError | ImportError) -> str:
    if isinstance(error, ModuleNotFoundError):
        return error.name or ""
    return Path(str(error).partition(":")[0]).name


def missing() -> DisplayError | None:
    """Return why no window can be opened on this machine, or None where one can."""
    if not sys.platform.startswith("linux"):
        return None
    return DisplayProbe(LinuxSystem()).missing()


def library_error(error: ImportError) -> DisplayError:
    """Return a failed import of PySide6 as an error that names library and packages."""
    return DisplayProbe(LinuxSystem()).library_error(error, XCB)
