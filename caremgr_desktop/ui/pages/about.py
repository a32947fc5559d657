"""The page about the numbers: method, sources, and the founding article's rows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from caremgr_desktop.reporting.about import AboutView, ArticleRowView
from caremgr_desktop.ui.pages.page import Page, row_of
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.sources import SourceLabel, SourcesWidget
from caremgr_desktop.ui.widgets.text import TextButton, TextLabel


class AboutPage(Page):
    """Says how results come about and where every figure is from.

    Signal: ``back_requested()``.
    """

    is_overlay = True
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=960, parent=parent)
        self._back = TextButton(self.tr("Back"), "primary")
        self._back.clicked.connect(self.back_requested)
        self.foot.addLayout(row_of(self._back, None, spacing=0))

    def show_about(self, view: AboutView) -> None:
        """Show the page; it is filled once."""
        self.setAccessibleName(view.title)
        self.body.addWidget(TextLabel(view.title, "heading"))
        for paragraph in (*view.paragraphs, view.affiliation):
            self.body.addWidget(TextLabel(paragraph))
        self._title(self.tr("The article this program grew from, and what sources say today"))
        for source in view.article_source:
            self.body.addWidget(SourceLabel(source))
        for row in view.article_rows:
            self.body.addWidget(self._row(row, view.families))
        self._title(self.tr("All sources"))
        for source in view.sources:
            self.body.addWidget(SourceLabel(source))
        self.body.addStretch(1)

    def _title(self, text: str) -> None:
        self.body.addSpacing(self.theme.px(12))
        self.body.addWidget(TextLabel(text, "title"))

    def _row(self, row: ArticleRowView, families: tuple[str, ...]) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        px = self.theme.px
        column.setContentsMargins(px(18), px(12), px(18), px(12))
        column.setSpacing(px(4))
        column.addWidget(TextLabel(row.topic, "strong"))
        for name, text in zip(families, (row.case, row.care), strict=False):
            column.addWidget(TextLabel(f"{name}: {text}"))
        if row.primary:
            words = self.tr("Sources today: {text}").format(text=row.primary)
            column.addWidget(TextLabel(words, "strong"))
            column.addWidget(SourcesWidget(self.theme, row.sources, row.topic))
        return card

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin at the top."""
        self._back.setFocus(reason)
        self.scroll_to_top()
