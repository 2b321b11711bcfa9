"""Plain text: finds the encoding of bytes, refuses what is no text, and keeps every character of what is."""

import codecs
import re

from tui.model import Document

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with theirs
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"PK\x03\x04", "an archive (ZIP)"),
    (b"\x1f\x8b", "an archive (gzip)"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
)
_SAMPLE = 65_536
"""How many bytes are looked at to tell text from other data."""

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x07\x08\x1b")
"""Bytes that text does not hold; bells, backspaces and escapes occur in recorded terminal sessions."""


_LABEL = re.compile(r"\s{0,20}[A-Za-z][A-Za-z _-]{0,24}:")
"""How a text may begin that has facts under labels at its top."""

_HEAD = 16_384
ARTICLE_LENGTHS = (" words", " Wörter", " mots", " woorden", " palabras", " parole")
"""Of these each article of a newspaper database has one near its beginning: it says how long it is."""


class Unreadable(ValueError):  # noqa: N818 - it names what was met, in the words of the contract
    """A file cannot be read as the text it claims to be; `reason` is a short sentence for people."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason
        """Why, in a few words: "not text: it holds NUL bytes"."""


def read(data: bytes, name: str) -> Document:  # noqa: ARG001 - every reader takes the file's name
    """Read plain text whole, or what a newspaper database gave out by its fields; raises `Unreadable` for no text."""
    text = decode(data)
    if any(sign in text[:_HEAD] for sign in ARTICLE_LENGTHS):
        from tui.formats import exports  # late: most text is nothing of the kind

        if found := exports.read(text):
            return found
    return _labelled(text) if _LABEL.match(text) else Document(text=text)


def _labelled(text: str) -> Document:
    """Plain text that may begin with facts under labels, these taken out."""
    from tui.formats import frontmatter, labelled  # late: most text has none

    values, rest = labelled.split(text)
    if not values:
        return Document(text=text)
    title = frontmatter.title(values)
    return Document(
        text=f"{title}\n\n{rest}" if title and not rest.startswith(title) else rest,
        title=title,
        published=frontmatter.published(values),
        byline=frontmatter.without_by(frontmatter.author(values)),
        source=frontmatter.source(values),
        url=frontmatter.url(values),
        tags=frontmatter.tags(values),
    )


def decode(data: bytes) -> str:
    """Bytes to text with line ends made newlines and nothing else removed but a byte order mark.

    UTF-8, UTF-16 and UTF-32 with or without a mark; what is no UTF-8 is in the old encoding it plainly looks like, else
    each byte that is no UTF-8 is taken as Windows-1252, so that a file pasted together from both comes out right.
    Raises `Unreadable` for data that is not text.
    """
    return newlines(_decoded(data))


def newlines(text: str) -> str:
    """Text with every line end made a newline."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="cp1252-bytes" if encoding == "utf-8" else "replace")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"not text: it is {what}")
    wide = _wide_encoding(data[:_SAMPLE])
    if wide:
        try:
            return data.decode(wide)
        except UnicodeDecodeError:
            raise Unreadable("not text: it holds NUL bytes") from None
    if b"\x00" in data:
        raise Unreadable("not text: it holds NUL bytes")
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) // 50:
        raise Unreadable("not text: it holds many control bytes")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        from tui.formats.charsets import guess  # late: most text is UTF-8

        encoding = guess(data)
        return data.decode(encoding, "replace") if encoding else data.decode("utf-8", errors="cp1252-bytes")


def _wide_encoding(sample: bytes) -> str:
    """The UTF-16 or UTF-32 that data without a mark is in, by where its NULs stand; "" if it is neither."""
    size = len(sample) - len(sample) % 4
    if size < 4 or b"\x00" not in sample:
        return ""
    nuls = [sample[place:size:4].count(0) * 4 / size for place in range(4)]
    if nuls[1] > 0.5 and nuls[2] > 0.9 and nuls[3] > 0.9:
        return "utf-32-le" if nuls[0] < 0.1 else ""
    if nuls[2] > 0.5 and nuls[1] > 0.9 and nuls[0] > 0.9:
        return "utf-32-be" if nuls[3] < 0.1 else ""
    odd, even = nuls[1] + nuls[3], nuls[0] + nuls[2]
    if odd > 0.5 and even < 0.1:
        return "utf-16-le"
    if even > 0.5 and odd < 0.1:
        return "utf-16-be"
    return ""


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: the bytes that are no UTF-8, read as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("cp1252-bytes", _as_cp1252)
