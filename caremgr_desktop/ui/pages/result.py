"""The result page: the verdict first, then everything that stands behind it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caremgr_desktop.core.ports import Formats
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.views import ResultView
from caremgr_desktop.ui.pages.page import settle_layout
from caremgr_desktop.ui.pages.reading import ReadingPage
from caremgr_desktop.ui.pages.result_cards import ResultCards
from caremgr_desktop.ui.pages.result_fit import FitPanel
from caremgr_desktop.ui.pages.result_head import ResultHead
from caremgr_desktop.ui.pages.result_rest import ResultRest
from caremgr_desktop.ui.pages.result_trial import TrialStrip, WeighPanel
from caremgr_desktop.ui.pages.result_why import WhyPanel
from caremgr_desktop.ui.theme import Theme

TWO_COLUMNS_FROM = 900
"""The width, at 100 % text, from which the cards stand in two columns."""
BARS_FIRST_BELOW = 450
"""The height, at 100 % text, below which the first bars come before what can be done."""
STRIP_ROW_FROM = 860
"""The width, at 100 % text, from which words and buttons of a trial share a row."""
WIDEST = 1320
REST_AFTER_MS = 120
"""After this long without another change the cards below the reasons follow."""


class ResultPage(ReadingPage):
    """Lays out one result; an answer or a weight tried in place brings another one.

    Verdict, bars and reasons move at once; the cards below follow when the hand rests.
    Signals: ``answer_changed(question_id, picks)``,
    ``importance_chosen(section_id, halves)``, ``take_back_requested()``,
    ``keep_requested()``, ``undo_requested()``, ``restart_requested()``,
    ``review_requested()``, ``about_requested()``, ``quit_requested()``,
    and ``rested()`` once the whole page shows the last result. What is wished for in the
    cards below comes from ``rest``.
    """

    is_returned_to = True
    answer_changed = Signal(str, tuple)
    importance_chosen = Signal(str, int)
    take_back_requested = Signal()
    keep_requested = Signal()
    undo_requested = Signal()
    rested = Signal()
    restart_requested = Signal()
    review_requested = Signal()
    about_requested = Signal()
    quit_requested = Signal()

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=WIDEST, parent=parent)
        self._why: WhyPanel | None = None
        self._fit: FitPanel | None = None
        self._is_low: bool | None = None
        self._view: ResultView | None = None
        self._in_full: Callable[[], ResultView] | None = None
        self._weigh: WeighPanel | None = None
        self._later = QTimer(self, singleShot=True, interval=REST_AFTER_MS)
        self._later.timeout.connect(self.show_rest)
        self.setAccessibleName(self.tr("Your result"))
        self._head = ResultHead(theme)
        self._head.about_requested.connect(self.about_requested)
        self._head.restart_requested.connect(self.restart_requested)
        self._head.review_requested.connect(self.review_requested)
        self._head.quit_requested.connect(self.quit_requested)
        self._head.answer_requested.connect(self._on_answer_requested)
        self._head.what_if_requested.connect(self._on_what_if)
        self._cards = ResultCards(theme)
        self.rest = ResultRest(theme, formats, self._cards)
        self.rest.answer_requested.connect(self._on_answer_requested)
        self.rest.wanted.connect(self.show_whole)
        self._head.take_requested.connect(self.rest.go_to_take)
        self.body.addWidget(self._head)
        self.body.addSpacing(theme.px(8))
        self._room = QVBoxLayout()  # While it is empty it takes no room.
        self._room.setContentsMargins(0, 0, 0, theme.px(8))
        self.body.addLayout(self._room)
        self.body.addWidget(self._cards)
        self.body.addStretch(1)
        self._strip = TrialStrip(theme)
        self._strip.take_back_requested.connect(self.take_back_requested)
        self._strip.keep_requested.connect(self.keep_requested)
        self._strip.undo_requested.connect(self.undo_requested)
        self.foot.addWidget(self._strip)

    @property
    def why(self) -> WhyPanel:
        """The card with the reasons."""
        assert self._why is not None  # noqa: S101 - show_result comes first
        return self._why

    def show_result(
        self,
        view: ResultView,
        quiz: Quiz,
        visit: Visit,
        *,
        can_undo: bool = False,
        in_full: Callable[[], ResultView] | None = None,
    ) -> None:
        """Show a result; place, focus and what is unfolded stay where they are.

        ``in_full`` gives the same result with what the cards below need, where that is
        left out of ``view``.
        """
        anchor = self._anchor()
        before = self.top_of(anchor)
        is_first = self._view is None
        self._view, self._quiz, self._visit, self._in_full = view, quiz, visit, in_full
        self._head.show_verdict(view)
        self.setAccessibleDescription(f"{view.headline}. {view.detail}")
        self._show_answers(view, quiz, visit)
        self._show_trial(view, visit, can_undo=can_undo)
        if is_first:
            self._head.show_open(view)
            self.rest.show(view if in_full is None else in_full())
            self._order()
        else:
            self._later.start()
        self.keep_in_place(anchor, before)

    def _show_trial(self, view: ResultView, visit: Visit, *, can_undo: bool) -> None:
        if self._weigh is not None:
            self._weigh.show_weights(visit)
        was_hidden = self._strip.isHidden()
        had_focus = self._strip.isAncestorOf(self.window().focusWidget())
        self._strip.show_trial(view.trial, can_undo=can_undo)
        if was_hidden != self._strip.isHidden():
            self.fit_margins()
        if had_focus and self._strip.isHidden():
            self._focus_what_was_tried()

    def _focus_what_was_tried(self) -> None:
        """Go back to the row or the weights that were changed; Qt would go on to any button."""
        row = next((fold.row for fold in self.why.folds if fold.detail is not None), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._weigh is not None:
            self._weigh.take_focus(Qt.FocusReason.TabFocusReason)
        else:
            self._head.focus_what_if()
        self.bring_focus_into_sight()

    def show_rest(self) -> None:
        """Let the cards below follow now."""
        self._later.stop()
        if self._view is not None:
            anchor = self._anchor()
            before = self.top_of(anchor)
            self._head.show_open(self._view)
            self.why.arrange()
            self.rest.show(self._view if self._in_full is None else self._in_full())
            self._order()
            self.keep_in_place(anchor, before)
        self.rested.emit()

    @property
    def is_at_rest(self) -> bool:
        """Whether the whole page shows the last result."""
        return not self._later.isActive()

    def show_pay(self, moved: Callable[[ResultView], ResultView]) -> None:
        """Show pay as it is assumed now, at once; ``moved`` gives a result with that."""
        self._in_full = self._in_full and _after(self._in_full, moved)
        self._view = self._view and moved(self._view)
        self.rest.show_assumed(moved)

    def _show_answers(self, view: ResultView, quiz: Quiz, visit: Visit) -> None:
        """Fill the cards that stay and change with each answer."""
        if self._why is None or self._fit is None:
            self._fit = FitPanel(self.theme)
            self._why = WhyPanel(self.theme, quiz)
            self._why.answer_changed.connect(self.answer_changed)
            self._why.rearranged.connect(self._on_rearranged)
            self._cards.put("fit", self._fit)
            self._cards.put("why", self._why)
        self._fit.show_fits(view)
        self._why.show_reasons(view, visit)

    def _order(self) -> None:
        """Put the cards into their columns, and Tab through them in reading order."""
        scale = self.theme.scale_percent
        is_wide = self.width() * 100 >= TWO_COLUMNS_FROM * scale
        is_low = not is_wide and self.height() * 100 < BARS_FIRST_BELOW * scale
        is_moved = self._cards.arrange(is_wide=is_wide)
        if is_moved or is_low != self._is_low:
            self._is_low = is_low
            self._place_actions()

    def _place_actions(self) -> None:
        """Put what can be done below the first bars where the height is small for the text."""
        actions, focused = self._head.action_box, self.focusWidget()
        if self._is_low and self._fit is not None:
            self._fit.hold(actions)
        else:
            self._head.take_actions_back()
        self._lead_focus()
        if actions.isAncestorOf(focused):
            focused.setFocus()  # What is put into another layout loses it.

    def _lead_focus(self) -> None:
        above = (self._head,) if self._weigh is None else (self._head, self._weigh)
        self._cards.lead_focus(above, self._strip)

    def _anchor(self) -> QWidget | None:
        """Return what has to stay in place on screen: the row or button with the focus."""
        focused = self.focusWidget()
        if not self._inside.isAncestorOf(focused):
            return None
        for fold in self._why.folds if self._why else ():
            if fold.isAncestorOf(focused):
                return fold
        return focused

    def fit_margins(self) -> None:
        """Leave no band below while nothing stands in the foot."""
        super().fit_margins()
        margins = self.foot.contentsMargins()
        gap = 0 if self._strip.isHidden() else self.theme.px(8)
        self.foot.setContentsMargins(margins.left(), gap, margins.right(), gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the head, the columns and the cards to the width."""
        super().resizeEvent(event)
        self._head.set_narrow(is_narrow=self.width() * 100 < 860 * self.theme.scale_percent)
        self._cards.set_narrow(is_narrow=self.is_narrow)
        is_narrow = self.width() * 100 < STRIP_ROW_FROM * self.theme.scale_percent
        self._strip.set_narrow(is_narrow=is_narrow, is_tight=self.is_tight)
        if self._weigh is not None:
            self._weigh.set_narrow(is_narrow=self.is_narrow)
        self._order()

    def _on_rearranged(self) -> None:
        """Show as much of what was unfolded as there is room for, its own row first."""
        part = self._anchor()
        if part is not None:
            self.show_whole(part)

    def _on_answer_requested(self, question_id: str) -> None:
        self.why.open_answer(question_id)
        self._on_rearranged()

    def kept(self) -> str:
        """Say whether the parts to weigh are shown."""
        return "" if self._weigh is None else "what if"

    def take_back(self, state: str) -> None:
        """Show the parts to weigh again."""
        if state and self._weigh is None:
            self._open_weights()

    def _open_weights(self) -> WeighPanel:
        weigh = self._weigh = WeighPanel(self.theme, self._quiz.sections)
        weigh.importance_chosen.connect(self.importance_chosen)
        weigh.set_narrow(is_narrow=self.is_narrow)
        weigh.show_weights(self._visit)
        self._room.addWidget(weigh)
        weigh.show()  # A layout would show it later.
        self._head.show_what_if(is_open=True)
        self._lead_focus()
        return weigh

    def _on_what_if(self) -> None:
        """Show the parts to weigh, or put them away."""
        if self._weigh is not None:
            self._weigh.hide()
            self._weigh.deleteLater()
            self._weigh = None
            self._head.show_what_if(is_open=False)
            return
        weigh = self._open_weights()
        weigh.take_focus(Qt.FocusReason.TabFocusReason)
        settle_layout()
        self._scroll.ensureWidgetVisible(weigh, 0, self.theme.px(16))


def _after(
    make: Callable[[], ResultView], change: Callable[[ResultView], ResultView]
) -> Callable[[], ResultView]:
    def made() -> ResultView:
        return change(make())

    return made
