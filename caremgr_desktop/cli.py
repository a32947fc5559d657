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
    from caremgr_desktop.arguments import parser

    options = parser(compose.version(), RUNS).parse_args(words)
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


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
    if options.shape:
        print(compose.shape_text(workshop))
    else:
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


def _code(options: argparse.Namespace) -> int:
    from caremgr_desktop.commands import Coding

    coding = Coding(_workshop(options))
    with _opened(options.file) as stream:
        data = stream.read(LARGEST_ANSWER_BYTES + 1)
    print(coding.code(data, options.svg))
    return GOOD


def _open(options: argparse.Namespace) -> int:
    from caremgr_desktop.commands import Coding

    coding = Coding(_workshop(options))
    text, said = coding.opened(" ".join(options.code), is_json=options.json)
    if said:  # Beside the result, which reads as if it had been answered today.
        print(said, file=sys.stderr)
    print(text)
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

    paper = options.paper or usual_paper()
    if options.png:
        return _take_along(options, lambda taken: taken.pictures(paper))
    check_report_name(options.output)
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


RUNS = {
    "window": _window,
    "quiz": _quiz,
    "check": _check,
    "questions": _questions,
    "score": _score,
    "code": _code,
    "open": _open,
    "report": _report,
    "export": _export,
    "audit": _audit,
    "plan": _plan,
    "sources": _sources,
    "pay": _pay_import,
}
"""What each command does; ``window`` is the one without a name."""
