"""Text files that newspaper databases give out: many articles in one, each with its facts in lines above and below."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from tui.formats import factiva, nexis
from tui.formats.members import Member
from tui.formats.text import ARTICLE_LENGTHS
from tui.model import Document

_HEAD = 16_384
_SIGNS = (*(word.encode() for word in ARTICLE_LENGTHS), b'Article"')
_PIECE = 1024 * 1024
_LONGEST = 400
"""Bytes a line may go on beyond a piece."""

_FORMS = (nexis.CLASSIC, nexis.ADVANCE, factiva.EXPORT, factiva.PAGE)


def documents(file: BinaryIO) -> Iterator[Member]:
    """Every article of an export of a newspaper database; nothing for any other text."""
    head = file.read(_HEAD)
    if head.lstrip().startswith(b"<"):
        head += file.read(4 * _HEAD)  # a page has its styles first
    if not any(sign in head for sign in _SIGNS):
        return
    for signs, mark, opens in _FORMS:
        if all(sign.search(head) for sign in signs):
            file.seek(0)
            yield from _members(file, mark, opens=opens)
            return


def read(text: str) -> Document | None:
    """The one article of such a file; None for any other text, and for several that nothing has told apart."""
    head = text[:_HEAD]
    one = nexis.read if nexis.is_one(head) else factiva.read if factiva.is_one(head) else None
    if one is None:
        return None
    data = text.encode("utf-8", "surrogatepass")
    several = any(len(list(islice(mark.finditer(data), 2))) > 1 for _, mark, _ in _FORMS)
    return None if several else one(text)


def _members(file: BinaryIO, mark: re.Pattern[bytes], *, opens: bool) -> Iterator[Member]:
    """The stretches between lines that open or close an article; what else there is goes with the nearest."""
    cuts: list[int] = []
    base = 0
    while piece := file.read(_PIECE) + file.readline(_LONGEST):
        cuts += (base + (found.start() if opens else found.end()) for found in mark.finditer(piece))
        base += len(piece)
    if len(cuts) < 2:
        return
    inner = cuts[1:] if opens else cuts[:-1]
    for number, (start, end) in enumerate(zip([0, *inner], [*inner, base], strict=True), 1):
        yield Member(number, start, end)
