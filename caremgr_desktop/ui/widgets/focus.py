"""The way of the Tab key through widgets that were made late."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(anchor: QWidget, box: QWidget) -> QWidget:
    """Let Tab go from the anchor through what a box holds, and return the last of it."""
    previous = anchor
    for widget in (box, *box.findChildren(QWidget)):
        is_stop = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if is_stop and widget is not previous:
            QWidget.setTabOrder(previous, widget)
            previous = widget
    return previous
