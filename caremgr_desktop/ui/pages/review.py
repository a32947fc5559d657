"""The review page: what counts how much, what was skipped, every answer to open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.core.flow import Progress, SectionProgress
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.views import AnswerView
from caremgr_desktop.ui.keeper import Keeper
from caremgr_desktop.ui.pages.page import Page, row_of
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.frame import Frame
from caremgr_desktop.ui.widgets.importance import ImportanceWidget
from caremgr_desktop.ui.widgets.text import TextLabel
from caremgr_desktop.ui.widgets.wrap import WrapLabel


class SectionCard(Keeper, Frame):
    """One section: its importance, its count, and its answers on demand.

    Signals: ``importance_chosen(section_id, halves)``, ``opened(section_id)``,
    ``answer_requested(question_id)``.
    """

    importance_chosen = Signal(str, int)
    opened = Signal(str)
    answer_requested = Signal(str)

    def __init__(self, theme: Theme, section: SectionProgress) -> None:
        super().__init__(theme, "card")
        self._section_id = section.section_id
        self._question_ids: list[str] = []
        self._answers: QWidget | None = None
        self.setAccessibleName(section.title)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(12), px(18), px(12))
        self._title = WrapLabel(theme, section.title, "title")
        self._count = TextLabel(theme, role="secondary")
        self._toggle = TextButton(theme, self.tr("Answers"), "link")
        self._toggle.setAccessibleName(self.tr("Answers: {title}").format(title=section.title))
        self._toggle.clicked.connect(self._on_toggle)
        self._importance = ImportanceWidget(theme, section.section_id, section.title)
        self._importance.chosen.connect(self.importance_chosen)
        self._importance.add(self._toggle)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._title)
        words.addWidget(self._count)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(px(10))
        self._row.addLayout(words, 1)
        self._row.addWidget(self._importance)
        column.addLayout(self._row)
        self._column = column

    def show_section(self, section: SectionProgress, importance: Importance) -> None:
        """Show how much is answered and how much it counts."""
        open_count = section.total - section.answered
        count = self.tr("{answered} of {total} answered").format(
            answered=section.answered, total=section.total
        )
        if open_count:
            count = self.tr("{count}, {open} open").format(count=count, open=open_count)
        self._count.setText(count)
        self._importance.choose(importance)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Put the importance under the title where there is little width."""
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )

    def keeper_name(self) -> str:
        """Return the section."""
        return self._section_id

    def kept(self) -> str:
        """Say whether the answers are shown."""
        return "open" if self.is_open else ""

    def take_back(self, state: str) -> None:
        """Show the answers again."""
        if state and not self.is_open:
            self.opened.emit(self._section_id)

    @property
    def is_open(self) -> bool:
        """Whether the answers are shown."""
        return self._answers is not None

    def show_answers(self, answers: Sequence[AnswerView]) -> None:
        """Unfold the section's answers, each with a way to it."""
        self.hide_answers()
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, self.theme.px(6), 0, 0)
        column.setSpacing(self.theme.px(8))
        self._question_ids = [answer.question_id for answer in answers]
        buttons = QButtonGroup(box)
        for index, answer in enumerate(answers):
            change = TextButton(
                self.theme, self.tr("Answer") if answer.is_skipped else self.tr("Change"), "link"
            )
            change.setAccessibleName(f"{change.text()}: {answer.question}")
            change.setObjectName(answer.question_id)
            buttons.addButton(change, index)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(WrapLabel(self.theme, answer.question, "secondary"))
            words.addWidget(WrapLabel(self.theme, answer.answer, "strong"))
            row = row_of(change, spacing=self.theme.px(12))
            row.insertLayout(0, words, 1)
            column.addLayout(row)
        buttons.idClicked.connect(self._on_answer)
        self._column.addWidget(box)
        box.show()  # A layout would show it later.
        follow(self._toggle, box)
        self._answers = box
        self._toggle.set_label(self.tr("Hide answers"))

    def hide_answers(self) -> None:
        """Fold the answers away."""
        if self._answers is not None:
            self._answers.hide()
            self._answers.deleteLater()
            self._answers = None
            self._toggle.set_label(self.tr("Answers"))

    def _on_toggle(self) -> None:
        if self.is_open:
            self.hide_answers()
        else:
            self.opened.emit(self._section_id)

    def _on_answer(self, index: int) -> None:
        self.answer_requested.emit(self._question_ids[index])


