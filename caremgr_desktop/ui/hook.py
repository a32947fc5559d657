"""Takes PySide6's hook off the import statement."""

import builtins

import PySide6.QtCore


def unhook() -> None:
    """Let imports run as before Qt was loaded.

    PySide6 wraps ``__import__`` to look for ``from __feature__ import``, which this
    program doesn't use, and reads the source of each module imported after it: some
    6 ms of the start, and the source of 90 modules kept in memory.
    WORKAROUND https://github.com/napari/napari/issues/8584
    """
    assert PySide6.QtCore is not None  # noqa: S101 - the hook is there once this is loaded
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
