"""Two or three results side by side: what they came to, what moved, which answers differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caremgr_desktop.reporting.views import Bar
from caremgr_desktop.ui.pages.page import row_of
from caremgr_desktop.ui.pages.reading import ReadingPage
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bars import FitDrawing
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.drawing import Figure, Lettering
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.wrap import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caremgr_desktop.reporting.compare_views import (
        CompareHead,
        CompareRow,
        CompareSection,
        CompareView,
    )

LEAST_COLUMN = 220
"""The width of a column, at 100 % text, below which the cells stand under each other."""


class SideBySide(QWidget):
    """Cells in columns of one width, or under each other where there is no room for that.

    ``captions`` say whose a cell is; in columns the head above says it.
    """

    def __init__(
        self, theme: Theme, cells: Sequence[QWidget], captions: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self._captions = captions
        self._theme = theme
        self._count = len(cells)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(20))
        for cell in cells:
            self._box.addWidget(cell, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cells where there is room for them."""
        super().resizeEvent(event)
        room = self.width() * 100 // (self._count * self._theme.scale_percent)
        direction = QBoxLayout.Direction
        is_wide = room >= LEAST_COLUMN
        self._box.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self._box.setSpacing(self._theme.px(20 if is_wide else 8))
        for caption in self._captions:
            caption.setHidden(is_wide)


class ComparePage(ReadingPage):
    """Shows results side by side, the earliest first.

    Signal: ``back_requested()``.
    """

    is_overlay = True
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=1180, parent=parent)
        self.setAccessibleName(self.tr("Compare results"))
        self._heading = WrapLabel(theme, self.accessibleName(), "heading")
        self._lead = WrapLabel(theme, role="answer")
        self.body.addWidget(self._heading)
        self.body.addWidget(self._lead)
        self.body.setSpacing(theme.px(16))
        self._lettering = Lettering(theme)
        self._panels: list[Panel] = []
        self._back = TextButton(theme, self.tr("Back"), "primary")
        self._back.clicked.connect(self.back_requested)
        self.foot.addLayout(row_of(self._back, None, spacing=0))

    def show_comparison(self, view: CompareView) -> None:
        """Show a comparison, in place of what was shown before."""
        for panel in self._panels:
            panel.hide()
            panel.deleteLater()
        self._lead.show_text(view.lead)
        titles = [head.title for head in view.heads]
        self._panels = [
            self._results(view.heads),
            *(self._section(section, titles) for section in view.sections),
        ]
        for panel in self._panels:
            self.body.addWidget(panel)
        follow(self._heading, *self._panels, self._back)

    def close_overlay(self) -> None:
        """Go back to the list."""
        self.back_requested.emit()

    def _results(self, heads: Sequence[CompareHead]) -> Panel:
        panel = Panel(self.theme, self.tr("What they came to"))
        panel.column.addWidget(SideBySide(self.theme, [self._head(head) for head in heads]))
        return panel

    def _head(self, head: CompareHead) -> QWidget:
        cell, column = self._cell(head.title)
        for words in (head.detail, head.headline):
            if words:
                role = "secondary" if words == head.detail else "body"
                column.addWidget(WrapLabel(self.theme, words, role))
        for role_id, title, fit, text in head.fits:
            bar = Bar(role_id, role_id, title, 1, fit, text, is_first=False)
            drawing = FitDrawing(self.theme, self._lettering, bar, title, is_strong=False)
            column.addWidget(Figure(drawing, f"{title}: {text}"))
        if head.setting:
            column.addWidget(WrapLabel(self.theme, head.setting, "secondary"))
        column.addStretch(1)
        return cell

    def _cell(self, title: str) -> tuple[QWidget, QVBoxLayout]:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(6))
        column.addWidget(WrapLabel(self.theme, title, "strong"))
        return cell, column

    def _section(self, section: CompareSection, titles: Sequence[str]) -> Panel:
        panel = Panel(self.theme, section.title)
        panel.say(section.moved)
        pairs = zip(titles, section.leans, strict=True)
        cells = [self._said(title, lean, "secondary") for title, lean in pairs]
        panel.column.addWidget(SideBySide(self.theme, cells))
        for row in section.rows:
            self._add_row(panel, row, titles)
        panel.say(section.same, "secondary")
        return panel

    def _add_row(self, panel: Panel, row: CompareRow, titles: Sequence[str]) -> None:
        panel.column.addSpacing(self.theme.px(6))
        panel.say(row.label, "strong")
        pairs = zip(titles, row.answers, strict=True)
        captions, cells = [], []
        for title, answer in pairs:
            cell, caption = self._answer(title, answer)
            cells.append(cell)
            captions.append(caption)
        panel.column.addWidget(SideBySide(self.theme, cells, captions))

    def _said(self, title: str, words: str, role: str) -> QWidget:
        cell, column = self._cell(title)
        column.addWidget(WrapLabel(self.theme, words, role))
        column.addStretch(1)
        return cell

    def _answer(self, title: str, answer: str) -> tuple[QWidget, QWidget]:
        """Return an answer, and its caption for where there are no columns.

        A screen reader, which sees none, hears whose it is in any case.
        """
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(2))
        caption = WrapLabel(self.theme, title, "small")
        label = WrapLabel(self.theme, answer)
        label.setAccessibleName(f"{title}: {answer}")
        column.addWidget(caption)
        column.addWidget(label)
        column.addStretch(1)
        return cell, caption
