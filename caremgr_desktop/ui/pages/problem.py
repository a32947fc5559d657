"""The page for an error that nobody foresaw: plain words and a way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caremgr_desktop.ui.pages.page import Page
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.text import TextButton, TextLabel


class ProblemPage(Page):
    """Says that something failed, that the answers are safe, and offers ways on.

    Signals: ``back_requested()`` to what was shown before, ``home_requested()`` to the
    welcome, and ``quit_requested()``.
    """

    is_overlay = True
    back_requested = Signal()
    home_requested = Signal()
    quit_requested = Signal()

    def __init__(self, theme: Theme, log_file: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=820, parent=parent)
        self.setAccessibleName(self.tr("Something went wrong"))
        self._advice = TextLabel(role="answer")
        log_words = self.tr("What failed is written down, without your answers, in {file}")
        self._home = TextButton(self.tr("Go to the first page"), "primary")
        self._back = TextButton(self.tr("Go back"), "primary")
        quit_ = TextButton(self.tr("Save and quit"), "link")
        self._home.clicked.connect(self.home_requested)
        self._back.clicked.connect(self.back_requested)
        quit_.clicked.connect(self.quit_requested)
        self.body.addStretch(1)
        self.body.addWidget(TextLabel(self.accessibleName(), "heading"))
        self.body.addWidget(self._advice)
        self.body.addWidget(TextLabel(log_words.format(file=log_file), "secondary"))
        self.body.addSpacing(theme.px(12))
        self.body.addWidget(FlowWidget(theme.px(12), self._home, self._back, quit_))
        self.body.addStretch(2)
        self.show_advice(fails_again=False)

    def show_advice(self, *, fails_again: bool) -> None:
        """Say what to do; where the same page failed before, another way on comes first."""
        self._fails_again = fails_again
        self._advice.setText(
            self.tr(
                "This page failed again. The answers you gave are kept. From the first page"
                " you can go on with them or start again; if neither helps, quit and start"
                " the program anew."
            )
            if fails_again
            else self.tr(
                "This is a fault of the program, and nothing that you did."
                " The answers you gave are kept. Go back and try again."
            )
        )
        self._home.setVisible(fails_again)
        self._back.set_label(self.tr("Try again") if fails_again else self.tr("Go back"))
        self._back.set_kind("secondary" if fails_again else "primary")

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin at the way on."""
        (self._home if self._fails_again else self._back).setFocus(reason)

    def close_overlay(self) -> None:
        """Go back to what was shown; where that failed again, to the welcome."""
        (self.home_requested if self._fails_again else self.back_requested).emit()
