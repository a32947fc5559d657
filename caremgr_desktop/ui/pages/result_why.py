"""The card that says why: what each answer does between the two families."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.titles import in_a_sentence
from caremgr_desktop.reporting.views import AnswerView, Bar, ReasonView, ResultView
from caremgr_desktop.ui.keeper import Keeper
from caremgr_desktop.ui.pages.result_answer import AnswerFold, AnswerLine
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.bed import Bed
from caremgr_desktop.ui.widgets.contrast import ContrastHead, Pull
from caremgr_desktop.ui.widgets.drawing import Figure
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.wrap import WrapLabel

FIRST_ROWS = 6


def ordered(view: ResultView) -> list[ReasonView]:
    """Return the reasons of both directions, largest first."""
    return sorted((*view.reasons_for, *view.reasons_against), key=lambda item: -item.points)


def first_of(view: ResultView, count: int = FIRST_ROWS) -> set[str]:
    """Return the questions shown first: the largest reasons, as many each way.

    Where one direction has too few, the other fills the places.
    """
    for_it, against = list(view.reasons_for), list(view.reasons_against)
    half = count // 2
    from_against = min(len(against), max(half, count - len(for_it)))
    chosen = (*for_it[: count - from_against], *against[:from_against])
    return {reason.question_id for reason in chosen}


class WhyPanel(Keeper, Panel):
    """Every answer as a bar, largest first; rows unfold and answers change in place.

    While a row is unfolded the rows keep their order, so that nothing moves away
    under the person's hand; else ``arrange`` sorts them once the hand rests. Signals:
    ``answer_changed(question_id, picks)``, ``rearranged()`` when rows came, went or unfolded.
    """

    answer_changed = Signal(str, tuple)
    rearranged = Signal()

    def __init__(self, theme: Theme, quiz: Quiz) -> None:
        super().__init__(theme, "")
        self.title.show_text(self.tr("Why"))
        self.setAccessibleName(self.title.text())
        self._quiz = quiz
        self._view: ResultView | None = None
        self._lines: dict[str, AnswerLine] = {}
        self._folds: dict[str, AnswerFold] = {}
        self._shows_all = False
        lead = self.tr(
            "What each answer adds to one role over the other, largest first."
            " Press a row to see where it comes from, or to change the answer."
        )
        self.say(lead, "secondary")
        self._head: Figure | None = None
        # A box of its own, so that screen readers come to the rows before what follows.
        self._chart = Bed()
        self._chart_column = QVBoxLayout(self._chart)
        self._chart_column.setContentsMargins(0, 0, 0, 0)
        self._chart_column.setSpacing(self.column.spacing())
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._chart_column.addLayout(self._rows)
        self._toggle = ElidedButton(theme, "", "link")
        self._toggle.clicked.connect(self._on_toggle)
        self._note = WrapLabel(theme, role="small")
        self.column.addWidget(self._chart)
        self.column.addWidget(FlowWidget(0, self._toggle))
        self.column.addWidget(self._note)

    @property
    def folds(self) -> Sequence[AnswerFold]:
        """The rows on screen, from top to bottom."""
        return list(self._folds.values())

    @property
    def on_screen(self) -> Sequence[str]:
        """The questions whose rows are on screen, from top to bottom."""
        return list(self._folds)

    @property
    def toggle(self) -> ElidedButton:
        """The link that shows all answers, or fewer."""
        return self._toggle

    def kept(self) -> str:
        """Say whether all answers are shown."""
        return "all" if self._shows_all else ""

    def take_back(self, state: str) -> None:
        """Show all answers again."""
        self._shows_all = bool(state)
        self._arrange()

    def fold_of(self, question_id: str) -> AnswerFold:
        """Return a question's row, shown if need be."""
        if question_id not in self._folds:
            self._shows_all = True
            self._arrange()
        return self._folds[question_id]

    def show_reasons(self, view: ResultView, visit: Visit) -> None:
        """Show what the answers do now."""
        self._view = view
        sides = _sides(view, self.theme)
        self._lines = self._make_lines(view, visit, sides)
        self._show_head(sides)
        self._note.show_text(view.reasons_note)
        for question_id, fold in self._folds.items():
            fold.show_line(self._lines[question_id])
        if not self._folds:
            self._arrange()

    def arrange(self) -> None:
        """Put the rows into the order of what they do now, unless one is in the hand."""
        for fold in self.folds:
            fold.show_grounds()
        if not self._is_in_hand:
            self._arrange()

    @property
    def _is_in_hand(self) -> bool:
        return any(fold.detail is not None for fold in self._folds.values())

    def _show_head(self, sides: tuple[Bar, Bar] | None) -> None:
        if sides is None:
            return
        words = self.tr("toward {family}")
        names = tuple(words.format(family=in_a_sentence(bar.title)) for bar in sides)
        families = (sides[0].role_id, sides[1].role_id)
        drawing = ContrastHead(self.theme, families, (names[0], names[1]))
        spoken = self.tr("Bars to the left: {left}. Bars to the right: {right}.")
        text = spoken.format(left=names[0], right=names[1])
        if self._head is None:
            self._head = Figure(drawing, text)
            self._chart_column.insertWidget(0, self._head)
        else:
            self._head.show_drawing(drawing, text)
        self._head.setHidden(all(line.reason is None for line in self._lines.values()))

    def _make_lines(
        self, view: ResultView, visit: Visit, sides: tuple[Bar, Bar] | None
    ) -> dict[str, AnswerLine]:
        """Return every question's line: reasons first, then what is open."""
        reasons = ordered(view)
        answers = {answer.question_id: answer for answer in view.answers}
        most = max((reason.points for reason in reasons), default=0) or 1
        lines: dict[str, AnswerLine] = {}
        for reason in reasons:
            answer = answers.pop(reason.question_id, None)
            question = self._quiz.question(reason.question_id)
            if answer is not None and question is not None:
                pull = _pull(reason, sides, most, self._subtitle(reason.label, reason.was))
                name = self._name(reason, sides)
                lines[question.id] = AnswerLine(question, answer, reason, pull, name, visit)
        for answer in answers.values():
            question = self._quiz.question(answer.question_id)
            if question is not None:
                lines[question.id] = self._open_line(answer, visit)
        return lines

    def _open_line(self, answer: AnswerView, visit: Visit) -> AnswerLine:
        question = self._quiz.question(answer.question_id)
        assert question is not None  # noqa: S101 - the caller has looked
        given = self._subtitle(answer.answer, answer.was)
        pull = Pull(answer.label, given, "", 0, 0, "")
        return AnswerLine(question, answer, None, pull, f"{answer.label}: {given}", visit)

    def _subtitle(self, words: str, was: str) -> str:
        """Return the words with the person's own answer, where another is tried."""
        return self.tr("{words}  ·  was: {was}").format(words=words, was=was) if was else words

    def _name(self, reason: ReasonView, sides: tuple[Bar, Bar] | None) -> str:
        titles = {bar.role_id: bar.title for bar in sides or ()}
        label = self._subtitle(reason.label, reason.was)
        if reason.toward not in titles:
            words = self.tr("{label}: {answer}. Speaks for both alike.")
            return words.format(label=label, answer=reason.answer)
        words = self.tr("{label}: {answer}. {points} points toward {family}.")
        return words.format(
            label=label,
            answer=reason.answer,
            points=reason.text,
            family=in_a_sentence(titles[reason.toward]),
        )

    def _wanted(self) -> list[str]:
        if self._view is None:
            return []
        if self._shows_all:
            return list(self._lines)
        first = first_of(self._view)
        wanted = [question_id for question_id in self._lines if question_id in first]
        spare = [question_id for question_id in self._lines if question_id not in first]
        return wanted + spare[: FIRST_ROWS - len(wanted)]

    def _arrange(self) -> None:
        """Put the wanted rows into their order; rows that stay keep their widgets."""
        wanted = self._wanted()
        if wanted == list(self._folds):
            self._show_toggle()
            return
        before = self._folds
        self._folds = {}
        for place, question_id in enumerate(wanted):
            fold = before.pop(question_id, None) or self._make_fold(question_id)
            self._folds[question_id] = fold
            if self._rows.indexOf(fold) != place:
                self._rows.insertWidget(place, fold)
                fold.show()
            fold.raise_()  # Screen readers go by the order of stacking.
        for fold in before.values():
            self._rows.removeWidget(fold)
            fold.hide()
            fold.deleteLater()
        self._show_toggle()
        self._lead_focus()

    def _make_fold(self, question_id: str) -> AnswerFold:
        fold = AnswerFold(self.theme, self._lines[question_id])
        fold.answer_changed.connect(self.answer_changed)
        fold.toggled.connect(self._on_fold)
        return fold

    def _lead_focus(self) -> None:
        folds = self.folds
        if folds:
            follow(folds[0].row, *(fold.part for fold in folds), self._toggle)

    def _show_toggle(self) -> None:
        count = len(self._lines)
        words = self.tr("Show all {count} questions").format(count=count)
        self._toggle.set_label(self.tr("Show fewer") if self._shows_all else words)
        self._toggle.setVisible(count > FIRST_ROWS)

    def _on_toggle(self) -> None:
        self._shows_all = not self._shows_all
        before = set(self._folds)
        self._arrange()
        new = [fold for question_id, fold in self._folds.items() if question_id not in before]
        if new:  # Go on from where the link was.
            is_by_mouse = self._toggle.underMouse()
            reasons = Qt.FocusReason
            new[0].row.setFocus(reasons.MouseFocusReason if is_by_mouse else reasons.TabFocusReason)
        self.rearranged.emit()

    def _on_fold(self) -> None:
        if not self._is_in_hand:
            self._arrange()
        self.rearranged.emit()

    def open_answer(self, question_id: str) -> AnswerFold:
        """Unfold a question's row and give it the focus."""
        fold = self.fold_of(question_id)
        fold.unfold()
        fold.row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return fold


def _sides(view: ResultView, theme: Theme) -> tuple[Bar, Bar] | None:
    """Return the two families that the bars lead to, in order of display."""
    toward = {item.toward for item in (*view.reasons_for, *view.reasons_against)}
    first = sorted(view.families, key=lambda bar: bar.role_id not in toward)[:2]
    if len(first) < 2:
        return None
    left, right = sorted(first, key=lambda bar: _place(bar, theme))
    return left, right


def _place(bar: Bar, theme: Theme) -> int:
    known = bar.role_id in theme.families
    return theme.families.index(bar.role_id) if known else len(theme.families)


def _pull(reason: ReasonView, sides: tuple[Bar, Bar] | None, most: float, subtitle: str) -> Pull:
    side = 0
    if sides is not None and reason.toward:
        side = -1 if reason.toward == sides[0].role_id else 1
    return Pull(
        title=reason.answer,
        subtitle=subtitle,
        family=reason.toward,
        side=side,
        share=reason.points / most,
        points=reason.text,
    )
