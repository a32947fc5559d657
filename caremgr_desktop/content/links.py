"""What one file may say of another: the checks that all kinds of files share."""

from collections.abc import Iterable, Sequence

from caremgr_desktop.content.document import Document, TreePath
from caremgr_desktop.content.faults import shown
from caremgr_desktop.content.ids import Ids
from caremgr_desktop.content.known import Known


class Links:
    """Checks the ids that one document names against those that there are."""

    def __init__(self, document: Document, known: Known) -> None:
        self.document = document
        self.known = known

    def sources(self, path: TreePath, ids: Sequence[str]) -> None:
        """Note a fact without a source, and sources that aren't listed.

        ``path`` leads to the fact; its sources stand under ``sources``.
        """
        if not ids:
            self.document.add((*path, "sources"), "no_source")
        for index, source_id in enumerate(ids):
            at = (*path, "sources", index)
            self.id(at, source_id, self.known.sources, "unknown_source")

    def id(self, path: TreePath, value: str, known: Ids, code: str) -> bool:
        """Note an id that there is not, and return whether there is; unknowable ones pass."""
        if known is None or value in known:
            return True
        self.document.add(path, code, id=shown(value))
        return False

    def unique(self, items: Iterable[tuple[TreePath, str]]) -> None:
        """Note every id that stands for a second time; ``path`` leads to the item."""
        seen: set[str] = set()
        for path, item_id in items:
            if item_id in seen:
                self.document.add((*path, "id"), "duplicate_id", id=shown(item_id))
            seen.add(item_id)

    def filled(self, path: TreePath, items: Sequence[object]) -> None:
        """Note a list in which nothing stands."""
        if not items:
            self.document.add(path, "empty_list", key=str(path[-1]))

    def few_words(self, path: TreePath, text: str, limit: int) -> None:
        """Warn of a text with more words than there is room for."""
        words = len(text.split())
        if words > limit:
            self.document.warn(path, "too_many_words", words=words, limit=limit)
