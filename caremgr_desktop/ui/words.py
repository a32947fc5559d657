"""The words of the interface, for rooms that know no Qt."""

from PySide6.QtCore import QCoreApplication


def translated(context: str, text: str) -> str:
    """Return a text in the language of the interface."""
    return QCoreApplication.translate(context, text)
