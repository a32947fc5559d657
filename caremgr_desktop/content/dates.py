"""Dates of sources as they are written: a year, a month or a day."""

import re
from datetime import date

from caremgr_desktop.career.source import months_since

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


def age_months(written: str, today: date) -> int | None:
    """Return the age in whole months, None for what is no date."""
    found = _DATE.match(written)
    if found is None:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return None
    return months_since(written, today)
