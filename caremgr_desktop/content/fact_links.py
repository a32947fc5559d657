"""Checks of what stands behind a result: sources, credentials, steps, pay, the article."""

from datetime import date

from caremgr_desktop.content.bundle import Bundle, Part
from caremgr_desktop.content.document import Document, TreePath
from caremgr_desktop.content.known import Known
from caremgr_desktop.content.links import Links
from caremgr_desktop.content.schema import (
    ArticleFile,
    ArticlePayItem,
    ArticleRowItem,
    CoverageItem,
    OutlookItem,
    PayFile,
    SourceItem,
    StatementItem,
    StepItem,
)
from caremgr_desktop.content.wages import check_codes

ROW_KEYS = ("id", "topic", "covered_by", "primary")
LONGEST_COLUMN = 1000


def check_facts(bundle: Bundle, known: Known) -> None:
    """Note every fault of the files that hold facts."""
    _check_dates(bundle)
    _check_credentials(bundle, known)
    _check_steps(bundle, known)
    _check_pay(bundle.pay, known)
    _check_article(bundle.article, known)
    check_codes(bundle.wages, known.occupations, known.employers, bundle.faults)


def _check_dates(bundle: Bundle) -> None:
    for path, source in bundle.sources.sound.every(SourceItem):
        if source.date is not None and not is_date(source.date):
            bundle.sources.document.add((*path, "date"), "bad_date", date=source.date)


def is_date(written: str) -> bool:
    """Whether a year, month or day as a source writes it is in the calendar."""
    year, month, day = (int(part) for part in f"{written}-01-01".split("-")[:3])
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _check_credentials(bundle: Bundle, known: Known) -> None:
    part = bundle.credentials
    links = Links(part.document, known)
    for path, statement in part.sound.every(StatementItem):
        links.sources(path, statement.sources)


def _check_steps(bundle: Bundle, known: Known) -> None:
    document = bundle.steps.document
    links = Links(document, known)
    for path, step in bundle.steps.sound.every(StepItem):
        links.sources(path, step.sources)
        if step.months_low > step.months_high:
            document.add((*path, "months_low"), "low_over_high")
        low, high = step.cost_low_usd, step.cost_high_usd
        if low is not None and high is not None and low > high:
            document.add((*path, "cost_low_usd"), "low_over_high")
        if (low is None) != (high is None):
            document.add((*path, "cost_low_usd"), "half_a_cost")
        if low is None and high is None and not step.cost_note.strip():
            document.add((*path, "cost_low_usd"), "cost_unexplained")


def _check_pay(part: Part[PayFile], known: Known) -> None:
    links = Links(part.document, known)
    source = part.document.at(("source",))
    if isinstance(source, str):
        links.id(("source",), source, known.sources, "unknown_source")
    student = part.document.at(("student_work",))
    if isinstance(student, str):
        links.id(("student_work",), student, known.occupations, "unknown_occupation")
    for path, item in part.sound.every(ArticlePayItem):
        links.sources(path, item.sources)
        links.id((*path, "family"), item.family, known.families, "unknown_family")
    for path, outlook in part.sound.every(OutlookItem):
        links.sources(path, outlook.sources)
        links.id((*path, "occupation"), outlook.occupation, known.occupations, "unknown_occupation")


def _check_article(part: Part[ArticleFile], known: Known) -> None:
    links = Links(part.document, known)
    source = part.document.at(("source",))
    if isinstance(source, str):
        links.id(("source",), source, known.sources, "unknown_source")
    for path, statement in part.sound.every(StatementItem):
        links.sources(path, statement.sources)
    rows = list(part.sound.every(ArticleRowItem))
    links.unique((path, row.id) for path, row in rows)
    for path, _ in rows:
        _check_columns(part.document, path, known)
    for path, coverage in part.sound.every(CoverageItem):
        _check_coverage(links, path, coverage)


def _check_columns(document: Document, path: TreePath, known: Known) -> None:
    """Note a row that has no text for a family, and keys that are no family's id."""
    row = document.at(path)
    if not isinstance(row, dict) or known.families is None:
        return
    for family in sorted(known.sure_families or ()):
        text = row.get(family)
        if family not in row:
            document.add(path, "missing_key", key=family)
        elif (*path, family) in document.broken:
            continue
        elif not isinstance(text, str) or not text.strip():
            document.add((*path, family), "empty_text")
        elif len(text) > LONGEST_COLUMN:
            document.add((*path, family), "too_long", limit=LONGEST_COLUMN, found=len(text))
    allowed = (*ROW_KEYS, *sorted(known.families))
    for key in row:
        if key not in allowed:
            document.add_at_key((*path, key), "unknown_key", key=key, meant=", ".join(allowed))


def _check_coverage(links: Links, path: TreePath, coverage: CoverageItem) -> None:
    if not (coverage.questions or coverage.roles or coverage.facts):
        links.document.add(path, "uncovered_row")
    for index, question in enumerate(coverage.questions):
        at = (*path, "questions", index)
        links.id(at, question, links.known.questions, "unknown_question")
    for index, role in enumerate(coverage.roles):
        links.id((*path, "roles", index), role, links.known.roles, "unknown_role")
