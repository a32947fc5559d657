"""What a person can be asked for of what they already have, by name."""

from typing import NamedTuple

from caremgr_desktop.career.requirements import Requirements

Choice = tuple[str, str]
"""An id and the name that stands for it."""


class HaveChoices(NamedTuple):
    """Degrees that may be done, programs that may be under way, and so on."""

    degrees: tuple[Choice, ...]
    programs: tuple[Choice, ...]
    licences: tuple[Choice, ...]
    certificates: tuple[Choice, ...]
    jobs: tuple[Choice, ...]
    topics: tuple[Choice, ...]


def have_choices(requirements: Requirements) -> HaveChoices:
    """Return what can be said under these requirements, in the order of their file."""
    return HaveChoices(
        degrees=_asked_as(requirements, "education"),
        programs=tuple(requirements.programs.items()),
        licences=_asked_as(requirements, "license"),
        certificates=_asked_as(requirements, "certificate"),
        jobs=tuple((key, kind.title) for key, kind in requirements.work.items()),
        topics=tuple((topic, as_words(topic)) for topic in requirements.topics),
    )


def _asked_as(requirements: Requirements, kind: str) -> tuple[Choice, ...]:
    return tuple((key, held.title) for key, held in requirements.held.items() if held.asked == kind)


def as_words(topic: str) -> str:
    """Return a topic's id as words: it is made of them."""
    words = topic.replace("_", " ")
    return words[:1].upper() + words[1:]
