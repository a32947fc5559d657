"""Starts the program for ``python -m caremgr_desktop``."""

import sys

from caremgr_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
