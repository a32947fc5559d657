"""The way of the Tab key through widgets that were made late or moved, and into sight."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

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
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        children = widget.findChildren(QWidget, options=direct)
        for part in _in_order(layout, children):
            yield from _stops(part)


def _in_order(layout: QLayout, children: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield the children that stand in a layout or in the layouts inside it, in their order.

    The items of a layout are not asked for: what PySide6 6.11 returns for the widget of an
    item is taken for the item's own, and is freed with it. When the widget was deleted later
    the program crashed.
    """
    inside = [part for part in layout.children() if isinstance(part, QLayout)]
    places: list[tuple[int, QLayout | QWidget]] = [
        *((layout.indexOf(part), part) for part in inside),
        *((layout.indexOf(child), child) for child in children),
    ]
    for place, part in sorted(places, key=itemgetter(0)):
        if isinstance(part, QLayout):
            yield from _in_order(part, children)
        elif place >= 0:
            yield part
