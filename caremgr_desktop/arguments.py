"""The words that each command takes."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

Run = Callable[[argparse.Namespace], int]
Add = Callable[[argparse.ArgumentParser, Run], None]
SCALES_PERCENT = range(100, 201)
THEMES = ("light", "dark", "contrast")


def parser(version: str, runs: Mapping[str, Run]) -> argparse.ArgumentParser:
    """Return what parses the words of a command; ``runs`` has what to do by its name.

    The command without a name opens the window.
    """
    found = argparse.ArgumentParser(
        prog="caremgr-desktop",
        description="Case manager or care manager, and where? Without a command: the window.",
    )
    found.add_argument("--version", action="version", version=version)
    found.set_defaults(run=runs["window"])
    _add_content(found)
    found.add_argument(
        "--text-scale",
        type=int,
        choices=SCALES_PERCENT,
        metavar="100..200",
        default=0,
        help="size of the text in percent",
    )
    found.add_argument("--theme", choices=THEMES, default="", help="colors")
    _add_quick(found)
    commands = found.add_subparsers(title="commands", metavar="COMMAND")
    for name, (told, add) in COMMANDS.items():
        add(commands.add_parser(name, help=told), runs[name])
    return found


def _add_pay(parser: argparse.ArgumentParser, run: Run) -> None:
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    found = commands.add_parser("import", help="read a published table, compare, and write it")
    _add_content(found)
    found.add_argument(
        "file", type=Path, metavar="FILE", help="oe.data.0.Current, a workbook, or its zip"
    )
    found.add_argument("--release", metavar="RELEASE", help='its month and year: "May 2026"')
    found.add_argument("--dry-run", action="store_true", help="compare, and write nothing")
    found.add_argument("--json", action="store_true", help="print JSON")
    found.set_defaults(run=run)


def _add_sources(parser: argparse.ArgumentParser, run: Run) -> None:
    _add_content(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def _add_content(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--content",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="use another folder with questions.yaml and resources/",
    )


def _add_quick(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--quick",
        action="store_true",
        default=argparse.SUPPRESS,
        help="ask up to 12 questions, the most telling first, until it is settled",
    )


def _add_quiz(parser: argparse.ArgumentParser, run: Run) -> None:
    _add_content(parser)
    _add_quick(parser)
    parser.add_argument("--text", action="store_true", help="ask in this terminal")
    parser.set_defaults(run=run)


def _add_check(parser: argparse.ArgumentParser, run: Run) -> None:
    _add_content(parser)
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="the content's folder")
    parser.set_defaults(run=run)


def _add_questions(parser: argparse.ArgumentParser, run: Run) -> None:
    _add_content(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument(
        "--shape", action="store_true", help="print the entry for resources/earlier.yaml"
    )
    parser.set_defaults(run=run)


def _add_score(parser: argparse.ArgumentParser, run: Run) -> None:
    _add_content(parser)
    parser.add_argument("file", metavar="FILE", help="answers as JSON; - for standard input")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--lines", action="store_true", help="one set of answers a line")
    parser.set_defaults(run=run)


def _add_code(parser: argparse.ArgumentParser, run: Run) -> None:
    _add_content(parser)
    parser.add_argument("file", metavar="FILE", help="answers as JSON; - for standard input")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="write its QR into a file")
    parser.set_defaults(run=run)


def _add_open(parser: argparse.ArgumentParser, run: Run) -> None:
    _add_content(parser)
    parser.add_argument("code", nargs="+", metavar="CODE", help="a code, or its groups")
    parser.add_argument("--json", action="store_true", help="print its answers as JSON")
    parser.set_defaults(run=run)


def _add_report(parser: argparse.ArgumentParser, run: Run) -> None:
    _add_result(parser)
    parser.add_argument("--paper", choices=("letter", "a4"), help="else what is usual here")
    parser.add_argument(
        "--png", action="store_true", help="its pages as pictures, one after the other"
    )
    parser.set_defaults(run=run)


def _add_export(parser: argparse.ArgumentParser, run: Run) -> None:
    _add_result(parser)
    parser.add_argument("--format", choices=("csv", "json", "txt"), help="else by the name")
    parser.set_defaults(run=run)


def _add_result(parser: argparse.ArgumentParser) -> None:
    _add_content(parser)
    parser.add_argument("file", metavar="ANSWERS", help="answers as JSON; - for standard input")
    parser.add_argument(
        *("-o", "--output"), metavar="FILE", required=True, help="- for standard output"
    )
    parser.add_argument("--have", metavar="FILE", help="what you already have, as JSON")
    parser.add_argument("--area", metavar="CODE", default="", help="whose pay: CA, or its name")


def _add_audit(parser: argparse.ArgumentParser, run: Run) -> None:
    _add_content(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write charts into a file")
    parser.set_defaults(run=run)


def _add_plan(parser: argparse.ArgumentParser, run: Run) -> None:
    _add_content(parser)
    parser.add_argument("--goal", metavar="GOAL", help="a credential or a role; all without it")
    parser.add_argument(
        "--have", metavar="FILE", help="what you already have, as JSON; - for standard input"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


COMMANDS: Mapping[str, tuple[str, Add]] = {
    "quiz": ("ask the quiz, in a terminal with --text", _add_quiz),
    "check": ("list every fault in content files", _add_check),
    "questions": ("print questions, traits and roles", _add_questions),
    "score": ("print the result of saved answers", _add_score),
    "code": ("print the code of saved answers", _add_code),
    "open": ("print the result that a code stands for", _add_open),
    "report": ("write the result as a PDF to take along", _add_report),
    "export": ("write the result as CSV, JSON or text", _add_export),
    "audit": ("count what all combinations of answers give", _add_audit),
    "plan": ("plan the way to a credential", _add_plan),
    "sources": ("list every source and what uses it", _add_sources),
    "pay": ("bring in a new year's wage table", _add_pay),
}
"""Each command in the order of the help, with a line on it."""
