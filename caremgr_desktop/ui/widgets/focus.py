"""The way of the Tab key through widgets that were made late or moved, and into sight."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def follow(anchor: QWidget, *boxes: QWidget) -> None:
    """Let Tab go from the anchor through what the boxes hold, in the order of their layouts.

    Where the anchor takes no focus itself, the first stop in the boxes stands for it.
    """
    stops = [stop for box in boxes for stop in _stops(box) if stop is not anchor]
    if anchor.focusPolicy() == Qt.FocusPolicy.NoFocus and stops:
        anchor = stops.pop(0)
    # A text can't be gone on from: Qt then goes on from its viewport, which stays behind.
    for stop in reversed(stops):
        QWidget.setTabOrder(anchor, stop)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll what the widget stands in so that it is seen; Qt does so for the Tab key alone."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(widget, 0, widget.fontMetrics().height())


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield the widget and those in its layout that take the focus, hidden ones too."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    layout = widget.layout()
    if isinstance(layout, QLayout):
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if isinstance(inner, QLayout):
            yield from _stops_in(inner)
        elif isinstance(widget, QWidget):
            yield from _stops(widget)
