"""Ids as they stand in a file, whatever else in it is wrong."""

from caremgr_desktop.content.document import Document, TreePath

Ids = frozenset[str] | None
"""What is known of one kind of id; None where nothing can be known."""


def role_id_of(document: Document) -> str:
    """Return a role's id, which is its file's name."""
    return document.file.rpartition("/")[2].removesuffix(".yaml")


def ids_in(document: Document, path: TreePath) -> Ids:
    """Return the keys of a mapping, or the ids of a list's items; None where there is neither."""
    found = document.at(path)
    if isinstance(found, dict):
        return frozenset(found)
    if not isinstance(found, list):
        return None
    ids = (item.get("id") for item in found if isinstance(item, dict))
    return frozenset(item for item in ids if isinstance(item, str))
