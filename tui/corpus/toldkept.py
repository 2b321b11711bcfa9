"""What an article told as bytes and back, under a key of all it hangs on, so that only what changed is told again.

Words and dates that stand in the text or among the article's dates are not kept a second time: only where they stand.
"""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple
from typing import Any

from tui.corpus.codec import LARGEST, Damaged, as_json
from tui.corpus.findings import ArticleFindings
from tui.corpus.numbered import Pool
from tui.corpus.telling import Span, Telling, inside, tell
from tui.events.counted import Count
from tui.events.recognise import Traits
from tui.events.roles import Role as Tie
from tui.events.row import EventRow
from tui.events.status import StatusRow
from tui.manifest import Comments
from tui.model import DateSpan, Kind, Precision, When
from tui.names.roles import Role

_KEY = 16
_QUICK = 1
_LOST = b"lost"
_CUT = "…"
_RAISED, _SHORTENED, _APART = 1, 2, 4
"""How a headline comes from the text: its first letter made a capital, cut at its end, or not from the text at all."""

_FAULTS = (zlib.error, ValueError, TypeError, LookupError, RecursionError, AttributeError)


class Kept:
    """What one article told before, if that still holds; else it is told anew, and packed to be kept."""

    def __init__(self, basis: bytes, said: bytes) -> None:
        """`basis` is from `basis_of`; `said` are the bytes that were kept last, b"" for none."""
        self._basis, self._said = basis, said
        self.anew = b""
        """What is to be kept instead; b"" where what was kept holds."""

    @property
    def lost(self) -> str:
        """Why a process did not survive telling it, which is not tried at every start; "" if it did."""
        mark = self.nothing("")
        return self._said[len(mark) :].decode(errors="replace") if self._said.startswith(mark) else ""

    def nothing(self, reason: str) -> bytes:
        """What is kept of an article that a process did not survive."""
        return _LOST + self._basis + reason.encode()

    def of(
        self, found: ArticleFindings, dates: Sequence[DateSpan], spans: Sequence[Span], kinds: Sequence[Kind]
    ) -> Telling:
        """As `Tellings.of`; `dates` follow from `found`."""
        entities, own, own_kinds = inside(spans, kinds)
        said = (found.article.digest, own, tuple(kind.value for kind in own_kinds))
        key = hashlib.blake2b(self._basis + repr(said).encode(), digest_size=_KEY).digest()
        if self._said[:_KEY] == key:
            try:
                return unpacked_telling(self._said[_KEY:], found, entities)
            except Damaged:
                pass
        telling = tell(found, dates, own, own_kinds)
        self.anew = key + packed_telling(telling, found)
        return telling.numbered(entities)


def basis_of(engine: str, found: bytes, comments: Comments) -> bytes:
    """What tells what was found in one article by one program from all else; `found` is as the store keeps it."""
    return hashlib.blake2b(f"{engine} {comments.value}\0".encode() + found, digest_size=_KEY).digest()


def packed_telling(telling: Telling, found: ArticleFindings) -> bytes:
    """What an article tells, its entities numbered by first appearance, as bytes."""
    text, words, whens = found.text, Pool(""), _whens(found)
    known = len(whens.values)
    heads = [_headline(row, text, words) for row in telling.rows]
    rows: tuple[list[Any], ...] = (
        [whens(row.when) for row in telling.rows],
        [row.start for row in telling.rows],
        [row.end - row.start for row in telling.rows],
        [row.at - row.start for row in telling.rows],
        *([head[at] for head in heads] for at in range(3)),
        [words(row.rule) for row in telling.rows],
        [int(row.reported) for row in telling.rows],
        [row.entities for row in telling.rows],
        [[(entity, words(part)) for entity, part in row.parts] for row in telling.rows],
        [one.deeds for one in telling.traits],
        [one.actor for one in telling.traits],
        [one.line for one in telling.traits],
        [[words(noun) for noun in one.nouns] for one in telling.traits],
        [
            [(count.number, words(count.noun), words(count.action), int(count.rough)) for count in one.counted]
            for one in telling.traits
        ],
    )
    statuses = [
        (one.entity, words(one.fate), whens(one.when) if one.when else -1, one.row, one.start)
        for one in telling.statuses
    ]
    roles = [(one.person, words(one.role), one.other, one.start, one.end) for one in telling.roles]
    ties = [(one.one, words(one.role), one.other, one.row) for one in telling.ties]
    more = [astuple(when) for when in whens.values[known:]]
    others = (tuple(zip(*table, strict=True)) for table in (statuses, roles, ties))
    return _squeezed((more, words.values, rows, *others))


