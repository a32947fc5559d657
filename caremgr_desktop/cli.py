"""The commands: parse, call what joins the rooms for them, print."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from caremgr_desktop import compose
from caremgr_desktop.errors import AnswerError, CareMgrError, OutputError

if TYPE_CHECKING:
    import argparse

    from caremgr_desktop.commands import Scoring
    from caremgr_desktop.takeaway import Takeaway

LARGEST_ANSWER_BYTES = 4_000_000
"""More than any text of the largest number of characters that is read as answers."""
STANDARD_INPUT = "-"
GOOD = 0
FOUND_FAULTS = 1
CANNOT_RUN = 2
INTERRUPTED = 130
SCALES_PERCENT = range(100, 201)
THEMES = ("light", "dark", "contrast")


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # What it can't write becomes a question mark.
            stream.reconfigure(errors="replace")
    try:
        status = _run(list(sys.argv[1:] if words is None else words))
        if sys.stdout is not None:
            sys.stdout.flush()
    except CareMgrError as error:
        print(compose.sentence(error), file=sys.stderr)
        return CANNOT_RUN
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return GOOD
    except OSError as error:
        _forget_output()
        failed = OutputError("no_output", reason=error.strerror or "")
        print(compose.sentence(failed), file=sys.stderr)
        return CANNOT_RUN
    return status


def _forget_output() -> None:
    """Leave what is still in the buffer: whoever was to read it has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(words: list[str]) -> int:
    if not words:  # The plain start loads no parser, and looks for garbage later.
        gc.disable()
        return compose.run_window(compose.Workshop())
    options = _parser().parse_args(words)
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


