"""Knows every word of the names, loosely spelt, and which names have it; finds words by start and in spite of typos."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import accumulate, chain

from tui.jump.columns import Column, Numbers
from tui.jump.fold import kindred, loose
from tui.jump.slips import Range, apart, one_off, two_off, wholly

KEPT = 256
"""How many names are looked at for one start of a word: the foremost ones."""

FAR_FROM = 6
"""Letters of a word from which on two slips close together are forgiven."""

_LONG = 8192
_REMEMBERED = 64
_AFTER = "\uffff"
_TURN = 512
_WIDER_FROM = 4
_SCANNED = 1_000


class Postings:
    """For each word of a vocabulary the numbers of the names that have it; a smaller number is a foremost name."""

    def __init__(self, names: Numbers, edges: Numbers, foremost: dict[Range, Sequence[int]]) -> None:
        self._names, self._edges, self._foremost = names, edges, foremost

    @classmethod
    def build(cls, words: Sequence[str], lists: dict[str, "array[int]"], breathe: Callable[[], None]) -> "Postings":
        """Take the words in order and the numbers of each, ascending."""
        names, edges = array("i"), array("i", [0])
        for at, word in enumerate(words):
            if at % _TURN == 0:
                breathe()
            names.extend(lists.get(word, ()))
            edges.append(len(names))
        made = cls(names, edges, {})
        for length in (1, 2, 3, 4):
            at = 0
            while at < len(words):
                span = (at, bisect_left(words, words[at][:length] + _AFTER, at))
                if made.count(span) > _LONG and span not in made._foremost:
                    breathe()
                    made._foremost[span] = sorted(set(nsmallest(KEPT * 2, made.names(span))))[:KEPT]
                at = span[1]
        return made

    def count(self, words: Range) -> int:
        """How often the words of a range occur in names."""
        return self._edges[words[1]] - self._edges[words[0]]

    def names(self, words: Range) -> Numbers:
        """The numbers of all names that have a word of the range, in no order, some twice."""
        return self._names[self._edges[words[0]] : self._edges[words[1]]]

    def foremost(self, words: Range, kept: int = KEPT) -> Sequence[int]:
        """The foremost names that have a word of the range, in order."""
        known = self._foremost.get(words)
        return (sorted(set(self.names(words))) if known is None else known)[:kept]

    def columns(self, name: str) -> dict[str, Column]:
        """What is to be saved of them."""
        flat = array("i")
        for (low, high), numbers in self._foremost.items():
            flat.extend((low, high, len(numbers), *numbers))
        return {f"{name}.names": self._names, f"{name}.edges": self._edges, f"{name}.foremost": flat}

    @classmethod
    def opened(cls, columns: "Mapping[str, memoryview[int]]", name: str) -> "Postings":
        """Those saved under a name; raises KeyError if something of them is missing."""
        foremost: dict[Range, Sequence[int]] = {}
        flat, at = columns[f"{name}.foremost"].tolist(), 0
        while at < len(flat):
            low, high, size = flat[at : at + 3]
            foremost[low, high] = flat[at + 3 : at + 3 + size]
            at += 3 + size
        return cls(columns[f"{name}.names"], columns[f"{name}.edges"], foremost)


class Vocabulary:
    """All words in order; where they stand first in a name and where further on is kept apart."""

    def __init__(self, words: list[str], first: Postings, other: Postings) -> None:
        self.words = words
        """The words, ascending."""
        self.first = first
        """The names that begin with each."""
        self.other = other
        """The names that have it further on."""
        self._known: dict[str, tuple[list[Range], list[Range], list[Range]]] = {}
        self._counted: dict[str, tuple[list[int], list[int]]] = {}

    @classmethod
    def build(
        cls, lines: Iterable[tuple[int, Sequence[str]]], breathe: Callable[[], None] = lambda: None
    ) -> "Vocabulary":
        """Take (number, words) of each name, numbers ascending; `breathe` is called often."""
        first: dict[str, array[int]] = {}
        other: dict[str, array[int]] = {}
        for turn, (number, words) in enumerate(lines):
            if turn % _TURN == 0:
                breathe()
            lists = first
            for word in words:
                found = lists.get(word)
                if found is None:
                    lists[word] = array("i", (number,))
                elif found[-1] != number:
                    found.append(number)
                lists = other
        told = sorted(first.keys() | other.keys())
        return cls(told, Postings.build(told, first, breathe), Postings.build(told, other, breathe))

    def has(self, word: str) -> bool:
        """Whether it is a word of some name."""
        at = bisect_left(self.words, word)
        return at < len(self.words) and self.words[at] == word

    def starting(self, start: str) -> Range:
        """The words that start so, as a range of positions."""
        low = bisect_left(self.words, start)
        return low, bisect_left(self.words, start + _AFTER, low)

    def near(self, start: str) -> list[Range]:
        """The words that start so, with one slip from three letters on and two from six, as ranges apart."""
        return self._near(start)[2]

    def counts(self, start: str) -> tuple[list[int], list[int]]:
        """How often words of names are this one with no slip, at most one, at most two; and how often they start so."""
        known = self._counted.get(start)
        if known is None:
            if len(self._counted) > _REMEMBERED:
                self._counted.clear()
            near = self._near(start)
            starts = [self.count(ranges) for ranges in near]
            if sum(high - low for low, high in near[2]) > _SCANNED:
                low = bisect_left(self.words, start)
                wholes = [self.count([(low, low + 1)]) if self.has(start) else 0, *starts[1:]]
            else:
                wholes = list(accumulate(map(self.count, wholly(self.words, near[2], start))))
            known = self._counted[start] = (wholes, starts)
        return known

    def _near(self, start: str) -> tuple[list[Range], list[Range], list[Range]]:
        """The words that start so with no slip, at most one, at most two, as ranges apart."""
        known = self._known.get(start)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            same = [self.starting(start)]
            once = apart([*same, *one_off(self.words, start)])
            known = self._known[start] = same, once, apart([*once, *two_off(self.words, start)])
        return known

    def far(self, word: str) -> list[Range]:
        """The words that begin with the letter of this one, of six letters and more, and are it but for two slips."""
        if len(word) < FAR_FROM:
            return []
        return sorted(chain(*wholly(self.words, [self.starting(word[0])], word)))

    def wider(self, word: str) -> list[Range]:
        """The words near a plain word, near its kin, or that start like what is left of it without one letter."""
        sound = loose(word)
        ranges = list(self.near(sound))
        if len(word) >= _WIDER_FROM:
            for other in kindred(sound):
                ranges += self.near(other)
            for at in range(1, len(word)):
                left = self.starting(loose(word[:at] + word[at + 1 :]))
                ranges += [left] if left[0] < left[1] else []
        return apart(ranges)

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

    def beginning(self, starts: Sequence[str], kept: int) -> set[int]:
        """The foremost names whose first word starts with the first of these, and further words with the others."""
        first, *others = map(self.starting, starts)
        found = set(self.first.names(first))
        for words in others:
            found.intersection_update(self.other.names(words))
        return set(nsmallest(kept, found))

    def columns(self, name: str) -> dict[str, Column]:
        """What is to be saved of it."""
        words = "\n".join(self.words).encode()
        return {f"{name}.words": words, **self.first.columns(f"{name}.first"), **self.other.columns(f"{name}.other")}

    @classmethod
    def opened(cls, columns: "Mapping[str, memoryview[int]]", name: str) -> "Vocabulary":
        """That saved under a name; raises KeyError if something of it is missing."""
        words = str(columns[f"{name}.words"], "utf-8").split("\n")
        first, other = (Postings.opened(columns, f"{name}.{part}") for part in ("first", "other"))
        return cls(words if words != [""] else [], first, other)
