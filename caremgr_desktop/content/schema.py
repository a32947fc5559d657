"""The shape of every content file; JSON Schemas for editors are made from these.

What a shape can't say well (an option without words, too many picks) is
looked for later, with a fault of its own; the JSON Schemas say it all the same.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

ID_FORM = r"^[a-z][a-z0-9_]*(?!\n)$"
CREDENTIAL_FORM = r"^[A-Za-z][A-Za-z0-9_.-]*(?!\n)$"
DATE_FORM = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(?!\n)$"
URL_FORM = r"^(https?://[^\s].*)?(?!\n)$"
TABLE_FORM = r"^pay/[A-Za-z0-9_-]+\.csv(?!\n)$"
LANGUAGE_FORM = r"^[a-z]{2,3}([_-][A-Za-z]{2,4})?(?!\n)$"
FORMS = {
    ID_FORM: "id",
    CREDENTIAL_FORM: "credential",
    DATE_FORM: "date",
    URL_FORM: "url",
    TABLE_FORM: "table",
    LANGUAGE_FORM: "language",
}
"""What each pattern is called where a sentence explains it."""

Identifier = Annotated[str, Meta(pattern=ID_FORM, max_length=60)]
CredentialId = Annotated[str, Meta(pattern=CREDENTIAL_FORM, max_length=60)]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
Text = Annotated[str, Meta(min_length=1, max_length=1000)]
MaybeText = Annotated[str, Meta(max_length=1000)]
OptionText = Annotated[str, Meta(max_length=1000, extra_json_schema={"minLength": 1})]
Position = Annotated[int, Meta(ge=-2, le=2)]
Order = Annotated[int, Meta(ge=0, le=1000)]
Months = Annotated[int, Meta(ge=0, le=600)]
Dollars = Annotated[int, Meta(ge=0, le=10_000_000)]
Year = Annotated[int, Meta(ge=1900, le=2100)]
Date = Annotated[str, Meta(pattern=DATE_FORM)]
Url = Annotated[str, Meta(pattern=URL_FORM, max_length=1000)]
TableName = Annotated[str, Meta(pattern=TABLE_FORM, max_length=80)]
Language = Annotated[str, Meta(pattern=LANGUAGE_FORM)]
Weight = Annotated[float | int, Meta(extra_json_schema={"exclusiveMinimum": 0, "maximum": 10})]
Picks = Annotated[int, Meta(extra_json_schema={"minimum": 1, "maximum": 9})]
Distance = Annotated[int, Meta(ge=0, le=100)]
OneIn = Annotated[int, Meta(ge=1, le=100)]
SourceIds = Annotated[list[str], Meta(description="Ids of sources.yaml; at least one.")]
Confidence = Literal["high", "medium", "low"]


class QuizHead(Struct, forbid_unknown_fields=True):
    """What the quiz is called."""

    id: Identifier
    version: Name
    title: Name
    short_title: Name
    language: Language


class SectionItem(Struct, forbid_unknown_fields=True):
    """A group of questions with one importance."""

    id: Identifier
    title: Name


class TraitItem(Struct, forbid_unknown_fields=True):
    """A line with two named ends: low is -2, high is +2."""

    id: Identifier
    low: Name
    high: Name


class OptionItem(Struct, forbid_unknown_fields=True):
    """One answer: its card, the few words that stand for it, and where it stands."""

    id: Identifier
    text: OptionText
    short: Name
    positions: dict[Identifier, Position]


class QuestionItem(Struct, forbid_unknown_fields=True):
    """One question: one choice, several picks, or a labeled scale in order."""

    id: Identifier
    section: Identifier
    kind: Literal["one", "many", "scale"]
    label: Name
    text: Text
    options: Annotated[list[OptionItem], Meta(extra_json_schema={"minItems": 2, "maxItems": 9})]
    hint: MaybeText = ""
    is_shuffled: bool = False
    max_picks: Picks | None = None
    weight: Weight = 1
    weight_reason: MaybeText = ""


class VerdictItem(Struct, forbid_unknown_fields=True, frozen=True):
    """How many answers may change before a verdict does, and what share has to be given."""

    close_call: Distance = 1
    leaning: Distance = 3
    one_in: OneIn = 3


class QuestionsFile(Struct, forbid_unknown_fields=True):
    """The quiz: sections, traits and questions, in the order in which they are asked."""

    quiz: QuizHead
    sections: list[SectionItem]
    traits: list[TraitItem]
    questions: list[QuestionItem]
    verdict: VerdictItem = VerdictItem()


class PositionItem(Struct, forbid_unknown_fields=True):
    """Where a role stands on a trait, with sources or with the reason of an inference."""

    at: Position
    sources: SourceIds = []
    inferred: MaybeText = ""


class StatementItem(Struct, forbid_unknown_fields=True):
    """A sentence of fact with its sources."""

    text: Text
    sources: SourceIds
    confidence: Confidence


class PayKeyItem(Struct, forbid_unknown_fields=True):
    """The row of the wage table that is closest to a setting."""

    occupation: Identifier
    employer: MaybeText
    note: Text


class RoleFile(Struct, forbid_unknown_fields=True):
    """A family (its own family is null) or a setting inside a family."""

    id: Identifier
    family: Identifier | None
    order: Order
    title: Name
    short_title: Name
    summary: Text
    day: list[Text]
    positions: dict[Identifier, PositionItem]
    evidence: list[StatementItem]
    credentials: list[CredentialId]
    next_steps: list[Text]
    pay: PayKeyItem | None = None
    pay_other: list[StatementItem] = []


class SourceItem(Struct, forbid_unknown_fields=True):
    """A publication: who published what, which release, when, under which license."""

    publisher: Name
    title: Text
    release: Name
    date: Date | None
    url: Url
    licence: Name | None
    tier: Literal["primary", "primary_copy", "secondary", "weak", "founding"]
    note: MaybeText = ""


class SourcesFile(Struct, forbid_unknown_fields=True):
    """Where facts come from."""

    sources: dict[Identifier, SourceItem]


class StepItem(Struct, forbid_unknown_fields=True):
    """A step on the way to a credential; costs are null where none was found."""

    title: Name
    kind: Literal["study", "exam", "work", "apply"]
    months_low: Months
    months_high: Months
    cost_low_usd: Dollars | None
    cost_high_usd: Dollars | None
    why: Text
    sources: SourceIds
    confidence: Confidence
    cost_note: MaybeText = ""


class StepsFile(Struct, forbid_unknown_fields=True):
    """The building blocks of the ways to a credential."""

    steps: dict[Identifier, StepItem]


class CredentialItem(Struct, forbid_unknown_fields=True):
    """A certificate or license, and what it asks."""

    name: Name
    issuer: Name
    rule: StatementItem
    excludes: list[StatementItem] = []
    exam: StatementItem | None = None
    renewal: StatementItem | None = None


class CredentialsFile(Struct, forbid_unknown_fields=True):
    """What each credential asks."""

    credentials: dict[CredentialId, CredentialItem]


class ArticlePayItem(Struct, forbid_unknown_fields=True):
    """An average that the founding article gives."""

    family: Identifier
    label: Name
    mean_usd: Dollars
    year: Year
    text: Text
    sources: SourceIds


class OutlookItem(Struct, forbid_unknown_fields=True):
    """How an occupation is expected to grow over ten years."""

    occupation: Identifier
    growth_percent: float | int
    openings_thousand_a_year: float | int
    sources: SourceIds


class PayFile(Struct, forbid_unknown_fields=True):
    """What occupations pay: the names of the wage table's codes, and figures beside it."""

    source: Identifier
    file: TableName
    release: Name
    note: Text
    student_work: Identifier
    occupations: dict[Identifier, Name]
    employers: dict[Identifier, Name]
    article: list[ArticlePayItem]
    outlook: list[OutlookItem]


