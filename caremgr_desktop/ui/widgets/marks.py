"""A shape for each family, so that its color never stands alone."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from caremgr_desktop.ui.theme import Theme

MARK = 12
"""The side of a mark at 100 %."""


def paint_mark(painter: QPainter, theme: Theme, family_id: str, box: QRectF) -> None:
    """Paint a family's mark into a box: square, circle, diamond or triangle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.family_color(family_id))
    place = theme.families.index(family_id) % 4 if family_id in theme.families else 1
    if place == 0:
        inset = box.width() / 14
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), inset, inset)
    elif place == 1:
        painter.drawEllipse(box)
    elif place == 2:
        paint_diamond(painter, box)
    else:
        top = QPointF(box.center().x(), box.top())
        painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))


def paint_diamond(painter: QPainter, box: QRectF) -> None:
    """Paint a diamond with the painter's own pen and brush."""
    middle = box.center()
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(middle.x(), box.top()),
                QPointF(box.right(), middle.y()),
                QPointF(middle.x(), box.bottom()),
                QPointF(box.left(), middle.y()),
            ]
        )
    )


def paint_bar(painter: QPainter, theme: Theme, family_id: str, bar: QRectF) -> None:
    """Paint a bar in a family's color; the second family's ends are round."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.family_color(family_id))
    is_round = family_id in theme.families and theme.families.index(family_id) % 2 == 1
    radius = bar.height() / 2 if is_round else theme.px(2)
    radius = min(radius, bar.width() / 2)
    painter.drawRoundedRect(bar, radius, radius)


def paint_field(painter: QPainter, theme: Theme, room: QRect, *, has_focus: bool) -> None:
    """Paint the box of a field that can be filled in; its edge shows the focus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = theme.px(2)
    painter.setPen(QPen(theme.color("accent" if has_focus else "strong_line"), width))
    painter.setBrush(theme.color("surface"))
    half = width / 2
    rect = QRectF(room).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(rect, theme.px(8), theme.px(8))


def paint_angle(painter: QPainter, theme: Theme, middle: QPointF, *, is_up: bool = False) -> None:
    """Paint an angle that points down to what can be opened, or up to what can be closed."""
    px = theme.px
    pen = QPen(theme.color("secondary"), max(2, px(2)))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = px(5)
    tip = -half / 2 if is_up else half / 2
    corners = [QPointF(-half, -tip), QPointF(0, tip), QPointF(half, -tip)]
    painter.drawPolyline([middle + corner for corner in corners])
