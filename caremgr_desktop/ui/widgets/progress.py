"""A thin bar that shows how much of the quiz is behind."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from caremgr_desktop.ui.theme import Theme


class ProgressWidget(QProgressBar):
    """A progress bar without a number; a screen reader still gets it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextVisible(False)
        self.setAccessibleName(self.tr("Progress"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_done(self, done: int, total: int) -> None:
        """Show how much is done; painted with the page and not before it.

        QProgressBar repaints at once when its value is set, which takes as long
        as a page; while updates are off it only asks to be painted.
        """
        if (done, total) == (self.value(), self.maximum()):
            return
        self.setUpdatesEnabled(False)
        self.setMaximum(total)
        self.setValue(done)
        self.setUpdatesEnabled(True)

    def sizeHint(self) -> QSize:
        """Return a thin bar."""
        return QSize(self._theme.px(120), self._theme.px(8))

    def minimumSizeHint(self) -> QSize:
        """Return the same height at any width."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track and the part that is done."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(self.rect())
        radius = track.height() / 2
        painter.setBrush(self._theme.color("track"))
        painter.drawRoundedRect(track, radius, radius)
        share = self.value() / max(1, self.maximum())
        if share > 0:
            painter.setBrush(self._theme.color("accent"))
            done = QRectF(track.left(), track.top(), track.width() * share, track.height())
            painter.drawRoundedRect(done, radius, radius)
        painter.end()
