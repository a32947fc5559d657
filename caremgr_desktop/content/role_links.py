"""Checks of the roles: where they stand and why, what they pay, where they lead."""

from caremgr_desktop.content.bundle import Bundle, Part
from caremgr_desktop.content.ids import role_id_of
from caremgr_desktop.content.known import Known, is_maybe_family
from caremgr_desktop.content.links import Links
from caremgr_desktop.content.schema import (
    PayKeyItem,
    PositionItem,
    RoleFile,
    StatementItem,
)

Pairs = frozenset[tuple[str, str]]
FEWEST_FAMILIES = 2
MOST_FAMILIES = 6
SHORT_TITLE_WORDS = 3


def check_roles(bundle: Bundle, known: Known) -> None:
    """Note every fault of the roles' files, and of the families that they form."""
    pairs = bundle.wages.pairs() if bundle.wages.is_whole else None
    for part in bundle.roles:
        _RoleCheck(bundle, part, known, pairs).run()
    _check_families(bundle, known)


def _check_families(bundle: Bundle, known: Known) -> None:
    roles = {role_id_of(part.document): part.document for part in bundle.roles}
    families = known.families or frozenset()
    if roles and len(families) < FEWEST_FAMILIES:
        first = next(iter(roles.values()))
        first.add(("family",), "too_few_families", limit=FEWEST_FAMILIES, found=len(families))
    if len(families) > MOST_FAMILIES:
        extra = roles[sorted(families)[MOST_FAMILIES]]
        extra.add(("family",), "too_many_families", limit=MOST_FAMILIES, found=len(families))
    used = {role.at(("family",)) for role in roles.values()}
    for family in sorted(families):
        if family not in used and all(role.is_whole for role in roles.values()):
            roles[family].add(("family",), "family_without_setting", id=family)


class _RoleCheck:
    """Checks one role's file against all others."""

    def __init__(
        self, bundle: Bundle, part: Part[RoleFile], known: Known, pairs: Pairs | None
    ) -> None:
        self._bundle = bundle
        self._pairs = pairs
        self._part = part
        self._document = part.document
        self._known = known
        self._links = Links(part.document, known)

    def run(self) -> None:
        """Note every fault of the parts of the file that have the right shape."""
        if not self._document.is_whole:
            return
        self._check_names()
        self._check_positions()
        for path, statement in self._part.sound.every(StatementItem):
            self._links.sources(path, statement.sources)
        self._check_pay()
        used = self._document.at(("credentials",))
        for index, credential in enumerate(used if isinstance(used, list) else ()):
            if isinstance(credential, str):
                path = ("credentials", index)
                self._links.id(path, credential, self._known.credentials, "unknown_credential")

    def _check_names(self) -> None:
        role_id, family = self._document.at(("id",)), self._document.at(("family",))
        if isinstance(role_id, str) and role_id != role_id_of(self._document):
            self._document.add(("id",), "wrong_file_name", id=role_id)
        if isinstance(family, str):
            self._links.id(("family",), family, self._known.families, "unknown_family")
        for key in ("day", "credentials", "next_steps"):
            items = self._document.at((key,))
            if isinstance(items, list):
                self._links.filled((key,), items)
        title = self._document.at(("short_title",))
        if isinstance(title, str):
            self._links.few_words(("short_title",), title, SHORT_TITLE_WORDS)

    def _check_positions(self) -> None:
        found = self._document.at(("positions",))
        if not isinstance(found, dict):
            return
        for trait in sorted((self._known.traits or frozenset()) - set(found)):
            self._document.add_at_key(("positions",), "missing_position", id=trait)
        for trait in found:
            path = ("positions", trait)
            if self._known.traits is not None and trait not in self._known.traits:
                self._document.add_at_key(path, "unknown_trait", id=trait)
        for item_path, position in self._part.sound.every(PositionItem):
            has_reason = bool(position.inferred.strip())
            if has_reason == bool(position.sources):
                code = "two_bases" if has_reason else "no_basis"
                self._document.add(item_path, code, id=str(item_path[-1]))
            elif position.sources:
                self._links.sources(item_path, position.sources)

    def _check_pay(self) -> None:
        tree = self._document.tree
        broken = self._document.broken & {("family",), ("pay",)}
        is_family = is_maybe_family(self._document)
        has_pay = self._document.at(("pay",)) is not None
        if isinstance(tree, dict) and "family" in tree and is_family == has_pay and not broken:
            self._document.add(("pay",), "family_with_pay" if is_family else "no_pay")
        for path, key in self._part.sound.every(PayKeyItem):
            is_known = self._links.id(
                (*path, "occupation"), key.occupation, self._known.occupations, "unknown_occupation"
            )
            if key.employer:
                is_known &= self._links.id(
                    (*path, "employer"), key.employer, self._known.employers, "unknown_employer"
                )
            pair = (key.occupation, key.employer)
            if is_known and self._pairs is not None and pair not in self._pairs:
                self._document.add(path, "no_wage")
