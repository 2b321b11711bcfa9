"""Finds every mention of known spellings in a text: longest match first, none overlapping."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from sys import intern

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`‘](?!s\b)[^\W_]+)*")
_WORDS_APART = re.compile(f"({_WORD.pattern})")
_APOSTROPHES = str.maketrans("’ʼ`‘", "''''")
_WINDOW = 500_000
"""Characters that are taken apart at once."""

_SLACK = 2_000
"""Characters beyond a window in which a name that begins inside it ends."""

_INSIDE = re.compile(r"[ \xa0‑–—'’&/.-]{1,3}|, | ?\n|\. | [\"“(]|[\"”)] ")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as `Matcher` sees them: case kept, separators and a final possessive gone."""
    return tuple(word.translate(_APOSTROPHES) for word in _WORD.findall(name))


class Matcher:
    """A set of spellings, ready to be found in any number of texts."""

    __slots__ = ("_longest", "_owners")

    def __init__(self, spellings: Iterable[tuple[str, int]]) -> None:
        """`spellings` are (spelling, owner); the first owner of a spelling keeps it."""
        owners: dict[str, int] = {}
        longest: dict[str, int] = {}
        for spelling, owner in spellings:
            words = words_of(spelling)
            if words:
                owners.setdefault(" ".join(words), owner)
                longest[words[0]] = max(len(words), longest.get(words[0], 0))
        self._owners: Mapping[str, int] = owners
        self._longest: Mapping[str, int] = longest

    @classmethod
    def over(cls, owners: Mapping[str, int], longest: Mapping[str, int]) -> "Matcher":
        """One that looks spellings up where they lie: it finds them, but cannot list them.

        `owners` are by the words of a spelling joined with single blanks, `longest` is by the first word of spellings
        the most words one of them has.
        """
        matcher = cls(())
        matcher._owners, matcher._longest = owners, longest
        return matcher

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
        at = 0
        for stop in _windows(text):
            # What begins before a window's end may go on beyond it; what begins after is for the next one.
            for start, end, words in self._in_window(text[at : stop + _SLACK], local):
                if at + start >= stop:
                    break
                found.append((at + start, at + end, words))
            at = max(stop, found[-1][1] if found else 0)
        return found

    def _in_window(self, text: str, local: Mapping[str, int]) -> Iterator[tuple[int, int, str]]:
        longest, owners = self._longest, self._owners
        # Words and what is between them in turn, in one go: most texts are long, and few of their words open a name.
        pieces = _WORDS_APART.split(text.translate(_APOSTROPHES) if _has_apostrophe(text) else text)
        said = pieces[1::2]
        opening = [at for at, word in enumerate(said) if word in longest]
        if not opening:
            return
        ends = list(accumulate(map(len, pieces)))
        past, stop = 0, len(said)
        for at in opening:
            if at < past:
                continue
            for length in range(min(longest[said[at]], stop - at), 0, -1):
                key = " ".join(said[at : at + length])
                owner = local.get(key, owners.get(key, -1))
                if owner >= 0 and _together(text, ends, at, length):
                    start, end = ends[2 * at], ends[2 * (at + length) - 1]
                    if text[end : end + 1] == "." and text[end - 2 : end - 1] == ".":
                        end += 1  # the last full stop of "U.S."
                    yield start, end, intern(key)
                    past = at + length
                    break


def _windows(text: str) -> Iterator[int]:
    """Where to cut a text so that no more than a window of it is in pieces at once: before words, and at its end."""
    at = _WINDOW
    while at < len(text):
        at = text.find(" ", at) + 1
        if not at:
            break
        yield at
        at += _WINDOW
    yield len(text)


def _together(text: str, ends: Sequence[int], at: int, length: int) -> bool:
    """Whether so many words from one on stand as those of one name do; `ends` are those of the pieces of the text."""
    return all(
        _INSIDE.fullmatch(text, ends[2 * place + 1], ends[2 * place + 2]) is not None
        for place in range(at, at + length - 1)
    )


def _has_apostrophe(text: str) -> bool:
    return any(mark in text for mark in "’ʼ`‘")
