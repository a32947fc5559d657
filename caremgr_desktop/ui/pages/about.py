"""The page about the numbers: the method, the founding article, and all sources."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caremgr_desktop.reporting.about import AboutView, ArticleRowView
from caremgr_desktop.ui.pages.page import row_of
from caremgr_desktop.ui.pages.reading import ReadingPage
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.article import ArticleDrawing
from caremgr_desktop.ui.widgets.drawing import Figure
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.sources import SourcesFold, SourceText
from caremgr_desktop.ui.widgets.text import TextButton
from caremgr_desktop.ui.widgets.wrap import WrapLabel


class AboutPage(ReadingPage):
    """Says how results come about and where every figure is from.

    Signal: ``back_requested()``.
    """

    is_overlay = True
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=1040, parent=parent)
        self._heading = WrapLabel(role="heading")
        self.body.addWidget(self._heading)
        self.body.setSpacing(theme.px(16))
        self._panels: list[Panel] = []
        self._back = TextButton(self.tr("Back"), "primary")
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
        last: QWidget = self._heading
        for panel in self._panels:
            self.body.addWidget(panel)
            last = follow(last, panel)
        QWidget.setTabOrder(last, self._back)

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
        told_apart = [row for row in view.article_rows if row.primary]
        rest = [row for row in view.article_rows if not row.primary]
        for row in told_apart:
            self._add_row(panel, row, view.families)
        if rest:
            self._rest = rest
            self._families = view.families
            self._article_panel = panel
            panel.say(self.tr("In the other rows no source says otherwise."), "secondary")
            words = self.tr("Show {count} more rows")
            self._more = TextButton(words.format(count=len(rest)), "link")
            self._more.clicked.connect(self._on_more)
            panel.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def _on_more(self) -> None:
        """Show the rows that were folded away, in place of the link to them."""
        self._more.hide()
        for row in self._rest:
            self._add_row(self._article_panel, row, self._families)

    def _add_row(self, panel: Panel, row: ArticleRowView, families: tuple[str, ...]) -> None:
        cells = list(zip(families, row.texts, strict=False))
        if row.primary:
            cells.append((self.tr("Sources today"), row.primary))
        spoken = " ".join((f"{row.topic}.", *(f"{name}: {text}" for name, text in cells)))
        panel.column.addWidget(Figure(ArticleDrawing(self.theme, row.topic, tuple(cells)), spoken))
        if row.sources:
            panel.column.addWidget(SourcesFold(self.theme, (("", row.sources),), row.topic))

    def _sources(self, view: AboutView) -> Panel:
        panel = Panel(self.theme, self.tr("All sources"))
        count = self.tr("{count} sources, by publisher. An old or undated one says so.")
        panel.say(count.format(count=len(view.sources)), "secondary")
        text = SourceText(self.theme, panel.accessibleName())
        for source in view.sources:
            text.add_source(source, role="entry")
        panel.column.addWidget(text)
        return panel
