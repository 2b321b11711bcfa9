"""Text with its typography evened out, and the way back from its offsets to those of the text itself."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_SAME = {
    **dict.fromkeys("‘’‚‛′ʼʻ`´ʾʿ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\t\n\r\x0b\x0c\x85\u2028\u2029", " "),
    **dict.fromkeys(
        "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
}

_INVISIBLE = "\xad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_RUNS = re.compile(r" {2,}|-{2,}|''|\.\.\.")
_RARE = re.compile(f"[{_INVISIBLE}{_MARKS}ﬀ-ﬆæœ]")
_UNEVEN = re.compile(rf"[{_INVISIBLE} ]*[{_INVISIBLE}][{_INVISIBLE} ]*|{_RUNS.pattern}|[^{_MARKS}][{_MARKS}]+|[ﬀ-ﬆæœ]")
_SPELT_OUT = {"æ": "ae", "œ": "oe", "ﬅ": "st"}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and its map; folded offsets are code points of `text`."""

    text: str
    """Quotes, dashes and spaces of one sort each, runs of space one, invisible characters gone, lower case, NFC."""
    _folded: tuple[int, ...]
    _original: tuple[int, ...]
    _even: tuple[bool, ...]

    def start(self, offset: int) -> int:
        """The offset in the original text of the character folded to `offset`."""
        piece = bisect_right(self._folded, offset) - 1
        return self._original[piece] + (offset - self._folded[piece] if self._even[piece] else 0)

    def end(self, offset: int) -> int:
        """The offset in the original text after the character before folded `offset`."""
        if offset <= 0:
            return 0
        piece = bisect_right(self._folded, offset - 1) - 1
        if self._even[piece]:
            return self._original[piece] + offset - self._folded[piece]
        return self._original[piece + 1]

    def near(self, original: int) -> int:
        """The folded offset an original one comes nearest to."""
        piece = max(bisect_right(self._original, original) - 1, 0)
        return min(self._folded[piece] + (original - self._original[piece] if self._even[piece] else 0), len(self.text))


@lru_cache(maxsize=16)
def fold(text: str) -> Folded:
    """Fold a text. The last few are remembered: an article has many notes."""
    plain = _lower(text)
    characters = set(plain)
    for character in characters & _SAME.keys():
        plain = plain.replace(character, _SAME[character])
    # Most texts have nothing rare in them, and looking for it at every character would take most of the time.
    rare = any(_RARE.match(character) for character in characters if character > "~")
    parts: list[str] = []
    folded, original, even = [0], [0], [True]
    position = length = 0
    for match in (_UNEVEN if rare else _RUNS).finditer(plain):
        start, end = match.span()
        instead = _instead(match[0])
        length += start - position
        parts += (plain[position:start], instead)
        folded += (length, length + len(instead))
        original += (start, end)
        even += (False, True)
        length += len(instead)
        position = end
    parts.append(plain[position:])
    return Folded("".join(parts), tuple(folded), tuple(original), tuple(even))


def _instead(found: str) -> str:
    first = found[0]
    if first == ".":
        return "…"
    if first == "'":
        return '"'
    if first == "-":
        return "-"
    if unicodedata.combining(found[-1]):
        return unicodedata.normalize("NFC", found)
    if first in _SPELT_OUT:
        return _SPELT_OUT[first]
    if "ﬀ" <= first <= "ﬆ":
        return unicodedata.normalize("NFKC", first)
    return " " if " " in found else ""


def _lower(text: str) -> str:
    """Lower case, one character for one."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)
