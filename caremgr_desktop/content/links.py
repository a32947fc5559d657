"""Checks what files say of each other: ids that exist, bases, options, coverage."""

from collections import Counter
from collections.abc import Iterable

from caremgr_desktop.content.bundle import Bundle
from caremgr_desktop.content.document import Document, TreePath
from caremgr_desktop.content.schema import (
    QuestionItem,
    QuestionsFile,
    RoleFile,
    StatementItem,
)

MOST_OPTIONS = 9
"""There are nine number keys to pick with."""


def check_links(bundle: Bundle) -> None:
    """Note every fault between and inside files whose shape is right."""
    if bundle.questions.value is not None:
        _check_questions(bundle.questions.value, bundle.questions.document)
    for part in bundle.roles:
        if part.value is not None:
            _RoleCheck(bundle, part.value, part.document).run()
    _check_families(bundle)
    _check_credentials(bundle)
    _check_steps(bundle)
    _check_pay(bundle)
    _check_article(bundle)


def check_sources(bundle: Bundle, document: Document, path: TreePath, ids: list[str]) -> None:
    """Note a fact without a source, and sources that aren't listed."""
    if not ids:
        document.add(path, "no_source")
    known = bundle.sources.value.sources if bundle.sources.value else None
    if known is None:
        return
    for index, source_id in enumerate(ids):
        if source_id not in known:
            document.add((*path, "sources", index), "unknown_source", source=source_id)


def _check_unique(document: Document, paths: Iterable[tuple[TreePath, str]]) -> None:
    seen = set()
    for path, identifier in paths:
        if identifier in seen:
            document.add(path, "duplicate_id", id=identifier)
        seen.add(identifier)


def _check_questions(file: QuestionsFile, document: Document) -> None:
    for name, ids in (
        ("sections", [section.id for section in file.sections]),
        ("traits", [trait.id for trait in file.traits]),
        ("questions", [question.id for question in file.questions]),
    ):
        if not ids:
            document.add((name,), "empty_list")
        _check_unique(document, [((name, place, "id"), item) for place, item in enumerate(ids)])
    sections = {section.id for section in file.sections}
    traits = {trait.id for trait in file.traits}
    for place, question in enumerate(file.questions):
        path: TreePath = ("questions", place)
        if question.section not in sections:
            document.add((*path, "section"), "unknown_section", section=question.section)
        _check_picks(question, document, path)
        _check_options(question, document, path, traits)
    used = {
        trait for item in file.questions for option in item.options for trait in option.positions
    }
    for place, trait in enumerate(file.traits):
        if trait.id not in used:
            document.add(("traits", place), "unasked_trait", trait=trait.id)
    asked = Counter(question.section for question in file.questions)
    for place, section in enumerate(file.sections):
        if not asked[section.id]:
            document.add(("sections", place), "empty_section", section=section.id)


def _check_picks(question: QuestionItem, document: Document, path: TreePath) -> None:
    if not 0 < question.weight <= 10:
        document.add((*path, "weight"), "bad_weight")
    elif question.weight != 1 and not question.weight_reason.strip():
        document.add((*path, "weight"), "weight_without_reason")
    if len(question.options) < 2:
        document.add((*path, "options"), "too_few_options")
    if len(question.options) > MOST_OPTIONS:
        document.add((*path, "options"), "too_many_options", limit=MOST_OPTIONS)
    most = len(question.options) if question.kind == "many" else 1
    if not 1 <= question.max_picks <= most:
        document.add((*path, "max_picks"), "bad_max_picks", limit=most)


def _check_options(
    question: QuestionItem, document: Document, path: TreePath, traits: set[str]
) -> None:
    seen: set[str] = set()
    for place, option in enumerate(question.options):
        at: TreePath = (*path, "options", place)
        if option.id in seen:
            document.add((*at, "id"), "unreachable_option", option=option.id)
        seen.add(option.id)
        if not option.text.strip():
            document.add((*at, "text"), "empty_option", option=option.id)
        if not option.positions:
            document.add((*at, "positions"), "no_position", option=option.id)
        for trait in option.positions:
            if trait not in traits:
                document.add((*at, "positions", trait), "unknown_trait", trait=trait)


