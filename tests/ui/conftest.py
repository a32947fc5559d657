"""What the tests of the window rely on: no display, and nothing left over from the last test."""

import gc
import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken


def left_over() -> list[str]:
    """Return the windows that were not closed and the timers that still run."""
    windows: list[QWidget] = QApplication.topLevelWidgets()
    timers = [thing for thing in Shiboken.getAllValidWrappers() if isinstance(thing, QTimer)]
    return [repr(window) for window in windows] + [repr(it) for it in timers if it.isActive()]


def delete_what_was_let_go() -> None:
    """Delete what ``deleteLater`` was asked for; processing events alone leaves it."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def nothing_left_over(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window or a running timer behind."""
    assert qapp is not None
    yield
    delete_what_was_let_go()
    if left_over():
        gc.collect()  # A cycle of references is no leak, only late.
        delete_what_was_let_go()
    assert left_over() == []
