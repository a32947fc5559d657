"""How the U.S. Bureau of Labor Statistics (BLS) writes the cells of our wage table.

BLS publishes the Occupational Employment and Wage Statistics (OEWS) as one flat file,
``oe.data.0.Current``, and as workbooks. Our table's columns stand in them like this:

=================== ================== ==================================================
our column          flat file          workbook
=================== ================== ==================================================
area United States  area N 0000000     AREA_TYPE 1, AREA 99
area, a state       area S FIPS 00000  AREA_TYPE 2, AREA is the FIPS code
area, a territory   area S FIPS 00000  AREA_TYPE 3, AREA is the FIPS code
soc 29-1141         occupation 291141  OCC_CODE 29-1141
naics, empty        industry 000000    NAICS 000000, I_GROUP cross-industry
naics 622100        industry 622100    NAICS 622100, I_GROUP 3- to 6-digit
naics 999100        industry 999100    NAICS 999100 (federal, OWN_CODE 1)
naics 999200        industry 999200    NAICS 999200 (state, no schools, hospitals; OWN_CODE 2)
naics 999300        industry 999300    NAICS 999300 (local, no schools, hospitals; OWN_CODE 3)
=================== ================== ==================================================

So an employer is an industry code of six characters, shorter ones filled up with zeros,
and government is an industry of its own. Rows for one owner alone are left out in both:
the flat file gives them other codes (000001 is all private employers), the workbook the
same code with an I_GROUP that ends in ``ownership`` (``4-digit, ownership``).

Sources: oe.txt and oe.area beside the flat file on https://download.bls.gov/pub/time.series/oe/
and the field descriptions in the workbooks from https://www.bls.gov/oes/tables.htm.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from caremgr_desktop.career.pay import NATION
from caremgr_desktop.content.faults import shown
from caremgr_desktop.errors import TableError

ALL_INDUSTRIES = "000000"
NATION_CODE = "N0000000"
CODE_LENGTH = 6

FIPS = {
    "Alabama": 1,
    "Alaska": 2,
    "Arizona": 4,
    "Arkansas": 5,
    "California": 6,
    "Colorado": 8,
    "Connecticut": 9,
    "Delaware": 10,
    "District of Columbia": 11,
    "Florida": 12,
    "Georgia": 13,
    "Hawaii": 15,
    "Idaho": 16,
    "Illinois": 17,
    "Indiana": 18,
    "Iowa": 19,
    "Kansas": 20,
    "Kentucky": 21,
    "Louisiana": 22,
    "Maine": 23,
    "Maryland": 24,
    "Massachusetts": 25,
    "Michigan": 26,
    "Minnesota": 27,
    "Mississippi": 28,
    "Missouri": 29,
    "Montana": 30,
    "Nebraska": 31,
    "Nevada": 32,
    "New Hampshire": 33,
    "New Jersey": 34,
    "New Mexico": 35,
    "New York": 36,
    "North Carolina": 37,
    "North Dakota": 38,
    "Ohio": 39,
    "Oklahoma": 40,
    "Oregon": 41,
    "Pennsylvania": 42,
    "Rhode Island": 44,
    "South Carolina": 45,
    "South Dakota": 46,
    "Tennessee": 47,
    "Texas": 48,
    "Utah": 49,
    "Vermont": 50,
    "Virginia": 51,
    "Washington": 53,
    "West Virginia": 54,
    "Wisconsin": 55,
    "Wyoming": 56,
    "Guam": 66,
    "Puerto Rico": 72,
    "Virgin Islands": 78,
}
"""The codes of states and territories by name (FIPS 5-2), as OEWS uses them."""

_SOC = re.compile(r"\d\d-\d{4}")
_NAICS = re.compile(r"\d[0-9A-Z]{1,5}")


class Key(NamedTuple):
    """A cell in BLS's codes: type and code of the area, industry, occupation."""

    area: str
    industry: str
    occupation: str

    @property
    def series(self) -> bytes:
        """How its series in the flat file begin; two digits for the kind of figure follow."""
        return f"OEU{self.area}{self.industry}{self.occupation}".encode()


def state_code(fips: int) -> str:
    """Return the type and code of the area that a state or territory is."""
    return f"S{fips:02}00000"


def key_of(area: str, soc: str, naics: str) -> Key:
    """Return a row's cell; raises TableError ``no_bls_code`` for what BLS has no code for."""
    if area != NATION and area not in FIPS:
        raise TableError("no_bls_code", column="area", value=shown(area))
    if not _SOC.fullmatch(soc):
        raise TableError("no_bls_code", column="soc", value=shown(soc))
    if naics and not _NAICS.fullmatch(naics):
        raise TableError("no_bls_code", column="naics", value=shown(naics))
    code = NATION_CODE if area == NATION else state_code(FIPS[area])
    return Key(code, naics.ljust(CODE_LENGTH, "0"), soc.replace("-", ""))
