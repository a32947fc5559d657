"""A card with things of one kind that a person already has, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.flow import FlowWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from caremgr_desktop.ui.pages.have_entries import Entry
    from caremgr_desktop.ui.theme import Theme

Item = TypeVar("Item")


class EntryGroup(QWidget, Generic[Item]):
    """Entries of one kind, and a link that adds another.

    ``make`` gives an entry for a name, ``fresh`` is what a new one holds, ``name`` has a
    place for its number. Signals: ``changed()``, when a person changed something, and
    ``grown()``, when there is one more.
    """

    changed = Signal()
    grown = Signal()

    def __init__(
        self, theme: Theme, name: str, add: str, fresh: Item, make: Callable[[str], Entry[Item]]
    ) -> None:
        super().__init__()
        self._name = name
        self._fresh = fresh
        self._make = make
        self._entries: list[Entry[Item]] = []
        self._items: list[Item] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._add = ElidedButton(theme, add, "link")
        self._add.clicked.connect(self._on_add)
        self._column.addWidget(FlowWidget(0, self._add))

    @property
    def items(self) -> tuple[Item, ...]:
        """What the entries say."""
        return tuple(self._items)

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show these; entries that are there already stay, with the focus in them."""
        while len(self._entries) > len(items):
            entry = self._entries.pop()
            entry.hide()
            entry.deleteLater()
        while len(self._entries) < len(items):
            self._append()
        self._items = list(items)
        for entry, item in zip(self._entries, items, strict=True):
            entry.show_item(item)

    def _append(self) -> Entry[Item]:
        entry = self._make(self._name.format(number=len(self._entries) + 1))
        entry.changed.connect(self._on_changed)
        entry.removed.connect(self._on_removed)
        self._entries.append(entry)
        self._column.insertWidget(self._column.count() - 1, entry)
        entry.show()  # A layout would show it later.
        self.grown.emit()
        return entry

    def _on_add(self) -> None:
        entry = self._append()
        entry.show_item(self._fresh)
        self._items.append(self._fresh)
        entry.take_focus()
        # It moves down, out from under the mouse; Qt hears of that with the next move.
        self._add.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)  # noqa: FBT003 - Qt's own
        self.changed.emit()

    def _on_changed(self) -> None:
        pairs = zip(self._entries, self._items, strict=True)
        self._items = [entry.item(item) for entry, item in pairs]
        self.changed.emit()

    def _on_removed(self, entry: Entry[Item]) -> None:
        place = self._entries.index(entry)
        left = [item for index, item in enumerate(self._items) if index != place]
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_items(tuple(left))
        self.changed.emit()
