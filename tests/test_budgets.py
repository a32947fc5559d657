"""The code stays small and described: sizes, docstrings and names, checked on its syntax tree."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "caremgr_desktop"
FOLDERS = (PACKAGE, ROOT / "tests", ROOT / "benchmarks", ROOT / "packaging", ROOT / "docs")

LONGEST_FUNCTION = 50
LONGEST_CLASS = 250
LONGEST_MODULE = 400
MEDIAN_FUNCTION_BELOW = 10
EMPTY_NAMES = ("utils", "util", "helpers", "helper", "common", "manager", "managers", "misc")

Function = ast.FunctionDef | ast.AsyncFunctionDef
Definition = Function | ast.ClassDef
Check = Callable[[ast.Module, str], Iterator[str]]


def python_files(*folders: Path) -> list[Path]:
    """Return all Python files in some folders, sorted."""
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def parsed(path: Path) -> tuple[ast.Module, str]:
    """Return a file's syntax tree and its text."""
    text = path.read_text(encoding="utf-8")
    return ast.parse(text), text


def line_count(node: Definition) -> int:
    """Return how many lines a definition takes, its decorators left out."""
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def functions(tree: ast.AST) -> Iterator[Function]:
    """Return every function and method, nested ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def long_definitions(tree: ast.Module, text: str) -> Iterator[str]:
    """Find functions, classes and modules that are too long."""
    if text.count("\n") > LONGEST_MODULE:
        yield f"the module has over {LONGEST_MODULE} lines"
    for node in ast.walk(tree):
        limit = LONGEST_CLASS if isinstance(node, ast.ClassDef) else LONGEST_FUNCTION
        if isinstance(node, Definition) and line_count(node) > limit:
            yield f"{node.name} has over {limit} lines"


def star_imports(tree: ast.Module, _text: str) -> Iterator[str]:
    """Find imports of everything; of PySide6 it nearly doubles the start."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and any(name.name == "*" for name in node.names):
            yield f"from {node.module} import everything"


def closures_in_connect(tree: ast.Module, _text: str) -> Iterator[str]:
    """Find lambdas and partials given to ``connect``; they keep their page alive."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr == "connect" and any(_is_closure(part) for part in node.args):
            yield f"a closure in connect in line {node.lineno}"


def _is_closure(node: ast.expr) -> bool:
    return isinstance(node, ast.Lambda) or (
        isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "partial"
    )


def without_sentence(tree: ast.Module, _text: str) -> Iterator[str]:
    """Find modules, classes and public functions whose docstring opens with no sentence."""
    for name, node in _described(tree, "the module"):
        first_line = (ast.get_docstring(node, clean=False) or "").partition("\n")[0]
        if not re.fullmatch(r"\S.*[.]", first_line):
            yield f"{name} opens with no sentence"


def _described(
    node: ast.Module | ast.ClassDef, name: str
) -> Iterator[tuple[str, ast.Module | Definition]]:
    yield name, node
    for part in node.body:
        if isinstance(part, ast.ClassDef):
            yield from _described(part, part.name)
        elif isinstance(part, Function) and not part.name.startswith("_"):
            yield part.name, part


def is_empty_name(path: Path) -> bool:
    """Whether a module's name, or its folder's, says nothing about what is in it."""
    return any(part in EMPTY_NAMES for part in (*path.parent.parts, path.stem))


ALL_CODE: tuple[Check, ...] = (long_definitions, star_imports, closures_in_connect)


@pytest.mark.parametrize("check", ALL_CODE)
def test_all_code_keeps_to_the_budgets(check: Check) -> None:
    faults = {
        str(path.relative_to(ROOT)): found
        for path in python_files(*FOLDERS)
        if (found := list(check(*parsed(path))))
    }
    assert faults == {}


def test_every_module_class_and_public_function_opens_with_a_sentence() -> None:
    faults = {
        str(path.relative_to(ROOT)): found
        for path in python_files(PACKAGE)
        if (found := list(without_sentence(*parsed(path))))
    }
    assert faults == {}


def test_every_module_has_a_name_that_says_what_is_in_it() -> None:
    paths = [path.relative_to(ROOT) for path in python_files(*FOLDERS)]
    assert [str(path) for path in paths if is_empty_name(path)] == []


def test_most_functions_are_a_few_lines_long() -> None:
    sizes = [
        line_count(function)
        for path in python_files(PACKAGE)
        for function in functions(parsed(path)[0])
    ]
    assert median(sizes) < MEDIAN_FUNCTION_BELOW


LONG_BODY = "    x = 1\n"
SEEDS: tuple[tuple[Check, str], ...] = (
    (long_definitions, "def f():\n" + LONG_BODY * 50),
    (long_definitions, "class A:\n    async def f(self):\n" + f"    {LONG_BODY}" * 50),
    (long_definitions, "class A:\n" + LONG_BODY * 250),
    (long_definitions, "x = 1\n" * 401),
    (star_imports, "from PySide6.QtCore import *\n"),
    (closures_in_connect, "self.button.clicked.connect(lambda: self.go())\n"),
    (closures_in_connect, "button.clicked.connect(functools.partial(self.go, 1))\n"),
    (without_sentence, "x = 1\n"),
    (without_sentence, '"""No full stop"""\n'),
    (without_sentence, '"""A sentence."""\nclass _Hidden:\n    pass\n'),
    (without_sentence, '"""A sentence."""\ndef f():\n    """\n    Too late."""\n'),
    (without_sentence, '"""A."""\nclass A:\n    """A."""\n    def f(self):\n        pass\n'),
)


@pytest.mark.parametrize(("check", "source"), SEEDS)
def test_each_check_finds_what_it_looks_for(check: Check, source: str) -> None:
    assert list(check(ast.parse(source), source))


def test_each_check_lets_good_code_pass() -> None:
    source = '"""A."""\n\n\ndef f():\n    """Return."""\n    x.clicked.connect(self.go)\n'
    for check in (*ALL_CODE, without_sentence):
        assert list(check(ast.parse(source), source)) == []


def test_an_empty_name_is_found() -> None:
    assert is_empty_name(Path("caremgr_desktop/utils.py"))
    assert is_empty_name(Path("caremgr_desktop/common/dates.py"))
    assert not is_empty_name(Path("caremgr_desktop/core/quiz.py"))
