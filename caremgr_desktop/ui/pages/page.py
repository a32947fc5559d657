"""What every page is: a column that scrolls, as wide as can be read well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from caremgr_desktop.ui.keeper import Keeper
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bed
from caremgr_desktop.ui.widgets.keys import is_enter
from caremgr_desktop.ui.widgets.scroll import ScrollArea

if TYPE_CHECKING:  # A spot is kept when a page is left, not at the start.
    from caremgr_desktop.ui.spot import Spot

WIDE_MARGIN = 64
NARROW_MARGIN = 20
NARROW_BELOW = 700
TIGHT_BELOW = 520
LAYOUT_ROUNDS = 8
"""A new height climbs one widget a round: with too few a page is painted twice."""


class Page(Keeper, QWidget):
    """A page of the window, filled by its own class.

    ``body`` is the column for what scrolls, ``foot`` the one that stays below.
    ``has_rail`` is True where the sections are shown beside it, ``is_overlay``
    where it lies over the visit's own page, ``is_returned_to`` where it is gone on
    with from the same spot after other pages.
    """

    has_rail = False
    is_overlay = False
    is_returned_to = False

    def __init__(self, theme: Theme, *, widest: int = 1120, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._widest = widest
        self._spot: Spot | None = None
        self._scroll = ScrollArea(theme, self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = Bed()
        self.body = QVBoxLayout(self._inside)
        self.body.setSpacing(theme.px(8))
        self._scroll.hold(self._inside)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(theme.px(8))
        self._scroll.verticalScrollBar().rangeChanged.connect(self.fit_margins)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addLayout(self.foot)

    @property
    def is_narrow(self) -> bool:
        """Whether there is little width for the size of the text."""
        return self.width() * 100 < NARROW_BELOW * self.theme.scale_percent

    @property
    def is_tight(self) -> bool:
        """Whether there is so little width that a foot holds two buttons at most."""
        return self.width() * 100 < TIGHT_BELOW * self.theme.scale_percent

    @property
    def title(self) -> str:
        """The page in a few words, for the window's title and for screen readers."""
        return self.accessibleName()

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Give the focus to where the person begins on this page."""
        self.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter alone, once for each time it is pressed: held down it does no more."""
        if not is_enter(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.enter()

    def enter(self) -> None:
        """Press the focused button."""
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()

    def close_overlay(self) -> None:
        """Go back to the visit, where this page lies over it."""

    def buttons(self) -> list[QAbstractButton]:
        """Return every button on the page, shown or not."""
        return self.findChildren(QAbstractButton)

    def scroll_to_top(self) -> None:
        """Show the page from its beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def spot(self) -> Spot:
        """Return where the person is on the page."""
        from caremgr_desktop.ui.spot import Spot, name_of_focus, states_of

        bar = self._scroll.verticalScrollBar()
        focus = name_of_focus(self)
        return Spot(
            share=bar.value() / max(1, bar.maximum()),
            states=states_of(self),
            focus=focus,
            is_focus_seen=bool(focus) and not self.focusWidget().visibleRegion().isEmpty(),
        )

    def return_to(self, spot: Spot, reason: Qt.FocusReason) -> None:
        """Go to where the person was on this page, as far as it is still there."""
        from caremgr_desktop.ui.spot import stop_named, take_back

        take_back(self, spot.states)
        stop = stop_named(self, spot.focus)
        if stop is None:
            self.take_focus(reason)
        else:
            stop.setFocus(reason)
        self._spot = spot._replace(is_focus_seen=spot.is_focus_seen and stop is not None)
        QTimer.singleShot(0, self, self._scroll_to_spot)

    def bring_focus_into_sight(self) -> None:
        """Scroll, once the page is laid out, so that what keys would press can be seen."""
        QTimer.singleShot(0, self, self._scroll_to_focus)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Scroll to what Tab leads to: Qt does so only on the way from inside the column.

        Qt also asks for the next stop where the one with the focus is being hidden: that is
        no wish of a person, and the page is about to be laid out anyway.
        """
        focused = self.focusWidget()
        is_by_key = self.isAncestorOf(focused) and focused.isVisible()
        has_moved = super().focusNextPrevChild(is_next)
        if has_moved and is_by_key:
            self._scroll_to_focus()
        return has_moved

    def _scroll_to_focus(self) -> None:
        focused = self.focusWidget()
        if self._inside.isAncestorOf(focused):
            settle_layout()
            self._scroll.ensureWidgetVisible(focused, 0, self.theme.px(NARROW_MARGIN))

    def _scroll_to_spot(self) -> None:
        if self._spot is None:
            return
        settle_layout()
        bar = self._scroll.verticalScrollBar()
        bar.setValue(round(self._spot.share * bar.maximum()))
        if self._spot.is_focus_seen:
            self._scroll_to_focus()
        self._spot = None

    def show_instead(self, part: QWidget, other: QWidget) -> None:
        """Show one part in the place of another, which hands on its focus."""
        has_focus = self.focusWidget() is other
        part.show()
        other.hide()
        if has_focus:
            part.setFocus()

    def show_part(self, part: QWidget) -> None:
        """Scroll so that a part can be seen."""
        self._scroll.ensureWidgetVisible(part, 0, self.theme.px(WIDE_MARGIN))

    def top_of(self, part: QWidget | None) -> int:
        """Return how far below the top of the column a part of it begins; 0 for none."""
        return part.mapTo(self._inside, QPoint(0, 0)).y() if part else 0

    def keep_in_place(self, part: QWidget | None, before: int) -> None:
        """Scroll by as much as a part has moved, so that it stays where it was on screen."""
        if part is None or not self.isVisible():
            return
        settle_layout()
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + self.top_of(part) - before)

    def fit_margins(self) -> None:
        """Keep the column readable: margins by width, and no wider than ``widest``."""
        px = self.theme.px
        side = px(NARROW_MARGIN if self.is_narrow else WIDE_MARGIN)
        spare = max(0, self.width() - 2 * side - px(self._widest)) // 2
        top = px(16 if self.is_narrow else 40)
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        right = max(0, side + spare - taken)
        if self.foot.count():
            below = px(8 if self.is_tight else 20)
            self.foot.setContentsMargins(side + spare, px(8), side + spare, below)
            self.body.setContentsMargins(side + spare, top, right, px(16))
        else:  # No band that would cut the column off.
            self.foot.setContentsMargins(0, 0, 0, 0)
            self.body.setContentsMargins(side + spare, top, right, top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the margins to the new width."""
        super().resizeEvent(event)
        self.fit_margins()


def row_of(*parts: QWidget | None, spacing: int) -> QHBoxLayout:
    """Return a row of parts; None stands for the space that takes what is left."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def settle_layout() -> None:
    """Lay out now what would be laid out soon; a new height climbs one widget a round."""
    for _ in range(LAYOUT_ROUNDS):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
