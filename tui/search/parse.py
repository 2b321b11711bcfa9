"""Reads a query: what is typed becomes a tree of what is wanted, or an error that says where and why.

words that all must stand in the article, in any order     raid irbil
a phrase · a beginning                                     "safe house" · kata* · "special group*"
or, not, brackets                                          (raid OR arrest) NOT exercise · raid -exercise
near one another, in any order                             NEAR(raid irbil, 5) · raid ~5 irbil
any spelling of a name                                     ~quds · ~"Qods Force"
facts of the article                                       by:roggio date:2007-01..2007-06 entity:"Qods Force"
"""

from tui.search.errors import QueryError
from tui.search.fold import words_of
from tui.search.lexer import Piece, Sign, cut
from tui.search.query import FIELDS, And, Field, Named, Near, Node, Not, Or, Phrase

MOST_WORDS = 64
"""Words a query may have; far beyond what anybody types, and little enough for every engine."""

MOST_DEEP = 16
"""Brackets a query may have within one another."""

NEARNESS = 10
"""Words between phrases that are near, where no number is given."""

FARTHEST = 1000
"""The largest such number."""

_BEGINS = frozenset((Sign.WORD, Sign.QUOTE, Sign.FIELD, Sign.NAME, Sign.CALL, Sign.OPEN, Sign.NOT))
_WAITING = frozenset((Sign.AND, Sign.OR, Sign.NOT, Sign.NEAR, Sign.NAME, Sign.OPEN, Sign.CALL, Sign.COMMA))
_SCOPES = frozenset(("title", "body", "timeline", "comment", "comments", "footer"))
_STATES = frozenset(("noted", "dated", "undated"))


def parse(query: str, *, typing: bool = False) -> Node:
    """What a query wants; raises `QueryError`.

    While it is being typed, the last word may go on, and what is not finished yet (a quotation, a bracket, an operator
    without its right side) is taken as far as it goes.
    """
    parser = _Parser(cut(query, typing=typing), growing=len(query) if typing else -1)
    return parser.whole(typing=typing)


