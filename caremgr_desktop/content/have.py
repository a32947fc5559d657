"""Reads what a person already has from a file of their own, with every fault in its place."""

from caremgr_desktop.career.requirements import LICENSES, Requirements
from caremgr_desktop.content.document import Document
from caremgr_desktop.content.faults import Fault, Faults, shown
from caremgr_desktop.content.schema_plan import CourseEntry, EducationEntry, HaveFile, WorkEntry
from caremgr_desktop.content.shape import sound_parts
from caremgr_desktop.content.strict import MAX_VALUES, read_document
from caremgr_desktop.core.person import Course, Education, Have, Work


def read_have(name: str, data: bytes, requirements: Requirements) -> tuple[Have, list[Fault]]:
    """Return what the bytes of a JSON or YAML file say, and what is wrong with them."""
    faults = Faults()
    document = read_document(name, data, faults, most_values=MAX_VALUES)
    sound = sound_parts(document, HaveFile)
    _check(document, sound.whole(HaveFile), requirements)
    found = sound.whole(HaveFile)
    if found is None or faults.errors:
        return Have(), faults.errors
    return _have_of(found), []


def _check(document: Document, found: HaveFile | None, requirements: Requirements) -> None:
    """Note every id that nothing is known of."""
    if found is None:
        return
    degrees = {key for key, held in requirements.held.items() if held.asked == "education"}
    licences = {key for key, held in requirements.held.items() if held.asked in LICENSES}
    topics = set(requirements.topics)
    for index, item in enumerate(found.education):
        _known(
            document,
            ("education", index, "id"),
            item.id,
            degrees | set(requirements.programs),
            "unknown_held",
        )
    for index, licence in enumerate(found.licences):
        _known(document, ("licences", index), licence, licences, "unknown_held")
    for index, job in enumerate(found.work):
        kinds = set(requirements.work)
        _known(document, ("work", index, "kind"), job.kind, kinds, "unknown_work")
    for index, course in enumerate(found.ce):
        _known(document, ("ce", index, "topic"), course.topic, topics, "unknown_topic")


def _known(
    document: Document, path: tuple[str | int, ...], value: str, known: set[str], code: str
) -> None:
    if value not in known:
        document.add(path, code, id=shown(value))


def _have_of(found: HaveFile) -> Have:
    return Have(
        education=tuple(_education(item) for item in found.education),
        licences=frozenset(found.licences),
        work=tuple(_work(item) for item in found.work),
        ce=tuple(_course(item) for item in found.ce),
    )


def _education(item: EducationEntry) -> Education:
    return Education(item.id, item.months_left, item.finished_months_ago)


def _work(item: WorkEntry) -> Work:
    return Work(
        kind=item.kind,
        months=item.months,
        hours_a_week=item.hours_a_week,
        supervision=item.supervision,
        ended_months_ago=item.ended_months_ago,
        is_paid=item.is_paid,
    )


def _course(item: CourseEntry) -> Course:
    return Course(item.topic, item.hours, item.months_ago)
