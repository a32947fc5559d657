"""Gets the libraries that Qt expects of a Linux system, or says which packages hold them.

Runs with the Python of .venv, at the end of the set-up.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from caremgr_desktop.ui.display import WAYLAND, XCB, DisplayProbe, LinuxSystem

INSTALL_TIMEOUT_SECONDS = 600
APT = ("apt-get", "-o", "DPkg::Lock::Timeout=120")
APT_INSTALL = (*APT, "install", "--yes", "--no-install-recommends")
DNF_INSTALL = ("dnf", "install", "--assumeyes")


def missing_packages() -> list[str]:
    """Return the packages that a window misses on this system."""
    platforms = [XCB, WAYLAND] if "WAYLAND_DISPLAY" in os.environ else [XCB]
    return DisplayProbe(LinuxSystem()).missing_packages(*platforms)


def succeeds(command: Sequence[str]) -> bool:
    """Whether a command ends well; what it prints isn't shown."""
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=INSTALL_TIMEOUT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def rights() -> list[str] | None:
    """Return what goes before a command so that it may install, or None where nothing helps."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if succeeds(["sudo", "-n", "true"]) else None


def installs(packages: Sequence[str]) -> bool:
    """Install packages without asking, if this person may; return whether it worked."""
    prefix = rights()
    if prefix is None:
        return False
    if shutil.which("apt-get"):
        install = [*prefix, *APT_INSTALL, *packages]
        return succeeds(install) or (succeeds([*prefix, *APT, "update"]) and succeeds(install))
    return bool(shutil.which("dnf")) and succeeds([*prefix, *DNF_INSTALL, *packages])


def main() -> int:
    """Install what is missing, or say it in one sentence and go on."""
    packages = missing_packages() if sys.platform.startswith("linux") else []
    if not packages:
        return 0
    names = " ".join(packages)
    print(f"Installing what the window needs of the system: {names}", flush=True)
    if not installs(packages) or missing_packages():
        print(f"This did not work: until you install {names}, the quiz runs in a terminal only.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
