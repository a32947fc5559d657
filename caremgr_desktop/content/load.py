"""Turns checked files into the quiz and the handbook."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from msgspec import Struct

from caremgr_desktop.career.credential import Credential, Step
from caremgr_desktop.career.handbook import (
    ArticleRow,
    Coverage,
    Handbook,
    RoleFacts,
)
from caremgr_desktop.career.pay import ArticlePay, Outlook, PayKey, PayTable
from caremgr_desktop.career.requirements import Requirements
from caremgr_desktop.career.source import Basis, Source, Statement
from caremgr_desktop.content.bundle import Bundle, Part, read_bundle
from caremgr_desktop.content.lint import check_links
from caremgr_desktop.content.load_requirements import requirements_of, statement_of
from caremgr_desktop.content.schema import (
    ArticleRowItem,
    CredentialItem,
    OptionItem,
    PayFile,
    QuestionItem,
    QuestionsFile,
    RoleFile,
    SourceItem,
    StatementItem,
    StepItem,
)
from caremgr_desktop.core.quiz import Limits, Option, Question, Quiz, Role, Section, Trait
from caremgr_desktop.errors import ContentError

Value = TypeVar("Value")
FileKind = TypeVar("FileKind", bound=Struct)


def load_quiz(folder: Path) -> Quiz:
    """Return the quiz of a folder; raises ContentError as ``load`` does."""
    return load(folder).quiz


def load_handbook(folder: Path) -> Handbook:
    """Return the handbook of a folder; raises ContentError as ``load`` does."""
    return load(folder).handbook


class Content(NamedTuple):
    """What a folder's files say."""

    quiz: Quiz
    handbook: Handbook
    requirements: Requirements


def load(folder: Path) -> Content:
    """Return what a folder's files say.

    Raises ContentError ``broken_content`` with the number of faults and the
    first of them where there is any; warnings don't count.
    """
    bundle = read_bundle(folder)
    check_links(bundle)
    faults = bundle.faults.errors
    if faults:
        raise ContentError(
            "broken_content",
            folder=str(folder),
            faults=len(faults),
            first=f"{faults[0].place}: {faults[0].code}",
        )
    steps = {key: _step(key, item) for key, item in sound(bundle.steps).steps.items()}
    requirements = requirements_of(sound(bundle.requirements), steps)
    return Content(quiz_of(bundle), handbook_of(bundle), requirements)


def sound(part: Part[FileKind]) -> FileKind:
    """Return a part's value, which is there once nothing is wrong."""
    assert part.value is not None  # noqa: S101 - load() has refused the rest
    return part.value


def quiz_of(bundle: Bundle) -> Quiz:
    """Return the quiz of a bundle without faults."""
    return make_quiz(sound(bundle.questions), [sound(part) for part in bundle.roles])


def make_quiz(file: QuestionsFile, roles: list[RoleFile]) -> Quiz:
    """Return the quiz; roles come by family, families first, each by its order."""
    families = sorted((role for role in roles if role.family is None), key=_order)
    ranked = {role.id: place for place, role in enumerate(families)}
    settings = sorted(
        (role for role in roles if role.family is not None),
        key=lambda role: (ranked.get(role.family or "", 0), *_order(role)),
    )
    return Quiz(
        id=file.quiz.id,
        version=file.quiz.version,
        title=file.quiz.title,
        short_title=file.quiz.short_title,
        language=file.quiz.language,
        sections=tuple(Section(item.id, item.title) for item in file.sections),
        traits=tuple(Trait(item.id, item.low, item.high) for item in file.traits),
        questions=tuple(_question(item) for item in file.questions),
        roles=tuple(_role(item) for item in (*families, *settings)),
        limits=Limits(file.verdict.close_call, file.verdict.leaning, file.verdict.one_in),
    )


def _order(role: RoleFile) -> tuple[int, str]:
    return role.order, role.id


def _frozen(mapping: Mapping[str, Value]) -> Mapping[str, Value]:
    return MappingProxyType(dict(mapping))


def _option(item: OptionItem) -> Option:
    return Option(item.id, item.text, item.short, _frozen(item.positions))


def _question(item: QuestionItem) -> Question:
    return Question(
        id=item.id,
        section=item.section,
        kind=item.kind,
        label=item.label,
        text=item.text,
        hint=item.hint,
        options=tuple(_option(option) for option in item.options),
        max_picks=item.max_picks or 1,
        is_shuffled=item.is_shuffled,
        weight_percent=round(item.weight * 100),
    )


