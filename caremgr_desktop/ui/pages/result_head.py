"""The top of the result: the verdict, what would settle it, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QVBoxLayout, QWidget

from caremgr_desktop.reporting.views import ResultView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bed
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.frame import Frame
from caremgr_desktop.ui.widgets.wrap import WrapLabel

MOST_OPEN = 6
"""So many questions are offered at once; the others on demand or among the reasons."""


class ResultHead(Bed):
    """Kicker, headline and detail, with the actions beside or below them.

    Signals: ``about_requested()``, ``restart_requested()``, ``review_requested()``,
    ``take_requested()`` to take the result along,
    ``what_if_requested()``, ``quit_requested()``, ``answer_requested(question_id)``.
    """

    what_if_requested = Signal()
    take_requested = Signal()
    about_requested = Signal()
    restart_requested = Signal()
    review_requested = Signal()
    quit_requested = Signal()
    answer_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        px = theme.px
        self._kicker = WrapLabel(theme, role="kicker")
        self._headline = WrapLabel(theme, role="heading")
        self._detail = WrapLabel(theme, role="secondary")
        words = QVBoxLayout()
        words.setSpacing(px(6))
        for part in (self._kicker, self._headline, self._detail):
            words.addWidget(part)
        words.addStretch(1)
        self._band = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._band.setSpacing(px(16))
        self._band.addLayout(words, 1)
        self._action_box = self._make_actions()
        self.take_actions_back()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))
        self._column.addLayout(self._band)
        self._settle: SettleBox | None = None
        self._settle_ids: tuple[str, ...] = ()

    @property
    def action_box(self) -> QWidget:
        """What can be done with the result; where there is little height it stands elsewhere."""
        return self._action_box

    def take_actions_back(self) -> None:
        """Let the actions stand beside or below the words."""
        if self._band.indexOf(self._action_box) < 0:
            self._band.addWidget(self._action_box, 0, Qt.AlignmentFlag.AlignTop)

    def _make_actions(self) -> QWidget:
        px = self._theme.px
        restart = TextButton(self._theme, self.tr("Start again"))
        self._what_if = TextButton(self._theme, "", "primary")
        review = ElidedButton(self._theme, self.tr("Change my answers"), "link")
        take = ElidedButton(self._theme, self.tr("Take it home"), "link")
        about = ElidedButton(self._theme, self.tr("About the numbers"), "link")
        quit_ = ElidedButton(self._theme, self.tr("Save and quit"), "link")
        restart.clicked.connect(self.restart_requested)
        self._what_if.clicked.connect(self.what_if_requested)
        review.clicked.connect(self.review_requested)
        take.clicked.connect(self.take_requested)
        about.clicked.connect(self.about_requested)
        quit_.clicked.connect(self.quit_requested)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._buttons = FlowWidget(px(12), restart, self._what_if)
        self._links = FlowWidget(px(20), review, take, about, quit_)
        column.addWidget(self._buttons)
        column.addWidget(self._links)
        self._buttons_column = column
        self.show_what_if(is_open=False)
        return box

    def show_what_if(self, *, is_open: bool) -> None:
        """Name what the first button does next."""
        self._what_if.set_label(self.tr("Hide “What if”") if is_open else self.tr("What if …?"))

    def focus_what_if(self) -> None:
        """Give the focus to the button that opens what can be tried."""
        self._what_if.setFocus(Qt.FocusReason.TabFocusReason)

    def show_verdict(self, view: ResultView) -> None:
        """Show the verdict."""
        # While something is tried the words keep their room, so that what is below stays put.
        keeps_room = view.trial is not None and self._detail.isVisible()
        self._detail.setMinimumHeight(self._detail.height() if keeps_room else 1)
        self._kicker.show_text(view.kicker)
        self._headline.show_text(view.headline)
        self._detail.show_text(view.detail)

    def show_open(self, view: ResultView) -> None:
        """Show what would settle the verdict, where it is close or open."""
        if view.separating:
            lead = self.tr("These answers do most between the two. Look at one again:")
            items = tuple((item.question_id, item.label) for item in view.separating)
        elif not view.leaders:
            lead = self.tr("Go on answering here:")
            skipped = [item for item in view.answers if item.is_skipped]
            items = tuple((item.question_id, item.label) for item in skipped[:MOST_OPEN])
        else:
            lead, items = "", ()
        self._show_settle(lead, items)

    def _show_settle(self, lead: str, items: tuple[tuple[str, str], ...]) -> None:
        ids = tuple(question_id for question_id, _ in items)
        if ids == self._settle_ids:
            return
        self._settle_ids = ids
        if self._settle is not None:
            self._settle.hide()
            self._settle.deleteLater()
            self._settle = None
        if items:
            self._settle = SettleBox(self._theme, lead, items)
            self._settle.answer_requested.connect(self.answer_requested)
            self._column.addWidget(self._settle)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Put the actions below the words, and use a smaller headline."""
        self._headline.set_role("heading_small" if is_narrow else "heading")
        side = Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag.AlignRight
        for row in (self._buttons, self._links):
            self._buttons_column.setAlignment(row, side)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._band.setDirection(down if is_narrow else across)


class SettleBox(Frame):
    """A box with a way to each question that would settle the result, or that is remarked on.

    Signal: ``answer_requested(question_id)``.
    """

    answer_requested = Signal(str)

    def __init__(
        self, theme: Theme, lead: str, items: tuple[tuple[str, str], ...], kind: str = "notice"
    ) -> None:
        super().__init__(theme, kind)
        self.setAccessibleName(lead)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(WrapLabel(theme, lead, "strong"))
        self._ids = [question_id for question_id, _ in items]
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._flow = FlowWidget(px(8))
        self._labels = [label for _, label in items]
        self._add_ways(0, MOST_OPEN if len(items) > MOST_OPEN + 1 else len(items))
        column.addWidget(self._flow)
        self._group.idClicked.connect(self._on_clicked)
        self._more = ElidedButton(
            theme, self.tr("Show all {count}").format(count=len(items)), "link"
        )
        self._more.clicked.connect(self._on_more)
        self._more_row = FlowWidget(0, self._more)
        column.addWidget(self._more_row)
        if len(self._group.buttons()) == len(items):
            self._more_row.hide()

    def _add_ways(self, start: int, end: int) -> None:
        for index in range(start, end):
            pill = ElidedButton(self.theme, self._labels[index], "pill")
            self._group.addButton(pill, index)
            self._flow.add(pill)
            pill.show()

    def _on_more(self) -> None:
        """Show the rest, and go on at the first of them."""
        shown = len(self._group.buttons())
        self._add_ways(shown, len(self._labels))
        follow(self._group.button(0), self._flow)
        self._group.button(shown).setFocus(Qt.FocusReason.TabFocusReason)
        self._more_row.hide()

    def _on_clicked(self, index: int) -> None:
        self.answer_requested.emit(self._ids[index])
