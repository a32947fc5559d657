"""Where a person is on a page, so that the same page made anew goes on from there."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from caremgr_desktop.ui.keeper import Keeper

MOST_ROUNDS = 4
"""How deep parts that unfold stand in each other, and one more."""

Part = TypeVar("Part")


class Spot(NamedTuple):
    """Where a person is on a page.

    ``share`` is how far down it is scrolled, from 0 to 1. ``states`` are what the
    parts of the page keep, ``focus`` names the widget with the focus and
    ``is_focus_seen`` says whether that was in sight.
    """

    share: float = 0.0
    states: Mapping[str, str] = MappingProxyType({})
    focus: str = ""
    is_focus_seen: bool = False


def states_of(page: QWidget) -> Mapping[str, str]:
    """Return what the parts of a page keep, by name."""
    return {name: part.kept() for name, part in _keepers(page) if part.kept()}


def take_back(page: QWidget, states: Mapping[str, str]) -> None:
    """Open and choose again; what is unfolded first may hold what is unfolded next."""
    left = dict(states)
    for _ in range(MOST_ROUNDS):
        found = [(part, left.pop(name)) for name, part in _keepers(page) if name in left]
        for part, state in found:
            part.take_back(state)
        if not left or not found:
            return


def name_of_focus(page: QWidget) -> str:
    """Return a name for the widget of the page with the focus; empty where there is none."""
    focused = page.focusWidget()
    return next((name for name, stop in _stops(page) if stop is focused), "")


def stop_named(page: QWidget, focus: str) -> QWidget | None:
    """Return the widget that has this name now, or None."""
    return next((stop for name, stop in _stops(page) if name == focus), None)


def _keepers(page: QWidget) -> list[tuple[str, Keeper]]:
    widgets = (page, *(it for it in page.findChildren(QWidget) if it.isVisibleTo(page)))
    return list(_named([it for it in widgets if isinstance(it, Keeper)], _keeper_name))


def _keeper_name(keeper: Keeper) -> str:
    return keeper.keeper_name()


def _stops(page: QWidget) -> list[tuple[str, QWidget]]:
    stops = (it for it in page.findChildren(QWidget) if it.focusPolicy() != Qt.FocusPolicy.NoFocus)
    # What was replaced a moment ago is hidden, and still there.
    return list(_named([it for it in stops if it.isVisibleTo(page)], _stop_name))


def _stop_name(stop: QWidget) -> str:
    text = stop.text() if isinstance(stop, QAbstractButton) else ""
    return stop.objectName() or stop.accessibleName() or text


def _named(parts: Sequence[Part], name_of: Callable[[Part], str]) -> Iterator[tuple[str, Part]]:
    """Yield each part with its class, its name, and a number where several are called alike."""
    seen: Counter[str] = Counter()
    for part in parts:
        name = f"{type(part).__name__}:{name_of(part)}"
        seen[name] += 1
        yield f"{name}:{seen[name]}", part
