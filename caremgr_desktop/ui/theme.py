"""The look: colour tokens, one root size, and the palette made of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FONT_FAMILY = "Atkinson Hyperlegible Next"
USUAL_SIZE = 15
"""The size of most words at 100 %, in pixels."""
FONT_FILES = (
    "AtkinsonHyperlegibleNext_400Regular.ttf",
    "AtkinsonHyperlegibleNext_700Bold.ttf",
)
ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "rail",
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
        """Give the program this look: its usual font, and a palette for all that Qt paints.

        There is no style sheet for the program. Qt would look through its rules for each
        widget, when it is made and each time it is painted: a seventh of the whole start.
        """
        palette = application.palette()
        for role, token in ROLES.items():
            palette.setColor(role, self.color(token))
        for role in FADED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("secondary"))
        application.setFont(self.font(USUAL_SIZE))
        application.setPalette(palette)

    def bar_sheet(self) -> str:
        """Return the style sheet of one scroll bar."""
        px = self.px
        return _BAR_STYLE % {
            "color": self.tokens.strong_line,
            "width": px(14),
            "radius": px(4),
            "least": px(44),
            "margin": px(3),
        }


@cache
def _color(value: str) -> QColor:
    """Return a colour that nobody may change: all that paint with it share it."""
    return QColor(value)


def load_fonts(folder: Path) -> None:
    """Make the bundled weights known to Qt; a missing file leaves the system's font."""
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(folder / name))


_BAR_STYLE = """
QScrollBar:vertical { background: transparent; width: %(width)dpx; margin: 0; }
QScrollBar::handle:vertical {
    background: %(color)s; border-radius: %(radius)dpx; min-height: %(least)dpx;
    margin: %(margin)dpx;
}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; border: none; height: 0; width: 0;
}
"""
