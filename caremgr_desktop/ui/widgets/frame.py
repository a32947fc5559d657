"""Boxes with a rounded edge: cards, notices, and boxes inside cards."""

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from caremgr_desktop.ui.theme import Theme


class FrameLook(NamedTuple):
    """The names of a box's colours, and its radius at 100 %."""

    ground: str
    edge: str
    radius: int


LOOKS = {
    "card": FrameLook("surface", "line", 16),
    "notice": FrameLook("warning_soft", "strong_line", 8),
    "inset": FrameLook("ground", "line", 8),
}


class Frame(QFrame):
    """A box; ``kind`` is card, notice or inset."""

    def __init__(self, theme: Theme, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._look = LOOKS[kind]
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setLineWidth(theme.px(1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.lineWidth()
        half = width / 2
        painter.setPen(QPen(self.theme.color(self._look.edge), width))
        painter.setBrush(self.theme.color(self._look.ground))
        radius = self.theme.px(self._look.radius) - half
        rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, radius, radius)
        painter.end()
