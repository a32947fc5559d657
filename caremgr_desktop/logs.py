"""Writes down where something failed, and nothing of what a person said.

An error's message may hold an answer, so it's left out: the log has the time,
the kind of error, and the file, line and function of each step of the stack.
"""

from pathlib import Path

LARGEST_BYTES = 200_000


class FailureLog:
    """A text file that is started anew when it has grown large."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, error: BaseException) -> None:
        """Add one failure; where the file can't be written nothing is."""
        import traceback
        from datetime import UTC, datetime

        lines = [f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {type(error).__name__}"]
        lines += [
            f"  {Path(step.filename).name}:{step.lineno} {step.name}"
            for step in traceback.extract_tb(error.__traceback__)
        ]
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            is_large = self._path.exists() and self._path.stat().st_size > LARGEST_BYTES
            with self._path.open("w" if is_large else "a", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")
        except OSError:
            return
