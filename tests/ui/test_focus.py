"""The way of the Tab key, and that asking for it leaves every widget where it belongs."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caremgr_desktop.ui.widgets import focus
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.focus import follow


def test_tab_follows_the_layouts_and_those_inside_them(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    names = ("anchor", "first", "second", "third", "fourth")
    anchor, first, second, third, fourth = (QPushButton(name, page) for name in names)
    box = QWidget(page)
    column = QVBoxLayout(box)
    row = QHBoxLayout()
    row.addWidget(second)
    column.addWidget(fourth)
    column.insertLayout(0, row)
    column.insertWidget(1, FlowWidget(4, third))
    row.insertWidget(0, first)
    follow(anchor, box)
    stops: list[str] = []
    here = anchor.nextInFocusChain()
    while here is not None and here is not anchor:
        if isinstance(here, QPushButton):
            stops.append(here.text())
        here = here.nextInFocusChain()
    assert stops == ["first", "second", "third", "fourth"]


RECOMMENDATIONS_COME_AND_GO = """
import os, random, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from caremgr_desktop.compose import Workshop
from caremgr_desktop.paths import Paths
from caremgr_desktop.ui.app import prepare
from caremgr_desktop.ui.shell import MainWindow

application = QApplication([])
workshop = Workshop(paths=Paths(*(Path(sys.argv[1]) / name for name in "dcfl")))
window = MainWindow(prepare(application, workshop.window_context(scale_percent=100)))
window.resize(1280, 800)
window.show()
window.presenter.start()
window.presenter.open_result()
chance = random.Random(2)
for turn in range(25):
    for question in workshop.quiz().questions[:20]:
        picks = (chance.choice(question.options).id,) if turn % 2 == 0 else ()
        window.presenter.answer(question.id, picks)
    for _ in range(3):
        application.processEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
print("whole")
"""


def test_cards_that_come_and_go_never_end_the_program(tmp_path: Path) -> None:
    """An item of a layout took its widget along when it was freed, and Qt deleted it again."""
    done = subprocess.run(
        [sys.executable, "-c", RECOMMENDATIONS_COME_AND_GO, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (0, "whole\n"), done.stderr


def test_no_part_of_the_window_asks_a_layout_for_its_items() -> None:
    sources = (Path(focus.__file__).parents[1]).rglob("*.py")
    asking = [path.name for path in sources if ".itemAt(" in path.read_text(encoding="utf-8")]
    assert asking == []
