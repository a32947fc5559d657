"""Measures the installed program beside a bare window and prints a table with the bars."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median, quantiles

from benchmarks.installed import BenchError, Installed, Said, installed
from benchmarks.screens import OFFSCREEN, screens

START_BAR = 1.25
PEAK_BAR_MIB = 72.0
TURN_BAR_MS = 3.0
SLOW_TURN_BAR_MS = 8.0
WHAT_IF_BAR_MS = 16.0
AREA_BAR_MS = 16.0
VERDICT_BAR_MS = 5.0
FAMILIES_BAR_MS = 100.0
SETTINGS_BAR_S = 2.0
SETTINGS_BAR_MIB = 100.0
AUDIT_BAR_S = 10.0
DECISION_BAR_MS = 1.0
PLAN_BAR_MS = 20.0
ALL_PLANS_BAR_MS = 200.0
PAY_FILE_BAR_MS = 10.0
CODE_BAR_MS = 20.0
REPORT_BAR_MS = 1000.0
SAVE_BAR_MS = 2.0
LIST_BAR_MS = 100.0
PAST_START_BAR = 1.02
"""No slower, as far as this can be told."""
LIST_RUNS = 5
COMMAND_RUNS = 7
HAND_RUNS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what was measured, how much it was, and its bar (0 for none)."""

    what: str
    value: float
    unit: str
    bar: float = 0.0
    note: str = ""

    def __str__(self) -> str:
        shown = f"{self.what:<70} {self.value:>8.2f} {self.unit:<4}"
        if not self.bar:
            return f"{shown} {'':<18} {self.note}"
        verdict = "within" if self.value <= self.bar else "OVER"
        return f"{shown} {f'{verdict} {self.bar:g} {self.unit}':<18} {self.note}"


def values(said: list[Said], name: str) -> list[float]:
    """Return all values that were said under a name."""
    return [fact.value for fact in said if fact.name == name]


def when_ms(said: list[Said], name: str) -> float:
    """Return when a program said this, in ms since it was started."""
    return next(fact.at_ms for fact in said if fact.name == name)


def median_ratio(numbers: list[float], floors: list[float]) -> float:
    """Return the median of the ratios, each taken in its own round."""
    return median(number / floor for number, floor in zip(numbers, floors, strict=True))


def last_percent(numbers: list[float]) -> float:
    """Return the 99th percentile."""
    return quantiles(numbers, n=100)[-1]


def start_lines(
    program: Installed, screen: str, environ: Mapping[str, str], rounds: int
) -> Iterator[Line]:
    """Measure both starts in turn."""
    bare, first_page, question = [], [], []
    for name in ("bare_window", "first_question"):
        program.run(name, "start", environ)  # Fills caches; not counted.
    for _ in range(rounds):
        floor = program.run("bare_window", "start", environ)
        ours = program.run("first_question", "start", environ)
        bare.append(when_ms(floor, "painted"))
        first_page.append(when_ms(ours, "first_page"))
        question.append(when_ms(ours, "painted"))
    yield Line(f"{screen}: bare window painted", median(bare), "ms")
    yield Line(f"{screen}: first page painted", median(first_page), "ms")
    yield Line(f"{screen}: first question painted", median(question), "ms")
    yield Line(f"{screen}: first page / bare window", median_ratio(first_page, bare), "x")
    yield Line(
        f"{screen}: first question / bare window",
        median_ratio(question, bare),
        "x",
        START_BAR,
        f"n={rounds}",
    )


def quiz_lines(program: Installed, screen: str, environ: Mapping[str, str]) -> Iterator[Line]:
    """Measure memory through a whole quiz."""
    for what, name in (
        ("a bare window", "bare_window"),
        ("a whole quiz, content read for the first time", "whole_quiz"),
        ("a whole quiz", "whole_quiz"),
    ):
        peak = max(values(program.run(name, "quiz", environ), "peak_mib"), default=0.0)
        bar = PEAK_BAR_MIB if what == "a whole quiz" else 0.0
        yield Line(f"{screen}: peak memory of {what}", peak, "MiB", bar)


