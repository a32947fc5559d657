#!/bin/sh
# Prints the path of a Python that can run the program.
#
# Qt's wheels name Python 3.11 to 3.14; a newer one is taken only where there is none of these.
# PYTHON=/path/to/python3 goes first.

names="${PYTHON:-} python3 python python3.14 python3.13 python3.12 python3.11"
for condition in "(3, 11) <= version < (3, 15)" "(3, 11) <= version"; do
    for name in $names; do
        "$name" -c "
import sys
version = sys.version_info[:2]
if not ($condition):
    sys.exit(1)
sys.stdout.write(sys.executable)" 2>/dev/null && exit 0
    done
done

found=$(python3 --version 2>/dev/null || echo "no Python")
echo "CareMgr Desktop needs Python 3.11 or newer, and here is ${found}: install one, or name it with PYTHON=/path/to/python3." >&2
exit 1
