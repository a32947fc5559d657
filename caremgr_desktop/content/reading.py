"""How hard a text is to read, and whether it says no.

The Flesch-Kincaid grade is ``0.39 * words / sentences + 11.8 * syllables / words
- 15.59`` (Kincaid et al., 1975); syllables are counted with pyphen's patterns.
The formula and the words that say no are those of English alone.
"""

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyphen  # type: ignore[import-untyped]  # it ships no types

HARDEST_GRADE = 8.0
FEWEST_WORDS = 5
"""The formula was made for passages; fewer words than this say nothing."""
LONGEST_WORD = 30
MOST_WORDS = 10_000
"""pyphen takes 14 microseconds for a word, so more different ones are only estimated."""
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|avoid\w*|\w+n['\u2019]t)\b",
    re.IGNORECASE,
)


class Reader:
    """Judges texts of one language; every word is counted once."""

    def __init__(self, language: str) -> None:
        self._is_english = language.replace("_", "-").split("-")[0] == "en"
        self._syllables: dict[str, int] = {}

    @cached_property
    def _patterns(self) -> "pyphen.Pyphen":
        import pyphen

        return pyphen.Pyphen(lang="en_US")

    def grade(self, text: str) -> float | None:
        """Return the school grade that a text asks for, None for a text it can't judge."""
        words = _WORD.findall(text) if self._is_english else []
        if len(words) < FEWEST_WORDS:
            return None
        sentences = max(1, len(_SENTENCE_END.findall(text)))
        syllables = sum(self.syllables(word) for word in words)
        return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59

    def syllables(self, word: str) -> int:
        """Return how many syllables a word has, at least one."""
        known = self._syllables.get(word)
        if known is not None:
            return known
        if len(word) > LONGEST_WORD or len(self._syllables) >= MOST_WORDS:
            return max(1, len(_VOWELS.findall(word.lower())))
        count = len(self._patterns.positions(word)) + 1
        self._syllables[word] = count
        return count

    def negation(self, text: str) -> str:
        """Return the first word that says no, or nothing."""
        found = _NEGATION.search(text) if self._is_english else None
        return found.group() if found else ""
