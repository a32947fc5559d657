"""Keys that mean the same all over the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PAGE_KEYS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
"""How many pages a key scrolls."""
SHORTCUT_KEYS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""Keys that make another key a shortcut; Shift is not one: some keyboards need it for digits."""


def is_enter(event: QKeyEvent) -> bool:
    """Whether the key is Enter alone."""
    return event.key() in ENTER_KEYS and not event.modifiers() & SHORTCUT_KEYS


def is_number(event: QKeyEvent) -> bool:
    """Whether the key is a digit alone."""
    return event.text().isdecimal() and not event.modifiers() & SHORTCUT_KEYS
