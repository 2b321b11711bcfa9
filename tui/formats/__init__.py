"""Which file suffixes can be read, and by which reader: a format is one function and one line here."""

from collections.abc import Callable, Mapping

from tui.formats import text
from tui.formats.text import Unreadable
from tui.model import Document

__all__ = ["LIMIT", "OTHER_DOCUMENTS", "READERS", "Reader", "Unreadable", "read_document", "reader_for"]

Reader = Callable[[bytes, str], Document]
"""Turns the bytes of a file and its name into a `Document`; raises `Unreadable` with the reason if it cannot."""

LIMIT = 32 * 1024 * 1024
"""Largest file that is read, in bytes: a book is a hundredth of it; what is larger is a log or a disk image."""


def _markdown(data: bytes, name: str) -> Document:
    from tui.formats import markdown  # late: a folder of plain text needs none of it

    return markdown.read(data, name)


READERS: Mapping[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": _markdown,
    ".markdown": _markdown,
}
"""Reader of each suffix, in lower case with its dot."""

OTHER_DOCUMENTS = frozenset(
    {
        *(".pdf", ".ps", ".djvu", ".epub", ".mobi", ".doc", ".docx", ".odt", ".rtf", ".wpd", ".pages"),
        *(".html", ".htm", ".xhtml", ".mht", ".eml", ".msg", ".tex", ".rst", ".org"),
    }
) - frozenset(READERS)
"""Suffixes of documents a person may expect to find: named as skipped; pictures, tables and code pass in silence."""


def reader_for(suffix: str) -> Reader | None:
    """The reader for a file suffix such as ".md", whatever its case; None if there is none."""
    return READERS.get(suffix.lower())


def read_document(data: bytes, name: str) -> Document:
    """Read bytes as the suffix of their file's name says; any other suffix is tried as text. Raises `Unreadable`."""
    dot = name.rfind(".")
    reader = (reader_for(name[dot:]) if dot >= 0 else None) or text.read
    return reader(data, name)