def _role(item: RoleFile) -> Role:
    positions = {trait: position.at for trait, position in item.positions.items()}
    return Role(item.id, item.family, item.title, item.short_title, _frozen(positions))


def handbook_of(bundle: Bundle) -> Handbook:
    """Return the handbook of a bundle without faults."""
    credentials = sound(bundle.credentials).credentials
    article = sound(bundle.article)
    return Handbook(
        roles=_frozen({sound(part).id: _facts(sound(part)) for part in bundle.roles}),
        sources=_frozen(
            {key: _source(key, item) for key, item in sound(bundle.sources).sources.items()}
        ),
        credentials=_frozen({key: _credential(key, item) for key, item in credentials.items()}),
        pay=_pay(sound(bundle.pay), bundle),
        article_source=article.source,
        article=tuple(
            _article_row(row, _columns(bundle, index)) for index, row in enumerate(article.rows)
        ),
    )


def _maybe_statement(item: StatementItem | None) -> Statement | None:
    return statement_of(item) if item is not None else None


def _source(key: str, item: SourceItem) -> Source:
    return Source(
        id=key,
        publisher=item.publisher,
        title=item.title,
        release=item.release,
        published=item.date or "",
        url=item.url,
        licence=item.licence or "",
        tier=item.tier,
        note=item.note,
    )


def _facts(item: RoleFile) -> RoleFacts:
    bases = {
        trait: Basis(tuple(position.sources), position.inferred)
        for trait, position in item.positions.items()
    }
    pay = PayKey(item.pay.occupation, item.pay.employer, item.pay.note) if item.pay else None
    return RoleFacts(
        role_id=item.id,
        summary=item.summary,
        day=tuple(item.day),
        bases=_frozen(bases),
        evidence=tuple(statement_of(statement) for statement in item.evidence),
        pay=pay,
        pay_other=tuple(statement_of(statement) for statement in item.pay_other),
        credentials=tuple(item.credentials),
        next_steps=tuple(item.next_steps),
    )


def _step(key: str, item: StepItem) -> Step:
    return Step(
        id=key,
        kind=item.kind,
        title=item.title,
        months_low=item.months_low,
        months_high=item.months_high,
        cost_low_usd=item.cost_low_usd,
        cost_high_usd=item.cost_high_usd,
        cost_note=item.cost_note,
        why=item.why,
        sources=tuple(item.sources),
        confidence=item.confidence,
    )


def _credential(key: str, item: CredentialItem) -> Credential:
    return Credential(
        id=key,
        name=item.name,
        issuer=item.issuer,
        rule=statement_of(item.rule),
        excludes=tuple(statement_of(statement) for statement in item.excludes),
        exam=_maybe_statement(item.exam),
        renewal=_maybe_statement(item.renewal),
    )


def _pay(file: PayFile, bundle: Bundle) -> PayTable:
    return PayTable(
        source=file.source,
        release=file.release,
        note=file.note,
        student_work=file.student_work,
        occupations=_frozen(file.occupations),
        employers=_frozen(file.employers),
        wages=tuple(bundle.wages.wages),
        article=tuple(
            ArticlePay(
                item.family, item.label, item.mean_usd, item.year, item.text, tuple(item.sources)
            )
            for item in file.article
        ),
        outlook=tuple(
            Outlook(
                item.occupation,
                float(item.growth_percent),
                float(item.openings_thousand_a_year),
                tuple(item.sources),
            )
            for item in file.outlook
        ),
    )


def _article_row(row: ArticleRowItem, columns: tuple[str, ...]) -> ArticleRow:
    """Return a row with the text of each family, in the order of families."""
    covered = row.covered_by
    return ArticleRow(
        id=row.id,
        topic=row.topic,
        texts=columns,
        primary=_maybe_statement(row.primary),
        covered_by=Coverage(
            tuple(covered.questions),
            tuple(covered.roles),
            tuple(str(fact) for fact in covered.facts),
        ),
    )


def _columns(bundle: Bundle, index: int) -> tuple[str, ...]:
    """Return what a row says of each family, in order of display."""
    document = bundle.article.document
    families = (role.id for role in quiz_of(bundle).families)
    return tuple(str(document.at(("rows", index, family))) for family in families)
