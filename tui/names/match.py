"""Finds every mention of known spellings in a text: longest match first, none overlapping."""

import re
from collections.abc import Iterable, Mapping
from sys import intern

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`‘](?!s\b)[^\W_]+)*")
_APOSTROPHES = str.maketrans("’ʼ`‘", "''''")
_INSIDE = re.compile(r"[ \xa0‑–—'’&/.-]{1,3}|, | ?\n|\. ")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as `Matcher` sees them: case kept, separators and a final possessive gone."""
    return tuple(word.translate(_APOSTROPHES) for word in _WORD.findall(name))


class Matcher:
    """A set of spellings, ready to be found in any number of texts."""

    __slots__ = ("_longest", "_owners")

    def __init__(self, spellings: Iterable[tuple[str, int]]) -> None:
        """`spellings` are (spelling, owner); the first owner of a spelling keeps it."""
        self._owners: dict[str, int] = {}
        self._longest: dict[str, int] = {}
        for spelling, owner in spellings:
            words = words_of(spelling)
            if words:
                self._owners.setdefault(" ".join(words), owner)
                self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def find(self, text: str, local: Mapping[str, int]) -> list[tuple[int, int, int]]:
        """The mentions in `text` as (start, end, owner), in order.

        `local` are owners that hold for this text only, by the spelling's words joined with single blanks; they win
        over the general ones. An owner below zero means that the spelling is nobody's here.
        """
        return self.owned(self.find_words(text, local), local)

    def owned(self, found: Iterable[tuple[int, int, str]], local: Mapping[str, int]) -> list[tuple[int, int, int]]:
        """What `find_words` gave, each with its owner instead of its words."""
        owners = self._owners
        if not local:
            return [(start, end, owners[words]) for start, end, words in found]
        return [(start, end, local[words] if words in local else owners[words]) for start, end, words in found]

    @property
    def owners(self) -> Mapping[str, int]:
        """The owner of each spelling, by its words joined with single blanks; below zero where it is nobody's."""
        return self._owners

    def somebodys(self) -> set[str]:
        """The spellings that have an owner, as words joined with single blanks."""
        return {words for words, owner in self._owners.items() if owner >= 0}

    def find_words(self, text: str, local: Mapping[str, int]) -> list[tuple[int, int, str]]:
        """The mentions as `find` gives them, each with the words of its spelling joined with single blanks.

        They hang on which spellings have an owner, and not on who it is.
        """
        found: list[tuple[int, int, str]] = []
        longest = self._longest
        spans = [match.span() for match in _WORD.finditer(text)]
        said = [text[start:end] for start, end in spans]
        at, stop = 0, len(said)
        while at < stop:
            size = longest.get(said[at].translate(_APOSTROPHES) if not said[at].isascii() else said[at], 0)
            if not size:
                at += 1
                continue
            taken = 1
            for length in range(min(size, stop - at), 0, -1):
                key = " ".join(said[at : at + length]).translate(_APOSTROPHES)
                owner = local.get(key, self._owners.get(key, -1))
                if owner >= 0 and self._together(text, spans, at, length):
                    start, end = spans[at][0], spans[at + length - 1][1]
                    if text[end : end + 1] == "." and text[end - 2 : end - 1] == ".":
                        end += 1  # the last full stop of "U.S."
                    found.append((start, end, intern(key)))
                    taken = length
                    break
            at += taken
        return found

    def _together(self, text: str, spans: list[tuple[int, int]], at: int, length: int) -> bool:
        return all(
            _INSIDE.fullmatch(text, spans[place][1], spans[place + 1][0]) is not None
            for place in range(at, at + length - 1)
        )
