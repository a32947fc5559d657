"""A whole number to type, or to change by two buttons that a finger can press."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.keys import PAGE_KEYS
from caremgr_desktop.ui.widgets.marks import paint_field

LEAST_HEIGHT = 44
WIDTH = 72


class NumberSpin(QSpinBox):
    """The number itself, in a field that looks like a list of names."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrame(False)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a size that a finger can press."""
        px = self._theme.px
        return QSize(px(WIDTH), max(px(LEAST_HEIGHT), super().sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the number is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field; the number is a part of its own in it."""
        painter = QPainter(self)
        paint_field(painter, self._theme, self.rect(), has_focus=self.hasFocus())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Page Up and Page Down to the page: they are for reading on."""
        if event.key() in PAGE_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: who scrolls past changes nothing."""
        event.ignore()


class NumberField(QWidget):
    """A number between two buttons; ``step`` is what a press adds or takes off.

    Signal: ``changed(number)``, when a person changed it, not when ``show_number`` did.
    """

    changed = Signal(int)

    def __init__(
        self, theme: Theme, name: str, numbers: range, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.spin = NumberSpin(theme)
        self.spin.setRange(numbers.start, numbers[-1])
        self.spin.setSingleStep(numbers.step)
        self.spin.setAccessibleName(name)
        self.spin.valueChanged.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        less, more = self.tr("Less: {name}"), self.tr("More: {name}")
        for text, spoken, slot in (
            ("\u2212", less, self.spin.stepDown),
            ("+", more, self.spin.stepUp),
        ):
            button = TextButton(theme, text, "pill")
            button.setAccessibleName(spoken.format(name=name))
            button.setAutoRepeat(True)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.insertWidget(1, self.spin)

    @property
    def number(self) -> int:
        """The number that is shown."""
        return self.spin.value()

    def show_number(self, number: int) -> None:
        """Show another number."""
        if number != self.number:
            self.spin.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.spin.setValue(number)
            self.spin.blockSignals(False)  # noqa: FBT003 - Qt's own signature
