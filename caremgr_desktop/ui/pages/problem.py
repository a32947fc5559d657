"""The page for an error that nobody foresaw: plain words and a way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caremgr_desktop.core.visit import RESULT, WELCOME, Place
from caremgr_desktop.ui.pages.page import Page
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.text import TextLabel
from caremgr_desktop.ui.widgets.wrap import WrapLabel


class ProblemPage(Page):
    """Says that something failed, that the answers are safe, and offers ways on.

    Signals: ``back_requested()`` to what was shown before; where that failed again
    ``onward_requested()`` past it, ``step_back_requested()`` to the page before it and
    ``home_requested()`` to the welcome; and ``quit_requested()``.
    """

    is_overlay = True
    back_requested = Signal()
    onward_requested = Signal()
    step_back_requested = Signal()
    home_requested = Signal()
    quit_requested = Signal()

    def __init__(self, theme: Theme, log_file: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=820, parent=parent)
        self.setAccessibleName(self.tr("Something went wrong"))
        self._advice = TextLabel(theme, role="answer")
        log_words = self.tr("What failed is written down, without your answers, in {file}")
        self._onward = TextButton(theme, self.tr("Go on without this page"))
        self._step_back = TextButton(theme, self.tr("Go one step back"))
        self._back = TextButton(theme, "")
        self._home = TextButton(theme, self.tr("Go to the first page"))
        quit_ = TextButton(theme, self.tr("Save and quit"), "link")
        self._onward.clicked.connect(self.onward_requested)
        self._step_back.clicked.connect(self.step_back_requested)
        self._back.clicked.connect(self.back_requested)
        self._home.clicked.connect(self.home_requested)
        quit_.clicked.connect(self.quit_requested)
        self._ways = (self._onward, self._step_back, self._back, self._home)
        self.body.addStretch(1)
        self.body.addWidget(TextLabel(theme, self.accessibleName(), "heading"))
        self.body.addWidget(self._advice)
        self.body.addWidget(WrapLabel(theme, log_words.format(file=log_file), "secondary"))
        self.body.addSpacing(theme.px(12))
        self.body.addWidget(FlowWidget(theme.px(12), *self._ways, quit_))
        self.body.addStretch(2)
        self.show_ways(WELCOME, fails_again=False)

    def show_ways(self, place: Place, *, fails_again: bool) -> None:
        """Say what to do; where the page of this place failed before, offer ways round it."""
        self._advice.setText(
            self.tr(
                "This page failed again. The answers you gave are kept. You can go round"
                " the page; if that does not help, quit and start the program anew."
            )
            if fails_again
            else self.tr(
                "This is a fault of the program, and nothing that you did."
                " The answers you gave are kept. Go back and try again."
            )
        )
        self._back.set_label(self.tr("Try again") if fails_again else self.tr("Go back"))
        self._onward.setVisible(fails_again and place != RESULT)
        self._step_back.setVisible(fails_again and place != WELCOME)
        self._home.setVisible(fails_again and place != WELCOME)
        for way in self._ways:
            way.set_kind("primary" if way is self._first_way else "secondary")

    @property
    def _first_way(self) -> TextButton:
        """What is offered first, as the main button."""
        return next(way for way in self._ways if not way.isHidden())

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin at the way on."""
        self._first_way.setFocus(reason)

    def close_overlay(self) -> None:
        """Go back to what was shown; where that failed again, to the page before it."""
        has_page_before = not self._step_back.isHidden()
        (self.step_back_requested if has_page_before else self.back_requested).emit()
