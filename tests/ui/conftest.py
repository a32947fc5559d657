"""What the tests of the window rely on: no display, and nothing left over from the last test."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.route import WholeRoute
from caremgr_desktop.logs import FailureLog
from caremgr_desktop.paths import Paths
from caremgr_desktop.settings import Settings, save_settings
from caremgr_desktop.ui.app import prepare
from caremgr_desktop.ui.context import Outside, WindowContext
from caremgr_desktop.ui.shell import MainWindow
from caremgr_desktop.ui.theme import load_fonts
from tests.ui.results import Open as OpenResult
from tests.ui.results import answered, settle
from tests.ui.stage import FONTS, OpenWindow, ShelfStore, pace, quiz, seed, settling


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


def no_reporter(*_: object) -> object:
    raise AssertionError


@pytest.fixture
def context(tmp_path: Path) -> WindowContext:
    def save(settings: Settings) -> None:
        save_settings(tmp_path / "settings.json", settings)

    return WindowContext(
        route=WholeRoute(quiz()),
        store=ShelfStore(),
        settling=settling(),
        pace=pace(),
        make_reporter=no_reporter,  # type: ignore[arg-type]  # these pages need none
        settings=Settings(100, "light"),
        save_settings=save,
        log_failure=FailureLog(tmp_path / "failures.log").write,
        log_file=tmp_path / "failures.log",
        new_seed=seed,
        fonts_folder=FONTS,
        outside=Outside((), no_reporter, tuple),  # type: ignore[arg-type]  # these pages need none
    )


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, context: WindowContext) -> Iterator[OpenWindow]:
    windows: list[MainWindow] = []
    qapp.setStyle("Fusion")
    load_fonts(FONTS)

    def open_one(
        scale: int = 100, size: QSize | None = None, asked: Quiz | None = None
    ) -> MainWindow:
        settings = Settings(scale, "light")
        shown = asked or context.quiz
        parts = context._replace(
            settings=settings, route=WholeRoute(shown), settling=settling(shown)
        )
        window = MainWindow(parts)
        windows.append(window)
        window.resize(size or QSize(1280, 800))
        window.show()
        qtbot.waitExposed(window)
        return window

    yield open_one
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    names = ("data", "cache", "config", "log")
    return Workshop(paths=Paths(*(tmp_path / name for name in names)))


@pytest.fixture
def open_result(qtbot: QtBot, qapp: QApplication, workshop: Workshop) -> Iterator[OpenResult]:
    windows: list[MainWindow] = []

    def open_one(size: QSize | None = None, scale: int = 100, family: str = "care") -> MainWindow:
        context = prepare(qapp, workshop.window_context(scale_percent=scale))
        context.store.save(answered(workshop, family))
        window = MainWindow(context)
        windows.append(window)
        window.resize(size or QSize(1280, 800))
        window.show()
        qtbot.waitExposed(window)
        window.presenter.resume()
        settle(qapp)
        return window

    yield open_one
    for window in windows:
        window.close()
        window.deleteLater()
