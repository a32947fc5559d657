"""Where the program keeps its files, by the habits of each system."""

from pathlib import Path
from typing import NamedTuple

APP_NAME = "caremgr-desktop"


class Paths(NamedTuple):
    """The folders of one person on this machine."""

    data: Path
    cache: Path
    config: Path
    log: Path

    @property
    def visits_file(self) -> Path:
        """The database of this person's visits."""
        return self.data / "visits.sqlite3"

    def earlier_visit_file(self, quiz_id: str) -> Path:
        """Return the file in which versions before the database kept a quiz's one visit."""
        return self.data / f"visit-{quiz_id}.json"

    def bookmark_file(self, quiz_id: str) -> Path:
        """Return the file that tells the first page where a quiz was stopped."""
        return self.cache / f"bookmark-{quiz_id}"

    @property
    def settings_file(self) -> Path:
        """The settings."""
        return self.config / "settings.json"

    @property
    def log_file(self) -> Path:
        """The log, which holds no answer."""
        return self.log / "caremgr-desktop.log"


def user_paths() -> Paths:
    """Return the folders that this system gives a program."""
    import platformdirs

    return Paths(
        data=Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)),
        cache=Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False)),
        config=Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)),
        log=Path(platformdirs.user_log_dir(APP_NAME, appauthor=False)),
    )
