"""Knows every word of the names, loosely spelt, and which names have it; finds words by start and in spite of typos."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from heapq import nsmallest

from rapidfuzz import process
from rapidfuzz.distance import OSA

KEPT = 256
"""How many names are looked at for one start of a word: the foremost ones."""

_LONG = 8192
_AFTER = "\uffff"
_LETTERS = "abcdfghijklmnprstuvz0123456789"
_SCANNED = 12_000
Range = tuple[int, int]


class Vocabulary:
    """Words in order, each with the numbers of the names that have it; a smaller number is a foremost name."""

    def __init__(self, words: Sequence[str], names: "array[int]", edges: "array[int]") -> None:
        self._words = words
        self._names = names
        self._edges = edges
        self._foremost = self._long_starts()

    @classmethod
    def build(cls, lines: Iterable[tuple[int, Iterable[str]]]) -> "Vocabulary":
        """Take (number, words) of each name, numbers ascending."""
        postings: dict[str, list[int]] = {}
        for number, words in lines:
            for word in words:
                found = postings.get(word)
                if found is None:
                    postings[word] = [number]
                else:
                    found.append(number)
        ordered = sorted(postings)
        names, edges = array("i"), array("i", [0])
        for word in ordered:
            names.extend(postings[word])
            edges.append(len(names))
        return cls(ordered, names, edges)

    def starting(self, start: str) -> Range:
        """The words that start so, as a range of positions."""
        return bisect_left(self._words, start), bisect_left(self._words, start + _AFTER)

    def count(self, words: Range) -> int:
        """How often the words of a range occur in names."""
        return self._edges[words[1]] - self._edges[words[0]]

    def all_names(self, words: Range) -> "array[int]":
        """The numbers of all names that have a word of the range, in no order, some twice."""
        return self._names[self._edges[words[0]] : self._edges[words[1]]]

    def foremost(self, words: Range, kept: int = KEPT) -> list[int]:
        """The foremost names that have a word of the range, in order."""
        known = self._foremost.get(words)
        if known is not None:
            return known[:kept]
        return sorted(set(self.all_names(words)))[:kept]

    def one_off(self, start: str) -> list[Range]:
        """The words that start so but for one letter missing, added, wrong or swapped with its neighbour."""
        found: list[Range] = []
        for spelling in _one_off(start):
            low = bisect_left(self._words, spelling)
            if low < len(self._words) and self._words[low].startswith(spelling):
                found.append((low, bisect_left(self._words, spelling + _AFTER, low)))
        return found

    def two_off(self, start: str) -> list[Range]:
        """The words that start so but for two such slips, at most one of them in the first half."""
        half = min(4, len(start) // 2)
        found: list[Range] = []
        scanned = 0
        for low, high in _apart([self.starting(start[:half]), *self.one_off(start[:half])]):
            scanned += high - low
            if scanned > _SCANNED:
                break
            heads = [word[: len(start) + 1] for word in self._words[low:high]]
            near = process.extract(start, heads, scorer=OSA.distance, score_cutoff=3, limit=None)
            found += [(low + place, low + place + 1) for head, _, place in near if _distance(start, head) <= 2]
        return found

    def _long_starts(self) -> dict[Range, list[int]]:
        known: dict[Range, list[int]] = {}
        for length in (1, 2, 3, 4):
            at = 0
            while at < len(self._words):
                start = self._words[at][:length]
                span = (at, bisect_left(self._words, start + _AFTER, at))
                if self.count(span) > _LONG and span not in known:
                    known[span] = sorted(set(nsmallest(KEPT * 2, self.all_names(span))))[:KEPT]
                at = span[1]
        return known


def _one_off(start: str) -> set[str]:
    halves = [(start[:cut], start[cut:]) for cut in range(len(start) + 1)]
    spellings = {left + right[1:] for left, right in halves if right}
    spellings |= {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    spellings |= {left + letter + right[1:] for left, right in halves if right for letter in _LETTERS}
    spellings |= {left + letter + right for left, right in halves for letter in _LETTERS}
    spellings.discard(start)
    return {spelling for spelling in spellings if not spelling.startswith(start)}


def _distance(start: str, word: str) -> int:
    size = len(start)
    return min(OSA.distance(start, word[:length]) for length in range(max(1, size - 2), size + 3))


def _apart(ranges: Sequence[Range]) -> list[Range]:
    """The ranges in order, none inside another."""
    apart: list[Range] = []
    for low, high in sorted(ranges):
        low = max(low, apart[-1][1]) if apart else low
        if low < high:
            apart.append((low, high))
    return apart
