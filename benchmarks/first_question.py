"""Starts the program, says when its first question is painted, and ends."""

from benchmarks.report import say, say_peak
from benchmarks.starting import start


def begin() -> None:
    """Click Start as soon as the window is painted, and close it after the first question."""
    from benchmarks.walk import Walk

    walk = Walk(lambda _walk: False)
    walk.begin()
    say("painted")
    walk.go()


if __name__ == "__main__":
    start(begin)
    say_peak()
