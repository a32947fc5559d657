"""PySide6's enumerations are the same whether they are made quickly or as ever."""

import enum
import subprocess
import sys

import pytest

from caremgr_desktop.ui.enumerations import Maker, QuickCreation

TELL = """
import enum, pickle, sys
if sys.argv[1] == "quick":
    from caremgr_desktop.ui.enumerations import hasten
    hasten()
    hasten()
    assert "QuickCreation" in repr(vars(enum.EnumMeta)["_create_"])
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QSizePolicy, QStyle


def told(act):
    try:
        return repr(act())
    except Exception as error:
        return type(error).__name__


for owner in (Qt, QEvent, QFont, QPainter, QPalette, QFrame, QSizePolicy, QStyle):
    for kind in vars(owner).values():
        if not isinstance(kind, enum.EnumMeta):
            continue
        print(kind, kind.__module__, kind.__qualname__, kind.__mro__, len(kind))
        for name, member in kind.__members__.items():
            print(name, member, repr(member), member.value, kind[name] is kind(member.value))
        members = list(kind)
        first, last = members[0], members[-1]
        print([member.name for member in members])
        print([told(lambda: kind(value)) for value in (-1, 3, 7, 12345)])
        acts = (lambda: ~first, lambda: first | last, lambda: first & last, lambda: first ^ last)
        print([told(act) for act in acts])
        print(told(lambda: list(last)), told(lambda: int(first)), told(lambda: first in kind))
        print(told(lambda: pickle.loads(pickle.dumps(last)) is last))
        print(first == first.value, bool(first))
"""


def told(way: str) -> str:
    """Return all that can be told of many enumerations, made in one way."""
    command = (sys.executable, "-c", TELL, way)
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_an_enumeration_made_quickly_is_the_same_in_all_that_can_be_told() -> None:
    usual = told("as ever")
    assert usual.count("\n") > 1_000
    assert told("quick") == usual


@pytest.mark.parametrize(
    ("members", "named"),
    [
        (["RED", "GREEN"], {}),
        ("RED GREEN", {}),
        ({"RED": 1, "GREEN": 2}, {}),
        ([("RED", "r"), ("GREEN", "g")], {}),
        ([("RED", 1), ("GREEN", 2)], {"module": "colors"}),
        ([("RED", 1), ("GREEN", 2)], {"type": int}),
        ([("RED", 1), ("name", 2)], {}),
    ],
)
def test_what_pyside_does_not_ask_for_is_made_as_ever(members: object, named: object) -> None:
    asked: list[object] = []

    def usual(_kind: type, name: str, members: object, **named: object) -> None:
        asked.append((name, members, named))

    assert isinstance(named, dict)
    QuickCreation(Maker().make, usual).__get__(enum.Enum, enum.EnumMeta)("Color", members, **named)
    assert asked == [("Color", members, named)]


@pytest.mark.parametrize("base", [enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag])
def test_a_quick_enumeration_passes_the_check_of_the_standard_library(base: type) -> None:
    pairs = [
        ("NONE", 0),
        ("LEFT", 1),
        ("RIGHT", 2),
        ("BOTH", 3),
        ("ALSO_LEFT", 1),
        ("FAR", 8),
    ]
    maker = Maker()
    maker.make(base, "Other", [("UP", 1)], None)
    made = maker.make(base, "Side", pairs, None)
    usual = base("Side", pairs, module=__name__)  # With a module it is made as ever.
    assert [(it.name, it.value) for it in made] == [(it.name, it.value) for it in usual]
    assert list(made.__members__) == list(usual.__members__)
    assert made.ALSO_LEFT is made.LEFT


def test_where_the_quick_way_fails_an_enumeration_is_made_as_ever() -> None:
    def broken(*_: object) -> None:
        raise AttributeError

    def usual(_kind: type, name: str, _pairs: object, **_named: object) -> str:
        return name

    create = QuickCreation(broken, usual).__get__(enum.Enum, enum.EnumMeta)
    assert create("Color", [("RED", 1)]) == "Color"


def test_python_asks_for_an_enumeration_by_the_names_of_the_parameters() -> None:
    create = QuickCreation(Maker().make, Maker().make).__get__(enum.Enum, enum.EnumMeta)
    assert create(class_name="Color", names=[("RED", 1)], module=None).RED.value == 1