class CoverageItem(Struct, forbid_unknown_fields=True):
    """Where a row of the founding article lives."""

    questions: list[Identifier]
    roles: list[Identifier]
    facts: list[Literal["day", "evidence", "pay", "credentials"]]


class ArticleRowItem(Struct):
    """A row of the founding article; each family's text stands under the family's id."""

    id: Identifier
    topic: Name
    covered_by: CoverageItem
    primary: StatementItem | None = None


class ArticleFile(Struct, forbid_unknown_fields=True):
    """The founding article, row by row, and what primary sources say."""

    source: Identifier
    rows: list[ArticleRowItem]


class EarlierQuestionItem(Struct, forbid_unknown_fields=True):
    """A question as an earlier version had it; the ids of its options in order."""

    id: Identifier
    kind: Literal["one", "many", "scale"]
    options: Annotated[list[Identifier], Meta(extra_json_schema={"minItems": 2, "maxItems": 9})]
    max_picks: Picks | None = None


class EarlierItem(Struct, forbid_unknown_fields=True):
    """What could be answered in an earlier version; printed by ``questions --shape``."""

    version: Name
    sections: list[Identifier]
    questions: list[EarlierQuestionItem]


class EarlierFile(Struct, forbid_unknown_fields=True):
    """Earlier versions of the quiz whose codes can still be opened."""

    versions: list[EarlierItem] | None
