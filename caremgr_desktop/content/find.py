"""Where the shipped content is: inside an installed package, or at a checkout's root."""

from pathlib import Path

QUESTIONS_FILE = "questions.yaml"
RESOURCES_FOLDER = "resources"


def shipped_folder() -> Path:
    """Return the folder that holds ``questions.yaml`` and ``resources``."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent


def content_files(folder: Path) -> list[Path]:
    """Return every content file of a folder, in a fixed order; some may be missing."""
    resources = folder / RESOURCES_FOLDER
    names = ("sources", "steps", "credentials", "pay", "article")
    roles = resources / "roles"
    return [
        folder / QUESTIONS_FILE,
        *sorted(roles.glob("*.yaml")),
        *(resources / f"{name}.yaml" for name in names),
        *sorted((resources / "pay").glob("*.csv")),
    ]
