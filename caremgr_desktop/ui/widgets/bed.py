"""Widgets that leave their size to the layout around them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

SMALL = 80
"""A width that everything on a page can take, in any size of text."""

if TYPE_CHECKING:
    _Widget = QWidget
else:  # The Qt class comes from the widget itself: Qt allows one of them in the bases.
    _Widget = object


class Bedded(_Widget):
    """Wants no size of its own; comes before the Qt class in the bases.

    What it holds wraps, so that its height goes by its width. Without this each level
    of a page asks all levels below for their heights at two widths more, which nobody uses.
    """

    def sizeHint(self) -> QSize:
        """Return a small size: the layout gives what there is."""
        return QSize(SMALL, 1)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return QSize(SMALL, 1)


class Bed(Bedded, QWidget):
    """A plain widget in which other widgets lie."""
