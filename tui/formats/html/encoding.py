"""The encoding of a web page: its byte order mark, what it says of itself, else what its bytes look like."""

import codecs
import re

from tui.formats.text import decode, newlines

_STATED = re.compile(
    rb"""(?:charset\s*=\s*|<\?xml[^>]{0,80}encoding\s*=\s*)["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
"""How many bytes are searched for a statement, as browsers do (HTML Living Standard, 13.2.3.2)."""

_WESTERN = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")
_MEANT = dict.fromkeys(_WESTERN, "cp1252") | {"gb2312": "gb18030"}
"""What is meant by encodings that are stated loosely (WHATWG Encoding Standard)."""


def decode_page(data: bytes) -> str:
    """Bytes of a page to text, line ends made newlines; raises `Unreadable` for what is no text.

    A page that says it is one thing and is plainly UTF-8 is UTF-8.
    """
    stated = _STATED.search(data[:_HEAD])
    if stated and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = stated[1].decode("ascii").lower()
        try:
            encoding = codecs.lookup(_MEANT.get(name, name)).name
        except LookupError:
            return decode(data)
        if encoding in _NO_PAGES:
            return decode(data)
        if encoding not in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32") and b"\x00" not in data[:_HEAD]:
            return _stated(data, encoding)
    return decode(data)


_NO_PAGES = frozenset({"unicode-escape", "raw-unicode-escape", "utf-7", "undefined", "idna", "punycode"})
"""Encodings of Python's that no page is in, whatever it says: some would turn its words into others."""


def _stated(data: bytes, encoding: str) -> str:
    try:
        text = data.decode("utf-8")
        if not text.isascii():
            return newlines(text)
    except UnicodeDecodeError:
        pass
    try:
        return newlines(data.decode(encoding, errors="replace"))
    except (LookupError, UnicodeError):  # codecs that are no text encodings, such as "hex" or "idna"
        return decode(data)
