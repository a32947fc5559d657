"""The sheet of paper that a place prints on."""

LETTER = "letter"
A4 = "a4"
PAPERS = (LETTER, A4)

LETTER_PLACES = frozenset(
    ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"]
)
"""Countries and territories whose usual sheet is Letter, by Unicode's table of measures."""


def paper_of(locale: str) -> str:
    """Return the usual sheet of a locale such as ``en_US``; Letter where it names no place.

    The quiz is about work in the United States, so that is what no place stands for.
    """
    name = locale.partition(".")[0].partition("@")[0]
    parts = name.replace("-", "_").split("_")[1:]
    places = [part for part in parts if len(part) == 2 and part.isalpha()]
    return LETTER if not places or places[0].upper() in LETTER_PLACES else A4