class _Parser:
    def __init__(self, pieces: list[Piece], *, growing: int) -> None:
        self._pieces = pieces
        self._at = 0
        self._words = 0
        self._depth = 0
        self._growing = growing

    def whole(self, *, typing: bool) -> Node:
        if typing:
            self._drop_unfinished()
        if not self._is(Sign.END):
            node = self._either()
            if self._is(Sign.END):
                return node
            raise QueryError(self._here.column, "this bracket was never opened")
        raise QueryError(self._here.column, "a word to look for was expected")

    def _is(self, sign: Sign) -> bool:
        return self._here.sign is sign

    @property
    def _here(self) -> Piece:
        return self._pieces[self._at]

    def _next(self) -> Piece:
        piece = self._here
        if piece.sign is not Sign.END:
            self._at += 1
        return piece

    def _drop_unfinished(self) -> None:
        """Let go of what still waits for its other half, and close what is open."""
        end = self._pieces.pop()
        while self._pieces:
            last = self._pieces[-1]
            before = self._pieces[-2].sign if len(self._pieces) > 1 else None
            if before is Sign.FIELD and last.sign in (Sign.WORD, Sign.QUOTE) and not last.text.strip():
                del self._pieces[-2:]
            elif last.sign in _WAITING or (before is not Sign.FIELD and _is_empty(last)):
                self._pieces.pop()
            else:
                break
        opened = sum(piece.sign in (Sign.OPEN, Sign.CALL) for piece in self._pieces)
        closed = sum(piece.sign is Sign.CLOSE for piece in self._pieces)
        self._pieces += [Piece(Sign.CLOSE, ")", end.column)] * (opened - closed)
        self._pieces.append(end)

    def _either(self) -> Node:
        self._depth += 1
        if self._depth > MOST_DEEP:
            raise QueryError(self._here.column, f"more than {MOST_DEEP} brackets within one another")
        parts = [self._all()]
        while self._here.sign is Sign.OR:
            self._next()
            parts.append(self._all())
        self._depth -= 1
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all(self) -> Node:
        parts = [self._perhaps_not()]
        while self._here.sign is Sign.AND or self._here.sign in _BEGINS:
            if self._here.sign is Sign.AND:
                self._next()
            parts.append(self._perhaps_not())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _perhaps_not(self) -> Node:
        negated = False
        while self._here.sign is Sign.NOT:
            self._next()
            negated = not negated
        node = self._near()
        return Not(node) if negated else node

    def _near(self) -> Node:
        node = self._one()
        while self._here.sign is Sign.NEAR:
            sign = self._next()
            right_column = self._here.column
            other = self._one()
            if not isinstance(node, Phrase | Near) or not isinstance(other, Phrase):
                column = right_column if isinstance(node, Phrase | Near) else sign.column
                raise QueryError(column, "only words and phrases can be near one another")
            before = node.phrases if isinstance(node, Near) else (node,)
            node = Near((*before, other), _distance(sign.text, sign.column) if sign.text else NEARNESS)
        return node

    def _one(self) -> Node:
        piece = self._next()
        match piece.sign:
            case Sign.WORD | Sign.QUOTE:
                return self._phrase(piece)
            case Sign.OPEN:
                node = self._either()
                self._close(piece)
                return node
            case Sign.CALL:
                return self._call(piece)
            case Sign.NAME:
                return self._name(piece)
            case Sign.FIELD:
                return self._field(piece)
        raise QueryError(piece.column, f"a word was expected{_instead_of(piece)}")

    def _close(self, opened: Piece) -> None:
        if self._next().sign is not Sign.CLOSE:
            raise QueryError(opened.column, "this bracket is not closed; put a ) where it ends")

    def _phrase(self, piece: Piece) -> Phrase:
        words = words_of(piece.text)
        if not words:
            raise QueryError(piece.column, f"“{piece.text}” has no letter or digit to look for")
        self._words += len(words)
        if self._words > MOST_WORDS:
            raise QueryError(piece.column, f"more than {MOST_WORDS} words")
        growing = piece.sign is Sign.WORD and piece.column + len(piece.text) == self._growing and len(words[-1]) > 1
        return Phrase(tuple(words), piece.star or growing)

    def _call(self, call: Piece) -> Node:
        phrases: list[Phrase] = []
        while self._here.sign in (Sign.WORD, Sign.QUOTE):
            phrases.append(self._phrase(self._next()))
        distance = _distance(call.text, call.column) if call.text else NEARNESS
        if self._here.sign is Sign.COMMA:
            self._next()
            number = self._next()
            if number.sign is not Sign.WORD or not number.text.isascii() or not number.text.isdigit():
                raise QueryError(number.column, "a number of words was expected")
            distance = _distance(number.text, number.column)
        if self._here.sign is not Sign.CLOSE and self._here.sign is not Sign.END:
            raise QueryError(
                self._here.column, "within NEAR( ) stand words and phrases, then perhaps a comma and a number"
            )
        self._close(call)
        if not phrases:
            raise QueryError(call.column, "NEAR( ) needs words that are to be near one another")
        return phrases[0] if len(phrases) == 1 else Near(tuple(phrases), distance)

    def _name(self, tilde: Piece) -> Node:
        piece = self._next()
        if piece.sign not in (Sign.WORD, Sign.QUOTE) or not words_of(piece.text):
            raise QueryError(tilde.column, "a name was expected after ~")
        return Named(piece.text, piece.column)

    def _field(self, field: Piece) -> Node:
        name, value = field.text.lower(), self._next()
        if name not in FIELDS:
            raise QueryError(field.column, f"no field {field.text}, only {' '.join(FIELDS)}")
        text = value.text.strip()
        if not text:
            raise QueryError(value.column, f"{name}: asks for {FIELDS[name]}")
        if name in ("title", "by", "source", "path") and not words_of(text):
            raise QueryError(value.column, f"“{text}” has no letter or digit to look for")
        known_values = {"in": _SCOPES, "is": _STATES}.get(name)
        if known_values is not None and text.lower() not in known_values:
            raise QueryError(value.column, f"{name}: asks for {FIELDS[name]}")
        return Field(name, text.lower() if known_values else text, value.column)


def _is_empty(piece: Piece) -> bool:
    return piece.sign in (Sign.WORD, Sign.QUOTE) and not words_of(piece.text)


def _distance(digits: str, column: int) -> int:
    number = int(digits)
    if number > FARTHEST:
        raise QueryError(column, f"at most {FARTHEST} words can lie between what is near")
    return number


def _instead_of(piece: Piece) -> str:
    return " before the end" if piece.sign is Sign.END else f", not “{piece.text}”" if piece.text else ""
