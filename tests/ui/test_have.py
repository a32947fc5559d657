"""What one already has: filled in by mouse or keys, kept at once, and where plans begin."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.person import Course, Education, Have, Work
from caremgr_desktop.core.visit import HAVE, RESULT
from caremgr_desktop.ui.pages.have import HavePage
from caremgr_desktop.ui.pages.have_entries import DegreeEntry, JobEntry
from caremgr_desktop.ui.pages.result_path import PathPanel
from caremgr_desktop.ui.shell import MainWindow
from caremgr_desktop.ui.widgets.id_chooser import IdChooser
from caremgr_desktop.ui.widgets.number_field import NumberField
from tests.ui.results import Open, result_page, settle
from tests.ui.stage import last_saved

NURSE = Have(
    education=(Education("bsn", finished_months_ago=24), Education("msn", 9)),
    licences=frozenset({"rn"}),
    work=(Work("nurse_case_management", 30, supervision="some"), Work("rn", 24)),
    ce=(Course("nursing_case_management", 20),),
)
LEAST_TARGET = 44


@pytest.fixture
def window(open_result: Open, qapp: QApplication) -> MainWindow:
    """Return a window on the page, come to from the result."""
    found = open_result()
    found.presenter.open_have()
    settle(qapp)
    return found


def page(window: MainWindow) -> HavePage:
    assert isinstance(window.page, HavePage)
    return window.page


def button(window: MainWindow, words: str) -> QAbstractButton:
    return next(
        it
        for it in window.page.findChildren(QAbstractButton)
        if it.text() == words and it.isVisible()
    )


def click(qtbot: QtBot, window: MainWindow, words: str) -> None:
    qtbot.mouseClick(button(window, words), Qt.MouseButton.LeftButton)


def field(window: MainWindow, name: str) -> QWidget:
    """Return the field of that name."""
    return next(
        it
        for it in window.page.findChildren(QWidget)
        if it.accessibleName() == name and it.isVisible() and not isinstance(it, QLabel)
    )


def pick(qtbot: QtBot, window: MainWindow, name: str, letters: str) -> None:
    """Pick from a list by typing the first letters, as a person does."""
    chooser = field(window, name)
    assert isinstance(chooser, IdChooser)
    qtbot.keyClicks(chooser, letters)


def number(window: MainWindow, name: str) -> NumberField:
    """Return the whole field of a number."""
    found = field(window, name).parentWidget()
    assert isinstance(found, NumberField)
    return found


def have(window: MainWindow) -> Have | None:
    return window.presenter.visit.have


def test_a_degree_and_a_job_are_added_filled_in_and_saved(
    window: MainWindow, qtbot: QtBot, workshop: Workshop
) -> None:
    click(qtbot, window, "Add a degree")
    assert window.focusWidget() is field(window, "Degree 1: Degree")
    pick(qtbot, window, "Degree 1: Degree", "Bachelor's degree in n")
    pick(qtbot, window, "Degree 1: Finished", "3")
    click(qtbot, window, "Add a job")
    pick(qtbot, window, "Job 1: Work", "Work as a r")
    click(qtbot, window, "RN license")
    for _ in range(4):
        qtbot.mouseClick(field(window, "More: Job 1: Months in all"), Qt.MouseButton.LeftButton)
    said = Have(
        education=(Education("bsn", finished_months_ago=36),),
        licences=frozenset({"rn"}),
        work=(Work("rn", 24),),
    )
    assert have(window) == said
    window.presenter.keep()
    saved = last_saved(workshop.store())
    assert saved is not None
    assert saved.have == said


def test_it_is_shown_again_as_it_was_said_in_another_size_of_text(
    window: MainWindow, qapp: QApplication
) -> None:
    window.presenter.say_have(NURSE)
    for _ in range(2):
        form = page(window)
        assert len([it for it in form.findChildren(JobEntry) if it.isVisible()]) == 2
        assert form._form.have == NURSE
        window._rebuild()
        settle(qapp)


def test_what_was_removed_or_cleared_comes_back_with_one_click(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.presenter.say_have(NURSE)
    assert not page(window)._undo.isVisible()
    qtbot.mouseClick(field(window, "Job 1: Remove"), Qt.MouseButton.LeftButton)
    left = have(window)
    assert left is not None
    assert left.work == NURSE.work[1:]
    click(qtbot, window, "Undo")
    assert have(window) == NURSE
    click(qtbot, window, "Clear everything")
    assert have(window) is None
    click(qtbot, window, "Undo")
    assert have(window) == NURSE


def test_the_number_left_after_a_removal_belongs_to_what_is_left(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.presenter.say_have(NURSE)
    qtbot.mouseClick(field(window, "Job 1: Remove"), Qt.MouseButton.LeftButton)
    assert number(window, "Job 1: Months in all").number == 24


def test_enter_goes_on_to_the_result_and_inside_a_field_to_the_next(
    window: MainWindow, qtbot: QtBot
) -> None:
    click(qtbot, window, "Add studies under way")
    chooser = window.focusWidget()
    assert isinstance(chooser, QComboBox)
    qtbot.keyClick(chooser, Qt.Key.Key_Return)
    assert window.presenter.visit.place == HAVE
    assert window.focusWidget() is not chooser
    spin = number(window, "Studies 1: Months left").spin
    spin.setFocus()
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert window.presenter.visit.place == HAVE
    page(window).take_focus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.presenter.visit.place == RESULT


def test_a_number_can_be_typed_and_the_wheel_changes_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    click(qtbot, window, "Add studies under way")
    spin = number(window, "Studies 1: Months left").spin
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, "17")
    assert number(window, "Studies 1: Months left").number == 17
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(spin.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(spin, wheel)
    assert number(window, "Studies 1: Months left").number == 17


def test_tab_goes_through_the_page_from_top_to_bottom(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    window.presenter.say_have(NURSE)
    settle(qapp)
    first = field(window, "Degree 1: Degree")
    first.setFocus()
    seen: list[QWidget] = [first]
    while True:
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
        focused = window.focusWidget()
        if focused is first or len(seen) > 90:
            break
        seen.append(focused)
    inside = [it for it in seen if page(window)._form.isAncestorOf(it)]
    tops = [it.mapTo(page(window), QPoint(0, it.height() // 2)).y() for it in inside]
    rows = [top // 12 for top in tops]
    assert rows == sorted(rows)
    stops = {
        it
        for it in page(window)._form.findChildren(QWidget)
        if it.isVisible() and it.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    insides = {it for it in stops if isinstance(it, QLineEdit)}  # Of the numbers.
    assert stops - insides <= set(seen)


def test_plans_begin_there_and_the_way_to_say_more_leads_back(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    window.presenter.say_have(NURSE)
    click(qtbot, window, "See my result")
    settle(qapp)
    panel = result_page(window).findChildren(PathPanel)[-1]
    words = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert "what you said that you already have" in words
    qtbot.mouseClick(button(window, "Change what you already have"), Qt.MouseButton.LeftButton)
    assert window.presenter.visit.place == HAVE
    click(qtbot, window, "Back")
    assert window.presenter.visit.place == RESULT


def test_what_is_tried_stays_while_one_says_what_one_has(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    click(qtbot, window, "Back")
    settle(qapp)
    section = window.context.quiz.sections[0].id
    result_page(window).importance_chosen.emit(section, 4)
    settle(qapp)
    window.presenter.open_have()
    window.presenter.say_have(NURSE)
    click(qtbot, window, "See my result")
    settle(qapp)
    words = [label.text() for label in result_page(window).findChildren(QLabel)]
    assert any("what you said that you already have" in text for text in words)
    assert button(window, "Back to mine").isVisible()


@pytest.mark.parametrize(("scale", "size"), [(100, QSize(800, 600)), (200, QSize(800, 600))])
def test_nothing_is_clipped_and_every_target_is_large_enough(
    open_result: Open, qapp: QApplication, scale: int, size: QSize
) -> None:
    window = open_result(size, scale)
    window.presenter.open_have()
    window.presenter.say_have(NURSE)
    settle(qapp)
    found = page(window)
    entries: list[QWidget] = [*found.findChildren(DegreeEntry), *found.findChildren(JobEntry)]
    for entry in entries:
        for part in entry.findChildren(QWidget):
            if part.isVisibleTo(found) and isinstance(part, QAbstractButton | QComboBox | QLabel):
                place = part.mapTo(entry, QPoint(0, 0))
                assert entry.rect().contains(place), part.accessibleName()
                assert place.x() + part.width() <= entry.width()
    for pill in found._form._licences.values():
        place = pill.mapTo(found._form, QPoint(0, 0))
        assert found._form.rect().contains(place)
        assert place.x() + pill.width() <= found._form.width()
        assert pill.width() >= pill.sizeHint().width()
    small = [
        it.accessibleName()
        for it in found.findChildren(QAbstractButton)
        if it.isVisible() and it.height() < LEAST_TARGET * scale // 100
    ]
    assert small == []


def test_page_keys_scroll_also_from_inside_a_field(window: MainWindow, qtbot: QtBot) -> None:
    window.presenter.say_have(NURSE)
    window.resize(QSize(800, 600))
    bar = page(window)._scroll.verticalScrollBar()
    spin = number(window, "Job 1: Months in all").findChild(QLineEdit)
    assert spin is not None
    for focused in (button(window, "See my result"), field(window, "Job 1: Work"), spin):
        bar.setValue(0)
        qtbot.keyClick(focused, Qt.Key.Key_PageDown)
        assert bar.value() > 100
        qtbot.keyClick(focused, Qt.Key.Key_PageUp)
        assert bar.value() == 0
    assert have(window) == NURSE


def test_what_was_removed_also_comes_back_with_the_usual_keys(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.presenter.say_have(NURSE)
    qtbot.mouseClick(field(window, "Job 1: Remove"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert have(window) == NURSE
    qtbot.keyClick(page(window), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert have(window) == NURSE


def test_certificates_are_pills_of_their_own(window: MainWindow, qtbot: QtBot) -> None:
    click(qtbot, window, "CCM, case manager")
    click(qtbot, window, "RN license")
    assert have(window) == Have(licences=frozenset({"ccm", "rn"}))


def test_a_link_that_moved_away_under_the_mouse_is_not_lit(
    window: MainWindow, qtbot: QtBot
) -> None:
    link = button(window, "Add a job")
    link.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert not link.underMouse()


def test_the_plan_says_what_is_assumed_left_and_not_counted(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    window.presenter.say_have(
        Have((Education("bsw", 30),), frozenset({"rn"}), (Work("case_management", 24),))
    )
    click(qtbot, window, "See my result")
    settle(qapp)
    panel = result_page(window).findChildren(PathPanel)[-1]
    pill = next(it for it in panel.findChildren(QAbstractButton) if it.text().startswith("CMC"))
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    words = " ".join(it.text() for it in panel.findChildren(QWidget) if isinstance(it, QLabel))
    assert "Assumed: “RN license”" in words
    assert "It had no supervisor." in words
    assert "studies that you are in: Bachelor's degree in social work" in words