def hand_lines(program: Installed, screen: str, environ: Mapping[str, str]) -> Iterator[Line]:
    """Measure how long a click takes until it is seen: a turn of a page, a try on the result.

    Both are run in turn, and the middle one of the runs counts: machines have bad minutes.
    """
    turns, tries, areas = [], [], []
    for _ in range(HAND_RUNS):
        turns.append(values(program.run("page_turns", "turns", environ), "turn_ms"))
        said = program.run("what_ifs", "tries", environ)
        tries.append(values(said, "what_if_ms"))
        areas.append(values(said, "area_ms"))
    question, result = (
        f"{screen}: click to next question",
        f"{screen}: click on the result to paint",
    )
    yield from click_lines(question, turns, TURN_BAR_MS, SLOW_TURN_BAR_MS)
    yield from click_lines(result, tries, 0.0, WHAT_IF_BAR_MS)
    yield from click_lines(f"{screen}: another state to paint", areas, 0.0, AREA_BAR_MS)


def click_lines(what: str, runs: list[list[float]], bar: float, slow_bar: float) -> Iterator[Line]:
    """Give the median and the 99th percentile, each the middle one of several runs."""
    medians = sorted(median(run) for run in runs)
    slow = sorted(last_percent(run) for run in runs)
    count = sum(len(run) for run in runs)
    note = f"{medians[0]:.2f} to {medians[-1]:.2f} in {len(runs)} runs, n={count}"
    yield Line(f"{what}, median", median(medians), "ms", bar, note)
    note = f"{slow[0]:.2f} to {slow[-1]:.2f}"
    yield Line(f"{what}, 99th percentile", median(slow), "ms", slow_bar, note)


def decision_lines(program: Installed) -> Iterator[Line]:
    """Measure one decision with all its reasons, and one with all that says how sure it is."""
    said = program.run("decision", "decision", OFFSCREEN)
    for name, what, bar in (
        ("decision_ms", "one decision with all reasons", DECISION_BAR_MS),
        ("verdict_ms", "one verdict with both flips, leave-one-out and steps", VERDICT_BAR_MS),
    ):
        times = values(said, name)
        note = f"n={len(times)}, 99th percentile {last_percent(times):.2f} ms"
        yield Line(f"{what}, 24 x 12", median(times), "ms", bar, note)


def plan_lines(program: Installed) -> Iterator[Line]:
    """Measure plans to every credential for people who are hard to plan for."""
    said = program.run("plans", "plans", OFFSCREEN)
    for name, what, bar in (
        ("slowest_plan_ms", "plan: the goal that takes longest", PLAN_BAR_MS),
        ("all_plans_ms", "plan: all goals", ALL_PLANS_BAR_MS),
    ):
        found = values(said, name)
        yield Line(what, median(found), "ms", bar, f"n={len(found)}")


def result_lines(program: Installed) -> Iterator[Line]:
    """Measure the words of a first result, and how much of that is the whole pay file's."""
    said = program.run("results", "results", OFFSCREEN)
    for name, what, bar in (
        ("result_ms", "all words of a first result", 0.0),
        ("pay_file_adds_ms", "of that the pay file's, beside one with ten rows", PAY_FILE_BAR_MS),
    ):
        found = values(said, name)
        yield Line(what, median(found), "ms", bar, f"n={len(found)}")


def code_lines(program: Installed) -> Iterator[Line]:
    """Measure the code of a result with its QR, and the way back; segno is loaded once."""
    said = program.run("codes", "codes", OFFSCREEN)
    for name, what, bar in (
        ("code_ms", "the code of a result and its QR", CODE_BAR_MS),
        ("load_ms", "before the first of them: segno loaded", 0.0),
        ("open_ms", "a code opened", 0.0),
    ):
        found = values(said, name)
        yield Line(what, median(found), "ms", bar, f"n={len(found)}")


def report_lines(program: Installed) -> Iterator[Line]:
    """Measure the report from answers to file, in a running program and as a whole command."""
    said = program.run("take_home", "report", OFFSCREEN)
    for name, what in (
        ("first_report_ms", "report: answers to file, the first"),
        ("later_report_ms", "report: answers to file, a later one"),
    ):
        found = values(said, name)
        yield Line(what, median(found), "ms", REPORT_BAR_MS, f"n={len(found)}")
    for name, what, unit in (
        ("report_kib", "report: its file", "KiB"),
        ("peak_mib", "report: peak memory of making 21", "MiB"),
    ):
        if found := values(said, name):
            yield Line(what, median(found), unit)
    runs = [
        when_ms(program.run("report_command", "report", OFFSCREEN), "written")
        for _ in range(COMMAND_RUNS)
    ]
    yield Line("report: the whole command", median(runs), "ms", REPORT_BAR_MS, f"n={len(runs)}")


def store_lines(program: Installed, rounds: int) -> Iterator[Line]:
    """Measure saving, and the start and the list beside ten thousand visits of the past."""
    times = values(program.run("saves", "saves", OFFSCREEN), "save_ms")
    note = f"median {median(times):.2f}, n={len(times)}"
    yield Line(
        "saving an answer beside 10,000 visits, 99th percentile",
        last_percent(times),
        "ms",
        SAVE_BAR_MS,
        note,
    )
    for home in ("none", "past"):
        program.run("first_question", home, OFFSCREEN)
    program.run("past_visits", "past", OFFSCREEN)
    starts: dict[str, list[float]] = {"none": [], "past": []}
    for _ in range(rounds):
        for home, found in starts.items():
            found.append(when_ms(program.run("first_question", home, OFFSCREEN), "painted"))
    ratio = median_ratio(starts["past"], starts["none"])
    what = "start with 10,000 visits of the past / with none"
    yield Line(what, ratio, "x", PAST_START_BAR, f"n={rounds}")
    lists = [
        values(program.run("history_list", "past", OFFSCREEN), "list_ms")[0]
        for _ in range(LIST_RUNS)
    ]
    what = "click to the list of 10,000 visits, painted"
    yield Line(what, median(lists), "ms", LIST_BAR_MS, f"n={len(lists)}")


def audit_lines(program: Installed) -> Iterator[Line]:
    """Measure the audit of a quiz, in parts and as a whole."""
    said = program.run("audits", "audits", OFFSCREEN)
    for name, what, unit, bar in (
        ("families_ms", "audit: families over 5^40 combinations, exact", "ms", FAMILIES_BAR_MS),
        ("settings_s", "audit: ten settings over all 4^14 combinations", "s", SETTINGS_BAR_S),
        ("peak_mib", "audit: peak memory of that", "MiB", SETTINGS_BAR_MIB),
        ("audit_s", "audit: the whole shipped quiz", "s", AUDIT_BAR_S),
    ):
        found = values(said, name)
        if found:
            yield Line(what, median(found), unit, bar, f"n={len(found)}")


def lines(rounds: int) -> Iterator[Line]:
    """Take all measures."""
    with installed() as program, screens() as environs:
        yield from decision_lines(program)
        yield from audit_lines(program)
        yield from plan_lines(program)
        yield from result_lines(program)
        yield from store_lines(program, rounds)
        yield from code_lines(program)
        yield from report_lines(program)
        for screen, environ in environs.items():
            yield from start_lines(program, screen, environ, rounds)
            yield from quiz_lines(program, screen, environ)
            yield from hand_lines(program, screen, environ)


def main() -> int:
    """Print the table; return 1 where something could not be measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=21, help="starts of each program")
    rounds = parser.parse_args().rounds
    try:
        for line in lines(rounds):
            print(line, flush=True)
    except BenchError as error:
        print(f"The measure stopped: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
