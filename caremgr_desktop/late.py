"""Puts off modules that others import at once and that this program hardly ever uses.

``pathlib`` imports two for addresses, ``zipfile`` three for archives, platformdirs and PySide6
one for temporary files, and that one random numbers and hashes. A stand-in takes the place
of each and loads the real one with the first use of something in it. (LazyLoader of the
standard library doesn't serve: a second ``import`` of the same module loads it.)
"""

import sys
from importlib import import_module
from types import ModuleType

SELDOM_USED = {
    "bz2": (),
    "ipaddress": (),
    "lzma": (),
    "shutil": (),
    "tempfile": ("gettempdir",),
    "urllib.parse": ("quote_from_bytes",),
}
"""The modules, each with the functions that somebody takes out of it without a use for them."""


class StandIn(ModuleType):
    """Stands for a module until something of it is used; ``taken`` are its functions to wait for.

    What tells modules apart, such as ``__file__``, is no use of it.
    """

    def __init__(self, name: str, taken: tuple[str, ...] = ()) -> None:
        super().__init__(name)
        for function in taken:
            vars(self)[function] = _Waiting(self, function)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._real(), name)

    def _real(self) -> ModuleType:
        own = self.__name__
        if sys.modules.get(own) is self:
            del sys.modules[own]
        return import_module(own)


class _Waiting:
    """A function of a module that is loaded with the first call."""

    def __init__(self, module: StandIn, name: str) -> None:
        self._module = module
        self._name = name

    def __call__(self, *words: object, **named: object) -> object:
        return getattr(self._module._real(), self._name)(*words, **named)  # noqa: SLF001 - its own


def put_off() -> None:
    """Let each of these modules be loaded with its first use, where it isn't there yet."""
    for name, taken in SELDOM_USED.items():
        if name not in sys.modules:
            sys.modules[name] = StandIn(name, taken)
