"""I have a code: brings a result back that was taken along."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caremgr_desktop.ui.pages.page import Page
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.announce import announce
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.line import LineField
from caremgr_desktop.ui.widgets.wrap import WrapLabel

LONGEST_CODE = 200
"""Far more than the code of any quiz, with whatever stands between its letters."""


class CodePage(Page):
    """Takes a code, and says what is wrong with one.

    Signals: ``code_given(text)`` and ``back_requested()``.
    """

    is_overlay = True
    code_given = Signal(str)
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=820, parent=parent)
        self.setAccessibleName(self.tr("I have a code"))
        lead = self.tr(
            "Type the code of your result. Large or small letters, spaces and dashes don't matter."
        )
        self._field = LineField(theme, self.tr("Code"), LONGEST_CODE)
        self._said = WrapLabel(theme, role="strong")
        self._said.hide()
        show = TextButton(theme, self.tr("Show the result"), "primary")
        back = TextButton(theme, self.tr("Back"), "link")
        self.body.addStretch(1)
        for part in (
            WrapLabel(theme, self.accessibleName(), "heading"),
            WrapLabel(theme, lead, "answer"),
            self._field,
            self._said,
        ):
            self.body.addWidget(part)
        self.body.addSpacing(theme.px(12))
        self.body.addWidget(FlowWidget(theme.px(20), show, back))
        self.body.addStretch(2)
        show.clicked.connect(self._on_given)
        back.clicked.connect(self.back_requested)
        self._field.returnPressed.connect(self._on_given)
        self._field.textEdited.connect(self._said.hide)

    def say(self, words: str) -> None:
        """Say what is wrong with the code, here and to a screen reader."""
        self._said.show_text(words)
        self._said.show()
        announce(self, words)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin in the field."""
        self._field.setFocus(reason)

    def close_overlay(self) -> None:
        """Go back to the visit."""
        self.back_requested.emit()

    def _on_given(self) -> None:
        if self._field.text().strip():
            self.code_given.emit(self._field.text())
        else:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
