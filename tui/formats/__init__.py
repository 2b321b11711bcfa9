"""Which file suffixes can be read, and by which reader: a format is one function and one line here."""

import importlib
from collections.abc import Callable, Mapping

from tui.formats import text
from tui.formats.text import Unreadable
from tui.model import Document

__all__ = ["LIMIT", "OTHER_DOCUMENTS", "READERS", "Reader", "Unreadable", "is_article", "read_document", "reader_for"]

Reader = Callable[[bytes, str], Document]
"""Turns the bytes of a file and its name into a `Document`; raises `Unreadable` with the reason if it cannot."""

LIMIT = 32 * 1024 * 1024
"""Largest file that is read, in bytes: a book is a hundredth of it; what is larger is a log or a disk image."""


def _late(name: str) -> Reader:
    """The reader of a module here, loaded when the first file of its kind is met: a folder of plain text needs none."""

    def read(data: bytes, file: str) -> Document:
        found: Reader = importlib.import_module(f"tui.formats.{name}").read
        return found(data, file)

    return read


READERS: Mapping[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": _late("markdown"),
    ".markdown": _late("markdown"),
    ".html": _late("html"),
    ".htm": _late("html"),
    ".xhtml": _late("html"),
    ".eml": _late("mail"),
    ".epub": _late("epub"),
    ".pdf": _late("pdf"),
    ".gz": _late("compressed"),
}
"""Reader of each suffix, in lower case with its dot."""

OTHER_DOCUMENTS = frozenset(
    {
        *(".ps", ".djvu", ".mobi", ".doc", ".docx", ".odt", ".rtf", ".wpd", ".pages"),
        *(".mht", ".msg", ".tex", ".rst", ".org"),
    }
) - frozenset(READERS)
"""Suffixes of documents a person may expect to find: named as skipped; pictures, tables and code pass in silence."""


def reader_for(suffix: str) -> Reader | None:
    """The reader for a file suffix such as ".md", whatever its case; None if there is none."""
    return READERS.get(suffix.lower())


def is_article(name: str) -> bool:
    """Whether a file of this name is read; one packed with gzip is, if the name without ".gz" is one that is read."""
    inner = name[: -len(".gz")] if name.lower().endswith(".gz") else name
    dot = inner.rfind(".")
    return dot >= 0 and not inner.lower().endswith(".gz") and reader_for(inner[dot:]) is not None


def read_document(data: bytes, name: str) -> Document:
    """Read bytes as the suffix of their file's name says; any other suffix is tried as text. Raises `Unreadable`."""
    dot = name.rfind(".")
    reader = (reader_for(name[dot:]) if dot >= 0 else None) or text.read
    return reader(data, name)
