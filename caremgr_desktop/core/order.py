"""The order in which a question's options are shown."""

from random import Random

from caremgr_desktop.core.quiz import Option, Question


def shown_order(question: Question, seed: int) -> tuple[Option, ...]:
    """Return the options as this visit shows them.

    Ordered options keep their one direction. Unordered ones are shuffled, since
    people pick the first of a list more often; what ``random()`` gives first for
    a text as seed is the same on every machine and with every version of Python.
    """
    if not question.is_shuffled:
        return question.options
    return tuple(
        sorted(
            question.options,
            key=lambda option: Random(  # noqa: S311 - an order, and no secret
                f"{seed}/{question.id}/{option.id}"
            ).random(),
        )
    )
