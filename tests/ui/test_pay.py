"""Pay on the result: the area is chosen in place, remembered, and shown at once."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caremgr_desktop.settings import load_settings
from caremgr_desktop.ui.pages.result_pay import PayFold, PayPanel
from caremgr_desktop.ui.shell import MainWindow
from caremgr_desktop.ui.widgets.chooser import MOST_ROWS, Chooser
from caremgr_desktop.ui.widgets.drawing import Figure
from tests.ui.results import Open, result_page, settle
from tests.ui.test_what_if import press, try_another

PLAIN = QSize(1280, 800)


def panel(window: MainWindow) -> PayPanel:
    found = [it for it in result_page(window).findChildren(PayPanel) if not it.isHidden()]
    return found[-1]


def list_of(window: MainWindow, qtbot: QtBot) -> Chooser:
    """Bring the list of areas as a person does, and close it again."""
    qtbot.mouseClick(panel(window).choose_link, Qt.MouseButton.LeftButton)
    chooser = panel(window).chooser
    assert chooser is not None
    assert chooser.view().isVisible()
    assert chooser.hasFocus() or window.focusWidget() is chooser
    chooser.hidePopup()
    return chooser


def said(window: MainWindow) -> str:
    figures = panel(window).findChildren(Figure)
    return "\n".join(it.text() for it in figures if it.isVisibleTo(window))


def test_another_state_shows_its_figures_at_once_and_is_remembered(
    open_result: Open, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = open_result(PLAIN)
    assert panel(window).chooser is None
    chooser = list_of(window, qtbot)
    assert "Texas" not in said(window)
    qtbot.keyClicks(chooser, "Te")
    assert chooser.currentText() == "Tennessee"
    assert "Tennessee" in said(window)
    settle(qapp)
    assert window.focusWidget() is chooser
    assert load_settings(tmp_path / "config" / "settings.json").area == "Tennessee"
    window._rebuild()
    settle(qapp)
    again = panel(window).chooser
    assert again is not None
    assert again.currentText() == "Tennessee"
    assert "Tennessee" in said(window)


def test_what_is_unfolded_stays_so_for_another_state(
    open_result: Open, qtbot: QtBot, qapp: QApplication
) -> None:
    window = open_result(PLAIN)
    panel(window).findChildren(PayFold)[-1].link.click()
    settle(qapp)
    before = said(window).count("\n")
    qtbot.keyClicks(list_of(window, qtbot), "Wyo")
    settle(qapp)
    assert panel(window).findChildren(PayFold)[-1].content is not None
    assert said(window).count("\n") == before
    assert said(window).count("Wyoming") >= 3


def test_tab_goes_from_the_chooser_to_the_first_source(
    open_result: Open, qtbot: QtBot, qapp: QApplication
) -> None:
    window = open_result(PLAIN)
    chooser = list_of(window, qtbot)
    qtbot.keyClicks(chooser, "Ohio")
    settle(qapp)
    qtbot.keyClick(chooser, Qt.Key.Key_Tab)
    assert panel(window).isAncestorOf(window.focusWidget())
    assert window.focusWidget() is not chooser


def test_the_wheel_scrolls_past_and_chooses_nothing(
    open_result: Open, qtbot: QtBot, qapp: QApplication
) -> None:
    window = open_result(PLAIN)
    chooser = list_of(window, qtbot)
    middle = QPointF(chooser.rect().center())
    wheel = QWheelEvent(
        middle,
        chooser.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by place
    )
    qapp.sendEvent(chooser, wheel)
    assert chooser.currentText() == "United States"


def test_the_state_stays_while_answers_are_tried_and_taken_back(
    open_result: Open, qtbot: QtBot, qapp: QApplication
) -> None:
    window = open_result(PLAIN)
    page = result_page(window)
    try_another(window)
    qtbot.keyClicks(list_of(window, qtbot), "Ohio")
    settle(qapp)
    assert "Ohio" in said(window)
    try_another(window, place=1)
    qtbot.waitUntil(lambda: page.is_at_rest)
    settle(qapp)
    assert "Ohio" in said(window)
    press(qtbot, page, "Back to mine")
    qtbot.waitUntil(lambda: page.is_at_rest)
    settle(qapp)
    assert "Ohio" in said(window)
    assert "Texas" not in said(window)


def test_the_list_opens_below_its_field_and_no_higher_than_a_few_rows(
    open_result: Open, qtbot: QtBot, qapp: QApplication
) -> None:
    window = open_result(QSize(760, 600))  # All of it is on the screen of the tests.
    result_page(window).show_part(panel(window).choose_link)
    qtbot.mouseClick(panel(window).choose_link, Qt.MouseButton.LeftButton)
    chooser = panel(window).chooser
    assert chooser is not None
    opened = chooser.view().window().frameGeometry()
    settle(qapp)  # Where the field stands in the end.
    assert opened.left() == chooser.mapToGlobal(QPoint(0, 0)).x()
    assert opened.height() <= (MOST_ROWS + 1) * chooser.view().sizeHintForRow(0)
    chooser.hidePopup()


def test_the_chart_of_a_state_says_that_its_figures_are_for_all_employers(
    open_result: Open, qtbot: QtBot
) -> None:
    window = open_result(PLAIN)
    note = panel(window).area_note
    assert note.isHidden()
    qtbot.keyClicks(list_of(window, qtbot), "Conn")
    assert not note.isHidden()
    assert "Connecticut" in note.text()
    assert "all employers together" in note.text()
    column = panel(window).column
    figures = panel(window)._figures
    assert figures is not None
    assert column.indexOf(note) == column.indexOf(figures) - 1
    assert "diamond" in panel(window).lead.text()
