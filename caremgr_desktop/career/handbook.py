"""Everything that stands behind a result: facts on roles, sources, credentials and pay."""

from collections.abc import Mapping
from dataclasses import dataclass

from caremgr_desktop.career.credential import Credential
from caremgr_desktop.career.pay import PayKey, PayTable
from caremgr_desktop.career.source import Basis, Source, Statement


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """What is known of a role beyond its positions.

    ``bases`` holds, by trait, why the role stands where it does. ``pay`` is None
    for a family. ``credentials`` has the usual one first.
    """

    role_id: str
    summary: str
    day: tuple[str, ...]
    bases: Mapping[str, Basis]
    evidence: tuple[Statement, ...]
    pay: PayKey | None
    pay_other: tuple[Statement, ...]
    credentials: tuple[str, ...]
    next_steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Where a row of the founding article lives: questions, roles, and kinds of facts."""

    questions: tuple[str, ...]
    roles: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One row of the founding article, and what a primary source says where it disagrees.

    ``texts`` are what it says of each family, in the quiz's order of families.
    """

    id: str
    topic: str
    texts: tuple[str, ...]
    primary: Statement | None
    covered_by: Coverage


@dataclass(frozen=True, slots=True)
class Handbook:
    """The facts of one set of content files."""

    roles: Mapping[str, RoleFacts]
    sources: Mapping[str, Source]
    credentials: Mapping[str, Credential]
    pay: PayTable
    article_source: str
    article: tuple[ArticleRow, ...]

    def sources_of(self, source_ids: tuple[str, ...]) -> tuple[Source, ...]:
        """Return the sources of those ids, in that order."""
        return tuple(self.sources[source_id] for source_id in source_ids)
