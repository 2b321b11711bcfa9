"""Knows every word of the names, loosely spelt, and which names have it; finds words by start and in spite of typos."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from heapq import nsmallest

from tui.jump.slips import Range, apart, near_words

KEPT = 256
"""How many names are looked at for one start of a word: the foremost ones."""

_LONG = 8192
_REMEMBERED = 64
_AFTER = "\uffff"


class Postings:
    """For each word of a vocabulary the numbers of the names that have it; a smaller number is a foremost name."""

    def __init__(self, words: Sequence[str], lists: dict[str, list[int]]) -> None:
        self._names = array("i")
        self._edges = array("i", [0])
        for word in words:
            self._names.extend(lists.get(word, ()))
            self._edges.append(len(self._names))
        self._foremost: dict[Range, list[int]] = {}
        for length in (1, 2, 3, 4):
            at = 0
            while at < len(words):
                span = (at, bisect_left(words, words[at][:length] + _AFTER, at))
                if self.count(span) > _LONG and span not in self._foremost:
                    self._foremost[span] = sorted(set(nsmallest(KEPT * 2, self.names(span))))[:KEPT]
                at = span[1]

    def count(self, words: Range) -> int:
        """How often the words of a range occur in names."""
        return self._edges[words[1]] - self._edges[words[0]]

    def names(self, words: Range) -> "array[int]":
        """The numbers of all names that have a word of the range, in no order, some twice."""
        return self._names[self._edges[words[0]] : self._edges[words[1]]]

    def foremost(self, words: Range, kept: int = KEPT) -> list[int]:
        """The foremost names that have a word of the range, in order."""
        known = self._foremost.get(words)
        return (sorted(set(self.names(words))) if known is None else known)[:kept]


class Vocabulary:
    """All words in order; where they stand first in a name and where further on is kept apart."""

    def __init__(self, first: dict[str, list[int]], other: dict[str, list[int]]) -> None:
        self._words = sorted(first.keys() | other.keys())
        self.first = Postings(self._words, first)
        self.other = Postings(self._words, other)
        self._known: dict[str, list[Range]] = {}

    @classmethod
    def build(cls, lines: Iterable[tuple[int, Sequence[str]]]) -> "Vocabulary":
        """Take (number, words) of each name, numbers ascending."""
        first: dict[str, list[int]] = {}
        other: dict[str, list[int]] = {}
        for number, words in lines:
            lists = first
            for word in words:
                found = lists.get(word)
                if found is None:
                    lists[word] = [number]
                elif found[-1] != number:
                    found.append(number)
                lists = other
        return cls(first, other)

    def has(self, word: str) -> bool:
        """Whether it is a word of some name."""
        at = bisect_left(self._words, word)
        return at < len(self._words) and self._words[at] == word

    def starting(self, start: str) -> Range:
        """The words that start so, as a range of positions."""
        low = bisect_left(self._words, start)
        return low, bisect_left(self._words, start + _AFTER, low)

    def near(self, start: str) -> list[Range]:
        """The words that start so, with one slip from three letters on and two from six, as ranges apart."""
        known = self._known.get(start)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            known = self._known[start] = apart([self.starting(start), *near_words(self._words, start)])
        return known

    def count(self, ranges: Iterable[Range]) -> int:
        """How often the words of the ranges occur in names."""
        return sum(self.first.count(words) + self.other.count(words) for words in ranges)

    def names(self, ranges: Iterable[Range]) -> set[int]:
        """The numbers of all names that have a word of the ranges."""
        names: set[int] = set()
        for words in ranges:
            names.update(self.first.names(words))
            names.update(self.other.names(words))
        return names

    def meeting(self, names: set[int], ranges: Iterable[Range]) -> set[int]:
        """Those of the names that have a word of the ranges as well."""
        found: set[int] = set()
        for words in ranges:
            found.update(names.intersection(self.first.names(words)), names.intersection(self.other.names(words)))
        return found

    def foremost(self, ranges: Iterable[Range], kept: int = KEPT) -> set[int]:
        """Of each range the foremost names, as many with the word first as with it further on."""
        names: set[int] = set()
        for words in ranges:
            names.update(self.first.foremost(words, kept))
            names.update(self.other.foremost(words, kept))
        return names
