"""The picture of the choice: one road that parts in two."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from caremgr_desktop.core.quiz import Role
from caremgr_desktop.ui.theme import Theme

START = 0.46
"""Where the roads begin, as a part of the width."""


class RoadsWidget(QWidget):
    """Two roads that begin together and end at the two families' names.

    It says nothing that the page's text does not, so screen readers pass it by.
    """

    def __init__(
        self, theme: Theme, families: tuple[Role, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._families = families[:2]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return a tall shape."""
        return QSize(self._theme.px(380), self._theme.px(420))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the roads and the names at their ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, family in enumerate(self._families):
            color = self._theme.family_color(family.id)
            end = self._end(index)
            self._paint_road(painter, index, end, color)
            self._paint_name(painter, end, family.title)
        painter.end()

    def _end(self, index: int) -> QPointF:
        across = (0.27, 0.76)[index]
        return QPointF(self.width() * across, self._theme.px(104))

    def _paint_road(self, painter: QPainter, index: int, end: QPointF, color: QColor) -> None:
        width = self._theme.px(18)
        foot = QPointF(self.width() * START + (index * 2 - 1) * width * 0.75, self.height() + width)
        path = QPainterPath(foot)
        bend = self.height() * 0.45
        path.cubicTo(QPointF(foot.x(), foot.y() - bend), QPointF(end.x(), end.y() + bend), end)
        pen = QPen(color, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(end, width * 1.15, width * 1.15)

    def _paint_name(self, painter: QPainter, end: QPointF, title: str) -> None:
        painter.setPen(self._theme.color("ink"))
        painter.setFont(self._theme.font(20, is_bold=True))
        half = self.width() * 0.25
        room = QRectF(end.x() - half, 0, 2 * half, end.y() - self._theme.px(32))
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap,
            title,
        )