def _parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        prog="caremgr-desktop",
        description="Case manager or care manager, and where? Without a command: the window.",
    )
    parser.add_argument("--version", action="version", version=compose.version())
    parser.set_defaults(run=_window)
    _add_content(parser)
    parser.add_argument(
        "--text-scale",
        type=int,
        choices=SCALES_PERCENT,
        metavar="100..200",
        default=0,
        help="size of the text in percent",
    )
    parser.add_argument("--theme", choices=THEMES, default="", help="colors")
    _add_quick(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_quiz(commands.add_parser("quiz", help="ask the quiz, in a terminal with --text"))
    _add_check(commands.add_parser("check", help="list every fault in content files"))
    _add_questions(commands.add_parser("questions", help="print questions, traits and roles"))
    _add_score(commands.add_parser("score", help="print the result of saved answers"))
    _add_report(commands.add_parser("report", help="write the result as a PDF to take along"))
    _add_export(commands.add_parser("export", help="write the result as CSV, JSON or text"))
    _add_audit(commands.add_parser("audit", help="count what all combinations of answers give"))
    _add_plan(commands.add_parser("plan", help="plan the way to a credential"))
    _add_sources(commands.add_parser("sources", help="list every source and what uses it"))
    _add_pay(commands.add_parser("pay", help="bring in a new year's wage table"))
    return parser


def _add_pay(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    found = commands.add_parser("import", help="read a published table, compare, and write it")
    _add_content(found)
    found.add_argument(
        "file", type=Path, metavar="FILE", help="oe.data.0.Current, a workbook, or its zip"
    )
    found.add_argument("--release", metavar="RELEASE", help='its month and year: "May 2026"')
    found.add_argument("--dry-run", action="store_true", help="compare, and write nothing")
    found.add_argument("--json", action="store_true", help="print JSON")
    found.set_defaults(run=_pay_import)


def _add_sources(parser: argparse.ArgumentParser) -> None:
    _add_content(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=_sources)


def _add_content(parser: argparse.ArgumentParser) -> None:
    import argparse

    parser.add_argument(
        "--content",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="use another folder with questions.yaml and resources/",
    )


def _add_quick(parser: argparse.ArgumentParser) -> None:
    import argparse

    parser.add_argument(
        "--quick",
        action="store_true",
        default=argparse.SUPPRESS,
        help="ask up to 12 questions, the most telling first, until it is settled",
    )


def _add_quiz(parser: argparse.ArgumentParser) -> None:
    _add_content(parser)
    _add_quick(parser)
    parser.add_argument("--text", action="store_true", help="ask in this terminal")
    parser.set_defaults(run=_quiz)


def _add_check(parser: argparse.ArgumentParser) -> None:
    _add_content(parser)
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="the content's folder")
    parser.set_defaults(run=_check)


def _add_questions(parser: argparse.ArgumentParser) -> None:
    _add_content(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=_questions)


def _add_score(parser: argparse.ArgumentParser) -> None:
    _add_content(parser)
    parser.add_argument("file", metavar="FILE", help="answers as JSON; - for standard input")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--lines", action="store_true", help="one set of answers a line")
    parser.set_defaults(run=_score)


def _add_report(parser: argparse.ArgumentParser) -> None:
    _add_result(parser)
    parser.add_argument("--paper", choices=("letter", "a4"), help="else what is usual here")
    parser.set_defaults(run=_report)


def _add_export(parser: argparse.ArgumentParser) -> None:
    _add_result(parser)
    parser.add_argument("--format", choices=("csv", "json", "txt"), help="else by the name")
    parser.set_defaults(run=_export)


def _add_result(parser: argparse.ArgumentParser) -> None:
    _add_content(parser)
    parser.add_argument("file", metavar="ANSWERS", help="answers as JSON; - for standard input")
    parser.add_argument(
        *("-o", "--output"), metavar="FILE", required=True, help="- for standard output"
    )
    parser.add_argument("--have", metavar="FILE", help="what you already have, as JSON")
    parser.add_argument("--area", metavar="CODE", default="", help="whose pay: CA, or its name")


def _add_audit(parser: argparse.ArgumentParser) -> None:
    _add_content(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write charts into a file")
    parser.set_defaults(run=_audit)


def _add_plan(parser: argparse.ArgumentParser) -> None:
    _add_content(parser)
    parser.add_argument("--goal", metavar="GOAL", help="a credential or a role; all without it")
    parser.add_argument(
        "--have", metavar="FILE", help="what you already have, as JSON; - for standard input"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=_plan)


def _workshop(options: argparse.Namespace) -> compose.Workshop:
    return compose.Workshop(
        getattr(options, "content", None), is_quick=getattr(options, "quick", False)
    )


def _window(options: argparse.Namespace) -> int:
    return compose.run_window(
        _workshop(options), scale_percent=options.text_scale, theme=options.theme
    )


def _quiz(options: argparse.Namespace) -> int:
    if options.text:
        return compose.run_terminal(_workshop(options), sys.stdin, sys.stdout)
    return _window(options)


def _check(options: argparse.Namespace) -> int:
    has_errors = False
    folder = options.folder or getattr(options, "content", None)
    for line, is_warning in compose.check_lines(folder):
        print(line)
        has_errors = has_errors or not is_warning
    return FOUND_FAULTS if has_errors else GOOD


def _questions(options: argparse.Namespace) -> int:
    workshop = _workshop(options)
    print(compose.questions_text(workshop, is_json=options.json))
    return GOOD


def _sources(options: argparse.Namespace) -> int:
    from caremgr_desktop.commands import sources_text

    workshop = _workshop(options)
    print(sources_text(workshop, compose.SystemClock().today(), is_json=options.json))
    return GOOD


def _pay_import(options: argparse.Namespace) -> int:
    from caremgr_desktop.commands import PayImport

    folder = getattr(options, "content", None)
    command = PayImport(folder, is_dry_run=options.dry_run, is_json=options.json)
    report, refusal = command.run(options.file, options.release)
    print(report)
    if refusal is None:
        return GOOD
    print(compose.sentence(refusal), file=sys.stderr)
    return CANNOT_RUN


def _audit(options: argparse.Namespace) -> int:
    text, is_fair = compose.audit_text(_workshop(options), is_json=options.json, html=options.html)
    print(text)
    return GOOD if is_fair else FOUND_FAULTS


def _score(options: argparse.Namespace) -> int:
    from caremgr_desktop.commands import Scoring

    scorer = Scoring(_workshop(options), is_json=options.json)
    with _opened(options.file) as stream:
        if options.lines:
            return _score_lines(scorer, stream, options)
        print(scorer.text(stream.read(LARGEST_ANSWER_BYTES + 1)))
    return GOOD


def _plan(options: argparse.Namespace) -> int:
    from caremgr_desktop.commands import Planning

    planning = Planning(_workshop(options), is_json=options.json)
    data = _read(options.have) if options.have else b"{}"
    have, faults = planning.read(options.have or "", data)
    for line in faults:
        print(line, file=sys.stderr)
    if faults:
        return FOUND_FAULTS
    print(planning.text(options.goal, have))
    return GOOD


def _report(options: argparse.Namespace) -> int:
    from caremgr_desktop.takeaway import check_report_name, usual_paper

    check_report_name(options.output)
    paper = options.paper or usual_paper()
    return _take_along(options, lambda taken: taken.report(paper))


def _export(options: argparse.Namespace) -> int:
    from caremgr_desktop.takeaway import kind_of

    kind = kind_of(options.output, options.format)
    return _take_along(options, lambda taken: taken.export(kind))


def _take_along(options: argparse.Namespace, make: Callable[[Takeaway], bytes]) -> int:
    """Write what is made of the answers, whole or not at all."""
    from caremgr_desktop.takeaway import STANDARD_OUTPUT, Takeaway, write_private

    if options.file == options.have == STANDARD_INPUT:
        raise AnswerError("stdin_twice")
    have = (options.have, _read(options.have)) if options.have else None
    answers = _read(options.file)
    data = make(Takeaway(_workshop(options), answers, have=have, area=options.area))
    if options.output != STANDARD_OUTPUT:
        write_private(options.output, data)
        return GOOD
    sys.stdout.buffer.write(data)
    return GOOD


def _score_lines(scorer: Scoring, stream: BinaryIO, options: argparse.Namespace) -> int:
    """Score one line after the other, as they come."""
    status = GOOD
    for number, line in enumerate(_lines(stream), start=1):
        if not line.strip():
            continue
        try:
            print(scorer.line(number, line))
        except AnswerError as error:
            status = FOUND_FAULTS
            said = compose.sentence(error)
            print(f"{options.file}:{number}: {error.code}: {said}", file=sys.stderr)
            if options.json:
                print(scorer.error_line(number, error))
    return status


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield each line; of one that is far too long, only its beginning."""
    limit = LARGEST_ANSWER_BYTES + 1
    while line := stream.readline(limit):
        yield line
        while len(line) == limit and not line.endswith(b"\n"):
            line = stream.readline(limit)


def _read(name: str) -> bytes:
    """Return a person's file, or its beginning where it is far too large."""
    with _opened(name) as stream:
        return stream.read(LARGEST_ANSWER_BYTES + 1)


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    """Give the stream of a file or of the standard input; raises AnswerError ``no_file``."""
    if name == STANDARD_INPUT and sys.stdin is not None:
        yield sys.stdin.buffer
        return
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(Path(name).open("rb"))
        except OSError as error:
            raise AnswerError("no_file", path=name) from error
        yield stream
