"""Checks of the rules that can be reckoned with, and of what they name."""

from caremgr_desktop.content.bundle import Bundle
from caremgr_desktop.content.document import TreePath
from caremgr_desktop.content.ids import Ids, ids_in
from caremgr_desktop.content.known import Known
from caremgr_desktop.content.links import Links
from caremgr_desktop.content.schema import StatementItem
from caremgr_desktop.content.schema_plan import (
    ExclusionItem,
    GoalItem,
    HeldItem,
    RuleItem,
    WayItem,
    WorkKindItem,
)


def check_requirements(bundle: Bundle, known: Known) -> None:
    """Note every fault of the file of requirements."""
    part = bundle.requirements
    links = Links(part.document, known)
    for path, statement in part.sound.every(StatementItem):
        links.sources(path, statement.sources)
    for path, held in part.sound.every(HeldItem):
        _each(links, (*path, "counts_as"), held.counts_as, known.held, "unknown_held")
        _each(links, (*path, "assumes"), held.assumes, known.held, "unknown_held")
        _each(links, (*path, "unless"), held.unless, known.held, "unknown_held")
    for path, way in part.sound.every(WayItem):
        links.id(path, str(path[-1]), known.steps, "unknown_step")
        links.filled((*path, "gives"), way.gives)
        _each(links, (*path, "gives"), way.gives, known.held, "unknown_held")
    for path, kind in part.sound.every(WorkKindItem):
        _each(links, (*path, "counts_as"), kind.counts_as, known.work, "unknown_work")
    for path, exclusion in part.sound.every(ExclusionItem):
        _each(links, (*path, "any_of"), exclusion.any_of, known.held, "unknown_held")
    for path, goal in part.sound.every(GoalItem):
        links.id(path, str(path[-1]), known.credentials, "unknown_credential")
        links.id((*path, "apply"), goal.apply, known.steps, "unknown_step")
        _each(links, (*path, "apply_instead"), goal.apply_instead, known.steps, "unknown_step")
        _each(links, (*path, "held_by"), goal.held_by, known.held, "unknown_held")
    for path, rule in part.sound.every(RuleItem):
        _check_rule(links, path, rule)
    courses = sorted(known.courses or ())
    _each(links, ("courses",), courses, known.steps, "unknown_step")
    _check_all_have_one(links)


def _check_all_have_one(links: Links) -> None:
    """Note every credential without a rule."""
    found = ids_in(links.document, ("credentials",))
    for credential in sorted(links.known.credentials or ()):
        if found is not None and credential not in found:
            links.document.add(("credentials",), "no_rule", id=credential)


def _check_rule(links: Links, path: TreePath, rule: RuleItem) -> None:
    parts = (rule.all, rule.any, rule.holds, rule.work, rule.course)
    if sum(part is not None for part in parts) != 1:
        links.document.add(path, "bad_rule")
        return
    if rule.holds is not None:
        links.filled((*path, "holds"), rule.holds)
        _each(links, (*path, "holds"), rule.holds, links.known.held, "unknown_held")
    if rule.work is not None:
        links.id((*path, "work"), rule.work, links.known.work, "unknown_work")
        _each(links, (*path, "after"), rule.after, links.known.held, "unknown_held")
    if rule.course is not None:
        links.id((*path, "step"), rule.step, links.known.courses, "unknown_course")
    if (rule.work or rule.course) and not (rule.months or rule.hours):
        links.document.add(path, "no_amount")
    if rule.all is None and rule.any is None and "needs" not in path:
        _check_said(links, path, rule)


def _check_said(links: Links, path: TreePath, rule: RuleItem) -> None:
    """Note what is asked for without a text or a source; what a job needs is only ours."""
    links.sources(path, rule.sources)
    if not rule.text.strip():
        links.document.add(path, "missing_key", key="text")
    if rule.confidence is None:
        links.document.add(path, "missing_key", key="confidence")


def _each(links: Links, path: TreePath, values: list[str], known: Ids, code: str) -> None:
    for index, value in enumerate(values):
        links.id((*path, index), value, known, code)
