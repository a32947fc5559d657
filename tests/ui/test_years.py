"""Ten years ahead on the result: assumptions are chosen in place and remembered."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from caremgr_desktop.settings import Settings, load_settings, save_settings
from caremgr_desktop.ui.pages.result_years import YearsPanel
from caremgr_desktop.ui.shell import MainWindow
from caremgr_desktop.ui.widgets.drawing import Figure
from caremgr_desktop.ui.widgets.pills import PillsWidget
from tests.ui.results import Open, result_page, settle
from tests.ui.test_pay import list_of


def panel(window: MainWindow) -> YearsPanel:
    return next(it for it in result_page(window).findChildren(YearsPanel) if not it.isHidden())


def pills(window: MainWindow, name: str) -> PillsWidget:
    found = panel(window).findChildren(PillsWidget)
    return next(it for it in found if it.accessibleName().startswith(name))


def pill(window: MainWindow, name: str, words: str) -> QAbstractButton:
    found = pills(window, name).findChildren(QAbstractButton)
    return next(it for it in found if it.text() == words)


def words(window: MainWindow) -> str:
    labels = panel(window).findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(window))


def test_another_assumption_moves_the_lines_at_once_and_is_remembered(
    open_result: Open, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = open_result()
    before = words(window)
    assert "earns nothing" in before
    qtbot.mouseClick(pill(window, "Paid work", "20"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pill(window, "Pay grows", "3%"), Qt.MouseButton.LeftButton)
    settle(qapp)
    after = words(window)
    assert "20 hours a week" in after
    assert "3% a year" in after
    assert "earns nothing" not in after
    ends = [
        label.text()
        for label in panel(window).findChildren(Figure)
        if "after 10 years" in label.text()
    ]
    assert ends
    assert ends[0] not in before
    kept = load_settings(tmp_path / "config" / "settings.json")
    assert (kept.study_hours, kept.growth_percent) == (20, 3)
    window._rebuild()
    settle(qapp)
    assert pills(window, "Paid work").number == 20
    assert words(window) == after


def test_the_state_chosen_for_pay_counts_here_too(
    open_result: Open, qtbot: QtBot, qapp: QApplication
) -> None:
    window = open_result()
    chart = panel(window).findChildren(Figure)[0]
    before = chart.text()
    qtbot.keyClicks(list_of(window, qtbot), "Mississippi")
    settle(qapp)
    assert "Mississippi" in words(window)
    assert chart.text() != before


def test_a_keyboard_keeps_its_place_while_it_changes_an_assumption(
    open_result: Open, qtbot: QtBot, qapp: QApplication
) -> None:
    window = open_result()
    pill(window, "Pay grows", "0%").setFocus()
    for percent in (1, 2, 3, 4):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
        settle(qapp)
        assert window.focusWidget() is pill(window, "Pay grows", f"{percent}%")
        assert f"{percent}% a year" in words(window)


def test_senseless_settings_are_as_at_first(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for text in (
        '{"study_hours": -3, "growth_percent": 900}',
        '{"study_hours": true, "growth_percent": "2"}',
        '{"study_hours": 1.5, "growth_percent": null}',
    ):
        path.write_text(text, encoding="utf-8")
        assert load_settings(path) == Settings()
    chosen = Settings(150, "dark", "Texas", 20, 3)
    save_settings(path, chosen)
    assert load_settings(path) == chosen
