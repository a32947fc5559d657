"""What the report says, as plain values: the template only lays them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from caremgr_desktop.reporting.paper import LETTER
from caremgr_desktop.reporting.references import References
from caremgr_desktop.reporting.report_career import CareerPart
from caremgr_desktop.reporting.titles import in_a_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from caremgr_desktop.core.ports import Clock, Formats, Translate
    from caremgr_desktop.core.quiz import Quiz
    from caremgr_desktop.reporting.views import (
        AnswerView,
        Bar,
        FlipView,
        ReasonView,
        ResultView,
    )

MOST_REASONS = 6
"""On either side of the chart; the answers below it name them all."""
MOST_CHANGES = 3
"""An example of other answers with more stands among the notes."""
Plain = dict[str, object]


class Code(NamedTuple):
    """A result as a short text, and as the dark modules of its QR code, row by row."""

    text: str
    matrix: Sequence[Sequence[bool]]


class ReportWriter:
    """Writes the reports of one quiz."""

    def __init__(self, quiz: Quiz, formats: Formats, translate: Translate, clock: Clock) -> None:
        self._quiz = quiz
        self._formats = formats
        self._translate = translate
        self._clock = clock
        self._families = [role.id for role in quiz.families]

    def value(
        self,
        view: ResultView,
        *,
        code: Code | None = None,
        paper: str = LETTER,
        language: str = "",
    ) -> Plain:
        """Return all that the report of a result says, made of builtins for JSON.

        Every number is the view's own. ``paper`` is one of ``paper.PAPERS``; ``language`` that
        of the words, the quiz's own where none is named.
        """
        references = References()
        career = CareerPart(references, self._tr, self._place)
        today = self._clock.today()
        title = self._tr("{headline} ({quiz})")
        return {
            "paper": paper,
            "language": language or self._quiz.language,
            "title": title.format(headline=view.headline, quiz=self._quiz.title),
            "day": [today.year, today.month, today.day],
            "quiz": self._quiz.title,
            "made": self._formats.day(today),
            "page": self._tr("Page {page} of {pages}"),
            "kicker": view.kicker,
            "headline": view.headline,
            "detail": view.detail,
            "code": self._code(code),
            "fits": self._fits(view),
            "sure": self._sure(view),
            "day_card": self._day(view),
            "why": self._why(view),
            "answers": self._answers(view),
            "career": career.value(view),
            "notes": self._notes(view, career),
            "sources": self._sources(references),
        }

    def _tr(self, text: str) -> str:
        return self._translate("Report", text)

    def _place(self, family: str) -> int:
        """Return a family's place in the quiz, which its color goes by; -1 for no family."""
        return self._families.index(family) if family in self._families else -1

    def _title(self, role_id: str) -> str:
        role = self._quiz.role(role_id)
        return in_a_sentence(role.title) if role else role_id

    def _code(self, code: Code | None) -> Plain | None:
        if code is None:
            return None
        return {
            "heading": self._tr("The code of this result"),
            "text": code.text,
            "matrix": [list(row) for row in code.matrix],
            "alt": self._tr("QR code of this result. The same as text: {code}").format(
                code=code.text
            ),
        }

    def _fits(self, view: ResultView) -> Plain:
        said = [f"{bar.title} {bar.text}" for bar in (*view.families, *view.settings)]
        is_any = bool(view.settings)
        return {
            "heading": self._tr("How each role fits"),
            "families": [
                {**self._bar(bar), "is_first": bar.role_id in view.leaders}
                for bar in (view.families if is_any else ())
            ],
            "settings": [
                {**self._bar(bar), "is_first": bar.is_first and view.setting is not None}
                for bar in view.settings
            ],
            "alt": self._tr("Bars from 0 to 100%: {bars}.").format(bars="; ".join(said)),
        }

    def _bar(self, bar: Bar) -> Plain:
        return {
            "title": bar.title,
            "fit": bar.fit,
            "text": bar.text,
            "family": self._place(bar.family),
        }

    def _sure(self, view: ResultView) -> Plain:
        sure = view.sure
        flips = sure.flips if sure else ()
        return {
            "heading": self._tr("How sure is this?"),
            "statements": list(sure.statements) if sure else [],
            "flips": [_flip(flip) for flip in flips if len(flip.changes) <= MOST_CHANGES],
            "remarks": [
                f"{remark.text} {', '.join(label for _, label in remark.answers)}"
                for remark in view.remarks
            ],
        }

    def _day(self, view: ResultView) -> Plain | None:
        """Return what the closest setting is like."""
        setting = view.setting
        if setting is None:
            return None
        return {"title": setting.title, "summary": setting.summary}

    def _why(self, view: ResultView) -> Plain:
        """Return both sides of the chart; reasons that treat the roles alike add nothing to it."""
        sides = [
            self._side(toward, reasons)
            for toward, reasons in (
                (self._leader(view), view.reasons_for),
                (self._rival(view), view.reasons_against),
            )
        ]
        separating = [f"{item.label}: {item.answer}" for item in view.separating]
        return {
            "heading": self._tr("Why: reasons for and against"),
            "sides": sides,
            "most": max((item.points for item in self._reasons(view)), default=0.0),
            "note": view.reasons_note,
            "separating_heading": self._tr("Questions that would settle it"),
            "separating": separating,
        }

    @staticmethod
    def _reasons(view: ResultView) -> tuple[ReasonView, ...]:
        return (*view.reasons_for, *view.reasons_against)

    @staticmethod
    def _leader(view: ResultView) -> str:
        return next((item.toward for item in view.reasons_for if item.toward), "")

    def _rival(self, view: ResultView) -> str:
        return next((item.toward for item in view.reasons_against), "")

    def _side(self, toward: str, reasons: Sequence[ReasonView]) -> Plain:
        moving = [item for item in reasons if item.toward]
        shown, rest = moving[:MOST_REASONS], moving[MOST_REASONS:]
        words = self._tr("and {count} smaller ones, among the answers below")
        if len(rest) == 1:
            words = self._tr("and 1 smaller one, among the answers below")
        heading = self._tr("Toward {role}").format(role=self._title(toward)) if toward else ""
        said = "; ".join(f"{item.label}: {item.answer}, {item.text}" for item in shown)
        return {
            "heading": heading,
            "family": self._place(toward),
            "rows": [
                {
                    "label": item.label,
                    "answer": item.answer,
                    "points": item.points,
                    "text": item.text,
                }
                for item in shown
            ],
            "rest": words.format(count=len(rest)) if rest else "",
            "alt": f"{heading}: {said}",
        }

    def _notes(self, view: ResultView, career: CareerPart) -> Plain | None:
        """Return what stands beside the sources; None where there is nothing of it."""
        flips = view.sure.flips if view.sure else ()
        long = [_flip(flip) for flip in flips if len(flip.changes) > MOST_CHANGES]
        found = career.notes(view)
        if found is None and not flips:
            return None
        return {
            "heading": self._tr("Notes"),
            "flips_heading": self._tr("What would change it"),
            "flips": long,
            "rules": [],
            "years": None,
            "outside": [],
            **(found or {}),
        }

    def _answers(self, view: ResultView) -> Plain:
        reasons = {item.question_id: item for item in self._reasons(view)}
        weights = {item.section_id: item.text for item in view.weights}
        return {
            "heading": self._tr("Your answers, and what each adds"),
            "sections": [
                {
                    "title": ", ".join(
                        part for part in (section.title, weights.get(section.id)) if part
                    ),
                    "rows": [
                        self._answer(item, reasons.get(item.question_id))
                        for item in view.answers
                        if item.section_id == section.id
                    ],
                }
                for section in self._quiz.sections
            ],
            "legend": list(self._legend(view)),
        }

    def _answer(self, item: AnswerView, reason: ReasonView | None) -> Plain:
        return {
            "label": item.label,
            "answer": item.answer,
            "is_skipped": item.is_skipped,
            "text": reason.text if reason else "",
            "family": self._place(reason.toward) if reason else -1,
            "toward": self._title(reason.toward) if reason and reason.toward else "",
        }

    def _legend(self, view: ResultView) -> Iterator[Plain]:
        """Yield the families that answers speak for, for the marks beside the points."""
        towards = {item.toward for item in self._reasons(view)}
        for role in self._quiz.families:
            if role.id in towards:
                words = self._tr("points for {role}").format(role=self._title(role.id))
                yield {"family": self._place(role.id), "text": words}

    def _sources(self, references: References) -> Plain:
        return {"heading": self._tr("Sources"), "rows": references.all()}


def _flip(flip: FlipView) -> Plain:
    changes = [{"label": change.label, "text": change.text} for change in flip.changes]
    return {"lead": flip.lead, "changes": changes}
