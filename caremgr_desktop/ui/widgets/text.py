"""Words that are shown as they are, letter by letter, in the roles that the look gives them."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caremgr_desktop.ui.theme import USUAL_SIZE, Theme

INK = QPalette.ColorRole.WindowText
SECONDARY = QPalette.ColorRole.PlaceholderText
ACCENT = QPalette.ColorRole.Highlight


class RoleLook(NamedTuple):
    """How words of a role look: their size at 100 %, and a colour of the palette.

    ``is_capital`` shows them in capitals; screen readers get them as they are written.
    """

    size: int = USUAL_SIZE
    is_bold: bool = False
    color: QPalette.ColorRole = INK
    is_capital: bool = False


LOOKS = {
    "body": RoleLook(),
    "hero": RoleLook(44, is_bold=True),
    "heading": RoleLook(30, is_bold=True),
    "heading_small": RoleLook(24, is_bold=True),
    "title": RoleLook(20, is_bold=True),
    "kicker": RoleLook(14, is_bold=True, color=ACCENT, is_capital=True),
    "answer": RoleLook(18),
    "strong": RoleLook(is_bold=True),
    "secondary": RoleLook(color=SECONDARY),
    "small": RoleLook(13, color=SECONDARY),
}


def literal(text: str) -> str:
    """Return text for a button, where a single & would vanish into a shortcut."""
    return text.replace("&", "&&")


class TextLabel(QLabel):
    """A label that wraps and never reads its text as markup or as a file's name.

    ``role`` is one of ``LOOKS`` and gives its size and colour.
    """

    def __init__(
        self, theme: Theme, text: str = "", role: str = "body", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = "body"
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_role(role)
        self.setText(text)

    @property
    def role(self) -> str:
        """Which part the words play."""
        return self._role

    def set_role(self, role: str) -> None:
        """Take the size and colour of another role."""
        if role == self._role:
            return
        before, look = LOOKS[self._role], LOOKS[role]
        self._role = role
        if look._replace(color=before.color) != before:
            self.setFont(self._font_of(look))
        if look.color != before.color:
            self.setForegroundRole(look.color)

    def _font_of(self, look: RoleLook) -> QFont:
        font = self._theme.font(look.size, is_bold=look.is_bold)
        if look.is_capital:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
        return font
