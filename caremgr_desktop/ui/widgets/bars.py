"""A role's fit as a bar: one row, painted, with its words for screen readers."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caremgr_desktop.reporting.views import Bar
from caremgr_desktop.ui.theme import Theme

WRAP = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class PaintedRow(QLabel):
    """A row that paints itself; its text is what a screen reader says of it.

    A label is what Qt tells screen readers about as text, so each row is one.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def row_height(self, _width: int) -> int:
        """Return the height that the row needs at a width; one line unless a class differs."""
        return self.theme.px(24)

    def hasHeightForWidth(self) -> bool:
        """Say that the height is settled by ``row_height`` when the width is known."""
        return False

    def sizeHint(self) -> QSize:
        """Return the height at the present width."""
        return QSize(self.theme.px(200), self.row_height(max(self.width(), self.theme.px(160))))

    def minimumSizeHint(self) -> QSize:
        """Return a small width at the same height."""
        return QSize(self.theme.px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()


class BarRow(PaintedRow):
    """A role's title, its bar, and its percentage; families are thicker."""

    def __init__(self, theme: Theme, bar: Bar, text: str, *, is_bold: bool, is_thick: bool) -> None:
        super().__init__(theme, text)
        self._bar = bar
        self._is_bold = is_bold
        self._is_thick = is_thick
        self._title_font = theme.font(17 if is_thick else 15, is_bold=is_bold)

    @property
    def _thickness(self) -> int:
        return self.theme.px(14 if self._is_thick else 10)

    def _number_width(self) -> int:
        return QFontMetrics(self._title_font).horizontalAdvance("100%") + self.theme.px(10)

    def _title_rect(self, width: int) -> QRect:
        room = max(width - self._number_width(), 1)
        metrics = QFontMetrics(self._title_font)
        return metrics.boundingRect(QRect(0, 0, room, 10_000), WRAP, self._title)

    @property
    def _title(self) -> str:
        return self._bar.title if self._is_thick else f"{self._bar.rank}.  {self._bar.title}"

    def row_height(self, width: int) -> int:
        """Return the height of the wrapped title and the bar."""
        return self._title_rect(width).height() + self._thickness + self.theme.px(14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint title, percentage, track and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title = self._title_rect(self.width())
        painter.setFont(self._title_font)
        painter.setPen(self.theme.color("ink"))
        room = QRect(0, 0, self.width() - self._number_width(), title.height())
        painter.drawText(room, WRAP, self._title)
        number = QRect(0, 0, self.width(), title.height())
        painter.drawText(
            number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._bar.text
        )
        top = title.height() + self.theme.px(3)
        track = QRectF(0, top, self.width(), self._thickness)
        radius = self._thickness / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("track"))
        painter.drawRoundedRect(track, radius, radius)
        painter.setBrush(self.theme.family_color(self._bar.family))
        length = max(track.width() * self._bar.fit, 2 * radius if self._bar.fit > 0 else 0)
        if length:
            painter.drawRoundedRect(QRectF(0, top, length, self._thickness), radius, radius)
        painter.end()
