"""Writes plain text of a given width; what it's given can't steer the terminal."""

import textwrap
from collections.abc import Iterable
from typing import TextIO

from caremgr_desktop.reporting.plain import harmless

LEAST_WIDTH = 24
MOST_WIDTH = 100
DOTS = "..."
BLOCKS = ("█", "░")
PLAIN_BLOCKS = ("#", ".")


class Screen:
    """Writes wrapped lines to a stream and reads lines from another.

    ``encoding`` is that of the stream where the text ends up, if it's another one.
    """

    def __init__(
        self, source: TextIO, target: TextIO, width: int, encoding: str | None = None
    ) -> None:
        self._source = source
        self._target = target
        self._encoding = encoding or target.encoding or "utf-8"
        self.width = max(LEAST_WIDTH, min(MOST_WIDTH, width))
        self._blocks = BLOCKS if self._can_write("".join(BLOCKS)) else PLAIN_BLOCKS

    def line(self, text: str = "", *, indent: int = 0) -> None:
        """Write a text, wrapped, with later lines under the first."""
        lines = textwrap.wrap(
            harmless(text),
            self.width,
            initial_indent=" " * indent,
            subsequent_indent=" " * indent,
        )
        for line in lines or [""]:
            self._target.write(self._writable(line) + "\n")

    def item(self, mark: str, text: str) -> None:
        """Write a text with a mark before it, later lines under the text."""
        lead = f"  {harmless(mark)} "
        lines = textwrap.wrap(
            harmless(text), self.width, initial_indent=lead, subsequent_indent=" " * len(lead)
        )
        for line in lines or [lead.rstrip()]:
            self._target.write(self._writable(line) + "\n")

    def heading(self, text: str) -> None:
        """Write a heading with a rule under it."""
        self.line()
        self.line(text)
        self._target.write("-" * min(self.width, len(text)) + "\n")

    def bars(self, rows: Iterable[tuple[str, float, str]]) -> None:
        """Write a bar for each title, share from 0 to 1, and text."""
        rows = list(rows)
        longest = max((len(harmless(title)) for title, _, _ in rows), default=0)
        room = min(longest, self.width // 2)
        length = max(4, self.width - room - 8)
        for title, share, text in rows:
            shown = _shortened(harmless(title), room)
            full = round(share * length)
            bar = self._blocks[0] * full + self._blocks[1] * (length - full)
            self._target.write(self._writable(f"{shown:<{room}} {bar} {text:>5}") + "\n")

    def ask(self, prompt: str) -> str | None:
        """Write a prompt and return what was typed, None at the end of the input."""
        lines = textwrap.wrap(harmless(prompt), self.width - 1)
        self._target.write(self._writable("\n".join(lines)) + " ")
        self._target.flush()
        typed = self._source.readline()
        return typed.strip() if typed else None

    def _writable(self, text: str) -> str:
        return text.encode(self._encoding, "replace").decode(self._encoding)

    def _can_write(self, text: str) -> bool:
        try:
            text.encode(self._encoding)
        except UnicodeEncodeError:
            return False
        return True


def _shortened(text: str, room: int) -> str:
    """Return a text, cut at a word where that leaves any, with dots for what is missing."""
    folded = " ".join(text.split())
    if len(folded) <= room:
        return folded
    if room <= len(DOTS):
        return folded[:room]
    shown = textwrap.shorten(folded, room, placeholder=DOTS)
    return shown if shown != DOTS else folded[: room - len(DOTS)] + DOTS
