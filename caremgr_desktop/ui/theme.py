"""The look: colour tokens, one root size, and the style sheet made of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FONT_FAMILY = "Atkinson Hyperlegible Next"
FONT_FILES = (
    "AtkinsonHyperlegibleNext_400Regular.ttf",
    "AtkinsonHyperlegibleNext_700Bold.ttf",
)
ROLES = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "ground",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "secondary",
}
"""What the system's own parts are painted with, such as the menu of a text."""
FADED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
"""The text of what can't be used now."""
SMALLEST_SCALE_PERCENT = 100
LARGEST_SCALE_PERCENT = 200
SCALE_STEP_PERCENT = 25


class Tokens(NamedTuple):
    """The colours of one theme, as ``#RRGGBB``.

    ``strong_line`` is the border of things that can be pressed; ``first`` and
    ``second`` are the colours of the first and second family.
    """

    ink: str
    secondary: str
    line: str
    strong_line: str
    ground: str
    rail: str
    surface: str
    track: str
    accent: str
    on_accent: str
    accent_soft: str
    warning_soft: str
    families: tuple[str, ...]


LIGHT = Tokens(
    ink="#16211F",
    secondary="#52605D",
    line="#DADFDA",
    strong_line="#8D9893",
    ground="#F4F6F2",
    rail="#E8EDE8",
    surface="#FFFFFF",
    track="#E3E8E4",
    accent="#0A5F58",
    on_accent="#FFFFFF",
    accent_soft="#E6F0EF",
    warning_soft="#FBF0DC",
    families=("#1D4F91", "#B3500F", "#6B3FA0", "#3D6B1F"),
)
DARK = Tokens(
    ink="#EEF3F0",
    secondary="#B2BFBA",
    line="#35413E",
    strong_line="#7C8B86",
    ground="#121917",
    rail="#0D1311",
    surface="#1B2422",
    track="#2C3836",
    accent="#74D1C5",
    on_accent="#05211D",
    accent_soft="#12332F",
    warning_soft="#3A2E14",
    families=("#9CC4F4", "#F2B27A", "#CDB2F2", "#AFD68C"),
)
CONTRAST = Tokens(
    ink="#FFFFFF",
    secondary="#FFFFFF",
    line="#FFFFFF",
    strong_line="#FFFFFF",
    ground="#000000",
    rail="#000000",
    surface="#000000",
    track="#4A4A4A",
    accent="#FFE34D",
    on_accent="#000000",
    accent_soft="#2B2600",
    warning_soft="#2B2600",
    families=("#7CC4FF", "#FFB15C", "#DDB8FF", "#B6F07A"),
)
THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


class Theme(NamedTuple):
    """Tokens at a text scale; every size on screen comes from ``px``.

    ``families`` are the quiz's family ids in order of display: each has a colour.
    """

    tokens: Tokens
    scale_percent: int
    families: tuple[str, ...] = ()

    def px(self, size: float) -> int:
        """Return a size given at 100 % in the pixels of this scale."""
        return max(1, round(size * self.scale_percent / 100))

    def font(self, size: float, *, is_bold: bool = False) -> QFont:
        """Return the bundled font at a size given at 100 %."""
        font = QFont(FONT_FAMILY)
        font.setPixelSize(self.px(size))
        font.setBold(is_bold)
        return font

    def color(self, token: str) -> QColor:
        """Return a token's colour by its name."""
        return _color(getattr(self.tokens, token))

    def family_color(self, family_id: str) -> QColor:
        """Return a family's colour; the accent for an id that is no family's."""
        if family_id not in self.families:
            return _color(self.tokens.accent)
        place = self.families.index(family_id)
        return _color(self.tokens.families[place % len(self.tokens.families)])

    def dress(self, application: QApplication) -> None:
        """Give the program this look.

        What all parts have alike is their font and palette: a rule of the style sheet for
        every widget would be worked out anew for each of them.
        """
        palette = application.palette()
        for role, token in ROLES.items():
            palette.setColor(role, self.color(token))
        for role in FADED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("secondary"))
        application.setFont(self.font(15))
        application.setPalette(palette)
        application.setStyleSheet(self.style_sheet())

    def style_sheet(self) -> str:
        """Return the style sheet of the whole program."""
        return _STYLE % {
            **{name: getattr(self.tokens, name) for name in Tokens._fields},
            **{f"px{size}": self.px(size) for size in _SIZES},
        }


@cache
def _color(value: str) -> QColor:
    """Return a colour that nobody may change: all that paint with it share it."""
    return QColor(value)


