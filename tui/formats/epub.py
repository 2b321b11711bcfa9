"""Books in EPUB: the chapters in reading order as one text, and what the book says of itself."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

from tui.dates.edtf import EdtfError, parse
from tui.formats.blocks import assembled
from tui.formats.html import kinds_of
from tui.formats.html.encoding import decode_page
from tui.formats.html.page import read_page
from tui.formats.html.tokens import Tag, cut
from tui.formats.text import Unreadable
from tui.model import Document, When

_CONTAINER = "META-INF/container.xml"
_YEAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "")


def read(data: bytes, name: str) -> Document:  # noqa: ARG001 - every reader takes the file's name
    """Read a book. Raises `Unreadable` for what is no EPUB, is locked, or is too large once unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _book(_Archive(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("not an EPUB, or damaged") from error


class _Archive:
    """The files of a book; gives no more of them than a file may hold."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        from tui.formats import LIMIT  # late: it stands beside the table this reader is in

        self._archive = archive
        self._names = {name: name for name in archive.namelist()}
        self._left = LIMIT

    def text(self, name: str) -> str:
        """The text of a file in it; "" if there is none of that name. Raises `Unreadable` when it gets too much."""
        found = self._names.get(name)
        if found is None:
            return ""
        with self._archive.open(found) as file:
            data = file.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise Unreadable("too large once unpacked")
        return decode_page(data)


def _book(archive: _Archive) -> Document:
    package = next(
        (tag.values.get("full-path", "") for tag in _tags(archive.text(_CONTAINER)) if tag.name == "rootfile"), ""
    )
    opf = archive.text(package)
    if not opf:
        raise Unreadable("not an EPUB: it names no package")
    if archive.text("META-INF/encryption.xml").count("<enc:EncryptedData") or archive.text("META-INF/rights.xml"):
        raise Unreadable("a book locked by its seller")
    facts = _facts(opf)
    chapters = dict.fromkeys(_spine(opf, posixpath.dirname(package)))  # one that is named again is not read again
    pages = (read_page(archive.text(name)) for name in chapters)
    text, shapes = assembled(kind for page in pages for kind in kinds_of(page.blocks))
    if not text:
        raise Unreadable("a book without words")
    return Document(
        text=text,
        shapes=shapes,
        title=facts.get("title", ""),
        published=_day(facts.get("date", "")),
        byline=facts.get("creator", ""),
        source=facts.get("publisher", ""),
    )


def _spine(opf: str, folder: str) -> Iterator[str]:
    """Names of the chapters in reading order."""
    items: dict[str, str] = {}
    for tag in _tags(opf):
        name = tag.name.rpartition(":")[2]
        if (
            name == "item"
            and tag.values.get("media-type", "") in _PAGES
            and "nav" not in tag.values.get("properties", "").split()
        ):
            items[tag.values.get("id", "")] = posixpath.normpath(
                posixpath.join(folder, unquote(tag.values.get("href", "")))
            )
        elif name == "itemref" and tag.values.get("idref", "") in items:
            yield items[tag.values["idref"]]


def _facts(opf: str) -> dict[str, str]:
    """The Dublin Core statements of a package; several of one kind joined with ", ", but for title and date."""
    facts: dict[str, str] = {}
    wanted = ""
    for piece in cut(opf):
        if isinstance(piece, Tag):
            prefix, _, name = piece.name.rpartition(":")
            wanted = name if prefix == "dc" and not piece.ends else ""
        elif wanted and piece.strip():
            said = " ".join(piece.split())
            if wanted not in facts:
                facts[wanted] = said
            elif wanted not in ("title", "date"):
                facts[wanted] += f", {said}"
    return facts


def _tags(text: str) -> Iterator[Tag]:
    return (piece for piece in cut(text) if isinstance(piece, Tag) and not piece.ends)


def _day(said: str) -> When | None:
    found = _YEAR.match(said)
    try:
        return parse(found[0]) if found else None
    except EdtfError:
        return None
