"""The page about the numbers: the method, the founding article, and all sources."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caremgr_desktop.reporting.about import AboutView, ArticleRowView
from caremgr_desktop.ui.pages.page import row_of
from caremgr_desktop.ui.pages.reading import ReadingPage
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.article import ArticleDrawing
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.citation import SourceText
from caremgr_desktop.ui.widgets.drawing import Figure
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.fold import FoldWidget
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.sources import SourcesFold
from caremgr_desktop.ui.widgets.wrap import WrapLabel


class AboutPage(ReadingPage):
    """Says how results come about and where every figure is from.

    Signal: ``back_requested()``.
    """

    is_overlay = True
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=1040, parent=parent)
        self._heading = WrapLabel(theme, role="heading")
        self.body.addWidget(self._heading)
        self.body.setSpacing(theme.px(16))
        self._panels: list[Panel] = []
        self._back = TextButton(theme, self.tr("Back"), "primary")
        self._back.clicked.connect(self.back_requested)
        self.foot.addLayout(row_of(self._back, None, spacing=0))

    def show_about(self, view: AboutView) -> None:
        """Show the page, in place of what it showed before."""
        for panel in self._panels:
            panel.hide()
            panel.deleteLater()
        self.setAccessibleName(view.title)
        self._heading.show_text(view.title)
        self._panels = [self._method(view), self._article(view), self._sources(view)]
        for panel in self._panels:
            self.body.addWidget(panel)
        follow(self._heading, *self._panels, self._back)

    def close_overlay(self) -> None:
        """Go back to the visit."""
        self.back_requested.emit()

    def _method(self, view: AboutView) -> Panel:
        panel = Panel(self.theme, self.tr("How a result comes about"))
        panel.column.setSpacing(self.theme.px(10))
        for paragraph in view.paragraphs:
            panel.say(paragraph)
        panel.say(view.affiliation, "strong")
        return panel

    def _article(self, view: AboutView) -> Panel:
        panel = Panel(self.theme, self.tr("The founding article, and what sources say today"))
        lead = self.tr(
            "This program grew from one article. Where a source closer to the facts says"
            " something else, the program goes by that source."
        )
        panel.say(lead, "secondary")
        entries = (("", view.article_source),)
        panel.column.addWidget(SourcesFold(self.theme, entries, self.tr("the article")))
        apart = [row for row in view.article_rows if row.primary]
        alone = [row for row in view.article_rows if not row.primary]
        panel.column.addWidget(ArticleRows(self.theme, apart, view.families))
        if alone:
            panel.say(self.tr("In the other rows no source says otherwise."), "secondary")
            panel.column.addWidget(ArticleFold(self.theme, alone, view.families))
        return panel

    def _sources(self, view: AboutView) -> Panel:
        panel = Panel(self.theme, self.tr("All sources"))
        count = self.tr("{count} sources, by publisher. An old or undated one says so.")
        panel.say(count.format(count=len(view.sources)), "secondary")
        text = SourceText(self.theme, panel.accessibleName())
        for source in view.sources:
            text.add_source(source, role="entry")
        panel.column.addWidget(text)
        return panel


class ArticleRows(QWidget):
    """Rows of the article, each with the sources that say otherwise."""

    def __init__(
        self, theme: Theme, rows: Sequence[ArticleRowView], families: tuple[str, ...]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        for row in rows:
            self._add(row, families)

    def _add(self, row: ArticleRowView, families: tuple[str, ...]) -> None:
        cells = list(zip(families, row.texts, strict=False))
        if row.primary:
            cells.append((self.tr("Sources today"), row.primary))
        spoken = " ".join((f"{row.topic}.", *(f"{name}: {text}" for name, text in cells)))
        drawing = ArticleDrawing(self._theme, row.topic, tuple(cells))
        self._column.addWidget(Figure(drawing, spoken))
        if row.sources:
            self._column.addWidget(SourcesFold(self._theme, (("", row.sources),), row.topic))


class ArticleFold(FoldWidget):
    """The rows that only the article speaks of, on demand."""

    def __init__(
        self, theme: Theme, rows: Sequence[ArticleRowView], families: tuple[str, ...]
    ) -> None:
        super().__init__(theme)
        self._rows = rows
        self._families = families
        words = self.tr("Show the rest of the article")
        self.name(words, self.tr("Hide the rest of the article"))

    def make_content(self) -> QWidget:
        """Return the rows."""
        return ArticleRows(self.theme, self._rows, self._families)
