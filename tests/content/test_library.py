"""Content is parsed once for each state of its files, and the start needs no parser."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from caremgr_desktop.content.cache import MOST_KEPT, Cache, flatten, restore
from caremgr_desktop.content.find import shipped_folder
from caremgr_desktop.content.library import (
    HANDBOOK,
    QUIZ,
    ContentLibrary,
    handbook_classes,
    quiz_classes,
)
from caremgr_desktop.content.load import load
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.errors import ContentError
from tests import samples
from tests.content.kitchen import KITCHEN, copy_of_kitchen, sow

WITHOUT_PARSERS = """
import sys
from pathlib import Path
from caremgr_desktop.content.library import ContentLibrary
library = ContentLibrary(Path(sys.argv[1]), Path(sys.argv[2]))
assert library.quiz().id == "kitchen"
loaded = [name for name in sys.modules if name.startswith("caremgr_desktop.career")]
assert not loaded, loaded
assert library.handbook().article_source == "handbook"
assert "CPC" in library.requirements().goals
print(*sorted({"yaml", "msgspec", "pyphen", "csv"} & set(sys.modules)))
"""


def parsers_loaded(content: Path, cache: Path, code: str = WITHOUT_PARSERS) -> str:
    """Return which parsers a new process loads for the quiz and the handbook."""
    words = [sys.executable, "-c", code, str(content), str(cache)]
    done = subprocess.run(words, check=True, capture_output=True, text=True, timeout=60)
    return done.stdout.strip()


def test_the_cache_gives_what_the_files_say(tmp_path: Path) -> None:
    first = ContentLibrary(KITCHEN, tmp_path)
    second = ContentLibrary(KITCHEN, tmp_path)
    quiz, handbook, _ = load(KITCHEN)
    assert first.quiz() == second.quiz() == quiz
    assert first.handbook() == second.handbook() == handbook
    assert type(second.quiz().roles[0].positions) is type(quiz.roles[0].positions)


def test_a_start_from_the_cache_loads_no_parser_and_no_facts(tmp_path: Path) -> None:
    library = ContentLibrary(KITCHEN, tmp_path)
    library.quiz()
    assert parsers_loaded(KITCHEN, tmp_path) == ""


def test_a_start_without_a_cache_is_seen_to_load_parsers(tmp_path: Path) -> None:
    code = WITHOUT_PARSERS.replace("assert not loaded, loaded", "")
    assert parsers_loaded(KITCHEN, tmp_path, code) == "csv msgspec yaml"


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    content, cache = copy_of_kitchen(tmp_path), tmp_path / "cache"
    ContentLibrary(content, cache).quiz()
    sow(content, "questions.yaml", "Baker or pastry chef?", "Bread or cake?")
    assert ContentLibrary(content, cache).quiz().title == "Bread or cake?"


def test_broken_content_is_not_hidden_by_the_cache(tmp_path: Path) -> None:
    content, cache = copy_of_kitchen(tmp_path), tmp_path / "cache"
    ContentLibrary(content, cache).quiz()
    (content / "resources/sources.yaml").unlink()
    library = ContentLibrary(content, cache)
    with pytest.raises(ContentError, match="broken_content"):
        library.quiz()
    with pytest.raises(ContentError, match="broken_content"):
        library.handbook()


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:-1],
        lambda data: data[:40],
        lambda data: data[:0] + b"not a cache",
        lambda data: data[:50] + bytes([data[50] ^ 1]) + data[51:],
        lambda data: bytes(len(data)),
    ],
)
def test_a_damaged_cache_is_ignored_and_written_anew(
    damage: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    quiz = ContentLibrary(KITCHEN, tmp_path).quiz()
    sound = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    for path in tmp_path.iterdir():
        path.write_bytes(damage(path.read_bytes()))
    library = ContentLibrary(KITCHEN, tmp_path)
    assert library.quiz() == quiz
    assert library.handbook() == load(KITCHEN)[1]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == sound


def test_a_cache_of_other_classes_is_ignored(tmp_path: Path) -> None:
    ContentLibrary(KITCHEN, tmp_path).quiz()
    cache = Cache(tmp_path, KITCHEN)
    assert isinstance(cache.read(QUIZ, quiz_classes()), Quiz)
    assert cache.read(QUIZ, handbook_classes()) is None
    assert cache.read(QUIZ, {**quiz_classes(), "More": Quiz}) is None
    assert cache.read("other", quiz_classes()) is None


def test_the_quiz_in_place_of_the_handbook_is_ignored(tmp_path: Path) -> None:
    ContentLibrary(KITCHEN, tmp_path).quiz()
    (quiz_file,) = tmp_path.glob(f"{QUIZ}-*")
    (handbook_file,) = tmp_path.glob(f"{HANDBOOK}-*")
    handbook_file.write_bytes(quiz_file.read_bytes())
    assert ContentLibrary(KITCHEN, tmp_path).handbook() == load(KITCHEN)[1]


def test_content_works_where_no_cache_can_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    library = ContentLibrary(KITCHEN, blocked / "cache")
    assert library.quiz().id == "kitchen"
    assert library.handbook().article_source == "handbook"


def test_files_that_change_while_they_are_read_are_not_kept(tmp_path: Path) -> None:
    content, folder = copy_of_kitchen(tmp_path), tmp_path / "cache"
    cache = Cache(folder, content)
    sow(content, "questions.yaml", "Baker or pastry chef?", "Bread or cake?")
    cache.write(QUIZ, load(content)[0], quiz_classes())
    assert not folder.exists()


def test_only_a_few_states_are_kept(tmp_path: Path) -> None:
    content, cache = copy_of_kitchen(tmp_path), tmp_path / "cache"
    for number in range(MOST_KEPT + 3):
        with (content / "questions.yaml").open("a", encoding="utf-8") as file:
            file.write(f"# {number}\n")
        ContentLibrary(content, cache).quiz()
    assert len(list(cache.glob(f"{QUIZ}-*"))) == MOST_KEPT
    assert len(list(cache.iterdir())) == 3 * MOST_KEPT


@given(quiz=samples.quizzes())
def test_any_quiz_comes_back_as_it_was(quiz: Quiz) -> None:
    assert restore(flatten(quiz), quiz_classes()) == quiz


def test_the_requirements_come_back_as_they_were(tmp_path: Path) -> None:
    first = ContentLibrary(shipped_folder(), tmp_path)
    second = ContentLibrary(shipped_folder(), tmp_path)
    assert first.requirements() == second.requirements() == load(shipped_folder())[2]


def test_the_handbook_comes_back_as_it_was() -> None:
    _, handbook, _ = load(KITCHEN)
    assert restore(flatten(handbook), handbook_classes()) == handbook


def test_what_is_no_flattened_value_is_refused() -> None:
    for flat in ((), ("Unknown", 1), (("()",),), ("{}", 1), ("Quiz", "too few")):
        with pytest.raises((KeyError, TypeError, ValueError, IndexError)):
            restore(flat, quiz_classes())
