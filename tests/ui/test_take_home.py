"""Taking a result home: the code, the report, a table, a print, a text; and a code brought back."""

import json
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.code import code_of
from caremgr_desktop.core.visit import RESULT
from caremgr_desktop.ui.pages.code import CodePage
from caremgr_desktop.ui.pages.result_take import TakePanel
from caremgr_desktop.ui.printing import images_of, print_pages
from caremgr_desktop.ui.shell import MainWindow
from caremgr_desktop.ui.take_home import TakeHome
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.qr import QrWidget
from caremgr_desktop.ui.widgets.text import TextLabel
from caremgr_desktop.ui.widgets.wrap import BREAK
from tests.ui.results import Open, result_page, settle

MAKING_MS = 20_000
"""How long a report may take here at most; nothing waits for that long unless it fails."""


def panel(window: MainWindow) -> TakePanel:
    found = result_page(window).findChild(TakePanel)
    assert isinstance(found, TakePanel)
    return found


def taking(window: MainWindow) -> TakeHome:
    """Return what does as is wished; it is there from the first wish on."""
    press(window, "Copy the code")
    found = panel(window).findChild(TakeHome)
    assert isinstance(found, TakeHome)
    return found


def press(window: MainWindow, words: str) -> None:
    """Press a button of the card."""
    buttons = panel(window).findChildren(TextButton)
    next(it for it in buttons if it.text() == words).click()


def said(window: MainWindow) -> list[str]:
    """Return what the card says, without the places where long words may break."""
    shown = [it for it in panel(window).findChildren(TextLabel) if not it.isHidden()]
    return [it.text().replace(BREAK, "") for it in shown]


def save(window: MainWindow, qtbot: QtBot, words: str, path: Path) -> None:
    """Press a button, choose a file, and wait until something has come of it."""
    home = taking(window)
    home.ask_path = lambda *_: str(path)
    press(window, words)
    assert home.is_busy
    qtbot.waitUntil(lambda: not home.is_busy, timeout=MAKING_MS)


def test_the_code_on_the_card_is_that_of_the_answers(open_result: Open, qapp: QApplication) -> None:
    window = open_result()
    code = code_of(window.presenter.quiz, window.presenter.visit)
    shown = "-".join(line for it in said(window) for line in it.split("\n") if it.count("-") >= 4)
    assert shown == code
    settle(qapp)
    result_page(window).rest.go_to_take()
    settle(qapp)
    qr = panel(window).findChild(QrWidget)
    assert isinstance(qr, QrWidget)
    assert code in qr.accessibleName()
    dark = sum(
        qr.grab().toImage().pixelColor(across, 74).lightness() < 50 for across in range(qr.width())
    )
    assert dark > 20


