"""Which file suffixes can be read, and by which reader: a format is one function and one line here."""

import importlib
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from tui.formats import members, text
from tui.formats.members import Member
from tui.formats.text import Unreadable
from tui.model import Document

__all__ = [
    "LIMIT",
    "OTHER_DOCUMENTS",
    "PERHAPS",
    "READERS",
    "SPLITTERS",
    "Member",
    "Reader",
    "Unreadable",
    "is_article",
    "may_be_split",
    "read_document",
    "reader_for",
    "splitter_for",
    "unpacked_name",
]

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
    ".mbox": _late("mailbox"),
    ".jsonl": _late("records"),
    ".ndjson": _late("records"),
    ".epub": _late("epub"),
    ".pdf": _late("pdf"),
    ".gz": _late("compressed"),
}
"""Reader of each suffix, in lower case with its dot; of a file with many articles it reads one."""

SPLITTERS: Mapping[str, Callable[[BinaryIO], Iterator[Member]]] = {
    ".mbox": members.messages,
    ".jsonl": members.lines,
    ".ndjson": members.lines,
}
"""Suffixes of files that hold many articles, each with what finds where these stand."""


def _exported(file: BinaryIO) -> Iterator[Member]:
    from tui.formats import exports  # late: most collections have no such file

    return exports.documents(file)


PERHAPS: Mapping[str, str] = {".txt": "", ".text": "", ".html": "factiva", ".htm": "factiva"}
"""Suffixes of files that may hold many articles, as newspaper databases give them out; what their name then says."""

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


def splitter_for(name: str, *, perhaps: bool = True) -> Callable[[BinaryIO], Iterator[Member]] | None:
    """What finds the articles in a file of this name, packed with gzip or not; None where a file is one article.

    Where a file only may hold many, it finds none in one that does not; without `perhaps` such a file is one article.
    """
    suffix = _suffix(name)
    return SPLITTERS.get(suffix) or (_exported if perhaps and _may_be_split(name, suffix) else None)


def may_be_split(name: str) -> bool:
    """Whether only a look into a file of this name tells if it holds many articles."""
    return _may_be_split(name, _suffix(name))


def _may_be_split(name: str, suffix: str) -> bool:
    said = PERHAPS.get(suffix)
    return said is not None and said in name.lower() and not name.lower().endswith(".gz")


def _suffix(name: str) -> str:
    """The suffix of a file of this name once it is unpacked, with its dot and in lower case; "" without one."""
    dot = name.rfind(".")
    suffix = name[dot:].lower() if dot >= 0 else ""
    if suffix != ".gz":
        return suffix
    dot = name.rfind(".", 0, dot)
    return name[dot : -len(".gz")].lower() if dot >= 0 else ""


def unpacked_name(name: str) -> str:
    """The name a file has once unpacked: without ".gz"."""
    return name[: -len(".gz")] if name.lower().endswith(".gz") else name


def is_article(name: str) -> bool:
    """Whether a file of this name is read; one packed with gzip is, if the name without ".gz" is one that is read."""
    suffix = _suffix(name)
    return suffix in READERS and suffix != ".gz"


def read_document(data: bytes, name: str) -> Document:
    """Read bytes as the suffix of their file's name says; any other suffix is tried as text. Raises `Unreadable`.

    One article of a file that holds many goes by the file's name, "#" and its number: "dump.jsonl#12".
    """
    whole, _, number = name.rpartition("#")
    suffixed = unpacked_name(whole) if number.isdecimal() and splitter_for(whole) else name
    dot = suffixed.rfind(".")
    reader = (reader_for(suffixed[dot:]) if dot >= 0 else None) or text.read
    return reader(data, name)
