"""Which ids there are, taken from the files as they stand.

An item counts as known even where something else in it is wrong, so that one
fault doesn't make a crowd of others. What can't be known is None, and then
nothing is said against an id.
"""

from dataclasses import dataclass

from caremgr_desktop.content.bundle import Bundle
from caremgr_desktop.content.document import Document
from caremgr_desktop.content.ids import Ids, ids_in, role_id_of


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of one set of content.

    ``families`` has every role that may be one, ``sure_families`` those that
    can be read and say so.
    """

    sections: Ids
    traits: Ids
    questions: Ids
    sources: Ids
    steps: Ids
    credentials: Ids
    held: Ids
    work: Ids
    courses: Ids
    occupations: Ids
    employers: Ids
    roles: Ids
    families: Ids
    sure_families: Ids


def known_ids(bundle: Bundle) -> Known:
    """Return the ids that a bundle's files give."""
    questions = bundle.questions.document
    pay = bundle.pay.document
    roles = [part.document for part in bundle.roles]
    families = [role for role in roles if is_maybe_family(role)]
    return Known(
        sections=ids_in(questions, ("sections",)),
        traits=ids_in(questions, ("traits",)),
        questions=ids_in(questions, ("questions",)),
        sources=ids_in(bundle.sources.document, ("sources",)),
        steps=ids_in(bundle.steps.document, ("steps",)),
        credentials=ids_in(bundle.credentials.document, ("credentials",)),
        held=ids_in(bundle.requirements.document, ("held",)),
        work=ids_in(bundle.requirements.document, ("work",)),
        courses=_listed(bundle.requirements.document, "courses"),
        occupations=ids_in(pay, ("occupations",)),
        employers=ids_in(pay, ("employers",)),
        roles=frozenset(role_id_of(role) for role in roles) if roles else None,
        families=frozenset(role_id_of(role) for role in families) if roles else None,
        sure_families=frozenset(role_id_of(role) for role in families if role.is_whole),
    )


def _listed(document: Document, key: str) -> Ids:
    """Return the ids of a plain list, None where it can't be known."""
    found = document.at((key,))
    if not document.is_whole or not isinstance(found, list):
        return None
    return frozenset(item for item in found if isinstance(item, str))


def is_maybe_family(role: Document) -> bool:
    """Whether a role is a family, or can't be told from one."""
    return not role.is_whole or role.at(("family",)) is None
