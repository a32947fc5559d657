"""One answer as a reason: a row that unfolds to its grounds and to the answer itself."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygon, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from caremgr_desktop.core.answers import Picks
from caremgr_desktop.core.order import shown_order
from caremgr_desktop.core.quiz import Question
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.views import BasisView, ReasonView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.options import OptionsWidget
from caremgr_desktop.ui.widgets.sources import SourceLabel
from caremgr_desktop.ui.widgets.text import TextButton, TextLabel, literal

WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
SIDE_BY_SIDE_FROM = 460
WORDS_SHARE = 0.48


class ReasonBar(QPushButton):
    """The row: answer and question in words, and a bar to the left or to the right."""

    def __init__(self, theme: Theme, reason: ReasonView, most: float, *, is_left: bool) -> None:
        super().__init__(literal(f"{reason.label}: {reason.answer}"))
        self._theme = theme
        self._reason = reason
        self._most = max(most, 0.1)
        self._is_left = is_left
        self._bold = theme.font(15, is_bold=True)
        self._plain = theme.font(13)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def _is_wide(self) -> bool:
        return self.width() >= self._theme.px(SIDE_BY_SIDE_FROM)

    def _words_rects(self) -> tuple[QRect, QRect]:
        px = self._theme.px
        left = px(20)
        room = int(self.width() * WORDS_SHARE) - left if self._is_wide else self.width() - left
        answer = QFontMetrics(self._bold).boundingRect(
            QRect(left, px(4), max(room, 1), 10_000), WRAP, self._reason.answer
        )
        label = QFontMetrics(self._plain).boundingRect(
            QRect(left, answer.bottom() + px(1), max(room, 1), 10_000), WRAP, self._reason.label
        )
        return answer, label

    def sizeHint(self) -> QSize:
        """Return the height of the wrapped words, and of the bar where it's below them."""
        px = self._theme.px
        bottom = self._words_rects()[1].bottom()
        height = bottom + px(6) if self._is_wide else bottom + px(28)
        return QSize(px(200), max(height, px(44)))

    def minimumSizeHint(self) -> QSize:
        """Return a small width at the same height."""
        return QSize(self._theme.px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words, axis, bar and points."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), self._theme.color("accent_soft"))
        answer, label = self._words_rects()
        self._paint_arrow(painter, answer.top())
        painter.setPen(self._theme.color("ink"))
        painter.setFont(self._bold)
        painter.drawText(answer.adjusted(0, 0, 4, 0), WRAP, self._reason.answer)
        painter.setPen(self._theme.color("secondary"))
        painter.setFont(self._plain)
        painter.drawText(label.adjusted(0, 0, 4, 0), WRAP, self._reason.label)
        self._paint_bar(painter, label.bottom())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("accent"), self._theme.px(2)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _paint_arrow(self, painter: QPainter, top: int) -> None:
        px = self._theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("secondary"))
        left, middle, half = px(4), top + px(10), px(4)
        if self.isChecked():
            corners = [(0, -half // 2), (2 * half, -half // 2), (half, half)]
        else:
            corners = [(0, -half), (0, half), (half + 2, 0)]
        painter.drawPolygon(QPolygon([QPoint(left + x, middle + y) for x, y in corners]))

    def _paint_bar(self, painter: QPainter, words_bottom: int) -> None:
        px = self._theme.px
        start = self.width() * WORDS_SHARE if self._is_wide else px(20)
        top = (self.height() - px(14)) / 2 if self._is_wide else words_bottom + px(6)
        number = QFontMetrics(self._plain).horizontalAdvance("+88.8") + px(8)
        half = max((self.width() - start) / 2 - number, px(10))
        axis = start + (self.width() - start) / 2
        painter.setPen(QPen(self._theme.color("strong_line"), 1))
        painter.drawLine(
            QPointF(axis, 0 if self._is_wide else top - px(2)), QPointF(axis, self.height())
        )
        length = self._reason.points / self._most * half
        bar = QRectF(axis - length if self._is_left else axis, top, length, px(14))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.family_color(self._reason.toward))
        if length:
            painter.drawRoundedRect(bar, px(3), px(3))
        painter.setPen(self._theme.color("ink"))
        flags = Qt.AlignmentFlag.AlignVCenter
        if self._is_left:
            room = QRectF(bar.left() - number, top, number - px(5), px(14))
            painter.drawText(room, flags | Qt.AlignmentFlag.AlignRight, self._reason.text)
        else:
            room = QRectF(bar.right() + px(5), top, number, px(14))
            painter.drawText(room, flags | Qt.AlignmentFlag.AlignLeft, self._reason.text)


class ReasonWidget(QWidget):
    """A reason with its grounds, and the answer to be changed in place, on demand.

    Signal: ``answered(question_id, picks)``; ``toggled(question_id, is_open)``.
    """

    answered = Signal(str, tuple)
    toggled = Signal(str, bool)

    def __init__(
        self,
        theme: Theme,
        reason: ReasonView,
        question: Question,
        visit: Visit,
        most: float,
        *,
        is_left: bool,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._reason = reason
        self._question = question
        self._visit = visit
        self._inside: QWidget | None = None
        self.bar = ReasonBar(theme, reason, most, is_left=is_left)
        self.bar.clicked.connect(self._on_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)

    def set_open(self, *, is_open: bool) -> None:
        """Unfold or fold the grounds."""
        self.bar.setChecked(is_open)
        if is_open and self._inside is None:
            self._inside = self._grounds()
            self._column.addWidget(self._inside)
        elif not is_open and self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None

    def _on_clicked(self) -> None:
        is_open = self.bar.isChecked()
        self.set_open(is_open=is_open)
        self.toggled.emit(self._reason.question_id, is_open)

    def _grounds(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        px = self._theme.px
        column.setContentsMargins(px(20), px(2), 0, px(10))
        column.setSpacing(px(6))
        column.addWidget(TextLabel(self._reason.question, "strong"))
        for basis in self._reason.bases:
            column.addWidget(TextLabel(self._basis_text(basis)))
            for source in basis.sources:
                column.addWidget(SourceLabel(source))
        change = TextButton(self.tr("Change this answer"), "link")
        change.clicked.connect(self._on_change)
        column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _basis_text(self, basis: BasisView) -> str:
        places = {
            -2: self.tr("at “{low}”"),
            -1: self.tr("nearer to “{low}”"),
            0: self.tr("between “{low}” and “{high}”"),
            1: self.tr("nearer to “{high}”"),
            2: self.tr("at “{high}”"),
        }
        role = places[basis.position].format(low=basis.low, high=basis.high)
        mine = places[basis.answer].format(low=basis.low, high=basis.high)
        words = self.tr("{title} stands {role}; your answer stands {mine}. {reason}")
        return words.format(
            title=basis.role_title, role=role, mine=mine, reason=basis.reason
        ).strip()

    def _on_change(self) -> None:
        if self._inside is None:
            return
        options = OptionsWidget(
            self._theme,
            self._question,
            shown_order(self._question, self._visit.seed),
            self._visit.answers.get(self._question.id, ()),
        )
        options.picked.connect(self._on_picked)
        layout = self._inside.layout()
        if layout is not None:
            layout.addWidget(options)
        sender = self.sender()
        if isinstance(sender, QWidget):
            sender.hide()
        options.focus_first(Qt.FocusReason.TabFocusReason)

    def _on_picked(self, picks: Picks) -> None:
        self.answered.emit(self._question.id, picks)
