"""A list of visits, of which several can be picked; as quick with ten thousand as with ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.keys import is_enter
from caremgr_desktop.ui.widgets.marks import MARK, paint_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from caremgr_desktop.core.kept import KeptVisit
    from caremgr_desktop.reporting.history_views import HistoryRow

Index = QModelIndex | QPersistentModelIndex
PAD = 14
GAP = 6
BOX = 22
RADIUS = 10
LEAST_HEIGHT = 96
ONE_LINE_FROM = 560
"""The width, at 100 % text, from which what is said of a result takes one line."""
WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class VisitModel(QAbstractListModel):
    """The visits as rows; the words of a row are made when it is seen."""

    def __init__(self, row_of: Callable[[KeptVisit], HistoryRow]) -> None:
        super().__init__()
        self._row_of = row_of
        self._visits: Sequence[KeptVisit] = ()

    def show_visits(self, visits: Sequence[KeptVisit]) -> None:
        """Show other visits."""
        self.beginResetModel()
        self._visits = visits
        self.endResetModel()

    def visit(self, index: Index) -> KeptVisit:
        """Return the visit of a row."""
        return self._visits[index.row()]

    def row_words(self, index: Index) -> HistoryRow:
        """Return what a row says."""
        return self._row_of(self.visit(index))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many visits there are; a visit has none inside."""
        return 0 if parent is not None and parent.isValid() else len(self._visits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row, for screen readers as well."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.row_words(index).spoken
        return None


class VisitDelegate(QStyledItemDelegate):
    """Paints a row: a box to pick it, its title, its result and when it was."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title_font = theme.font(18, is_bold=True)
        self._font = theme.font(15)
        self.said_lines = 1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a title and what is said under it, with their air."""
        said = QFontMetrics(self._font).height() * self.said_lines
        lines = QFontMetrics(self._title_font).height() + said
        px = self._theme.px
        return QSize(px(120), lines + px(4) + 2 * px(PAD) + px(GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a card as wide as the list."""
        model = index.model()
        if not isinstance(model, VisitModel):
            return
        px, rect = self._theme.px, QRect(option.rect)
        rect.adjust(0, 0, 0, -px(GAP))
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, rect, is_chosen=is_chosen, has_focus=has_focus)
        self._paint_box(painter, rect, is_chosen=is_chosen)
        self._paint_words(painter, rect, model.row_words(index))
        painter.restore()

    def _paint_card(
        self, painter: QPainter, rect: QRect, *, is_chosen: bool, has_focus: bool
    ) -> None:
        theme = self._theme
        edge = "accent" if is_chosen or has_focus else "line"
        width = theme.px(3 if has_focus else 2 if is_chosen else 1)
        painter.setPen(QPen(theme.color(edge), width))
        painter.setBrush(theme.color("accent_soft" if is_chosen else "surface"))
        half = width / 2
        radius = theme.px(RADIUS)
        inside = QRectF(rect).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inside, radius, radius)

    def _paint_box(self, painter: QPainter, rect: QRect, *, is_chosen: bool) -> None:
        """Paint a box, with a tick where the row is picked."""
        theme = self._theme
        side = theme.px(BOX)
        box = QRectF(rect.left() + theme.px(PAD), rect.center().y() - side / 2, side, side)
        width = theme.px(2)
        painter.setPen(QPen(theme.color("accent" if is_chosen else "strong_line"), width))
        painter.setBrush(theme.color("accent" if is_chosen else "surface"))
        painter.drawRoundedRect(box, theme.px(5), theme.px(5))
        if is_chosen:
            self._paint_tick(painter, box)

    def _paint_tick(self, painter: QPainter, box: QRectF) -> None:
        side = box.width()
        tick = QPolygonF(
            [
                box.topLeft() + QPointF(side * across, side * down)
                for across, down in ((0.24, 0.52), (0.43, 0.71), (0.78, 0.31))
            ]
        )
        pen = QPen(self._theme.color("on_accent"), self._theme.px(3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(tick)

    def _paint_words(self, painter: QPainter, rect: QRect, row: HistoryRow) -> None:
        px = self._theme.px
        left = rect.left() + px(2 * PAD + BOX)
        width = rect.right() - px(PAD) - left
        title, small = QFontMetrics(self._title_font), QFontMetrics(self._font)
        top = rect.top() + px(PAD)
        painter.setFont(self._title_font)
        painter.setPen(self._theme.color("ink"))
        shown = title.elidedText(row.title, Qt.TextElideMode.ElideRight, width)
        room = QRect(left, top, width, title.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        top += title.height() + px(4)
        if row.family:
            side = px(MARK)
            mark = QRectF(left, top + (small.height() - side) / 2, side, side)
            paint_mark(painter, self._theme, row.family, mark)
            left, width = left + side + px(8), width - side - px(8)
        said = f"{row.result}  ·  {row.detail}" if row.detail else row.result
        painter.setFont(self._font)
        painter.setPen(self._theme.color("secondary"))
        room = QRect(left, top, width, small.height() * self.said_lines)
        painter.drawText(room, WRAPPED, said)


class HistoryList(QListView):
    """The list: a press or Space picks a row or lets it go, Enter opens the one with the focus.

    Signals: ``picks_changed()`` and ``open_requested(kept_visit)``.
    """

    picks_changed = Signal()
    open_requested = Signal(tuple)

    def __init__(
        self,
        theme: Theme,
        row_of: Callable[[KeptVisit], HistoryRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._visits = VisitModel(row_of)
        self._delegate = VisitDelegate(theme)
        self.setModel(self._visits)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # Else all rows are laid out at once.
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.px(LEAST_HEIGHT))
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setStyleSheet(theme.bar_sheet())
        self.verticalScrollBar().setSingleStep(theme.px(24))
        self.setAccessibleName(self.tr("My results"))
        self.selectionModel().selectionChanged.connect(self._on_picked)
        self.doubleClicked.connect(self._on_open)

    @property
    def picked(self) -> list[KeptVisit]:
        """The visits that are picked, in the order of the list."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [self._visits.visit(index) for index in indexes]

    @property
    def count(self) -> int:
        """How many visits the list has."""
        return self._visits.rowCount()

    def show_visits(self, visits: Sequence[KeptVisit], picked: Sequence[int] = ()) -> None:
        """Show other visits; those of these ids are picked, if they are there."""
        row = max(0, self.currentIndex().row())
        self._visits.show_visits(visits)
        self.pick(picked)
        if visits and not self.currentIndex().isValid():
            self._go_to(min(row, len(visits) - 1))

    def pick(self, visit_ids: Sequence[int]) -> None:
        """Pick the visits of these ids, if they are there."""
        wanted = set(visit_ids)
        for row in range(self.count):
            if not wanted:
                return
            index = self._visits.index(row)
            visit_id = self._visits.visit(index).visit_id
            if visit_id in wanted:
                wanted.discard(visit_id)
                model = self.selectionModel()
                model.select(index, model.SelectionFlag.Select)
                self._go_to(row)

    def _go_to(self, row: int) -> None:
        """Let the keys begin at a row, without picking it."""
        model = self.selectionModel()
        model.setCurrentIndex(self._visits.index(row), model.SelectionFlag.NoUpdate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words of a row two lines where one has no room for them."""
        super().resizeEvent(event)
        is_narrow = self.width() * 100 < ONE_LINE_FROM * self._theme.scale_percent
        lines = 2 if is_narrow else 1
        if lines != self._delegate.said_lines:
            self._delegate.said_lines = lines
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row with the focus at Enter, held down or not once; else do as lists do."""
        if not is_enter(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and self.currentIndex().isValid():
            self._on_open(self.currentIndex())

    def _on_open(self, index: QModelIndex) -> None:
        self.open_requested.emit(self._visits.visit(index))

    def _on_picked(self) -> None:
        self.picks_changed.emit()
