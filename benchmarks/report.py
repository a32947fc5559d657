"""What a measured program says to the one that measures it: one line a fact."""

import sys


def say(name: str, value: float = 0.0) -> None:
    """Write a fact at once; when it arrives is a fact too."""
    sys.stdout.write(f"{name} {value}\n")
    sys.stdout.flush()


def say_peak() -> None:
    """Write the most memory that this process has had, in MiB; nothing on Windows."""
    try:
        import resource
    except ImportError:
        return
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    say("peak_mib", peak / (1024 * 1024 if sys.platform == "darwin" else 1024))
