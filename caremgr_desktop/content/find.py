"""Where the shipped content is: inside an installed package, or at a checkout's root."""

from pathlib import Path


def shipped_folder() -> Path:
    """Return the folder that holds ``questions.yaml`` and ``resources``."""
    return _installed_folder() if is_installed() else _package().parent


def is_installed() -> bool:
    """Whether the shipped content is inside an installed package, where no author edits it."""
    return _installed_folder().is_dir()


def _installed_folder() -> Path:
    return _package() / "_data"


def _package() -> Path:
    return Path(__file__).resolve().parents[1]
