"""One file of bytes that can be made anew, so that it may be missing."""

from pathlib import Path

from caremgr_desktop.atomic import write_bytes


class KeptFile:
    """A file in a folder of caches; where it can't be read or written there is none."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> bytes:
        """Return the file's bytes; none where there is no file."""
        try:
            return self._path.read_bytes()
        except OSError:
            return b""

    def write(self, data: bytes) -> None:
        """Replace the file's bytes in one step, if that can be done."""
        try:
            write_bytes(self._path, data)
        except OSError:
            return
