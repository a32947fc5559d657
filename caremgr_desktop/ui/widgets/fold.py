"""A small link that unfolds what is made when it is first asked for."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caremgr_desktop.ui.keeper import Keeper
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bed
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.focus import follow


class FoldWidget(Keeper, Bed):
    """A link and, while it is unfolded, its content; a class of its own makes the content."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._closed_words = ""
        self._open_words = ""
        self._what = ""
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._link = ElidedButton(theme, "", "link")
        self._link.clicked.connect(self._on_clicked)
        self._column.addWidget(FlowWidget(0, self._link))

    @property
    def link(self) -> TextButton:
        """The link."""
        return self._link

    @property
    def content(self) -> QWidget | None:
        """What is unfolded, or None."""
        return self._content

    def name(self, closed_words: str, open_words: str, what: str = "") -> None:
        """Give the link's words in both states; ``what`` tells screen readers of what."""
        self._closed_words, self._open_words, self._what = closed_words, open_words, what
        self._show_words()

    def keeper_name(self) -> str:
        """Return what the content is of."""
        return self._what

    def kept(self) -> str:
        """Say whether it is unfolded."""
        return "unfolded" if self._content is not None else ""

    def take_back(self, state: str) -> None:
        """Unfold again."""
        if state and self._content is None:
            self._on_clicked()

    def make_content(self) -> QWidget:
        """Return what is unfolded."""
        return QWidget()

    def _show_words(self) -> None:
        words = self._closed_words if self._content is None else self._open_words
        self._link.set_label(words)
        if self._what:
            self._link.setAccessibleName(f"{words}: {self._what}")

    def _on_clicked(self) -> None:
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
            self._content = None
        else:
            self._content = self.make_content()
            self._column.addWidget(self._content)
            self._content.show()
            follow(self._link, self._content)
        self._show_words()
