"""The side rail: the quiz's sections as steps, with how much of each is done."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from caremgr_desktop.core.flow import Progress, SectionProgress
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.cards import paint_check
from caremgr_desktop.ui.widgets.keys import is_enter
from caremgr_desktop.ui.widgets.text import literal
from caremgr_desktop.ui.widgets.wrap import WrapLabel, breakable

RAIL = QPalette.ColorRole.AlternateBase
"""The ground of the rail, in the palette."""
CIRCLE = 24
GAP = 12
SIDE = 28


class RailStep(QPushButton):
    """One section: a circle on a line, its title and its count; opens the section."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bold, self._plain, self._small = _fonts(theme)
        self._section: SectionProgress | None = None
        self._count = ""
        self._measured: tuple[tuple[str, int], int] = (("", -1), 0)
        self._is_last = False
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_section(self, section: SectionProgress, *, is_last: bool) -> None:
        """Show a section's progress; it can be opened once something in it was reached."""
        if (section, is_last) == (self._section, self._is_last):
            return
        self._section = section
        self._is_last = is_last
        self._count = self.tr("{done} of {total}").format(
            done=section.answered, total=section.total
        )
        self.setText(literal(section.title))
        self.setAccessibleName(f"{section.title}, {self._count}")
        is_open = section.reached > 0 or section.is_here
        if is_open != self.isEnabled():
            self.setEnabled(is_open)
            shapes = Qt.CursorShape
            self.setCursor(shapes.PointingHandCursor if is_open else shapes.ArrowCursor)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the title needs at the new width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of a title and a count."""
        px = self._theme.px
        return QSize(px(180), max(px(64), self._title_height() + px(36)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height at any width."""
        return QSize(self._theme.px(80), self.sizeHint().height())

    def _title_height(self) -> int:
        """Return the height of the wrapped title, measured once for each title and width."""
        key = (self._section.title if self._section else "", self._room())
        if key != self._measured[0]:
            self._measured = (key, self._measure_title())
        return self._measured[1]

    def _measure_title(self) -> int:
        metrics = QFontMetrics(self._bold)
        title = self._section.title if self._section else ""
        room = QRect(0, 0, max(self._room(), 1), 1000)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, breakable(title)).height()

    def _room(self) -> int:
        return self.width() - self._theme.px(CIRCLE + GAP + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, the circle and the words."""
        if self._section is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(
            self._theme.px(2), self._theme.px(2), self._theme.px(CIRCLE), self._theme.px(CIRCLE)
        )
        self._paint_line(painter, circle)
        self._paint_circle(painter, circle, self._section)
        self._paint_words(painter, self._section)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("accent"), self._theme.px(2)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint_line(self, painter: QPainter, circle: QRectF) -> None:
        if self._is_last or self._section is None:
            return
        color = "accent" if self._section.is_done else "strong_line"
        painter.setPen(QPen(self._theme.color(color), self._theme.px(2)))
        middle = circle.center().x()
        painter.drawLine(
            QPointF(middle, circle.bottom()), QPointF(middle, self.height() + self._theme.px(2))
        )

    def _paint_circle(self, painter: QPainter, circle: QRectF, section: SectionProgress) -> None:
        if section.is_done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawEllipse(circle)
            paint_check(painter, circle.adjusted(2, 2, -2, -2), self._theme)
            return
        color = self._theme.color("accent" if section.is_here else "strong_line")
        painter.setPen(QPen(color, self._theme.px(2)))
        painter.setBrush(self._theme.color("surface"))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if section.is_here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            inset = self._theme.px(7)
            painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset))

    def _paint_words(self, painter: QPainter, section: SectionProgress) -> None:
        left = self._theme.px(CIRCLE + GAP)
        title_height = self._title_height()
        painter.setFont(self._bold if section.is_here else self._plain)
        is_open = section.is_here or section.is_done
        painter.setPen(self._theme.color("ink" if is_open else "secondary"))
        painter.drawText(
            QRect(left, self._theme.px(1), self._room(), title_height),
            Qt.TextFlag.TextWordWrap,
            breakable(section.title),
        )
        painter.setFont(self._small)
        painter.setPen(self._theme.color("secondary"))
        painter.drawText(
            QRect(left, title_height + self._theme.px(2), self._room(), self._theme.px(20)),
            Qt.AlignmentFlag.AlignLeft,
            self._count,
        )


def _fonts(theme: Theme) -> tuple[QFont, QFont, QFont]:
    return theme.font(15, is_bold=True), theme.font(15), theme.font(13)


class RailWidget(QWidget):
    """The quiz's short title over its sections.

    Signal: ``section_requested(index)`` counts the sections from 0.
    """

    section_requested = Signal(int)

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setBackgroundRole(RAIL)
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Sections"))
        self._steps: list[RailStep] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(SIDE), theme.px(36), theme.px(16), theme.px(20))
        self._column.setSpacing(0)
        self._column.addWidget(WrapLabel(theme, title, "title"))
        self._column.addSpacing(theme.px(36))
        self._column.addStretch(1)

    def show_progress(self, progress: Progress) -> None:
        """Show how far each section is."""
        while len(self._steps) < len(progress.sections):
            step = RailStep(self._theme, self)
            step.clicked.connect(self._on_clicked)
            self._column.insertWidget(self._column.count() - 1, step)
            self._steps.append(step)
        last = len(progress.sections) - 1
        for index, section in enumerate(progress.sections):
            self._steps[index].show_section(section, is_last=index == last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the section with the focus by Enter too, once for each press."""
        focused = self.focusWidget()
        if not is_enter(event) or not isinstance(focused, RailStep):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            focused.click()

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, RailStep):
            self.section_requested.emit(self._steps.index(sender))
