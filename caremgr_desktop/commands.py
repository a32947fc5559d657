"""The commands on a person's own files and codes, and the one that lists sources."""

from __future__ import annotations

import json
import sys
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from caremgr_desktop.compose import (
    Workshop,
    new_seed,
    screen_on,
    sentence,
    slow_progress,
    untranslated,
)
from caremgr_desktop.content.find import is_installed, shipped_folder
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.errors import AnswerError, OutputError, TableError

if TYPE_CHECKING:
    from datetime import date

    from caremgr_desktop.career.pay_changes import Comparison
    from caremgr_desktop.career.pay_release import Release
    from caremgr_desktop.career.years import Assumptions
    from caremgr_desktop.content.oews_cells import Published
    from caremgr_desktop.content.pay_files import NewPay, PresentPay
    from caremgr_desktop.core.person import Have
    from caremgr_desktop.reporting.answer_json import AnswerSet
    from caremgr_desktop.reporting.pay_report import PayImportView
    from caremgr_desktop.reporting.result import ResultReporter
    from caremgr_desktop.reporting.views import ResultView

MOST_GONE_PERCENT = 20
"""Of all cells; where more are gone the file is no whole one, or BLS has new codes."""


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
        visit, assumptions = visit_of(self._workshop, answers)
        view = self._make_reporter().result(visit, None, assumptions)
        if line is not None:
            fits = ", ".join(f"{bar.title} {bar.text}" for bar in view.families)
            return f"{line}: {view.headline} ({fits})"
        return _printed_result(view)

    def _make_reporter(self) -> ResultReporter:
        if self._reporter is None:
            self._reporter = self._workshop.text_reporter()
        return self._reporter


def _printed_result(view: ResultView) -> str:
    from caremgr_desktop.terminal.result import ResultPrinter

    target = StringIO()
    encoding = getattr(sys.stdout, "encoding", None)
    ResultPrinter(screen_on(StringIO(), target, encoding), untranslated).show(view)
    return target.getvalue().strip("\n")


