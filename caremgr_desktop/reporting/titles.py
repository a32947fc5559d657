"""Titles of roles as they stand in sentences."""


def in_a_sentence(title: str) -> str:
    """Return a title as it stands inside a sentence: a capital only in an abbreviation."""
    is_word = title[1:2].islower() or title[1:2] == " "
    return title[:1].lower() + title[1:] if is_word else title
