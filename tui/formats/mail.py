"""A saved message (.eml): subject, sender and day as facts, its plain text, or the words of its HTML, as the text."""

import re
from email import errors, message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any, cast

from tui.dates.edtf import EdtfError, parse
from tui.formats import text
from tui.formats.text import Unreadable
from tui.model import Document, When

_STUMBLES = (errors.MessageError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the library makes of broken headers, and of parts within parts."""

_NAME_BEHIND = re.compile(r"\(([^()@]{2,100})\)\s*$")
"""The name of a sender as archives of lists write it: "ada at example.org (Ada Lovelace)"."""

_LONGEST = 4_000
"""Characters of a header that are looked at."""


def read(data: bytes, name: str) -> Document:
    """Read a message; attachments are left alone. Raises `Unreadable` if it holds no words."""
    if b"\x00" in data[:4096]:
        raise Unreadable("not a message: it holds NUL bytes")
    try:
        message = cast("EmailMessage", message_from_bytes(data, policy=_Bounded()))
    except RecursionError:
        raise Unreadable("a message with parts nested too deep") from None
    if not any(_header(message, name) for name in ("from", "subject", "date")):
        raise Unreadable("not a message: it has no sender, subject or date")
    subject = _header(message, "subject")
    words, rough = _words(message, name)
    if not words.strip():
        raise Unreadable("a message without words")
    first = " ".join(words.lstrip().partition("\n")[0].split())
    head = "" if not subject or first == subject else f"{subject}\n\n"
    return Document(
        text=head + words.strip("\n") + "\n",
        title=subject,
        published=_day(message),
        byline=_sender(message),
        source=_header(message, "list-id").partition("<")[0].strip(' "'),
        rough=rough,
    )


class _Bounded(EmailPolicy):
    """Reads so much of a header as anybody has written by hand: the library takes the square of its length."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """What a header says."""
        return super().header_fetch_parse(name, value[:_LONGEST])


def _words(message: EmailMessage, name: str) -> tuple[str, bool]:
    """The text of a message, and whether it was cut out of HTML by a rule of thumb."""
    try:
        part = message.get_body(("plain", "html"))
        kind = part.get_content_type() if part else ""
        payload = part.get_payload(decode=True) if part else None
        charset = part.get_content_charset("utf-8") if part else ""
    except _STUMBLES:
        return "", False
    content = payload if isinstance(payload, bytes) else b""
    if kind == "text/html":
        from tui.formats import html  # late: most messages have a plain text

        found = html.read(content, name)
        return found.text, found.rough
    if charset not in ("utf-8", "us-ascii", "ascii"):
        try:
            return text.newlines(content.decode(charset, errors="replace")), False
        except (LookupError, UnicodeError):
            pass
    return text.decode(content), False


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except _STUMBLES:
        return ""


def _sender(message: EmailMessage) -> str:
    name, address = parseaddr(_header(message, "from"))
    if name:
        return name
    # The library leaves out what stands in brackets.
    raw = next((value for key, value in message.raw_items() if key.lower() == "from"), "")
    found = _NAME_BEHIND.search(str(raw)[:_LONGEST])
    return _decoded(found[1]).strip() if found else address


def _decoded(words: str) -> str:
    """A name in a header with its encoded words decoded."""
    try:
        return str(make_header(decode_header(words)))
    except _STUMBLES:
        return words


def _day(message: EmailMessage) -> When | None:
    """The day in the sender's own zone."""
    try:
        return parse(parsedate_to_datetime(_header(message, "date")).date().isoformat())
    except (ValueError, TypeError, IndexError, OverflowError, EdtfError):
        return None
