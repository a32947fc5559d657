"""The locked PySide6 keeps its references: a faulty one ends the program after 5,000 calls.

PySide6 6.12.0 drops a reference to None with each call that returns nothing,
and one to True with each ``emit``, so that Python 3.11 aborts when none is left.
"""

import sys
import tomllib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

CALLS = 1_000
SPARE = 50
"""How far a count may fall for reasons of Python's own."""


class Emitter(QObject):
    """Says whether something is so."""

    decided = Signal(bool)


def test_a_thousand_qt_calls_cost_no_reference_to_none(qapp: QApplication) -> None:
    assert qapp is not None
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("text")
    assert sys.getrefcount(None) > before - SPARE


def test_a_thousand_signals_cost_no_reference_to_true() -> None:
    emitter = Emitter()
    before = sys.getrefcount(True)  # noqa: FBT003 - its references are what is counted
    for _ in range(CALLS):
        emitter.decided.emit(True)  # noqa: FBT003 - Qt's signals take no keywords
    assert sys.getrefcount(True) > before - SPARE  # noqa: FBT003 - as above


def test_the_lock_never_names_the_pyside_that_aborts() -> None:
    text = (Path(__file__).parents[2] / "uv.lock").read_text(encoding="utf-8")
    versions = {
        package["version"]
        for package in tomllib.loads(text)["package"]
        if package["name"] in ("pyside6-essentials", "shiboken6")
    }
    assert len(versions) == 1
    assert "6.12.0" not in versions