def test_the_report_is_saved_beside_the_window(
    open_result: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_result()
    path = tmp_path / "mine & yours.pdf"
    save(window, qtbot, "Save the report", path)
    assert path.read_bytes().startswith(b"%PDF")
    assert f"Saved as {path}" in said(window)


def test_a_report_is_whole_where_the_program_ends_meanwhile(
    open_result: Open, tmp_path: Path
) -> None:
    window = open_result()
    path = tmp_path / "mine.pdf"
    home = taking(window)
    home.ask_path = lambda *_: str(path)
    press(window, "Save the report")
    home.finish()
    assert path.read_bytes().rstrip().endswith(b"%%EOF")
    assert [each.name for each in tmp_path.iterdir() if "mine" in each.name] == ["mine.pdf"]


def test_a_table_is_saved_and_its_name_ends_as_it_has_to(
    open_result: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_result()
    save(window, qtbot, "Save as a table", tmp_path / "mine")
    assert "part" in (tmp_path / "mine.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    save(window, qtbot, "Save as a table", tmp_path / "mine.json")
    assert json.loads((tmp_path / "mine.json").read_text(encoding="utf-8"))["code"]


def test_what_cannot_be_written_is_said_in_a_sentence(
    open_result: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_result()
    (tmp_path / "blocked").write_text("", encoding="utf-8")
    path = tmp_path / "blocked" / "mine.pdf"
    save(window, qtbot, "Save the report", path)
    assert any("can't be written" in words for words in said(window))
    assert not any("Traceback" in words for words in said(window))


def test_nothing_in_the_present_folder_is_taken_for_a_part_of_the_program(
    workshop: Workshop, tmp_path: Path
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('hijacked')", encoding="utf-8")
    (tmp_path / "caremgr_desktop.py").write_text("raise SystemExit('hijacked')", encoding="utf-8")
    command = [*workshop.window_context().outside.command, "questions", "--json"]
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["quiz"]["id"] == workshop.quiz().id


def test_who_thinks_better_of_it_gets_no_file(open_result: Open) -> None:
    window = open_result()
    home = taking(window)
    home.ask_path = lambda *_: ""
    press(window, "Save the report")
    assert not home.is_busy
    home.ask_printer = lambda _: None
    press(window, "Print")
    assert not home.is_busy


def test_a_program_that_does_not_start_is_said(
    open_result: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_result()
    taking(window)._command = (str(tmp_path / "nothing"),)
    save(window, qtbot, "Save the report", tmp_path / "mine.pdf")
    assert any("could not be started" in words for words in said(window))


def test_what_the_command_is_given_is_what_was_answered_and_said(
    open_result: Open, workshop: Workshop
) -> None:
    window = open_result()
    visit = window.presenter.visit
    given = json.loads(workshop.window_context().outside.given(visit, "CA"))
    assert given["answers"] == {key: list(picks) for key, picks in visit.answers.items()}
    assert given["area"] == "CA"


def test_the_pages_are_printed_whole(open_result: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_result()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    home = taking(window)
    home.ask_printer = lambda _: printer
    press(window, "Print")
    qtbot.waitUntil(lambda: not home.is_busy, timeout=MAKING_MS)
    assert f"Printed to {tmp_path / 'printed.pdf'}" in said(window)
    assert (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n") == 3


@pytest.mark.parametrize("pictures", [b"", b"nonsense", b"\x89PNG\r\n\x1a\nnonsense"])
def test_what_is_no_picture_is_not_printed(pictures: bytes, qapp: QApplication) -> None:
    assert qapp is not None
    assert images_of(pictures) == []
    assert not print_pages(QPrinter(), pictures)


def test_the_result_is_copied_as_text_with_its_code(open_result: Open) -> None:
    window = open_result()
    press(window, "Copy as text")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Care manager is closest to your answers")
    assert code_of(window.presenter.quiz, window.presenter.visit) in text
    press(window, "Copy the code")
    assert QGuiApplication.clipboard().text() == code_of(
        window.presenter.quiz, window.presenter.visit
    )


def enter_code(window: MainWindow, text: str) -> None:
    """Type a code on its page and ask for the result."""
    page = window.page
    assert isinstance(page, CodePage)
    field = page.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(text)
    next(it for it in page.buttons() if it.text() == "Show the result").click()


def test_a_code_brings_the_result_back_as_a_visit_of_its_own(
    open_result: Open, qapp: QApplication
) -> None:
    window = open_result()
    own = window.presenter.visit
    code = code_of(window.presenter.quiz, own)
    window.presenter.restart()
    window.show_over("code")
    enter_code(window, f"  {code.lower().replace('-', ' ')} ")
    settle(qapp)
    assert window.presenter.visit.place == RESULT
    assert window.presenter.visit.answers == own.answers
    assert window.presenter.visit.seed != own.seed
    assert result_page(window).title == "Your result"
    window.presenter.keep()
    assert len(window.presenter.safe.kept()) == 2


def test_a_mistyped_code_says_which_group_is_wrong_and_keeps_what_was_typed(
    open_result: Open, qapp: QApplication
) -> None:
    window = open_result()
    code = code_of(window.presenter.quiz, window.presenter.visit)
    groups = code.split("-")
    groups[3] = groups[3][1] + groups[3][0] + groups[3][2:]
    if groups[3] == code.split("-")[3]:
        groups[3] = ("1" if groups[3][0] != "1" else "2") + groups[3][1:]
    window.show_over("code")
    enter_code(window, "-".join(groups))
    settle(qapp)
    assert isinstance(window.page, CodePage)
    words = [it.text() for it in window.page.findChildren(TextLabel) if it.isVisible()]
    assert any("group 4" in each.lower() for each in words)
    field = window.page.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text() == "-".join(groups)
    window.page.close_overlay()
    assert result_page(window).title == "Your result"


def test_the_link_at_the_top_leads_to_the_card(open_result: Open, qapp: QApplication) -> None:
    window = open_result()
    page = result_page(window)
    next(it for it in page.buttons() if it.text() == "Take it home").click()
    settle(qapp)
    assert not panel(window).visibleRegion().isEmpty()
    assert panel(window).isAncestorOf(window.focusWidget())


def test_a_picture_is_taken_apart_from_the_next() -> None:
    image = QImage(4, 6, QImage.Format.Format_RGB32)
    image.fill(0)
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
    data = bytes(buffer.data().data())
    assert [it.size() for it in images_of(data + data)] == [image.size(), image.size()]
