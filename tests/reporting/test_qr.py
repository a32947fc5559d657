"""The QR of a code is read as that code, from its modules and from its picture."""

from xml.etree import ElementTree as ET

import numpy as np
import pytest
import zxingcpp

from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.content.load import load_quiz
from caremgr_desktop.core.code import code_of, opened
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.qr import PIXELS_PER_MODULE, QUIET_MODULES, Rows, qr_rows, qr_svg

QUIZ = load_quiz(shipped_folder())
MODULE = 4
"""Pixels of a module in the pictures that are read here."""


def visit() -> Visit:
    made = Visit(QUIZ.id, QUIZ.version, 7)
    for asked in QUIZ.questions:
        made = made.with_answer(asked.id, tuple(one.id for one in asked.options[: asked.max_picks]))
    return made


CODE = code_of(QUIZ, visit())


def read(rows: Rows) -> list[tuple[str, str]]:
    """Return what a reader finds in a picture of the modules: text and level of correction."""
    framed = np.pad(np.array(rows), QUIET_MODULES)
    pixels = np.where(framed, 0, 255).astype(np.uint8).repeat(MODULE, 0).repeat(MODULE, 1)
    found = zxingcpp.read_barcodes(pixels)
    assert {item.format for item in found} <= {zxingcpp.BarcodeFormat.QRCode}
    return [(item.text, item.ec_level) for item in found]


def test_a_reader_finds_the_code_and_the_code_opens_the_same_result() -> None:
    ((text, level),) = read(qr_rows(CODE))
    assert text == CODE
    assert level in ("M", "Q", "H")
    assert opened(QUIZ, text, 7, tuple).visit == visit()


def test_a_dark_spot_on_the_paper_is_put_up_with() -> None:
    rows = [list(row) for row in qr_rows(CODE)]
    for row in range(10, 13):
        rows[row][14:16] = [True, True]
    assert [text for text, _ in read(tuple(tuple(row) for row in rows))] == [CODE]


def test_a_code_of_the_shipped_quiz_takes_25_modules_a_side() -> None:
    rows = qr_rows(CODE)
    assert {len(row) for row in rows} == {len(rows)} == {25}


def test_the_picture_names_its_code_and_has_a_quiet_border_on_white() -> None:
    root = ET.fromstring(qr_svg(CODE))  # noqa: S314 - it is our own
    space = "{http://www.w3.org/2000/svg}"
    side = (25 + 2 * QUIET_MODULES) * PIXELS_PER_MODULE
    assert (root.tag, root.get("width"), root.get("height")) == (
        f"{space}svg",
        f"{side}",
        f"{side}",
    )
    assert root.findtext(f".//{space}title") == CODE
    colors = [path.get("fill") or path.get("stroke") for path in root.iter(f"{space}path")]
    assert colors == ["#fff", "#000"]


def test_the_picture_paints_the_same_modules() -> None:
    root = ET.fromstring(qr_svg(CODE))  # noqa: S314 - it is our own
    path = next(item for item in root.iter() if item.get("stroke"))
    assert painted(path.get("d", "")) == {
        (column + QUIET_MODULES, row + QUIET_MODULES)
        for row, modules in enumerate(qr_rows(CODE))
        for column, dark in enumerate(modules)
        if dark
    }


def painted(path: str) -> set[tuple[int, int]]:
    """Return the modules that a path of moves and horizontal lines paints."""
    found: set[tuple[int, int]] = set()
    column, row = 0, 0.0
    words = path.replace("M", " M ").replace("m", " m ").replace("h", " h ").split()
    while words:
        kind, first = words[0], words[1]
        if kind == "h":
            found |= {(column + place, int(row)) for place in range(int(first))}
            column += int(first)
            words = words[2:]
        else:
            across, down = int(first), float(words[2])
            column, row = (across, down) if kind == "M" else (column + across, row + down)
            words = words[3:]
    return found


@pytest.mark.parametrize("text", ["A", "0", "-"])
def test_any_code_can_be_drawn(text: str) -> None:
    assert qr_rows(text)
