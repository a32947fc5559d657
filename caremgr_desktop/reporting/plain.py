"""Text from elsewhere, made fit for one line of a terminal or a message."""

import unicodedata

LONGEST = 200
STEERING = ("Cc", "Cf", "Zl", "Zp")
"""Unicode categories that steer a terminal or break a line."""


def harmless(text: str) -> str:
    """Return text with a space in place of each character that a terminal would obey."""
    return "".join(
        " " if unicodedata.category(character) in STEERING else character for character in text
    )


def short_line(text: str, longest: int = LONGEST) -> str:
    """Return text as one harmless line that isn't too long."""
    line = harmless(text[: 2 * longest])
    return line if len(line) <= longest else f"{line[: longest - 3]}..."
