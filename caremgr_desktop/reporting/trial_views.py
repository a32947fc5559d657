"""The result of answers that are only tried out, with what moved marked."""

from caremgr_desktop.core.ports import Translate
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.trial import Trial
from caremgr_desktop.reporting.views import (
    Bar,
    ReasonView,
    ResultView,
    TrialView,
)


class TrialWriter:
    """Marks what a trial moves in the results of one quiz."""

    def __init__(self, quiz: Quiz, translate: Translate) -> None:
        self._quiz = quiz
        self._translate = translate

    def marked(self, trial: Trial, own: ResultView, tried: ResultView) -> ResultView:
        """Return the tried result, marked where it differs from the person's own.

        What was noticed about the answering stays that of the person's own answers.
        """
        changed = set(trial.changed_questions(self._quiz))
        answers = {answer.question_id: answer.answer for answer in own.answers}
        shorts = {
            question_id: self._short(trial, question_id) or answers.get(question_id, "")
            for question_id in changed
        }
        title = self._title(len(changed) + len(trial.changed_sections(self._quiz)))
        return tried._replace(
            kicker=title,
            families=self._moved(tried.families, own.families),
            settings=self._moved(tried.settings, own.settings),
            reasons_for=_changed_reasons(tried.reasons_for, shorts),
            reasons_against=_changed_reasons(tried.reasons_against, shorts),
            answers=tuple(
                answer._replace(was=answers.get(answer.question_id, ""))
                if answer.question_id in changed
                else answer
                for answer in tried.answers
            ),
            remarks=own.remarks,
            trial=TrialView(
                now=self._now(tried, own),
                before=self._tr("With your own answers: {fits}").format(fits=_fits(own)),
            ),
        )

    def _tr(self, text: str) -> str:
        return self._translate("WhatIf", text)

    def _now(self, tried: ResultView, own: ResultView) -> str:
        """Return the tried result in a line, with what it says anew: bars may be out of sight."""
        parts = [self._tr("What if: {fits}.").format(fits=_fits(tried))]
        if tried.headline != own.headline:
            parts.append(f"{tried.headline}.")
        setting, before = tried.setting, own.setting
        if setting is not None and before is not None and setting.role_id != before.role_id:
            closest = next(bar for bar in tried.settings if bar.role_id == setting.role_id)
            parts.append(self._tr("Closest: {title}.").format(title=closest.short_title))
        return " ".join(parts)

    def _short(self, trial: Trial, question_id: str) -> str:
        """Return the person's own picks in the few words that stand for them in a chart."""
        question = self._quiz.question(question_id)
        picks = trial.own.answers.get(question_id, ())
        options = question.options if question else ()
        return ", ".join(option.short for option in options if option.id in picks)

    def _moved(self, bars: tuple[Bar, ...], own: tuple[Bar, ...]) -> tuple[Bar, ...]:
        """Return the bars, each with the one that it was where its fit or rank is another."""
        before = {bar.role_id: bar for bar in own}
        return tuple(self._marked(bar, before.get(bar.role_id)) for bar in bars)

    def _marked(self, bar: Bar, was: Bar | None) -> Bar:
        if was is None or (was.fit, was.rank) == (bar.fit, bar.rank):
            return bar
        words = self._tr("was {fit}")
        if was.rank != bar.rank and bar.role_id != bar.family:
            words = self._tr("was no. {rank}, {fit}")
        return bar._replace(was=was, was_text=words.format(rank=was.rank, fit=was.text))

    def _title(self, changes: int) -> str:
        if changes == 1:
            return self._tr("What if  ·  1 change")
        return self._tr("What if  ·  {changes} changes").format(changes=changes)


def _fits(view: ResultView) -> str:
    """Return every family with its fit, the closest first."""
    return ", ".join(f"{bar.title} {bar.text}" for bar in view.families)


def _changed_reasons(
    reasons: tuple[ReasonView, ...], shorts: dict[str, str]
) -> tuple[ReasonView, ...]:
    return tuple(
        reason._replace(was=shorts[reason.question_id]) if reason.question_id in shorts else reason
        for reason in reasons
    )
