"""The shape of every content file; JSON Schemas for editors are made from these."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Identifier = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*(?!\n)$", max_length=60)]
Text = Annotated[str, Meta(min_length=1, max_length=1000)]
TableName = Annotated[str, Meta(pattern=r"^pay/[A-Za-z0-9_-]+\.csv(?!\n)$", max_length=80)]
Position = Annotated[int, Meta(ge=-2, le=2)]
Months = Annotated[int, Meta(ge=0, le=600)]
Dollars = Annotated[int, Meta(ge=0, le=10_000_000)]
Confidence = Literal["high", "medium", "low"]


class QuizHead(Struct, forbid_unknown_fields=True):
    """What the quiz is called."""

    id: Identifier
    version: Text
    title: Text
    short_title: Text
    language: Text


class SectionItem(Struct, forbid_unknown_fields=True):
    """A section."""

    id: Identifier
    title: Text


class TraitItem(Struct, forbid_unknown_fields=True):
    """A trait with its two ends."""

    id: Identifier
    low: Text
    high: Text


class OptionItem(Struct, forbid_unknown_fields=True):
    """An option; an empty text is found by the check of meaning."""

    id: Identifier
    text: str
    short: Text
    positions: dict[str, Position]


class QuestionItem(Struct, forbid_unknown_fields=True):
    """A question."""

    id: Identifier
    section: str
    kind: Literal["one", "many", "scale"]
    label: Text
    text: Text
    options: list[OptionItem]
    hint: str = ""
    is_shuffled: bool = False
    max_picks: int = 1
    weight: float | int = 1
    weight_reason: str = ""


class QuestionsFile(Struct, forbid_unknown_fields=True):
    """questions.yaml."""

    quiz: QuizHead
    sections: list[SectionItem]
    traits: list[TraitItem]
    questions: list[QuestionItem]


class PositionItem(Struct, forbid_unknown_fields=True):
    """Where a role stands on a trait, with sources or an inference."""

    at: Position
    sources: list[str] = []
    inferred: str = ""


class StatementItem(Struct, forbid_unknown_fields=True):
    """A sentence of fact with its sources."""

    text: Text
    sources: list[str]
    confidence: Confidence


class PayKeyItem(Struct, forbid_unknown_fields=True):
    """The row of the wage table that is closest to a setting."""

    occupation: str
    employer: str
    note: Text


class CredentialUseItem(Struct, forbid_unknown_fields=True):
    """A credential and the route to it that fits the role."""

    credential: str
    route: str


class RoleFile(Struct, forbid_unknown_fields=True):
    """resources/roles/ID.yaml."""

    id: Identifier
    family: str | None
    order: int
    title: Text
    short_title: Text
    summary: Text
    day: list[Text]
    positions: dict[str, PositionItem]
    evidence: list[StatementItem]
    credentials: list[CredentialUseItem]
    next_steps: list[Text]
    pay: PayKeyItem | None = None
    pay_other: list[StatementItem] = []


class SourceItem(Struct, forbid_unknown_fields=True):
    """A source."""

    publisher: Text
    title: Text
    release: Text
    date: str | None
    url: str
    licence: str | None
    tier: Literal["primary", "primary_copy", "secondary", "weak", "founding"]
    note: str = ""


class SourcesFile(Struct, forbid_unknown_fields=True):
    """resources/sources.yaml."""

    sources: dict[str, SourceItem]


class StepItem(Struct, forbid_unknown_fields=True):
    """A step on the way to a credential."""

    title: Text
    kind: Literal["study", "exam", "work", "apply"]
    months_low: Months
    months_high: Months
    cost_low_usd: Dollars | None
    cost_high_usd: Dollars | None
    cost_note: str
    why: Text
    sources: list[str]
    confidence: Confidence


class StepsFile(Struct, forbid_unknown_fields=True):
    """resources/steps.yaml."""

    steps: dict[str, StepItem]


class RouteItem(Struct, forbid_unknown_fields=True):
    """A way to a credential."""

    id: Identifier
    title: Text
    steps: list[str]


class CredentialItem(Struct, forbid_unknown_fields=True):
    """A credential."""

    name: Text
    issuer: Text
    rule: StatementItem
    routes: list[RouteItem]
    excludes: list[StatementItem] = []
    exam: StatementItem | None = None
    renewal: StatementItem | None = None


class CredentialsFile(Struct, forbid_unknown_fields=True):
    """resources/credentials.yaml."""

    credentials: dict[str, CredentialItem]


class ArticlePayItem(Struct, forbid_unknown_fields=True):
    """An average that the founding article gives."""

    family: str
    label: Text
    mean_usd: Dollars
    year: int
    text: Text
    sources: list[str]


class OutlookItem(Struct, forbid_unknown_fields=True):
    """How an occupation is expected to grow."""

    occupation: str
    growth_percent: float | int
    openings_thousand_a_year: float | int
    sources: list[str]


class PayFile(Struct, forbid_unknown_fields=True):
    """resources/pay.yaml."""

    source: str
    file: TableName
    release: Text
    note: Text
    occupations: dict[str, Text]
    employers: dict[str, Text]
    article: list[ArticlePayItem]
    outlook: list[OutlookItem]


class CoverageItem(Struct, forbid_unknown_fields=True):
    """Where a row of the founding article lives."""

    questions: list[str]
    roles: list[str]
    facts: list[Literal["day", "evidence", "pay", "credentials"]]


class ArticleRowItem(Struct, forbid_unknown_fields=True):
    """A row of the founding article."""

    id: Identifier
    topic: Text
    case: Text
    care: Text
    covered_by: CoverageItem
    primary: StatementItem | None = None


class ArticleFile(Struct, forbid_unknown_fields=True):
    """resources/article.yaml."""

    source: str
    rows: list[ArticleRowItem]


KINDS: dict[str, type[Struct]] = {
    "questions": QuestionsFile,
    "role": RoleFile,
    "sources": SourcesFile,
    "steps": StepsFile,
    "credentials": CredentialsFile,
    "pay": PayFile,
    "article": ArticleFile,
}
"""The shape of each kind of file, by the name of its schema."""
