"""Every kind of file, by the name of its schema."""

from msgspec import Struct

from caremgr_desktop.content.schema import (
    ArticleFile,
    CredentialsFile,
    EarlierFile,
    PayFile,
    QuestionsFile,
    RoleFile,
    SourcesFile,
    StepsFile,
)
from caremgr_desktop.content.schema_plan import HaveFile, RequirementsFile

KINDS: dict[str, type[Struct]] = {
    "questions": QuestionsFile,
    "role": RoleFile,
    "sources": SourcesFile,
    "steps": StepsFile,
    "credentials": CredentialsFile,
    "requirements": RequirementsFile,
    "pay": PayFile,
    "article": ArticleFile,
    "have": HaveFile,
    "earlier": EarlierFile,
}
"""The shape of each kind of file, by the name of its schema."""
