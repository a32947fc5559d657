"""The window; the only room that imports PySide6, though not before it is opened."""
