"""Knows the plain form in which words are looked for, and where each of its letters stands in the text itself.

Case and diacritics go, and with them apostrophes and the like inside a name ("Kata'ib", "Shi’a"), but not where one
cuts a word off ("Iran's", "don't", "l’Union"); other punctuation outside ASCII becomes blanks, ideographs become words
of their own. What is left is cut into words exactly as the `ascii` tokenizer of SQLite's FTS5 cuts it
(https://sqlite.org/fts5.html, 4.3.2): runs of ASCII letters and digits and of everything beyond ASCII. So the index and
the search in a text agree to the letter.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from unicodedata import category, normalize

from anyascii import anyascii

WORD = "[0-9a-z\x80-\U0010ffff]"
"""A letter of a word in a folded text, as a character class."""

SIGNS = "'`’‘‛´′"
"""Apostrophes, and what is typed and printed for one."""

_INSIDE = (
    rf"[{SIGNS}](?<=[^\W\d_].)"
    r"(?<!\b[cdjlmnstCDJLMNST].)(?<!\b[Qq]u.)"
    r"(?=[^\W\d_])(?!(?:[sdmtSDMT]|re|ll|ve|RE|LL|VE)(?![^\W_]))"
)
_APOSTROPHE = re.compile(_INSIDE)
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_CHANGED = re.compile(rf"{_INSIDE}|[^\x00-\x7f]")
_MODIFIERS = (0x2B9, 0x2CF)
_WORDS = re.compile(f"{WORD}+")
_IDEOGRAPHS = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
_LATIN_END = 0x0250
_LATIN_MORE = (0x1E00, 0x1EFF)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that remembers where its letters come from."""

    text: str
    """The folded text."""
    _starts: tuple[int, ...] = ()
    _origins: tuple[tuple[int, int], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of `text[start:end]`, which must not be empty."""
        if not self._starts:
            return start, end
        return self._origin(start)[0], self._origin(end - 1)[1]

    def _origin(self, at: int) -> tuple[int, int]:
        """The original letter, as start and end, that gave the folded letter at an offset."""
        piece = bisect_right(self._starts, at) - 1
        first, last = self._origins[piece]
        if last >= 0:
            return first, last
        # A stretch taken over as it was: letter for letter.
        here = first + at - self._starts[piece]
        return here, here + 1


def fold(text: str) -> str:
    """The folded text; as long as the text only where that is ASCII."""
    text = _joined(text)
    if text.isascii():
        return text.lower()
    return _FOREIGN.sub(_letter, text).lower()


def _joined(text: str) -> str:
    """The text without the apostrophes inside its words."""
    return _APOSTROPHE.sub("", text) if any(sign in text for sign in SIGNS) else text


def fold_with_places(text: str) -> Folded:
    """The folded text with the way back to the offsets of the original."""
    if text.isascii() and not any(sign in text for sign in SIGNS):
        return Folded(text.lower())
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[tuple[int, int]] = []
    at = done = 0
    for match in _CHANGED.finditer(text):
        if match.start() > done:
            starts.append(at)
            origins.append((done, -1))
            pieces.append(text[done : match.start()].lower())
            at += match.start() - done
        done = match.end()
        said = "" if match[0] in SIGNS and _APOSTROPHE.match(text, match.start()) else _LETTERS[match[0]]
        if said:
            starts.append(at)
            origins.append((match.start(), done))
            pieces.append(said)
            at += len(said)
        elif origins and origins[-1][1] == match.start():
            # A mark of its own belongs to the letter before it.
            origins[-1] = (origins[-1][0], done)
        elif origins and origins[-1][1] < 0 and at > starts[-1]:
            starts.append(at - 1)
            origins.append((match.start() - 1, done))
    if done < len(text):
        starts.append(at)
        origins.append((done, -1))
        pieces.append(text[done:].lower())
    return Folded("".join(pieces), tuple(starts), tuple(origins))


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORDS.findall(fold(text))


def fold_character(letter: str) -> str:
    """What one character beyond ASCII becomes: letters of words, blanks around an ideograph, or nothing at all."""
    code = ord(letter)
    if any(low <= code <= high for low, high in _IDEOGRAPHS) and letter.isalnum():
        return f" {letter} "
    kind = category(letter)
    if kind in ("Mn", "Me", "Cf") or _MODIFIERS[0] <= code <= _MODIFIERS[1]:
        return ""
    if kind.startswith("L") and (code < _LATIN_END or _LATIN_MORE[0] <= code <= _LATIN_MORE[1]):
        return anyascii(letter).lower()
    plain = normalize("NFKD", normalize("NFKD", letter).casefold())
    return "".join(_kept(piece) for piece in plain).lower()


def _kept(piece: str) -> str:
    if piece.isascii():
        return piece.lower()
    if category(piece) in ("Mn", "Me", "Cf"):
        return ""
    return piece if piece.isalnum() or category(piece) == "Mc" else " "


class _Letters(dict[str, str]):
    """What each character met so far becomes."""

    def __missing__(self, letter: str) -> str:
        said = self[letter] = fold_character(letter)
        return said


_LETTERS = _Letters()


def _letter(match: re.Match[str]) -> str:
    return _LETTERS[match[0]]