def load_fonts(folder: Path) -> None:
    """Make the bundled weights known to Qt; a missing file leaves the system's font."""
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(folder / name))


_SIZES = (1, 2, 3, 4, 6, 8, 10, 12, 13, 14, 15, 16, 18, 20, 22, 24, 30, 32, 44)

_STYLE = """
QMainWindow { background: %(ground)s; }
QWidget[ground="rail"] { background: %(rail)s; }
QScrollArea { border: none; background: transparent; }
QFrame[kind="card"] {
    background: %(surface)s; border: %(px1)dpx solid %(line)s; border-radius: %(px16)dpx;
}
QFrame[kind="notice"] {
    background: %(warning_soft)s; border: %(px1)dpx solid %(strong_line)s;
    border-radius: %(px8)dpx;
}
QFrame[kind="inset"] {
    background: %(ground)s; border: %(px1)dpx solid %(line)s; border-radius: %(px8)dpx;
}
QLabel { background: transparent; }
QLabel[role="hero"] { font-size: %(px44)dpx; font-weight: bold; }
QLabel[role="heading"] { font-size: %(px30)dpx; font-weight: bold; }
QLabel[role="heading_small"] { font-size: %(px24)dpx; font-weight: bold; }
QLabel[role="title"] { font-size: %(px20)dpx; font-weight: bold; }
QLabel[role="kicker"] { font-size: %(px14)dpx; font-weight: bold; color: %(accent)s; }
QLabel[role="answer"] { font-size: %(px18)dpx; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="secondary"] { color: %(secondary)s; }
QLabel[role="small"] { font-size: %(px13)dpx; color: %(secondary)s; }
QPushButton {
    font-size: %(px18)dpx; font-weight: bold; color: %(accent)s; background: %(surface)s;
    border: %(px2)dpx solid %(accent)s; border-radius: %(px12)dpx;
    padding: %(px10)dpx %(px24)dpx; min-height: %(px24)dpx;
}
QPushButton:hover { background: %(accent_soft)s; }
QPushButton:focus { outline: none; }
TextButton { qproperty-ring: "%(accent)s"; }
TextButton[kind="primary"] { qproperty-ring: "%(on_accent)s"; }
TextButton[kind="pill"] { qproperty-ring: "%(on_accent)s"; }
TextButton[kind="link"] { qproperty-ring: "transparent"; }
QPushButton[kind="primary"] { background: %(accent)s; color: %(on_accent)s; }
QPushButton[kind="primary"]:hover { border-color: %(ink)s; }
QPushButton[kind="link"] {
    font-size: %(px15)dpx; font-weight: normal; text-decoration: underline;
    background: transparent; border: %(px2)dpx solid transparent; border-radius: %(px6)dpx;
    padding: %(px4)dpx 0; min-height: %(px20)dpx; text-align: left;
}
ElidedButton[kind="link"] { min-height: %(px32)dpx; }
QPushButton[kind="link"]:hover { color: %(ink)s; }
QPushButton[kind="link"]:focus { border: %(px2)dpx solid %(accent)s; }
QPushButton[kind="pill"] {
    font-size: %(px15)dpx; font-weight: normal; color: %(ink)s; background: %(surface)s;
    border: %(px2)dpx solid %(line)s; border-radius: %(px18)dpx;
    padding: %(px8)dpx %(px16)dpx; min-height: %(px24)dpx;
}
QPushButton[kind="pill"]:hover { border-color: %(accent)s; }
QPushButton[kind="pill"]:checked {
    background: %(accent)s; color: %(on_accent)s; border-color: %(accent)s; font-weight: bold;
}
QPushButton[kind="pill"]:focus { border: %(px2)dpx solid %(ink)s; }
QPushButton[kind="row"] { border: none; padding: 0; min-height: %(px44)dpx; }
QTextEdit {
    background: transparent; border: %(px2)dpx solid transparent; border-radius: %(px6)dpx;
    padding: 0; selection-background-color: %(accent)s; selection-color: %(on_accent)s;
}
QTextEdit:focus { border-color: %(accent)s; }
QGroupBox { border: none; margin: 0; padding: 0; }
QScrollBar:vertical { background: transparent; width: %(px14)dpx; margin: 0; }
QScrollBar::handle:vertical {
    background: %(strong_line)s; border-radius: %(px4)dpx; min-height: %(px44)dpx;
    margin: %(px3)dpx;
}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; border: none; height: 0; width: 0;
}
"""