class ReviewPage(Page):
    """Asks once, after the questions, what should count most.

    Signals: ``importance_chosen(section_id, halves)``, ``answer_requested(question_id)``,
    ``onward_requested()``, ``back_requested()``, ``quit_requested()``.
    """

    importance_chosen = Signal(str, int)
    answer_requested = Signal(str)
    onward_requested = Signal()
    back_requested = Signal()
    quit_requested = Signal()
    has_rail = True
    is_returned_to = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=960, parent=parent)
        self._cards: dict[str, SectionCard] = {}
        self._answers: Sequence[AnswerView] = ()
        self._kicker = TextLabel(theme, role="kicker")
        self._heading = TextLabel(theme, self.tr("What should count most?"), "heading")
        self.setAccessibleName(self._heading.text())
        hint = self.tr(
            "Everything counts the same unless you say otherwise."
            " Open a part to see or change its answers."
        )
        for part in (self._kicker, self._heading, TextLabel(theme, hint, "secondary")):
            self.body.addWidget(part)
        self.body.addSpacing(theme.px(8))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(10))
        self.body.addLayout(self._list)
        self._low_quit = TextButton(theme, self.tr("Save and quit"), "link")
        self._low_quit.clicked.connect(self.quit_requested)
        self.body.addWidget(FlowWidget(0, self._low_quit))
        self.body.addStretch(1)
        self._fill_foot()

    def _fill_foot(self) -> None:
        back = TextButton(self.theme, self.tr("Back"))
        self._quit = TextButton(self.theme, self.tr("Save and quit"), "link")
        self._onward = TextButton(self.theme, self.tr("See my result"), "primary")
        back.clicked.connect(self.back_requested)
        self._quit.clicked.connect(self.quit_requested)
        self._onward.clicked.connect(self.onward_requested)
        self.foot.addLayout(row_of(back, None, self._quit, self._onward, spacing=self.theme.px(12)))

    def show_review(
        self,
        visit: Visit,
        progress: Progress,
        answers: Sequence[AnswerView],
        *,
        leads_to_result: bool,
    ) -> None:
        """Show the sections; ``answers`` are the lines of all of them."""
        self._answers = answers
        self._onward.set_label(self.tr("See my result") if leads_to_result else self.tr("Go on"))
        self._kicker.setText(
            self.tr("Almost there  ·  {answered} of {total} answered").format(
                answered=progress.answered, total=progress.total
            )
        )
        for section in progress.sections:
            card = self._card(section)
            card.show_section(section, visit.importance(section.section_id))
            if card.is_open:
                card.show_answers(self._answers_of(section.section_id))

    def _answers_of(self, section_id: str) -> list[AnswerView]:
        return [answer for answer in self._answers if answer.section_id == section_id]

    def _card(self, section: SectionProgress) -> SectionCard:
        if section.section_id not in self._cards:
            card = SectionCard(self.theme, section)
            card.importance_chosen.connect(self.importance_chosen)
            card.answer_requested.connect(self.answer_requested)
            card.opened.connect(self._on_opened)
            self._list.addWidget(card)
            self._cards[section.section_id] = card
        return self._cards[section.section_id]

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin at the way on."""
        self._onward.setFocus(reason)

    def enter(self) -> None:
        """Press the focused button, or see the result."""
        if isinstance(self.focusWidget(), QPushButton):
            super().enter()
        else:
            self.onward_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cards to the width."""
        super().resizeEvent(event)
        self._heading.set_role("heading_small" if self.is_narrow else "heading")
        quits = (self._low_quit, self._quit)
        self.show_instead(*(quits if self.is_tight else reversed(quits)))
        for card in self._cards.values():
            card.set_narrow(is_narrow=self.is_narrow)

    def _on_opened(self, section_id: str) -> None:
        card = self._cards[section_id]
        card.show_answers(self._answers_of(section_id))
