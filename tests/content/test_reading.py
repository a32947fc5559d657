"""Hard words and words that say no are found, by published formulas and plain lists."""

import pytest

from caremgr_desktop.content.reading import LONGEST_WORD, MOST_WORDS, Reader

EASY = "The cat sat on the mat. It was a warm day."
HARD = "Interdisciplinary organizational communication necessitates considerable preparation."


def test_plain_sentences_read_at_a_low_grade() -> None:
    grade = Reader("en").grade(EASY)
    assert grade is not None
    assert grade < 2


def test_long_words_read_at_a_high_grade() -> None:
    grade = Reader("en").grade(HARD)
    assert grade is not None
    assert grade > 12


def test_the_grade_is_the_published_formula() -> None:
    # 11 words, 2 sentences and 11 syllables.
    expected = 0.39 * 11 / 2 + 11.8 * 11 / 11 - 15.59
    assert Reader("en").grade(EASY) == pytest.approx(expected)


def test_a_few_words_have_no_grade() -> None:
    assert Reader("en").grade("Interdisciplinary organizational communication") is None
    assert Reader("en").grade("") is None
    assert Reader("en").grade("1 2 3 4 5 6") is None


def test_other_languages_are_left_alone() -> None:
    assert Reader("de").grade(HARD) is None
    assert Reader("de").negation("Do not") == ""
    assert Reader("").grade(HARD) is None
    assert Reader("en-US").grade(HARD) is not None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Which would you not like?", "not"),
        ("No more school", "No"),
        ("I never travel", "never"),
        ("Avoiding paperwork", "Avoiding"),
        ("I don't mind", "don't"),
        ("I can\u2019t wait", "can\u2019t"),
        ("Work without a desk", "without"),
    ],
)
def test_words_that_say_no_are_found(text: str, word: str) -> None:
    assert Reader("en").negation(text) == word


@pytest.mark.parametrize("text", ["A note to nobles", "Know the noon train", "Notice the knot"])
def test_words_that_only_look_like_it_are_left_alone(text: str) -> None:
    assert Reader("en").negation(text) == ""


def test_a_word_has_at_least_one_syllable() -> None:
    reader = Reader("en")
    assert [reader.syllables(word) for word in ("cat", "nurses", "management")] == [1, 2, 3]
    assert reader.syllables("b" * (LONGEST_WORD + 1)) == 1


def test_after_ten_thousand_words_syllables_are_only_estimated() -> None:
    reader = Reader("en")
    # The state after a text of so many words, which would take long to reach.
    reader._syllables = dict.fromkeys(map(str, range(MOST_WORDS)), 1)
    assert reader.syllables("management") == 4, "its vowels, the silent one too"
    assert len(reader._syllables) == MOST_WORDS
