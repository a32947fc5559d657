"""Two or three visits side by side: what they came to, what moved, which answers differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.core.answers import Importance
from caremgr_desktop.reporting.answers import answer_text
from caremgr_desktop.reporting.history_views import CONTEXT, HistoryWriter
from caremgr_desktop.reporting.titles import in_a_sentence
from caremgr_desktop.reporting.verdict_words import VerdictWriter, close_families

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from caremgr_desktop.core.kept import KeptVisit
    from caremgr_desktop.core.ports import Formats, Translate
    from caremgr_desktop.core.quiz import Question
    from caremgr_desktop.core.visit import Visit
    from caremgr_desktop.engine.decide import Decision, Engine

PERCENT = 100
STILL = 0.05
"""Points that round to nothing."""


class CompareHead(NamedTuple):
    """What stands over a column: whose it is, and what it came to."""

    title: str
    detail: str
    headline: str
    fits: tuple[tuple[str, str, float, str], ...]
    """For each family: its id, its title, its fit from 0 to 1, and the same in words."""
    setting: str


class CompareRow(NamedTuple):
    """One question that was answered differently, with the answer of each visit."""

    label: str
    answers: tuple[str, ...]


class CompareSection(NamedTuple):
    """One section: where each visit leans in it, and the answers that differ.

    ``moved`` says in a sentence what moved from the first visit to the last.
    """

    title: str
    moved: str
    leans: tuple[str, ...]
    rows: tuple[CompareRow, ...]
    same: str


class CompareView(NamedTuple):
    """Two or three visits side by side, the earliest first."""

    lead: str
    heads: tuple[CompareHead, ...]
    sections: tuple[CompareSection, ...]


class CompareWriter:
    """Writes two or three visits to one quiz side by side."""

    def __init__(self, engine: Engine, formats: Formats, translate: Translate) -> None:
        self._engine = engine
        self._quiz = engine.quiz
        self._formats = formats
        self._translate = translate
        self._verdicts = VerdictWriter(engine.quiz, translate)
        self._history = HistoryWriter(engine.quiz, formats, translate)

    def view(self, visits: Sequence[tuple[KeptVisit, Visit]]) -> CompareView:
        """Return the visits side by side, the earliest first."""
        ordered = sorted(visits, key=lambda each: each[0].changed)
        decisions = [self._engine.decide(it.answers, it.importances) for _, it in ordered]
        first, second = (it.role_id for it in close_families(decisions[-1])[:2])
        visited = [visit for _, visit in ordered]
        reached = {it.id for it in self._quiz.questions if _is_reached(it, visited)}
        leans = [self._leans(decision, (first, second), reached) for decision in decisions]
        return CompareView(
            lead=self._lead([visit for _, visit in ordered]),
            heads=tuple(
                self._head(kept, decision)
                for (kept, _), decision in zip(ordered, decisions, strict=True)
            ),
            sections=tuple(
                self._section(
                    section.id,
                    [it for _, it in ordered],
                    [each[section.id] for each in leans],
                    (first, second),
                )
                for section in self._quiz.sections
            ),
        )

    def _tr(self, text: str) -> str:
        return self._translate(CONTEXT, text)

    def _lead(self, visits: Sequence[Visit]) -> str:
        reached = [it for it in self._quiz.questions if _is_reached(it, visits)]
        changed = sum(1 for question in reached if _differs(question, visits))
        words = self._tr("{count} of {all} questions were answered differently.")
        if not changed:
            words = self._tr("Every question was answered in the same way.")
        elif changed == 1:
            words = self._tr("One question was answered differently.")
        said = words.format(count=changed, all=len(reached))
        left = len(self._quiz.questions) - len(reached)
        if not left:
            return said
        rest = self._tr("{count} were not reached by all of them.").format(count=left)
        return f"{said} {rest}" if reached else rest

    def _head(self, kept: KeptVisit, decision: Decision) -> CompareHead:
        row = self._history.row(kept)
        has_settings = decision.verdict.has_enough and decision.settings
        setting = self._title(decision.settings[0].role_id) if has_settings else ""
        words = self._tr("Closest setting: {setting}")
        return CompareHead(
            title=row.title,
            detail=row.detail,
            headline=self._verdicts.words(decision).headline,
            fits=tuple(
                (it.role_id, self._title(it.role_id), float(it.fit), self._percent(float(it.fit)))
                for it in sorted(decision.families, key=lambda each: self._place(each.role_id))
                if decision.verdict.has_enough
            ),
            setting=words.format(setting=in_a_sentence(setting)) if setting else "",
        )

    def _percent(self, share: float) -> str:
        return self._formats.percent(share)

    def _place(self, role_id: str) -> int:
        """Return where a family stands in the quiz: bars side by side keep one order."""
        return [role.id for role in self._quiz.families].index(role_id)

    def _title(self, role_id: str) -> str:
        role = self._quiz.role(role_id)
        return role_id if role is None else role.title

    def _leans(
        self, decision: Decision, pair: tuple[str, str], reached: Collection[str]
    ) -> dict[str, float]:
        """Return by section what its answers add to the first family's lead over the second.

        Only what every visit has reached counts: else a part would have moved by itself.
        """
        sums = {section.id: 0.0 for section in self._quiz.sections}
        for contrast in self._engine.contrasts(decision, *pair):
            question = self._quiz.question(contrast.question_id)
            if question is not None and question.id in reached:
                sums[question.section] += float(contrast.points) * PERCENT
        return sums

    def _section(
        self,
        section_id: str,
        visits: Sequence[Visit],
        leans: Sequence[float],
        pair: tuple[str, str],
    ) -> CompareSection:
        questions = self._quiz.questions_of(section_id)
        rows = tuple(self._row(it, visits) for it in questions if _differs(it, visits))
        same = sum(1 for it in questions if _is_reached(it, visits)) - len(rows)
        title = next(it.title for it in self._quiz.sections if it.id == section_id)
        words = self._tr("The other {count} answers are the same.")
        if not rows:
            words = self._tr("All {count} answers are the same.")
            if same == 1:
                words = self._tr("The one answer is the same.")
        elif same == 1:
            words = self._tr("The other answer is the same.")
        weights = [visit.importance(section_id) for visit in visits]
        return CompareSection(
            title=title,
            moved=self._moved(leans, pair),
            leans=tuple(
                self._lean(lean, weight, pair, has_weights=len(set(weights)) > 1)
                for lean, weight in zip(leans, weights, strict=True)
            ),
            rows=rows,
            same=words.format(count=same) if same else "",
        )

    def _row(self, question: Question, visits: Sequence[Visit]) -> CompareRow:
        answers = (answer_text(question, visit, self._translate) for visit in visits)
        return CompareRow(question.label, tuple(answers))

    def _moved(self, leans: Sequence[float], pair: tuple[str, str]) -> str:
        change = round(leans[-1], 1) - round(leans[0], 1)
        if abs(change) < STILL:
            return self._tr("This part pulls as it did.")
        toward = pair[0] if change > 0 else pair[1]
        words = self._tr("This part moved {points} points toward {role}.")
        points = self._formats.number(abs(change), decimals=1)
        return words.format(points=points, role=in_a_sentence(self._title(toward)))

    def _lean(
        self, lean: float, weight: Importance, pair: tuple[str, str], *, has_weights: bool
    ) -> str:
        points = self._formats.number(abs(round(lean, 1)), decimals=1)
        if abs(lean) < STILL:
            said = self._tr("Pulls neither way")
        else:
            toward = in_a_sentence(self._title(pair[0] if lean > 0 else pair[1]))
            said = self._tr("{points} points for {role}").format(points=points, role=toward)
        if not has_weights:
            return said
        names = {
            Importance.HALF: self._tr("counted half"),
            Importance.NORMAL: self._tr("counted normally"),
            Importance.DOUBLE: self._tr("counted double"),
        }
        return f"{said}, {names[weight]}"


def _differs(question: Question, visits: Sequence[Visit]) -> bool:
    """Whether each visit has reached a question and they took it in different ways."""
    return _is_reached(question, visits) and (
        len({visit.answers[question.id] for visit in visits}) > 1
    )


def _is_reached(question: Question, visits: Sequence[Visit]) -> bool:
    return all(visit.has_reached(question.id) for visit in visits)
