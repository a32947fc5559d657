"""The result page: the verdict first, then everything that stands behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caremgr_desktop.core.ports import Formats
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.views import ResultView
from caremgr_desktop.ui.pages.page import Page, row_of
from caremgr_desktop.ui.pages.question import ENTER_KEYS
from caremgr_desktop.ui.pages.result_cards import (
    Card,
    DayCard,
    FitCard,
    NextCard,
    OpenCard,
    PathCard,
    PayCard,
    SeparatingCard,
    WhyCard,
)
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.text import TextButton, TextLabel

TWO_COLUMNS_FROM = 940


class ResultPage(Page):
    """Lays out one result; an answer changed in place brings a new one.

    Signals: ``answer_changed(question_id, picks)``, ``answer_requested(question_id)``,
    ``review_requested()``, ``restart_requested()``, ``about_requested()``,
    ``quit_requested()``.
    """

    answer_changed = Signal(str, tuple)
    answer_requested = Signal(str)
    review_requested = Signal()
    restart_requested = Signal()
    about_requested = Signal()
    quit_requested = Signal()

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=1240, parent=parent)
        self._formats = formats
        self._cards: list[Card] = []
        self._why: WhyCard | None = None
        self._open_reasons: set[str] = set()
        self._shows_all = False
        self._is_wide: bool | None = None
        self._kicker = TextLabel(role="kicker")
        font = QFont()
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        self._kicker.setFont(font)
        self._headline = TextLabel(role="heading")
        self._detail = TextLabel(role="answer")
        about = TextButton(self.tr("About the numbers"), "link")
        about.clicked.connect(self.about_requested)
        for part in (self._kicker, self._headline, self._detail, FlowWidget(0, about)):
            self.body.addWidget(part)
        self._top = QVBoxLayout()
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self._across = QHBoxLayout()
        self._across.setSpacing(theme.px(16))
        for column, stretch in zip(self._columns, (9, 11), strict=True):
            column.setSpacing(theme.px(16))
            self._across.addLayout(column, stretch)
        self.body.addLayout(self._top)
        self.body.addLayout(self._across)
        self.body.addStretch(1)
        self._fill_foot()

    def _fill_foot(self) -> None:
        self._change = TextButton(self.tr("Change answers"), "secondary")
        restart = TextButton(self.tr("Start again"), "link")
        self._quit = TextButton(self.tr("Save and quit"), "link")
        self._change.clicked.connect(self.review_requested)
        restart.clicked.connect(self.restart_requested)
        self._quit.clicked.connect(self.quit_requested)
        self.foot.addLayout(
            row_of(self._change, None, restart, self._quit, spacing=self.theme.px(16))
        )

    def show_result(self, view: ResultView, quiz: Quiz, visit: Visit) -> None:
        """Show a result; what was unfolded stays unfolded."""
        self._kicker.setText(view.kicker)
        self._headline.setText(view.headline)
        self._detail.setText(view.detail)
        self.setAccessibleName(view.headline)
        why = WhyCard(self.theme, view, quiz, visit)
        cards: list[Card] = [FitCard(self.theme, view), why]
        if view.separating:
            cards.insert(0, SeparatingCard(self.theme, view.separating))
        cards += [
            PayCard(self.theme, view, self._formats),
            PathCard(self.theme, view.paths),
            DayCard(self.theme, view.setting),
            NextCard(self.theme, view.setting.next_steps),
        ]
        if any(item.is_skipped for item in view.answers):
            rest = OpenCard(self.theme, view)
            rest.answer_requested.connect(self.answer_requested)
            cards.append(rest)
        self._replace(cards)
        self._join_why(why)

    def _join_why(self, why: WhyCard) -> None:
        self._why = why
        if self._shows_all:
            why.show_all()
        for question_id in self._open_reasons & set(why.widgets):
            why.widgets[question_id].set_open(is_open=True)
        why.answered.connect(self.answer_changed)
        why.toggled.connect(self._on_toggled)
        why.all_requested.connect(self._on_all)

    def _replace(self, cards: list[Card]) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = cards
        self._is_wide = None
        self._arrange()

    def _arrange(self) -> None:
        """Put the cards in two columns where there's room, else in one, in reading order."""
        is_wide = self.width() * 100 >= TWO_COLUMNS_FROM * self.theme.scale_percent
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        for layout in (self._top, *self._columns):
            while layout.count():
                layout.takeAt(0)
        for column in self._columns:
            self._across.setStretchFactor(column, 0)
        rest = [card for card in self._cards if not isinstance(card, SeparatingCard)]
        for card in self._cards:
            if isinstance(card, SeparatingCard):
                self._top.addWidget(card)
        for place, card in enumerate(rest):
            self._columns[place % 2 if is_wide else 0].addWidget(card)
        for column, stretch in zip(self._columns, (9, 11), strict=True):
            self._across.setStretchFactor(column, stretch if column.count() else 0)
            if is_wide:
                column.addStretch(1)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin at the top, with the way to the answers."""
        self._change.setFocus(reason)
        self.scroll_to_top()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the focused button with Enter."""
        focused = self.focusWidget()
        if event.key() in ENTER_KEYS and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns and the foot to the width."""
        super().resizeEvent(event)
        self._headline.set_role("heading_small" if self.is_narrow else "heading")
        self._quit.setVisible(not self.is_tight)
        self._arrange()

    def _on_toggled(self, question_id: str, is_open: bool) -> None:  # noqa: FBT001 - Qt's signal gives it
        if is_open:
            self._open_reasons.add(question_id)
        else:
            self._open_reasons.discard(question_id)

    def _on_all(self) -> None:
        self._shows_all = True
        if self._why is not None:
            self._why.show_all()
