"""Everything can be read in every look, also what the system paints by itself."""

from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caremgr_desktop.ui.theme import THEMES, Theme
from caremgr_desktop.ui.widgets.button import SHAPES, Paint, paint_of
from caremgr_desktop.ui.widgets.text import LOOKS, TextLabel

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
LEAST_EDGE_CONTRAST = 3.0


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


def inks(page: QWidget) -> set[str]:
    image = page.grab().toImage()
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in spots}


def shown(qtbot: QtBot, words: QWidget) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(words)
    page.show()
    return page


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("role", "token"),
    [
        ("body", "ink"),
        ("secondary", "secondary"),
        ("small", "secondary"),
        ("kicker", "accent"),
        ("hero", "ink"),
    ],
)
def test_words_are_painted_in_the_color_of_their_role(
    qapp: QApplication, qtbot: QtBot, name: str, role: str, token: str
) -> None:
    theme = Theme(THEMES[name], 200)
    theme.dress(qapp)
    page = shown(qtbot, TextLabel(theme, "MMMMMMMM", role))
    assert theme.color(token).name() in inks(page)


@pytest.mark.parametrize("name", THEMES)
def test_a_label_in_another_role_looks_as_if_made_in_it(
    qapp: QApplication, qtbot: QtBot, name: str
) -> None:
    theme = Theme(THEMES[name], 100)
    theme.dress(qapp)
    for before in LOOKS:
        for after in LOOKS:
            label, other = TextLabel(theme, "MMM", before), TextLabel(theme, "MMM", after)
            label.set_role(after)
            assert label.font() == other.font(), (before, after)
            assert label.foregroundRole() == other.foregroundRole(), (before, after)
            qtbot.addWidget(label)
            qtbot.addWidget(other)


def paints(kind: str) -> list[Paint]:
    """Return how a button of that kind looks in each of its states."""
    states = product((False, True), repeat=3)
    return [
        paint_of(kind, is_lit=is_lit, has_focus=has_focus, is_chosen=is_chosen)
        for is_lit, has_focus, is_chosen in states
    ]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", SHAPES)
def test_a_button_can_be_read_in_every_state(name: str, kind: str) -> None:
    theme = Theme(THEMES[name], 100)
    for paint in paints(kind):
        grounds = [paint.ground] if paint.ground else ["ground", "surface", "warning_soft"]
        for ground in grounds:
            found = contrast(theme.color(paint.ink), theme.color(ground))
            assert found >= LEAST_CONTRAST, (paint, ground)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", SHAPES)
def test_the_focus_on_a_button_is_seen(name: str, kind: str) -> None:
    """A ring, or an edge, that stands out from what is beside it (WCAG 2.2, 1.4.11)."""
    theme = Theme(THEMES[name], 100)
    for is_chosen in (False, True):
        paint = paint_of(kind, is_lit=False, has_focus=True, is_chosen=is_chosen)
        plain = paint_of(kind, is_lit=False, has_focus=False, is_chosen=is_chosen)
        ring, grounds = paint.ring, [paint.ground]
        if not ring:
            assert paint.edge != plain.edge
            ring, grounds = paint.edge, ["ground", "surface"]
        for ground in grounds:
            found = contrast(theme.color(ring), theme.color(ground))
            assert found >= LEAST_EDGE_CONTRAST, (paint, ground)


@pytest.mark.parametrize("name", THEMES)
def test_selected_text_and_sources_are_in_the_ink_of_the_look(
    qapp: QApplication, qtbot: QtBot, name: str
) -> None:
    theme = Theme(THEMES[name], 200)
    theme.dress(qapp)
    text = QTextEdit()
    text.setText("MMMMMMMM")
    assert theme.color("ink").name() in inks(shown(qtbot, text))
