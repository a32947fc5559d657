"""The commands that score or plan from a file of a person's own, and that list the sources."""

from __future__ import annotations

import json
import sys
from io import StringIO
from typing import TYPE_CHECKING

from caremgr_desktop.compose import Workshop, screen_on, sentence, untranslated
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.errors import AnswerError

if TYPE_CHECKING:
    from datetime import date

    from caremgr_desktop.core.person import Have
    from caremgr_desktop.reporting.result import ResultReporter
    from caremgr_desktop.reporting.views import ResultView


class Scoring:
    """Scores answers that come as JSON; raises ContentError at the start."""

    def __init__(self, workshop: Workshop, *, is_json: bool) -> None:
        self._engine = workshop.engine()
        self._workshop = workshop
        self._is_json = is_json
        self._reporter: ResultReporter | None = None

    def text(self, data: bytes) -> str:
        """Return one person's result as JSON or as lines; raises AnswerError."""
        return self._score(decoded(data))

    def line(self, number: int, data: bytes) -> str:
        """Return the result of a numbered line on one line; raises AnswerError."""
        return self._score(decoded(data), line=number)

    def error_line(self, number: int, error: AnswerError) -> str:
        """Return the JSON that stands for a line that could not be scored."""
        found = {"code": error.code, "message": sentence(error)}
        return json.dumps({"line": number, "error": found}, ensure_ascii=False)

    def _score(self, text: str, *, line: int | None = None) -> str:
        from caremgr_desktop.reporting.answer_json import read_answers

        answers = read_answers(self._engine.quiz, text)
        if self._is_json:
            from caremgr_desktop.reporting.score_json import decision_as_json

            decision = self._engine.decide(answers.answers, answers.importances)
            numbered = {} if line is None else {"line": line}
            return json.dumps({**numbered, **decision_as_json(decision)})
        quiz = self._engine.quiz
        visit = Visit(quiz.id, quiz.version, 0, answers.answers, answers.importances)
        view = self._make_reporter().result(visit, None)
        if line is not None:
            fits = ", ".join(f"{bar.title} {bar.text}" for bar in view.families)
            return f"{line}: {view.headline} ({fits})"
        return self._printed(view)

    def _printed(self, view: ResultView) -> str:
        from caremgr_desktop.terminal.result import ResultPrinter

        target = StringIO()
        encoding = getattr(sys.stdout, "encoding", None)
        ResultPrinter(screen_on(StringIO(), target, encoding), untranslated).show(view)
        return target.getvalue().strip("\n")

    def _make_reporter(self) -> ResultReporter:
        if self._reporter is None:
            self._reporter = self._workshop.text_reporter()
        return self._reporter


class Planning:
    """Plans ways to credentials; raises ContentError where the content can't be used."""

    def __init__(self, workshop: Workshop, *, is_json: bool) -> None:
        self._workshop = workshop
        self._requirements = workshop.requirements()
        self._is_json = is_json

    def read(self, name: str, data: bytes) -> tuple[Have, list[str]]:
        """Return what a file says that a person has, and a line for each fault in it."""
        from caremgr_desktop.content.have import read_have
        from caremgr_desktop.reporting.fault_sentences import fault_sentence
        from caremgr_desktop.reporting.plain import harmless, short_line

        have, faults = read_have(short_line(name), data, self._requirements)
        lines = (f"{it.place}: {it.code}: {fault_sentence(it.code, it.params)}" for it in faults)
        return have, [harmless(line) for line in lines]

    def text(self, goal: str | None, have: Have) -> str:
        """Return the plans as JSON or as lines; raises AnswerError ``unknown_goal``.

        The goal is a credential, or a role, which stands for those that it uses; None for all.
        """
        goals = self._goals(goal)
        if not self._is_json:
            return self._printed(goals, have)
        from caremgr_desktop.career.plan import Planner
        from caremgr_desktop.reporting.plan_json import outcome_as_json

        planner = Planner(self._requirements, have)
        outcomes = [planner.outcome(goal_id) for goal_id in goals]
        if goal in self._requirements.goals:
            return json.dumps(outcome_as_json(outcomes[0]), ensure_ascii=False)
        found = [{"goal": it.goal, **outcome_as_json(it)} for it in outcomes]
        return json.dumps({"goals": found}, ensure_ascii=False)

    def _goals(self, goal: str | None) -> list[str]:
        """Return the credentials that a goal stands for, the usual one of a role first."""
        if goal is None:
            return list(self._requirements.goals)
        if goal in self._requirements.goals:
            return [goal]
        role = self._workshop.handbook().roles.get(goal)
        if role is None:
            known = ", ".join((*self._requirements.goals, *self._workshop.handbook().roles))
            raise AnswerError("unknown_goal", goal=goal, known=known)
        return list(role.credentials)

    def _printed(self, goals: list[str], have: Have) -> str:
        from caremgr_desktop.terminal.path import PathPrinter

        target = StringIO()
        screen = screen_on(StringIO(), target, getattr(sys.stdout, "encoding", None))
        paths = self._workshop.text_reporter().paths(goals, have)
        PathPrinter(screen, untranslated).show(paths)
        return target.getvalue().strip("\n")


def sources_text(workshop: Workshop, today: date, *, is_json: bool) -> str:
    """Return every source with its date and what uses it; raises ContentError."""
    from caremgr_desktop.reporting.sources_list import sources_as_json, sources_as_text

    facts = (workshop.handbook(), workshop.requirements())
    if is_json:
        return json.dumps({"sources": sources_as_json(*facts, today)}, ensure_ascii=False)
    from caremgr_desktop.reporting.plain import harmless

    return "\n".join(harmless(line) for line in sources_as_text(*facts, today).split("\n"))


def decoded(data: bytes) -> str:
    """Return the text of bytes that may begin with a byte order mark; raises AnswerError."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnswerError("bad_utf8") from error
