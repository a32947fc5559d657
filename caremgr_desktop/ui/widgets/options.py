"""The answers to one question, as a named group of cards."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from caremgr_desktop.core.answers import Picks
from caremgr_desktop.core.quiz import Option, Question
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bedded
from caremgr_desktop.ui.widgets.cards import ManyCard, OneCard
from caremgr_desktop.ui.widgets.group import Group
from caremgr_desktop.ui.widgets.keys import is_number

NEXT_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Right)
PREVIOUS_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Left)


class OptionsWidget(Bedded, Group):
    """Cards for a question's options, in the order shown.

    Signals: ``picked(picks)`` with the ids after the person changed them;
    ``refused(limit)`` when one pick more than the limit was tried.
    """

    picked = Signal(tuple)
    refused = Signal(int)

    def __init__(
        self,
        theme: Theme,
        question: Question,
        options: Sequence[Option],
        picks: Picks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_many = question.has_many_picks
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self.show_question(question, options, picks)

    def show_question(self, question: Question, options: Sequence[Option], picks: Picks) -> None:
        """Show another question of the same kind of picks; cards are used again."""
        self._question = question
        self._options = tuple(options)
        self.setAccessibleName(question.text)
        self.setAccessibleDescription(question.hint)
        self._group.setExclusive(False)
        for number, option in enumerate(self._options, start=1):
            card = self._card(number)
            card.show_text(option.text)
            card.setChecked(option.id in picks)
            card.setVisible(True)
        for number in range(len(self._options) + 1, len(self._group.buttons()) + 1):
            card = self._card(number)
            if card.isHidden():  # And those after it.
                break
            card.setChecked(False)
            card.hide()
        self._group.setExclusive(not self._is_many)

    def prepare(self, count: int) -> None:
        """Make so many cards, hidden where the present question has fewer options."""
        for number in range(len(self._group.buttons()) + 1, count + 1):
            self._card(number).hide()
        for card in self._group.buttons():
            card.ensurePolished()

    def _card(self, number: int) -> OneCard | ManyCard:
        """Return the card of that number, made if there was none."""
        card = self._group.button(number)
        if isinstance(card, OneCard | ManyCard):
            return card
        kind = ManyCard if self._is_many else OneCard
        made = kind(self._theme, number, "", self)
        self._group.addButton(made, number)
        self._column.addWidget(made)
        return made

    @property
    def cards(self) -> list[OneCard | ManyCard]:
        """The cards from top to bottom."""
        return [self._card(number) for number in range(1, len(self._options) + 1)]

    @property
    def picks(self) -> Picks:
        """The ids of the picked options, in the question's own order."""
        chosen = {
            option.id
            for number, option in enumerate(self._options, start=1)
            if self._card(number).isChecked()
        }
        return tuple(option.id for option in self._question.options if option.id in chosen)

    def press(self, number: int) -> bool:
        """Pick the card of that number as a click does; False where there is none."""
        if not 1 <= number <= len(self._options):
            return False
        card = self._group.button(number)
        card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        card.click()
        return True

    def take_number(self, event: QKeyEvent) -> bool:
        """Pick by number, once for each press; False where the key is no number alone."""
        if not is_number(event):
            return False
        if not event.isAutoRepeat():
            self.press(int(event.text()))
        return True

    def focus_first(self, reason: Qt.FocusReason) -> None:
        """Give the focus to the picked card, or to the first.

        A card may have it already, from the question before: screen readers hear of the
        new question only where the focus moves.
        """
        chosen = self._group.checkedButton() or self._group.button(1)
        if chosen is not None:
            chosen.clearFocus()
            chosen.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick by number, or move with the arrows: a single answer is picked on the way."""
        if self.take_number(event):
            return
        step = (event.key() in NEXT_KEYS) - (event.key() in PREVIOUS_KEYS)
        focused = self.focusWidget()
        here = next((n for n, card in enumerate(self.cards) if card is focused), None)
        if step == 0 or here is None:
            super().keyPressEvent(event)
            return
        target = (here + step) % len(self.cards)
        if self._question.has_many_picks:
            self.cards[target].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.press(target + 1)

    def _on_clicked(self, number: int) -> None:
        if len(self.picks) > self._question.max_picks:
            self._group.button(number).setChecked(False)
            self.refused.emit(self._question.max_picks)
            return
        self.picked.emit(self.picks)
