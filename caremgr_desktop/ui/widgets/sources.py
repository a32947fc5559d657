"""The sources of a figure, one click away from it."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from caremgr_desktop.reporting.views import SourceView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.fold import FoldWidget

Cited = tuple[str, tuple[SourceView, ...]]
"""A few words, or none, and the sources that they rest on."""


class SourcesFold(FoldWidget):
    """A small link that unfolds the sources of one figure or position.

    ``what`` names the figure for screen readers.
    """

    def __init__(self, theme: Theme, entries: Iterable[Cited], what: str) -> None:
        super().__init__(theme)
        self._entries = tuple(entry for entry in entries if entry[1])
        sources = [source for _, cited in self._entries for source in cited]
        is_one = len(sources) == 1
        closed = self.tr("Source") if is_one else self.tr("Sources")
        if is_one and sources[0].age:
            closed = f"{closed} ({sources[0].age})"
        self.name(closed, self.tr("Hide source") if is_one else self.tr("Hide sources"), what)
        self._text_name = self.tr("Sources of: {what}").format(what=what)
        if not self._entries:
            self.hide()

    def make_content(self) -> QWidget:
        """Return the sources, each under the words that rest on it."""
        from caremgr_desktop.ui.widgets.citation import SourceText

        text = SourceText(self.theme, self._text_name)
        for words, sources in self._entries:
            if words:
                text.add(words, "strong")
            for source in sources:
                is_under_words = bool(words) and source is sources[0]
                text.add_source(source, role="small" if is_under_words else "gap")
        return text
