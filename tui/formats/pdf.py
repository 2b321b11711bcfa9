"""PDF, by pypdf where the extra `backstory[pdf]` is installed: its lines made paragraphs again, page after page."""

import io
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.dates.edtf import EdtfError, day
from tui.formats.text import Unreadable
from tui.model import Document, When

if TYPE_CHECKING:  # an extra: absent from most machines
    from pypdf import PdfReader

_HYPHEN = re.compile(r"(?<=[a-zäöüßéèà])[-\u00ad]\n(?=[a-zäöüßéèà])")
_STAMP = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_FILE_NAME = re.compile(r"(?i)\.(?:docx?|indd|qxd|pdf|tex|rtf)$|^untitled\b")
_SPACES = re.compile(r"[ \t\xa0]{2,}")


_MOST = 2 * 1024 * 1024
"""Bytes of drawing on one page that are looked through for words: a page of small print has ten thousand."""


def read(data: bytes, name: str) -> Document:  # noqa: ARG001 - every reader takes the file's name
    """Read a PDF that holds text. Raises `Unreadable` without the extra, and for scans, locked and damaged files."""
    try:
        import pypdf
        from pypdf.errors import DependencyError, PyPdfError
    except ImportError as error:
        raise Unreadable("a PDF; pip install 'backstory[pdf]' reads it") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("a PDF locked with a password")
        pages = list(_pages(reader))
        facts = _facts(reader)
    except Unreadable:
        raise
    except (  # damaged files raise them all
        PyPdfError,
        DependencyError,
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        AttributeError,
        AssertionError,
        RecursionError,
        OverflowError,
        ArithmeticError,
        OSError,
        EOFError,
        NotImplementedError,
    ) as error:
        raise Unreadable("a PDF that cannot be read: it is damaged or unusual") from error
    text = "\n\n".join(paragraphs for page in pages if (paragraphs := _paragraphs(page)))
    if not text.strip():
        raise Unreadable("a PDF without text: pictures of pages, most likely")
    title, byline, published = facts
    return Document(text=text + "\n", title=title, byline=byline, published=published)


def _pages(reader: "PdfReader") -> Iterator[str]:
    """The text of each page; raises `Unreadable` for one that would keep its reader waiting for minutes."""
    for page in reader.pages:
        drawn = page.get_contents()
        if drawn is not None and len(drawn.get_data()) > _MOST:
            raise Unreadable("a PDF with a page too large to be read once unpacked")
        yield page.extract_text()


def _facts(reader: "PdfReader") -> tuple[str, str, When | None]:
    """Title, author and day of making, as far as they are stated and mean something."""
    about = reader.metadata
    if about is None:
        return "", "", None
    title = " ".join(str(about.title or "").split())
    stamp = _STAMP.match(str(about.get("/CreationDate", "")))
    when = None
    if stamp and stamp[3]:
        try:
            when = day(int(stamp[1]), int(stamp[2]), int(stamp[3]))
        except EdtfError:
            when = None
    bad = title.lower().endswith((".doc", ".docx", ".indd", ".qxd", ".pdf", ".tex")) or title.lower() in (
        "untitled",
        "",
    )
    return "" if bad else title, " ".join(str(about.author or "").split()), when


def _paragraphs(page: str) -> str:
    """A page's lines as paragraphs: a line that fills the measure and ends without a stop goes on in the next."""
    lines = [_SPACES.sub(" ", line).strip() for line in page.replace("\r", "").split("\n")]
    full = sorted(map(len, filter(None, lines)))
    measure = full[int(len(full) * 0.8)] if full else 0
    joined: list[str] = []
    goes_on = False
    for line in lines:
        if not line:
            goes_on = False
            continue
        if goes_on and joined:
            joined[-1] += "\n" + line
        else:
            joined.append(line)
        goes_on = len(line) > 0.75 * measure or not line.endswith((".", "!", "?", ":", "”", '"'))
    return "\n\n".join(" ".join(_HYPHEN.sub("", block).split("\n")) for block in joined)
