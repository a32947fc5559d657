"""What every test relies on: no folder of a person is read or written, and no test is timed."""

from pathlib import Path

import pytest
from hypothesis import settings

from caremgr_desktop.ui.enumerations import hasten

# A busy machine is no fault of the code, so an example may take as long as it needs.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# The program has PySide6's enumerations made quickly, so its tests do too.
hasten()

HOME_VARIABLES = (
    *("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"),
    *("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"),
)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test, and what it starts, an empty home of its own."""
    folder = tmp_path_factory.mktemp("home")
    for name in HOME_VARIABLES:
        monkeypatch.setenv(name, str(folder / name.lower()))
    return folder
