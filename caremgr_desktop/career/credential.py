"""What credentials ask, and the steps that lead to them."""

from dataclasses import dataclass

from caremgr_desktop.career.source import Statement


@dataclass(frozen=True, slots=True)
class Step:
    """One step on a way to a credential: study, exam, work or apply.

    Costs are None where none was found; ``cost_note`` then says whom to ask.
    """

    id: str
    kind: str
    title: str
    months_low: int
    months_high: int
    cost_low_usd: int | None
    cost_high_usd: int | None
    cost_note: str
    why: str
    sources: tuple[str, ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class Credential:
    """A certificate or licence, and what it asks."""

    id: str
    name: str
    issuer: str
    rule: Statement
    excludes: tuple[Statement, ...]
    exam: Statement | None
    renewal: Statement | None
