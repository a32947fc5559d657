"""Everything can be read in every look, also what the system paints by itself."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caremgr_desktop.ui.theme import THEMES, Theme
from caremgr_desktop.ui.widgets.text import TextLabel

Role = QPalette.ColorRole
PAIRS = [
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
]
LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3."""


def luminance(color: QColor) -> float:
    parts = [color.redF(), color.greenF(), color.blueF()]
    linear = [it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: QColor, second: QColor) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("group", [QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled])
def test_what_the_system_paints_can_be_read(
    qapp: QApplication, name: str, group: QPalette.ColorGroup
) -> None:
    Theme(THEMES[name], 100).dress(qapp)
    palette = qapp.palette()
    for text, ground in PAIRS:
        found = contrast(palette.color(group, text), palette.color(group, ground))
        assert found >= LEAST_CONTRAST, (text, ground)
    qapp.setStyleSheet("")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", [TextLabel, QPushButton, QTextEdit])
def test_words_are_painted_in_the_ink_of_the_look(
    qapp: QApplication, qtbot: QtBot, name: str, kind: type[QWidget]
) -> None:
    theme = Theme(THEMES[name], 200)
    theme.dress(qapp)
    page = QWidget()
    qtbot.addWidget(page)
    words = kind(parent=page)
    if isinstance(words, TextLabel | QPushButton | QTextEdit):
        words.setText("MMMMMMMM")
    words.setProperty("kind", "row")
    QVBoxLayout(page).addWidget(words)
    page.show()
    image = words.grab().toImage()
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colors = {image.pixelColor(x, y).name() for x, y in spots}
    wanted = theme.tokens.accent if kind is QPushButton else theme.tokens.ink
    assert QColor(wanted).name() in colors
    qapp.setStyleSheet("")