def _squeezed(plain: Iterable[Sequence[Any]]) -> bytes:
    """A list of lists as JSON under zlib, one part after the other: the whole of a very long article is never words."""
    press = zlib.compressobj(_QUICK)
    pieces: list[bytes] = []
    opening = "[["
    for whole in plain:
        for part in whole:
            pieces.append(press.compress((opening + as_json(part)).encode("ascii")))
            opening = ","
        opening = "],[" if opening == "," else opening + "],["
    pieces += press.compress((opening.removesuffix(",[") + "]").encode("ascii")), press.flush()
    return b"".join(pieces)


def unpacked_telling(data: bytes, found: ArticleFindings, entities: Sequence[int]) -> Telling:
    """What `packed_telling` made bytes of, entity i numbered as `entities[i]`; raises `Damaged`."""
    try:
        opened = zlib.decompressobj()
        plain = opened.decompress(data, LARGEST)
        if not opened.eof:
            raise Damaged("cut short")
        return _telling(json.loads(plain), found, entities.__getitem__)
    except Damaged:
        raise
    except _FAULTS as error:
        raise Damaged(str(error)) from error


def _telling(plain: Any, found: ArticleFindings, numbered: Callable[[int], int]) -> Telling:
    text, pool = found.text, _whens(found)
    more, words, rows, statuses, roles, ties = plain
    whens = [*pool.values, *(When(first, last, Precision(fine), *rest) for first, last, fine, *rest in more)]
    told: list[EventRow] = []
    recognised: list[Traits] = []
    for (
        when, start, size, at, place, length, flags, rule, reported, named, parts, deeds, actor, line, nouns, counted,
    ) in zip(*rows, strict=True):  # fmt: skip
        told.append(
            EventRow(
                whens[when],
                start,
                start + size,
                start + at,
                words[place] if flags & _APART else _said(text, start + place, length, flags),
                tuple([numbered(own) for own in named]),
                words[rule],
                bool(reported),
                tuple([(numbered(own), words[part]) for own, part in parts]),
            )
        )
        recognised.append(
            Traits(
                deeds,
                numbered(actor) if actor >= 0 else -1,
                line,
                tuple([words[noun] for noun in nouns]),
                tuple([Count(number, words[noun], words[deed], bool(rough)) for number, noun, deed, rough in counted]),
            )
        )
    return Telling(
        tuple(told),
        tuple(
            StatusRow(numbered(own), words[fate], whens[when] if when >= 0 else None, row, start)
            for own, fate, when, row, start in zip(*statuses, strict=True)
        ),
        tuple(
            Role(numbered(own), words[role], numbered(other), start, end)
            for own, role, other, start, end in zip(*roles, strict=True)
        ),
        tuple(
            Tie(numbered(own), words[role], numbered(other), row)
            for own, role, other, row in zip(*ties, strict=True)
        ),
        tuple(recognised),
    )  # fmt: skip


def _whens(found: ArticleFindings) -> Pool[When]:
    """The dates of an article, numbered as both ways need them."""
    return Pool(*(date.when for date in found.dates if date.when is not None))


def _headline(row: EventRow, text: str, words: Pool[str]) -> tuple[int, int, int]:
    """Where a row's headline stands from its start, how long it is there, and how it comes from the text."""
    said = row.headline.removesuffix(_CUT)
    flags = 0 if said == row.headline else _SHORTENED
    at = text.find(said[1:], row.start + 1, row.end) - 1 if len(said) > 1 else -1
    if at >= row.start:
        if text[at] == said[0]:
            return at - row.start, len(said), flags
        if text[at].upper() == said[0]:
            return at - row.start, len(said), flags | _RAISED
    return words(row.headline), 0, _APART


def _said(text: str, at: int, length: int, flags: int) -> str:
    first = text[at].upper() if flags & _RAISED else text[at]
    return first + text[at + 1 : at + length] + (_CUT if flags & _SHORTENED else "")
