"""Where the shipped content is: inside an installed package, or at a checkout's root."""

from pathlib import Path


def shipped_folder() -> Path:
    """Return the folder that holds ``questions.yaml`` and ``resources``."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent
