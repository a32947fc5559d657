"""Starts the program, says when its first page and its first question are painted, and ends."""

from benchmarks.report import say, say_peak
from benchmarks.starting import start


def begin() -> None:
    """Click Start as soon as the first page is painted, and close the window after the question."""
    from benchmarks.walk import Walk

    walk = Walk(lambda _walk: False)
    walk.wait_for_first_page()
    say("first_page")
    walk.begin()
    say("painted")
    walk.go()


if __name__ == "__main__":
    start(begin)
    say_peak()
