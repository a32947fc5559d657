"""The page on what a person already has: optional, and where a plan begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QPushButton, QWidget

from caremgr_desktop.core.person import Have
from caremgr_desktop.ui.pages.have_form import HaveForm
from caremgr_desktop.ui.pages.page import Page, row_of
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.keys import PAGE_KEYS
from caremgr_desktop.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from caremgr_desktop.reporting.have_views import HaveChoices
    from caremgr_desktop.ui.theme import Theme

NOTHING = Have()


class HavePage(Page):
    """Asks once, after the questions, where a plan should begin; all of it may stay empty.

    Signals: ``have_changed(have)``, with None for nothing; ``result_requested()``,
    ``back_requested()``, ``quit_requested()``.
    """

    have_changed = Signal(object)
    result_requested = Signal()
    back_requested = Signal()
    quit_requested = Signal()
    has_rail = True
    is_returned_to = True

    def __init__(self, theme: Theme, choices: HaveChoices, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=960, parent=parent)
        self._have = NOTHING
        self._taken: Have | None = None
        self._heading = TextLabel(theme, self.tr("What do you already have?"), "heading")
        self.setAccessibleName(self._heading.text())
        hint = self.tr(
            "Nothing here changes how a role fits you. It is where your plan to a credential"
            " begins. Left empty, the plan begins at high school."
        )
        self.body.addWidget(TextLabel(theme, self.tr("Optional"), "kicker"))
        self.body.addWidget(self._heading)
        self.body.addWidget(TextLabel(theme, hint, "secondary"))
        self.body.addSpacing(theme.px(8))
        self._form = HaveForm(theme, choices)
        self._form.changed.connect(self._on_changed)
        self.body.addWidget(self._form)
        self._clear = ElidedButton(theme, self.tr("Clear everything"), "link")
        self._clear.clicked.connect(self._on_clear)
        self._undo = ElidedButton(theme, self.tr("Undo"), "link")
        self._undo.clicked.connect(self._on_undo)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self._on_undo)
        self._low_quit = ElidedButton(theme, self.tr("Save and quit"), "link")
        self._low_quit.clicked.connect(self.quit_requested)
        below = (self._clear, self._undo, self._low_quit)
        self.body.addWidget(FlowWidget(theme.px(20), *below))
        self.body.addStretch(1)
        self._fill_foot()

    def _fill_foot(self) -> None:
        back = TextButton(self.theme, self.tr("Back"))
        self._quit = ElidedButton(self.theme, self.tr("Save and quit"), "link")
        self._result = TextButton(self.theme, self.tr("See my result"), "primary")
        back.clicked.connect(self.back_requested)
        self._quit.clicked.connect(self.quit_requested)
        self._result.clicked.connect(self.result_requested)
        self.foot.addLayout(row_of(back, None, self._quit, self._result, spacing=self.theme.px(12)))

    def show_have(self, have: Have | None) -> None:
        """Show what the person said that they have; None for nothing."""
        self._have = have or NOTHING
        if self._form.have != self._have:
            self._form.show_have(self._have)
        self._clear.setVisible(self._have != NOTHING)
        self._undo.setVisible(self._taken is not None)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin at the way on: whoever has nothing presses Enter."""
        self._result.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by pages, or do what every page does."""
        pages = PAGE_KEYS.get(Qt.Key(event.key()))
        if pages is None:
            super().keyPressEvent(event)
            return
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep() * 9 // 10)

    def enter(self) -> None:
        """Press the focused button, go on to the next field, or see the result."""
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            super().enter()
        elif isinstance(focused, QAbstractSpinBox | QComboBox):
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own signature
        else:
            self.result_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the heading, the cards and the foot to the width."""
        super().resizeEvent(event)
        self._heading.set_role("heading_small" if self.is_narrow else "heading")
        self._form.set_narrow(is_narrow=self.is_narrow)
        quits = (self._low_quit, self._quit)
        self.show_instead(*(quits if self.is_tight else reversed(quits)))

    def _on_changed(self) -> None:
        """Say what was changed; what something was taken from can be brought back."""
        have = self._form.have
        self._taken = self._have if _count(have) < _count(self._have) else None
        self._say(have)

    def _on_clear(self) -> None:
        self._taken = self._have
        self._result.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(NOTHING)

    def _on_undo(self) -> None:
        taken, self._taken = self._taken, None
        if taken is not None:
            self._result.setFocus(Qt.FocusReason.OtherFocusReason)
            self._say(taken)

    def _say(self, have: Have) -> None:
        self.have_changed.emit(None if have == NOTHING else have)


def _count(have: Have) -> int:
    """Return how many things somebody has."""
    return len(have.education) + len(have.licences) + len(have.work) + len(have.ce)
