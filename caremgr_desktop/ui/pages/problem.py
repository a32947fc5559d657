"""The page for an error that nobody foresaw: plain words and a way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caremgr_desktop.ui.pages.page import Page, row_of
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.text import TextButton, TextLabel


class ProblemPage(Page):
    """Says that something failed, that the answers are safe, and offers ways on.

    Signals: ``back_requested()`` and ``quit_requested()``.
    """

    is_overlay = True
    back_requested = Signal()
    quit_requested = Signal()

    def __init__(self, theme: Theme, log_file: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=820, parent=parent)
        self.setAccessibleName(self.tr("Something went wrong"))
        self.body.addStretch(1)
        self.body.addWidget(TextLabel(self.accessibleName(), "heading"))
        self.body.addWidget(
            TextLabel(
                self.tr(
                    "This is a fault of the program, and nothing that you did."
                    " The answers you gave are kept. Go back and try again;"
                    " if it happens again, quit and start the program anew."
                ),
                "answer",
            )
        )
        self.body.addWidget(
            TextLabel(
                self.tr("What failed is written down, without your answers, in {file}").format(
                    file=log_file
                ),
                "secondary",
            )
        )
        self._back = TextButton(self.tr("Go back"), "primary")
        quit_ = TextButton(self.tr("Save and quit"), "link")
        self._back.clicked.connect(self.back_requested)
        quit_.clicked.connect(self.quit_requested)
        self.body.addSpacing(theme.px(12))
        self.body.addLayout(row_of(self._back, quit_, None, spacing=theme.px(12)))
        self.body.addStretch(2)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin at the way back."""
        self._back.setFocus(reason)
