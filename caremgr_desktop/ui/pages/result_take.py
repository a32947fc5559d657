"""The card from which a result is taken along: its code, a report, a print, a text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.announce import announce
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.qr import QrWidget
from caremgr_desktop.ui.widgets.wrap import WrapLabel

SEPARATOR = "-"
BESIDE_FROM = 440
"""The card's width, at 100 % text, from which the QR stands beside the words."""


class TakePanel(Panel):
    """Shows the code of the person's own answers and offers what can be made of the result.

    Signals: ``wished(what)`` for report, print, table, text, code, or open for the file made
    last; and ``history_requested()``.
    """

    wished = Signal(str)
    history_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.title.show_text(self.tr("Take it home"))
        self.setAccessibleName(self.title.text())
        self._report = TextButton(theme, self.tr("Save the report"), "primary")
        self._print = TextButton(theme, self.tr("Print"))
        self._told = WrapLabel(theme)
        self._open = ElidedButton(theme, self.tr("Open it"), "link")
        self._copy = ElidedButton(theme, self.tr("Copy the code"), "link")
        self._qr = QrWidget(theme)
        self._code = WrapLabel(theme, role="title")
        self._fill()
        self.tell("")

    def _fill(self) -> None:
        px = self.theme.px
        self.say(
            self.tr(
                "The report is a PDF to print or send: two pages on your result, and its sources."
            )
        )
        self.column.addSpacing(px(4))
        self.column.addWidget(FlowWidget(px(12), self._report, self._print))
        text = ElidedButton(self.theme, self.tr("Copy as text"), "link")
        table = ElidedButton(self.theme, self.tr("Save as a table"), "link")
        history = ElidedButton(self.theme, self.tr("My results"), "link")
        history.clicked.connect(self.history_requested)
        self.column.addWidget(FlowWidget(px(20), text, table, history))
        self.column.addWidget(self._told)
        self._open_row = FlowWidget(0, self._open)
        self.column.addWidget(self._open_row)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(px(16))
        self._across.addWidget(self._qr, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(6))
        words.addWidget(self._code)
        self._add_lead(words)
        self._across.addLayout(words, 1)
        self.column.addSpacing(px(6))
        self.column.addLayout(self._across)
        wishes = {
            "report": self._report,
            "print": self._print,
            "text": text,
            "table": table,
            "open": self._open,
            "code": self._copy,
        }
        self._wishes = {button: wish for wish, button in wishes.items()}
        for button in wishes.values():
            button.clicked.connect(self._on_clicked)

    def _add_lead(self, words: QVBoxLayout) -> None:
        lead = self.tr(
            "With this code your result opens on any computer that has this program: press"
            " “I have a code” on its first page. It holds your answers, and nothing else of you."
        )
        words.addWidget(WrapLabel(self.theme, lead))
        words.addWidget(FlowWidget(0, self._copy))
        words.addStretch(1)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, TextButton):
            self.wished.emit(self._wishes[button])

    def show_code(self, code: str) -> None:
        """Show the code of the person's own answers, in two lines."""
        groups = code.split(SEPARATOR)
        half = -(-len(groups) // 2)
        lines = (SEPARATOR.join(groups[:half]), SEPARATOR.join(groups[half:]))
        self._code.show_text("\n".join(lines))
        self._code.setAccessibleName(self.tr("The code of this result: {code}").format(code=code))
        self._qr.show_code(code)

    def tell(self, words: str, *, can_open: bool = False) -> None:
        """Say what was done, or what went wrong, here and to a screen reader."""
        self._told.show_text(words)
        self._told.setHidden(not words)
        self._open_row.setHidden(not can_open)
        if words:
            announce(self, words)

    def take_focus(self) -> None:
        """Begin at what is wished for most."""
        self._report.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the QR over the words where there is no room for it beside them."""
        super().resizeEvent(event)
        is_wide = self.width() * 100 >= BESIDE_FROM * self.theme.scale_percent
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