class _RoleCheck:
    """Checks one role's file against all others."""

    def __init__(self, bundle: Bundle, role: RoleFile, document: Document) -> None:
        self._bundle = bundle
        self._role = role
        self._document = document

    def run(self) -> None:
        """Note every fault of the role."""
        stem = self._document.file.rpartition("/")[2].removesuffix(".yaml")
        if self._role.id != stem:
            self._document.add(("id",), "wrong_file_name", id=self._role.id)
        self._check_positions()
        for place, statement in enumerate(self._role.evidence):
            self._statement(("evidence", place), statement)
        for place, statement in enumerate(self._role.pay_other):
            self._statement(("pay_other", place), statement)
        self._check_pay()
        self._check_credentials()

    def _statement(self, path: TreePath, statement: StatementItem) -> None:
        check_sources(self._bundle, self._document, path, statement.sources)

    def _check_positions(self) -> None:
        questions = self._bundle.questions.value
        traits = {trait.id for trait in questions.traits} if questions else None
        for trait, position in self._role.positions.items():
            path: TreePath = ("positions", trait)
            if traits is not None and trait not in traits:
                self._document.add(path, "unknown_trait", trait=trait)
            has_reason = bool(position.inferred.strip())
            if has_reason == bool(position.sources):
                code = "two_bases" if has_reason else "no_basis"
                self._document.add(path, code, trait=trait)
            elif position.sources:
                check_sources(self._bundle, self._document, path, position.sources)
        for trait in sorted((traits or set()) - set(self._role.positions)):
            self._document.add(("positions",), "missing_position", trait=trait)

    def _check_pay(self) -> None:
        key, pay = self._role.pay, self._bundle.pay.value
        if key is None:
            if self._role.family is not None:
                self._document.add((), "no_pay")
            return
        if pay is None:
            return
        if key.occupation not in pay.occupations:
            self._document.add(("pay",), "unknown_occupation", occupation=key.occupation)
        elif key.employer and key.employer not in pay.employers:
            self._document.add(("pay",), "unknown_employer", employer=key.employer)

    def _check_credentials(self) -> None:
        file = self._bundle.credentials.value
        if not self._role.credentials:
            self._document.add(("credentials",), "empty_list")
        for place, use in enumerate(self._role.credentials):
            path: TreePath = ("credentials", place)
            if file is None:
                continue
            if use.credential not in file.credentials:
                self._document.add(path, "unknown_credential", credential=use.credential)
            elif use.route not in {item.id for item in file.credentials[use.credential].routes}:
                self._document.add(path, "unknown_route", route=use.route)


def _check_families(bundle: Bundle) -> None:
    roles = [(part.value, part.document) for part in bundle.roles if part.value is not None]
    families = {role.id for role, _ in roles if role.family is None}
    for role, document in roles:
        if role.family is not None and role.family not in families:
            document.add(("family",), "unknown_family", family=role.family)
    is_whole = len(roles) == len(bundle.roles)
    if is_whole and roles and len(families) < 2:
        roles[0][1].add((), "too_few_families")


def _check_credentials(bundle: Bundle) -> None:
    file, document = bundle.credentials.value, bundle.credentials.document
    if file is None:
        return
    steps = bundle.steps.value.steps if bundle.steps.value else None
    for key, item in file.credentials.items():
        path: TreePath = ("credentials", key)
        statements = {"rule": item.rule, "exam": item.exam, "renewal": item.renewal}
        for name, statement in statements.items():
            if statement is not None:
                check_sources(bundle, document, (*path, name), statement.sources)
        for place, statement in enumerate(item.excludes):
            check_sources(bundle, document, (*path, "excludes", place), statement.sources)
        _check_unique(
            document,
            [((*path, "routes", n, "id"), route.id) for n, route in enumerate(item.routes)],
        )
        for place, route in enumerate(item.routes):
            for step in route.steps:
                if steps is not None and step not in steps:
                    document.add((*path, "routes", place), "unknown_step", step=step)


def _check_steps(bundle: Bundle) -> None:
    file, document = bundle.steps.value, bundle.steps.document
    for key, step in (file.steps if file else {}).items():
        path: TreePath = ("steps", key)
        check_sources(bundle, document, path, step.sources)
        costs = (step.cost_low_usd, step.cost_high_usd)
        is_upside_down = None not in costs and (costs[0] or 0) > (costs[1] or 0)
        if step.months_low > step.months_high or is_upside_down:
            document.add(path, "low_over_high")
        if None in costs and not step.cost_note.strip():
            document.add((*path, "cost_note"), "cost_unexplained")


def _check_pay(bundle: Bundle) -> None:
    file, document = bundle.pay.value, bundle.pay.document
    if file is None:
        return
    check_sources(bundle, document, ("source",), [file.source])
    for place, item in enumerate(file.article):
        check_sources(bundle, document, ("article", place), item.sources)
    for place, outlook in enumerate(file.outlook):
        check_sources(bundle, document, ("outlook", place), outlook.sources)
        if outlook.occupation not in file.occupations:
            document.add(("outlook", place), "unknown_occupation", occupation=outlook.occupation)
    for wage in bundle.wages.wages:
        if wage.occupation not in file.occupations:
            document.add(("occupations",), "unnamed_code", id=wage.occupation)
        if wage.employer and wage.employer not in file.employers:
            document.add(("employers",), "unnamed_code", id=wage.employer)


def _check_article(bundle: Bundle) -> None:
    file, document = bundle.article.value, bundle.article.document
    questions = bundle.questions.value
    if file is None:
        return
    asked = {question.id for question in questions.questions} if questions else None
    roles = {part.value.id for part in bundle.roles if part.value is not None}
    for place, row in enumerate(file.rows):
        path: TreePath = ("rows", place, "covered_by")
        covered = row.covered_by
        if not (covered.questions or covered.roles or covered.facts):
            document.add(path, "uncovered_row")
        for question_id in covered.questions:
            if asked is not None and question_id not in asked:
                document.add(path, "unknown_question", question=question_id)
        for role_id in covered.roles:
            if role_id not in roles:
                document.add(path, "unknown_role", role=role_id)
        if row.primary is not None:
            check_sources(bundle, document, ("rows", place, "primary"), row.primary.sources)
