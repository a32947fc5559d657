"""The letters that stand for a state or territory in an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caremgr_desktop.career.pay import NATION

if TYPE_CHECKING:
    from collections.abc import Iterable

_WRITTEN = f"""
US {NATION}|AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado
CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|GU Guam|HI Hawaii
ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland
MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska
NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina
ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island
SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VI Virgin Islands
VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming
"""
NAMES = dict(
    item.split(" ", 1) for line in _WRITTEN.split("\n") if line for item in line.split("|")
)


def area_named(said: str, areas: Iterable[str]) -> str | None:
    """Return the one of some areas that a name or two letters stand for, in any case, or None."""
    name = NAMES.get(said.strip().upper(), said.strip()).casefold()
    return next((area for area in areas if area.casefold() == name), None)
