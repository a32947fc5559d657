"""What a row of the reasons unfolds to: the question, its answer, and its grounds."""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from caremgr_desktop.reporting.views import BasisView, ReasonView
from caremgr_desktop.ui.pages.result_answer import AnswerLine
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bed, Bedded
from caremgr_desktop.ui.widgets.citation import SourceText
from caremgr_desktop.ui.widgets.drawing import Figure
from caremgr_desktop.ui.widgets.editor import AnswerEditor
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.frame import Frame
from caremgr_desktop.ui.widgets.traits import Stand, TraitDrawing
from caremgr_desktop.ui.widgets.wrap import WrapLabel


class AnswerDetail(Bedded, Frame):
    """The whole question, the answer to be changed, and where the families stand.

    Signals: ``picked(picks)``, ``grown()`` when the cards were opened or closed.
    """

    picked = Signal(tuple)
    grown = Signal()

    def __init__(self, theme: Theme, line: AnswerLine) -> None:
        super().__init__(theme, "inset")
        self._line = line
        self._editor: AnswerEditor | None = None
        self._grounds: Grounds | None = None
        self._grounded: ReasonView | None = None
        self.setAccessibleName(line.question.text)
        px = theme.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(6))
        self._answer = WrapLabel(theme)
        self._change = ElidedButton(theme, "", "link")
        self._change.clicked.connect(self._on_change)
        self._column.addWidget(WrapLabel(theme, line.question.text, "strong"))
        self._column.addWidget(self._answer)
        self._column.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        if not line.picks:
            self._open_editor()
        self._show_words()
        self.show_grounds()

    @property
    def change(self) -> ElidedButton:
        """The link that opens and closes the cards."""
        return self._change

    @property
    def editor(self) -> AnswerEditor | None:
        """The cards, while they are shown."""
        return self._editor

    def show_line(self, line: AnswerLine) -> None:
        """Show the answer as it is now; the cards stay unless they differ from it.

        The grounds follow with ``show_grounds``.
        """
        self._line = line
        if self._editor is not None and self._editor.picks != line.picks:
            self._close_editor()
            self._open_editor()
        self._show_words()

    def _show_words(self) -> None:
        words = self.tr("Your answer: {answer}")
        self._answer.show_text(words.format(answer=self._line.answer.answer))
        is_open = self._editor is not None
        self._change.set_label(self.tr("Close the answers") if is_open else self._change_words())

    def _change_words(self) -> str:
        return self.tr("Change this answer") if self._line.picks else self.tr("Answer this")

    def _on_change(self) -> None:
        if self._editor is not None:
            self._close_editor()
        else:
            editor = self._open_editor()
            editor.take_focus(Qt.FocusReason.TabFocusReason)
        self._show_words()
        self.grown.emit()

    def open_cards(self) -> None:
        """Show the cards; the focus stays where it is."""
        if self._editor is None:
            self._open_editor()
            self._show_words()

    def _open_editor(self) -> AnswerEditor:
        editor = AnswerEditor(self.theme, self._line.question, self._line.visit)
        editor.picked.connect(self.picked)
        self._column.insertWidget(self._column.indexOf(self._change) + 1, editor)
        editor.show()
        self._editor = editor
        self._lead_focus()
        return editor

    def _close_editor(self) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None

    def show_grounds(self) -> None:
        """Show where the families stand on what the answer is about."""
        reason = self._line.reason
        if reason is self._grounded:
            return
        self._grounded = reason
        if self._grounds is not None and reason is not None and self._grounds.show_other(reason):
            return
        if self._grounds is not None:
            self._grounds.hide()
            self._grounds.deleteLater()
            self._grounds = None
        if reason is not None and reason.bases:
            self._grounds = Grounds(self.theme, reason)
            self._column.addWidget(self._grounds)
            self._grounds.show()
            self._lead_focus()

    def _lead_focus(self) -> None:
        follow(self._change, *(box for box in (self._editor, self._grounds) if box is not None))


class Grounds(Bed):
    """Where the answer and the families stand on each trait, and why."""

    def __init__(self, theme: Theme, reason: ReasonView) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(10))
        self._bases = reason.bases
        self._figures: list[Figure] = []
        text = SourceText(theme, self.tr("Where these places come from"))
        for bases in _by_trait(reason.bases):
            figure = Figure(*self._drawn(bases))
            self._figures.append(figure)
            column.addWidget(figure)
            for basis in bases:
                self._add_basis(text, basis)
        column.addWidget(text)

    def show_other(self, reason: ReasonView) -> bool:
        """Show where another answer stands on the same traits; False where they are others."""
        if _grounds_of(reason.bases) != _grounds_of(self._bases):
            return False
        self._bases = reason.bases
        for figure, bases in zip(self._figures, _by_trait(reason.bases), strict=True):
            figure.show_drawing(*self._drawn(bases))
        return True

    def _drawn(self, bases: tuple[BasisView, ...]) -> tuple[TraitDrawing, str]:
        first = bases[0]
        mine = Stand(self.tr("Your answer"), "", first.answer)
        stands = (mine, *(Stand(item.role_title, item.family, item.position) for item in bases))
        drawing = TraitDrawing(self._theme, first.low, first.high, stands)
        return drawing, " ".join(self._place(stand, first) for stand in stands)

    def _place(self, stand: Stand, basis: BasisView) -> str:
        places = {
            -2: self.tr("{name}: {low}."),
            -1: self.tr("{name}: nearer to “{low}”."),
            0: self.tr("{name}: between {low} and {high}."),
            1: self.tr("{name}: nearer to “{high}”."),
            2: self.tr("{name}: {high}."),
        }
        return places[stand.position].format(name=stand.name, low=basis.low, high=basis.high)

    def _add_basis(self, text: SourceText, basis: BasisView) -> None:
        stand = Stand(basis.role_title, basis.family, basis.position)
        text.add(self._place(stand, basis), "strong")
        if basis.reason:
            text.add(basis.reason, "small")
        for source in basis.sources:
            text.add_source(source)


def _by_trait(bases: tuple[BasisView, ...]) -> Iterator[tuple[BasisView, ...]]:
    for _, group in groupby(bases, key=_trait_of):
        yield tuple(group)


def _trait_of(basis: BasisView) -> tuple[str, str, int]:
    return basis.low, basis.high, basis.answer


def _grounds_of(bases: tuple[BasisView, ...]) -> list[BasisView]:
    """Return where the families stand and why, without the answer."""
    return [basis._replace(answer=0) for basis in bases]
