"""Every check of one set of content that needs no opinion on its words."""

from caremgr_desktop.content.bundle import Bundle
from caremgr_desktop.content.fact_links import check_facts
from caremgr_desktop.content.known import known_ids
from caremgr_desktop.content.question_links import check_questions
from caremgr_desktop.content.requirement_links import check_requirements
from caremgr_desktop.content.role_links import check_roles


def check_links(bundle: Bundle) -> None:
    """Note every fault inside files and between them, beyond their shapes."""
    known = known_ids(bundle)
    check_questions(bundle.questions, known)
    check_roles(bundle, known)
    check_facts(bundle, known)
    check_requirements(bundle, known)
