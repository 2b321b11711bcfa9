"""Cuts a query into words, quotes, signs and fields, each with the column it begins in."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from tui.search.errors import QueryError

_FIELD = re.compile(r"([A-Za-z]+):(?!//)")
_NEARNESS = re.compile(r"~(\d{1,9})(?=\s|$)")
_CALL = re.compile(r"(?:NEAR(?=(?:/\d{1,9})?\s*\()|near(?=(?:/\d{1,9})?\())(?:/(\d{1,9}))?\s*(\()")
_BETWEEN = re.compile(r"NEAR(?:/(\d{1,9}))?(?=\s|$)")
_END = frozenset(' \t\r\n\f\v()"')


class Sign(Enum):
    """What a piece of a query is."""

    WORD = auto()
    """A word as typed."""
    QUOTE = auto()
    """What stood between quotation marks."""
    FIELD = auto()
    """The name of a field; its value is the next piece."""
    NAME = auto()
    """The tilde before a name."""
    NEAR = auto()
    """Tilde and number, or NEAR, between two operands; the text is the number, "" without one."""
    CALL = auto()
    """NEAR and the bracket after it."""
    OPEN = auto()
    """An opening bracket."""
    CLOSE = auto()
    """A closing bracket."""
    COMMA = auto()
    """A comma within NEAR."""
    AND = auto()
    """AND between operands."""
    OR = auto()
    """OR between operands."""
    NOT = auto()
    """NOT, or a hyphen before a word."""
    END = auto()
    """The end of the query."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a query."""

    sign: Sign
    """What it is."""
    text: str
    """Its words, without quotation marks and star."""
    column: int
    """Where it begins."""
    star: bool = False
    """Whether a star follows: the last word may go on."""


_OPERATORS = {"AND": Sign.AND, "OR": Sign.OR, "NOT": Sign.NOT}
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}


def cut(query: str, *, typing: bool = False) -> list[Piece]:
    """The pieces of a query, the last of them its end; raises `QueryError`.

    While it is still being typed, a quotation that is not closed yet reaches to the end.
    """
    pieces: list[Piece] = []
    at = depth = 0
    calls: list[int] = []
    while at < len(query):
        letter = query[at]
        if letter.isspace():
            at += 1
        elif letter in _QUOTES:
            at = _quotation(query, at, pieces, typing=typing)
        elif match := _CALL.match(query, at):
            pieces.append(Piece(Sign.CALL, match[1] or "", at))
            depth += 1
            calls.append(depth)
            at = match.end()
        elif letter == "(":
            pieces.append(Piece(Sign.OPEN, letter, at))
            depth, at = depth + 1, at + 1
        elif letter == ")":
            pieces.append(Piece(Sign.CLOSE, letter, at))
            if calls and calls[-1] == depth:
                calls.pop()
            depth, at = depth - 1, at + 1
        elif letter == "," and calls:
            pieces.append(Piece(Sign.COMMA, letter, at))
            at += 1
        elif match := _NEARNESS.match(query, at):
            pieces.append(Piece(Sign.NEAR, match[1], at))
            at = match.end()
        elif pieces and (match := _BETWEEN.match(query, at)):
            pieces.append(Piece(Sign.NEAR, match[1] or "", at))
            at = match.end()
        elif letter == "~":
            pieces.append(Piece(Sign.NAME, letter, at))
            at += 1
        elif letter == "-" and at + 1 < len(query) and not query[at + 1].isspace():
            pieces.append(Piece(Sign.NOT, letter, at))
            at += 1
        elif match := _FIELD.match(query, at):
            pieces.append(Piece(Sign.FIELD, match[1], at))
            at = match.end()
            at = _value(query, at, pieces, typing=typing)
        else:
            at = _word(query, at, pieces, within_call=bool(calls))
    pieces.append(Piece(Sign.END, "", len(query)))
    return pieces


def _quotation(query: str, at: int, pieces: list[Piece], *, typing: bool) -> int:
    closing = query.find(_QUOTES[query[at]], at + 1)
    if closing < 0 and query[at] != '"':
        closing = query.find('"', at + 1)
    if closing < 0:
        if not typing:
            raise QueryError(at, 'this quotation is not closed; put another " where it ends')
        closing = len(query)
    # One that is still being typed may go on, like any last word.
    star = query[closing + 1 : closing + 2] == "*" or (closing == len(query) and query[-1:].isalnum())
    pieces.append(Piece(Sign.QUOTE, query[at + 1 : closing], at, star))
    return min(len(query), closing + 1 + star)


def _value(query: str, at: int, pieces: list[Piece], *, typing: bool) -> int:
    """The value of a field, which begins right behind its colon."""
    if at < len(query) and query[at] in _QUOTES:
        return _quotation(query, at, pieces, typing=typing)
    end = at
    while end < len(query) and query[end] not in _END:
        end += 1
    pieces.append(Piece(Sign.WORD, query[at:end], at))
    return end


def _word(query: str, at: int, pieces: list[Piece], *, within_call: bool) -> int:
    end = at
    while end < len(query) and query[end] not in _END and not (within_call and query[end] == ","):
        end += 1
    text = query[at:end]
    star = text.find("*")
    if 0 <= star < len(text) - 1:
        raise QueryError(at + star, "a star may stand only at the end of a word")
    if star >= 0:
        text = text[:star]
        if not text:
            raise QueryError(at, "a star needs the beginning of a word before it")
    pieces.append(Piece(_OPERATORS.get(text, Sign.WORD) if star < 0 else Sign.WORD, text, at, star >= 0))
    return end
