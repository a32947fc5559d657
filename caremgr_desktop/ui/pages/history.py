"""My results: the visits that are kept on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from caremgr_desktop.reporting.history_views import HistoryWriter
from caremgr_desktop.ui.pages.page import Page
from caremgr_desktop.ui.past import LONGEST_NAME, MOST_COMPARED
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.history_list import HistoryList
from caremgr_desktop.ui.widgets.line import LineField
from caremgr_desktop.ui.widgets.text import TextLabel
from caremgr_desktop.ui.widgets.wrap import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caremgr_desktop.core.kept import KeptVisit

ALMOST_ALL = 1_000
NAME_BESIDE_FROM = 640
"""The width, at 100 % text, from which a name stands beside its buttons."""
LOW_BELOW = 520
"""The height, at 100 % text, below which the lead makes room for the list."""


class HistoryPage(Page):
    """Lists the visits and does things to those that are picked.

    Signals: ``open_requested(kept_visit)``, ``compare_requested(kept_visits)``,
    ``rename_requested(visit_id, name)``, ``delete_requested(visit_ids)``,
    ``delete_all_requested()``,
    ``undo_requested()`` and ``back_requested()``.
    """

    is_overlay = True
    open_requested = Signal(tuple)
    compare_requested = Signal(list)
    rename_requested = Signal(object, str)
    delete_requested = Signal(list)
    delete_all_requested = Signal()
    undo_requested = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme, writer: HistoryWriter, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=900, parent=parent)
        self.setAccessibleName(self.tr("My results"))
        self._visits: Sequence[KeptVisit] = ()
        self._renamed_id = 0
        self._heading = WrapLabel(theme, self.accessibleName(), "heading")
        self._lead = TextLabel(theme, role="secondary")
        self.list = HistoryList(theme, writer.row)
        self._open = TextButton(theme, self.tr("Open"), "primary")
        self._compare = TextButton(theme, self.tr("Compare"))
        self._rename = TextButton(theme, self.tr("Rename"))
        self._delete = TextButton(theme, self.tr("Delete"))
        self._delete_all = TextButton(theme, self.tr("Delete all"), "link")
        self._undo = TextButton(theme, "", "link")
        self._back = TextButton(theme, self.tr("Back"), "link")
        self._name = LineField(theme, self.tr("Name of this result"), LONGEST_NAME)
        self._save = TextButton(theme, self.tr("Save name"), "primary")
        self._cancel = TextButton(theme, self.tr("Cancel"), "link")
        self._fill()
        self._connect()

    def _fill(self) -> None:
        px = self.theme.px
        self.body.addWidget(self._heading)
        self.body.addWidget(self._lead)
        self.body.addWidget(self.list, ALMOST_ALL)
        self.body.addStretch(1)  # Without a list the words stand at the top.
        buttons = (self._open, self._compare, self._rename, self._delete)
        self._actions = FlowWidget(px(10), *buttons)
        self._naming = QWidget()
        self._naming_box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._naming)
        self._naming_box.setContentsMargins(0, 0, 0, 0)
        self._naming_box.setSpacing(px(10))
        self._naming_box.addWidget(self._name, 1)
        self._naming_box.addWidget(FlowWidget(px(12), self._save, self._cancel))
        self._naming.hide()
        links = FlowWidget(px(20), self._back, self._delete_all, self._undo)
        for part in (self._actions, self._naming, links):
            self.foot.addWidget(part)

    def _connect(self) -> None:
        self.list.picks_changed.connect(self._show_actions)
        self.list.open_requested.connect(self.open_requested)
        self._open.clicked.connect(self._on_open)
        self._compare.clicked.connect(self._on_compare)
        self._rename.clicked.connect(self._on_rename)
        self._delete.clicked.connect(self._on_delete)
        self._delete_all.clicked.connect(self._on_delete_all)
        self._undo.clicked.connect(self.undo_requested)
        self._back.clicked.connect(self.back_requested)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self._end_naming)
        self._name.returnPressed.connect(self._on_save)
        undoing = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undoing.activated.connect(self._on_undo_key)

    def show_visits(self, visits: Sequence[KeptVisit], deleted_count: int) -> None:
        """Show the visits; what is picked stays picked. ``deleted_count`` can be undone."""
        had_focus = self.list.hasFocus() or self.focusWidget() in (None, self)
        picked = [kept.visit_id for kept in self.list.picked]
        self._visits = visits
        self.list.show_visits(visits, picked)
        words = self.tr(
            "Kept on this computer alone. Pick one to open, rename or delete it, or two or"
            " three to compare them."
        )
        self._lead.setText(words if visits else self.tr("Nothing is kept on this computer."))
        self._fit_lead()
        self.list.setVisible(bool(visits))
        self._delete_all.setVisible(bool(visits))
        undo = self.tr("Bring the deleted one back")
        if deleted_count != 1:
            undo = self.tr("Bring the {count} deleted ones back").format(count=deleted_count)
        self._undo.set_label(undo)
        self._undo.setVisible(deleted_count > 0)
        self._show_actions()
        if had_focus or not self.isAncestorOf(self.focusWidget()):
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def pick(self, visits: Sequence[KeptVisit]) -> None:
        """Pick visits in the list, as they were before another page lay over it."""
        self.list.pick([kept.visit_id for kept in visits])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list the room of the lead where the height is small for the text."""
        super().resizeEvent(event)
        self._fit_lead()
        direction = QBoxLayout.Direction
        has_room = self.width() * 100 >= NAME_BESIDE_FROM * self.theme.scale_percent
        self._naming_box.setDirection(direction.LeftToRight if has_room else direction.TopToBottom)

    def _fit_lead(self) -> None:
        is_low = self.height() * 100 < LOW_BELOW * self.theme.scale_percent
        self._lead.setVisible(not is_low or not self._visits)

    def _show_actions(self) -> None:
        """Offer what can be done with as many visits as are picked."""
        count = len(self.list.picked)
        self._open.setVisible(count == 1)
        self._rename.setVisible(count == 1)
        self._compare.setVisible(2 <= count <= MOST_COMPARED)
        self._delete.setVisible(count >= 1)
        words = self.tr("Delete") if count < 2 else self.tr("Delete {count}").format(count=count)
        self._delete.set_label(words)
        self._show_whichever(count)
        if count != 1:
            self._end_naming()

    def _show_whichever(self, count: int) -> None:
        """Show the name to type, or what can be done; the room for that stays free."""
        is_naming = not self._naming.isHidden()
        policy = self._actions.sizePolicy()
        policy.setRetainSizeWhenHidden(not is_naming)
        self._actions.setSizePolicy(policy)
        self._actions.setVisible(count > 0 and not is_naming)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin in the list; where it is empty, at what brings it back or leads back."""
        last = self._back if self._undo.isHidden() else self._undo
        (self.list if self._visits else last).setFocus(reason)

    def close_overlay(self) -> None:
        """Put the name away, or go back to the visit."""
        if self._naming.isHidden():
            self.back_requested.emit()
        else:
            self._end_naming()

    def _on_undo_key(self) -> None:
        if not self._undo.isHidden():
            self.undo_requested.emit()

    def _on_open(self) -> None:
        self.open_requested.emit(self.list.picked[0])

    def _on_compare(self) -> None:
        self.compare_requested.emit(self.list.picked)

    def _on_delete(self) -> None:
        self.delete_requested.emit([kept.visit_id for kept in self.list.picked])

    def _on_delete_all(self) -> None:
        self.delete_all_requested.emit()

    def _on_rename(self) -> None:
        kept = self.list.picked[0]
        self._renamed_id = kept.visit_id
        self._name.setText(kept.name)
        self._naming.show()
        self._show_whichever(1)
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()

    def _on_save(self) -> None:
        name = self._name.text()
        self._end_naming()
        self.rename_requested.emit(self._renamed_id, name)

    def _end_naming(self) -> None:
        if self._naming.isHidden():
            return
        self._naming.hide()
        self._show_whichever(len(self.list.picked))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
