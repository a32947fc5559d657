"""The question page: one question, its answer cards, and the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from caremgr_desktop.core.answers import Picks
from caremgr_desktop.core.flow import Progress, is_detour
from caremgr_desktop.core.order import shown_order
from caremgr_desktop.core.quiz import Question
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.ui.pages.page import Page, row_of
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.answers import AnswersWidget
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.options import OptionsWidget
from caremgr_desktop.ui.widgets.progress import ProgressWidget
from caremgr_desktop.ui.widgets.text import TextLabel
from caremgr_desktop.ui.widgets.wrap import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caremgr_desktop.ui.pages.question_settled import SettledBox


class QuestionPage(Page):
    """Shows one question after another; holds nothing but what is on screen.

    Signals: ``answered(question_id, picks)``, ``skip_requested()``,
    ``next_requested()``, ``result_requested()``, ``back_requested()``,
    ``quit_requested()``.
    """

    has_rail = True
    answered = Signal(str, tuple)
    skip_requested = Signal()
    next_requested = Signal()
    result_requested = Signal()
    back_requested = Signal()
    quit_requested = Signal()

    def __init__(
        self, theme: Theme, questions: Sequence[Question], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, widest=960, parent=parent)
        self._questions = questions
        self._question: Question | None = None
        self._settled: SettledBox | None = None
        self._kicker = WrapLabel(theme, role="kicker")
        self._heading = WrapLabel(theme, role="heading")
        self._hint = WrapLabel(theme, role="secondary")
        self._notice = TextLabel(theme, role="strong")
        self._notice.hide()
        self._skip = TextButton(theme, self.tr("Skip this one"), "link")
        self._low_quit = TextButton(theme, self.tr("Save and quit"), "link")
        self._answers = AnswersWidget(theme)
        self._fill_body()
        self._progress = ProgressWidget(theme)
        self._back = TextButton(theme, self.tr("Back"))
        self._minutes = TextLabel(theme, role="secondary")
        self._quit = TextButton(theme, self.tr("Save and quit"), "link")
        self._next = TextButton(theme, self.tr("Next"), "primary")
        self._fill_foot()
        self._connect()

    def _fill_body(self) -> None:
        px = self.theme.px
        self.body.setSpacing(px(6))
        for part in (self._kicker, self._heading, self._hint):
            self.body.addWidget(part)
        self.body.addSpacing(px(10))
        self.body.addWidget(self._answers)
        self.body.addWidget(self._notice)
        self.body.addWidget(FlowWidget(px(24), self._skip, self._low_quit))
        self.body.addStretch(1)

    def _fill_foot(self) -> None:
        spacing = self.theme.px(12)
        self.foot.addWidget(self._progress)
        self._minutes.setWordWrap(False)
        self.foot.addLayout(
            row_of(self._back, self._minutes, None, self._quit, self._next, spacing=spacing)
        )

    def _connect(self) -> None:
        self._answers.picked.connect(self._on_picked)
        self._answers.refused.connect(self._on_refused)
        self._skip.clicked.connect(self.skip_requested)
        self._next.clicked.connect(self._on_next)
        self._back.clicked.connect(self.back_requested)
        self._quit.clicked.connect(self.quit_requested)
        self._low_quit.clicked.connect(self.quit_requested)

    @property
    def options(self) -> OptionsWidget:
        """The cards on screen; raises RuntimeError before the first question."""
        if self._answers.shown is None:
            raise RuntimeError
        return self._answers.shown

    def show_question(self, question: Question, visit: Visit, progress: Progress) -> None:
        """Show a question with the answer it has in the visit."""
        if self._question is None:
            QTimer.singleShot(0, self, self._on_painted)
        if question is not self._question:
            self.scroll_to_top()
        self._question = question
        section = next(item for item in progress.sections if item.is_here)
        place = self.tr("{section}  ·  Question {number} of {total}")
        if progress.ends_early:
            place = self.tr("{section}  ·  Question {number} of up to {total}")
        self._kicker.show_text(
            place.format(section=section.title, number=progress.number, total=progress.total)
        )
        self.setAccessibleName(section.title)
        self._heading.show_text(question.text)
        self._hint.show_text(self._hint_of(question))
        self._notice.hide()
        picks = visit.answers.get(question.id, ())
        self._answers.show_question(question, shown_order(question, visit.seed), picks)
        self._next.set_label(self.tr("Done") if is_detour(visit) else self.tr("Next"))
        self._progress.show_done(progress.reached, progress.total)
        self._minutes.setText(self._minutes_text(progress))

    def show_settled(self, *, is_settled: bool) -> None:
        """Say under the answers that the rest can't change the first family, or no more so."""
        if is_settled and self._settled is None:
            self._make_settled()
        if self._settled is not None:
            self._settled.setVisible(is_settled)

    def _make_settled(self) -> SettledBox:
        from caremgr_desktop.ui.pages.question_settled import SettledBox

        self._settled = SettledBox(self.theme)
        self._settled.result_requested.connect(self.result_requested)
        self.body.insertWidget(self.body.indexOf(self._notice) + 1, self._settled)
        follow(self._answers, self._answers, self._settled, self._skip)
        return self._settled

    def _on_painted(self) -> None:
        """Let the event loop go round once more: the first question is on screen then."""
        QTimer.singleShot(0, self, self._prepare)

    def _prepare(self) -> None:
        """Make what later questions need, and let Tab go through it in order."""
        self._answers.prepare(self._questions)
        if self._settled is None:
            self._make_settled().hide()
        else:
            follow(self._answers, self._answers, self._settled, self._skip)

    def _hint_of(self, question: Question) -> str:
        if question.hint:
            return question.hint
        if question.has_many_picks:
            return self.tr("Pick up to {limit}.").format(limit=question.max_picks)
        return self.tr("Pick the one that sounds most like a good day.")

    def _minutes_text(self, progress: Progress) -> str:
        if progress.minutes_left <= 1:
            return self.tr("About a minute left")
        return self.tr("About {minutes} minutes left").format(minutes=progress.minutes_left)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin at the answers."""
        if self._answers.shown is not None:
            self._answers.shown.focus_first(reason)

    def bring_focus_into_sight(self) -> None:
        """Leave the question where it is: it is read first.

        The first key that leads to a card scrolls to that.
        """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick by number, wherever on the page the focus is."""
        shown = self._answers.shown
        if shown is None or not shown.take_number(event):
            super().keyPressEvent(event)

    def enter(self) -> None:
        """Press the focused button, or go on."""
        if isinstance(self.focusWidget(), QPushButton):
            super().enter()
        else:
            self._on_next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use a smaller heading where there is little room."""
        super().resizeEvent(event)
        role = "heading_small" if self.is_narrow else "heading"
        self._heading.set_role(role)
        self._minutes.setVisible(not self.is_tight)
        quits = (self._low_quit, self._quit)
        self.show_instead(*(quits if self.is_tight else reversed(quits)))

    def _on_picked(self, picks: Picks) -> None:
        self._notice.hide()
        if self._question is not None:
            self.answered.emit(self._question.id, picks)

    def _on_refused(self, limit: int) -> None:
        self._say(self.tr("Up to {limit} count here. Take one off first.").format(limit=limit))

    def _on_next(self) -> None:
        if self._answers.shown is not None and self._answers.shown.picks:
            self.next_requested.emit()
        else:
            self._say(self.tr("Pick an answer, or skip this one."))

    def kept(self) -> str:
        """Return the notice under the answers."""
        return "" if self._notice.isHidden() else self._notice.text()

    def take_back(self, state: str) -> None:
        """Say it again."""
        self._say(state)

    def _say(self, text: str) -> None:
        self._notice.setText(text)
        self._notice.show()
        self.show_part(self._notice)