class Coding:
    """Makes codes of results and opens them; raises ContentError where there is no quiz."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._quiz = workshop.quiz()

    def code(self, data: bytes, svg: Path | None) -> str:
        """Return the code of answers that come as JSON, and draw it; raises as both do."""
        from caremgr_desktop.core.code import code_of
        from caremgr_desktop.reporting.answer_json import read_answers

        quiz, found = self._quiz, read_answers(self._quiz, decoded(data))
        code = code_of(quiz, Visit(quiz.id, quiz.version, 0, found.answers, found.importances))
        if svg is not None:
            self._draw(code, svg)
        return code

    def opened(self, text: str, *, is_json: bool) -> tuple[str, str]:
        """Return the result of a code or its answers as JSON, and what is to be said of it.

        Raises CodeError, and ContentError where earlier versions can't be read.
        """
        from caremgr_desktop.core.code import opened
        from caremgr_desktop.reporting.opened_code import opened_sentence

        found = opened(self._quiz, text, new_seed(), self._workshop.earlier_shapes)
        said = opened_sentence(found, untranslated)
        if is_json:
            from caremgr_desktop.reporting.answer_json import answers_as_json

            return json.dumps(answers_as_json(self._quiz, found), ensure_ascii=False), said
        view = self._workshop.text_reporter().result(found.visit, None)
        return _printed_result(view), said

    @staticmethod
    def _draw(code: str, path: Path) -> None:
        """Write the QR of a code; raises OutputError ``not_written``."""
        from caremgr_desktop.atomic import write_text
        from caremgr_desktop.reporting.qr import qr_svg

        try:
            write_text(path, qr_svg(code))
        except OSError as error:
            reason = error.strerror or ""
            raise OutputError("not_written", path=str(path), reason=reason) from error


def visit_of(workshop: Workshop, found: AnswerSet) -> tuple[Visit, Assumptions]:
    """Return a visit with these answers and what was said with them, and whose pay is shown.

    Raises AnswerError ``bad_have`` and ``unknown_area``.
    """
    from caremgr_desktop.career.pay import NATION
    from caremgr_desktop.career.postal import area_named
    from caremgr_desktop.career.years import Assumptions

    area = area_named(found.area or NATION, workshop.handbook().pay.areas)
    if area is None:
        raise AnswerError("unknown_area", area=found.area)
    have = None
    if found.have:
        have, faults = Planning(workshop, is_json=False).read("have", found.have.encode())
        if faults:
            raise AnswerError("bad_have", fault=faults[0].partition(": ")[2])
    quiz = workshop.quiz()
    visit = Visit(quiz.id, quiz.version, 0, found.answers, found.importances, have=have)
    return visit, Assumptions(area)


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


class PayImport:
    """Brings in a published wage table; raises ContentError and TableError.

    Without ``folder`` it is the shipped content, which is not written where it is installed.
    """

    def __init__(self, folder: Path | None, *, is_dry_run: bool, is_json: bool) -> None:
        from caremgr_desktop.content.pay_files import PayFiles

        self._is_dry_run = is_dry_run
        self._is_json = is_json
        if folder is None and is_installed() and not is_dry_run:
            raise TableError("installed_content")
        self._files = PayFiles(folder or shipped_folder())
        self._present = self._files.present()
        if not is_dry_run:
            self._files.check_writable()

    def run(self, path: Path, release: str | None) -> tuple[str, TableError | None]:
        """Return the report, and why nothing was written although it should have been."""
        from caremgr_desktop.career.pay_changes import compare
        from caremgr_desktop.content.pay_files import new_pay

        new = new_pay(self._present, self._read(path, release))
        comparison = compare(self._present.wages, new.wages, new.capped)
        refusal = _refusal(path, self._present, new, comparison)
        if refusal is None:
            self._files.check(self._present, new)
        is_written = refusal is None and not self._is_dry_run
        if is_written:
            self._files.write(self._present, new)
        return self._report(new.release, comparison, refusal, is_written=is_written), refusal

    def _read(self, path: Path, release: str | None) -> Published:
        from caremgr_desktop.content.published import read_published

        progress = slow_progress("Reading")
        try:
            said = _said_release(release)
            return read_published(path, self._present.keys, said, progress.tell)
        finally:
            progress.end()

    def _report(
        self,
        release: Release,
        comparison: Comparison,
        refusal: TableError | None,
        *,
        is_written: bool,
    ) -> str:
        from caremgr_desktop.reporting.pay_report import PayImportView

        handbook = self._present.handbook
        files = (f"resources/{release.table}", "resources/pay.yaml") if is_written else ()
        view = PayImportView(
            table=self._present.pay.file,
            pay=handbook.pay,
            new=release,
            source=handbook.sources[handbook.pay.source],
            comparison=comparison,
            written=files,
            refusal=sentence(refusal) if refusal else "",
        )
        return self._printed(view)

    def _printed(self, view: PayImportView) -> str:
        from caremgr_desktop.reporting.pay_report import import_as_json, import_as_text
        from caremgr_desktop.reporting.plain import harmless
        from caremgr_desktop.terminal.formats import BabelFormats

        if self._is_json:
            return json.dumps(import_as_json(view), ensure_ascii=False)
        lines = import_as_text(view, BabelFormats()).split("\n")
        return "\n".join(harmless(line) for line in lines)


def _said_release(words: str | None) -> Release | None:
    """Return the release that a person has named; raises TableError ``bad_release``."""
    from caremgr_desktop.career.pay_release import release_of

    found = release_of(words or "")
    if words is not None and found is None:
        raise TableError("bad_release", value=words)
    return found


def _refusal(
    path: Path, present: PresentPay, new: NewPay, comparison: Comparison
) -> TableError | None:
    """Return why a sound table is not to be used all the same: older, or not the whole."""
    from caremgr_desktop.career.pay_release import release_of
    from caremgr_desktop.reporting.table_sentences import kinds_in_words

    before = release_of(present.pay.release)
    if before is not None and new.release < before:
        names = {"found": new.release.words, "present": before.words}
        return TableError("older_release", path=str(path), **names)
    lacking = [kind for kind in comparison.kinds if kind.gone == kind.cells]
    if lacking:
        return TableError("kinds_gone", path=str(path), kinds=kinds_in_words(lacking))
    gone, cells = len(comparison.gone), comparison.compared
    if gone * 100 > MOST_GONE_PERCENT * cells:
        table = present.pay.file
        return TableError("many_gone", path=str(path), gone=gone, cells=cells, table=table)
    return None


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
