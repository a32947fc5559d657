"""Starts the program: for its command and for ``python -m caremgr_desktop``."""

import sys

INTERRUPTED = 130


def main() -> int:
    """Run the command and return its exit status; Ctrl+C while it still loads ends it quietly."""
    try:
        from caremgr_desktop.late import put_off

        put_off()
        from caremgr_desktop.cli import main as run

        return run()
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
