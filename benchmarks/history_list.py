"""Opens the list of this person's results, and says how long it took until it was painted."""

from time import perf_counter_ns

from benchmarks.report import say
from benchmarks.starting import start

NANOSECONDS_PER_MS = 1e6


def begin() -> None:
    """Press the link on the first page."""
    from benchmarks.walk import Walk
    from caremgr_desktop.ui.widgets.button import TextButton

    walk = Walk(lambda _walk: False)
    walk.wait_for_first_page()
    links = walk.window.page.findChildren(TextButton)
    link = next(it for it in links if it.text() == "My results")
    started = perf_counter_ns()
    link.click()
    walk.paint()
    say("list_ms", (perf_counter_ns() - started) / NANOSECONDS_PER_MS)
    walk.go()


if __name__ == "__main__":
    start(begin)
