"""How hard a text is to read, and whether it says no.

The Flesch-Kincaid grade is ``0.39 * words / sentences + 11.8 * syllables / words
- 15.59`` (Kincaid et al., 1975); syllables are counted with pyphen's patterns.
"""

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyphen  # type: ignore[import-untyped]  # it ships no types

HARDEST_GRADE = 8.0
FEWEST_WORDS = 5
"""The formula was made for passages; fewer words than this say nothing."""
LONGEST_WORD = 40
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_SENTENCE = re.compile(r"[.!?]+(?:\s|$)")
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|neither|nor|without|avoid\w*|cannot|\w+n['\u2019]t)\b",
    re.IGNORECASE,
)


class Reader:
    """Judges texts of one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    @cached_property
    def _patterns(self) -> "pyphen.Pyphen":
        import pyphen

        known = pyphen.language_fallback(self._language) or "en_US"
        return pyphen.Pyphen(lang="en_US" if self._language == "en" else known)

    def grade(self, text: str) -> float | None:
        """Return the school grade that a text asks for, None for too short a text."""
        words = [word for word in _WORD.findall(text) if len(word) <= LONGEST_WORD]
        if len(words) < FEWEST_WORDS:
            return None
        sentences = max(1, len(_SENTENCE.findall(text)))
        syllables = sum(len(self._patterns.positions(word)) + 1 for word in words)
        return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59

    def negation(self, text: str) -> str:
        """Return the first word that says no, or nothing; English alone is known."""
        if not self._language.startswith("en"):
            return ""
        found = _NEGATION.search(text)
        return found.group() if found else ""
