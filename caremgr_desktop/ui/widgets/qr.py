"""A QR code, dark on light in every look: many readers know no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caremgr_desktop.reporting.qr import QUIET_MODULES, qr_rows

if TYPE_CHECKING:
    from caremgr_desktop.reporting.qr import Rows
    from caremgr_desktop.ui.theme import Theme

SIDE = 148


class QrWidget(QLabel):
    """Shows a code; its modules are worked out once it is seen, which loads a library.

    It is a label because Qt tells screen readers of labels as text.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._code = ""
        self._rows: Rows = ()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._make)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, code: str) -> None:
        """Show another code."""
        if code != self._code:
            self._code, self._rows = code, ()
            self.setAccessibleName(self.tr("QR of the code {code}").format(code=code))
            self.update()

    def sizeHint(self) -> QSize:
        """Return a square that a phone reads at arm's length."""
        side = self._theme.px(SIDE)
        return QSize(side, side)

    def _make(self) -> None:
        self._rows = qr_rows(self._code)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the modules on a light square, in whole pixels."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._code and not self._rows:
            self._soon.start()
        count = len(self._rows) + 2 * QUIET_MODULES
        side = max(1, min(self.width(), self.height()) // count)
        start = (self.width() - side * len(self._rows)) // 2
        for down, row in enumerate(self._rows):
            for across, is_dark in enumerate(row):
                if is_dark:
                    module = QRectF(start + across * side, start + down * side, side, side)
                    painter.fillRect(module, Qt.GlobalColor.black)
        painter.end()
