"""A quick fingerprint of bytes, to tell one state of files from another.

It guards against accident, and nobody gains by a forged cache of their own.
``hashlib`` would load OpenSSL: at each start 3 ms and 4 MiB for one number.
"""

from zlib import adler32, crc32


class Fingerprint:
    """Two checksums of different kinds and the length, over all bytes so far."""

    def __init__(self) -> None:
        self._crc = 0
        self._adler = 1
        self._length = 0

    def update(self, data: bytes) -> None:
        """Go on with more bytes."""
        self._crc = crc32(data, self._crc)
        self._adler = adler32(data, self._adler)
        self._length += len(data)

    def text(self) -> str:
        """Return the fingerprint as letters and digits."""
        return f"{self._crc:08x}{self._adler:08x}{self._length:x}"
