"""Reads a report's file back: its pages' text, its tags, its fonts."""

import io
import re
import unicodedata
from collections.abc import Iterator

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it has no stubs

PAPER_POINTS = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
UA_IDENTIFIER = "{http://www.aiim.org/pdfua/ns/id/}part"


def opened(data: bytes) -> pikepdf.Pdf:
    """Return a file, ready to be looked into."""
    return pikepdf.open(io.BytesIO(data))


def page_texts(data: bytes) -> list[str]:
    """Return the text of each page, as a person copies it out."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def furthest_right(data: bytes) -> float:
    """Return how far right any sign of a file reaches, in parts of its page's width."""
    document = pypdfium2.PdfDocument(data)
    try:
        reached: float = max(
            text.get_charbox(place)[2] / page.get_width()
            for page in document
            for text in [page.get_textpage()]
            for place in range(text.count_chars())
        )
    finally:
        document.close()
    return reached


def squeezed(text: str) -> str:
    """Return text without any space: where lines break is no part of what is said."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def printed(data: bytes) -> str:
    """Return all text of a file without any space."""
    return squeezed("".join(page_texts(data)))


def tags(data: bytes) -> list[tuple[str, str | None]]:
    """Return the kind of every tag in reading order, each with the text that stands for it."""
    with opened(data) as file:
        return list(_tags_in(file.Root.StructTreeRoot))


def _tags_in(node: pikepdf.Object) -> Iterator[tuple[str, str | None]]:
    if not isinstance(node, pikepdf.Dictionary):
        return
    if "/S" in node:
        alt = node.get("/Alt")
        yield str(node.S).lstrip("/"), None if alt is None else str(alt)
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if kid is not None:
            yield from _tags_in(kid)


def fonts(data: bytes) -> dict[str, bool]:
    """Return the name of every font, and whether it lies in the file."""
    found = {}
    with opened(data) as file:
        for item in file.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                held = any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3"))
                found[str(item.FontName)] = held
    return found
