"""How the program should look and whose pay it shows, kept in one small file."""

from pathlib import Path
from typing import NamedTuple

from caremgr_desktop.atomic import write_text

SCALES_PERCENT = range(100, 201)
LONGEST_AREA = 60
MOST_STUDY_HOURS = 40
MOST_GROWTH_PERCENT = 10
THEMES = ("light", "dark", "contrast")


class Settings(NamedTuple):
    """The size of text, from 100 to 200, the colours, and what is assumed of pay.

    ``text_scale_percent`` is 0 until the person chooses: the size of the screen decides.
    ``area`` is whose pay is shown, empty until one is chosen: the nation. ``study_hours``
    are those of paid work a week beside school, ``growth_percent`` is that of pay a year.
    """

    text_scale_percent: int = 0
    theme: str = "light"
    area: str = ""
    study_hours: int = 0
    growth_percent: int = 0


def load_settings(path: Path) -> Settings:
    """Return the settings of a file; what is missing or senseless is as at first."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return Settings()
    import json

    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    scale, theme = found.get("text_scale_percent"), found.get("theme")
    area = found.get("area")
    first = Settings()
    return Settings(
        text_scale_percent=scale
        if isinstance(scale, int) and scale in SCALES_PERCENT
        else first.text_scale_percent,
        theme=str(theme) if theme in THEMES else first.theme,
        area=area if isinstance(area, str) and len(area) <= LONGEST_AREA else first.area,
        study_hours=_amount(found.get("study_hours"), MOST_STUDY_HOURS),
        growth_percent=_amount(found.get("growth_percent"), MOST_GROWTH_PERCENT),
    )


def _amount(value: object, most: int) -> int:
    """Return a whole number from 0 to the most; 0 for anything else."""
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    return value if isinstance(value, int) and is_whole and 0 <= value <= most else 0


def save_settings(path: Path, settings: Settings) -> None:
    """Keep the settings; where the folder can't be written they last until the end."""
    import json

    try:
        write_text(path, json.dumps(settings._asdict(), indent=2))
    except OSError:
        return
