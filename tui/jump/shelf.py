"""Knows one group of spellings that are searched together, and which of them a query may mean."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import islice

from tui.jump.columns import Column
from tui.jump.fold import LONGEST_INITIALS, abbreviations, loose
from tui.jump.match import Query
from tui.jump.slips import Range, apart
from tui.jump.vocabulary import FAR_FROM, KEPT, Vocabulary

_MEETING = 60_000
_SEED = 20_000
_NEAR = 100
_PAIRED = 50
_FEW = 24
_SHORTEST_FAR = 8
_MOST_FAR = 2
_FAR_SEED = 30_000
_FAR = 100
_BROAD = 40_000
_MOST_RANGES = 8
_SHORTEST_ALONE = 5
_SHORTEST_TORN = 4
_EACH = 48
_TORN = 256
_EFFORT = 150_000
_PIECES = 6


class Shelf:
    """The words of a group of spellings, as they are and loosely spelt, and the initials of those of several words."""

    def __init__(self, plain: Vocabulary, loose: Vocabulary, initials: Vocabulary) -> None:
        self._plain, self._loose, self._initials = plain, loose, initials

    @classmethod
    def build(
        cls, numbers: Sequence[int], plains: Sequence[str], looses: Sequence[str], breathe: Callable[[], None]
    ) -> "Shelf":
        """Take the numbers of the spellings, ascending, with their plain and loose forms."""
        return cls(
            Vocabulary.build(((at, text.split(" ")) for at, text in zip(numbers, plains, strict=True)), breathe),
            Vocabulary.build(((at, text.split(" ")) for at, text in zip(numbers, looses, strict=True)), breathe),
            Vocabulary.build(_initials(numbers, plains), breathe),
        )

    def columns(self, name: str) -> dict[str, Column]:
        """What is to be saved of it."""
        return {
            **self._plain.columns(f"{name}.plain"),
            **self._loose.columns(f"{name}.loose"),
            **self._initials.columns(f"{name}.initials"),
        }

    @classmethod
    def opened(cls, columns: "Mapping[str, memoryview[int]]", name: str) -> "Shelf":
        """That saved under a name; raises KeyError if something of it is missing."""
        plain, loose, initials = (
            Vocabulary.opened(columns, f"{name}.{part}") for part in ("plain", "loose", "initials")
        )
        return cls(plain, loose, initials)

    def count(self, sound: str) -> int:
        """How often a word of the spellings starts so."""
        return self._loose.count([self._loose.starting(sound)])

    def exactly(self, query: Query, kept: int) -> set[int]:
        """Spellings in which each word of the query starts a word, letter for letter; and those it is initials of.

        The foremost `kept` of each sort, of those that begin with it and of the others: what is left out comes after
        these whatever letter follows.
        """
        if len(query.words) > 1:
            found = _meeting(self._plain, query.words)
            return found if len(found) < 2 * KEPT else found | self._plain.beginning(query.words, kept)
        found = self._plain.foremost([self._plain.starting(query.text)], kept)
        if 1 < len(query.text) <= LONGEST_INITIALS:
            found |= self._initials.foremost([self._initials.starting(query.text)], kept)
        return found

    def fitting(self, query: Query) -> set[int]:
        """Spellings in which each word of the query that tells something starts a word, loosely."""
        if len(query.telling) > 1:
            return _meeting(self._loose, [query.sounds[place] for place in query.telling])
        return self._loose.foremost([self._loose.starting(query.sounds[query.telling[0]])])

    def near_counts(self, sound: str) -> tuple[list[int], list[int]]:
        """How often words of the spellings are this one with no slip, one, two at most; and how often they start so."""
        return self._loose.counts(sound)

    def near(self, query: Query) -> set[int]:
        """Spellings that may be meant if words were misspelt: by the two rarest words, each met by the others."""
        return self._met(query, [self._loose.near(query.sounds[place]) for place in query.telling])

    def wider(self, query: Query) -> set[int]:
        """The same, where a slip tore a pair of letters apart that sound as one, or one sound was taken for another."""
        return self._met(query, [self._loose.wider(query.words[place]) for place in query.telling])

    def far(self, query: Query) -> set[int]:
        """The same, where a word is so misspelt that only its first letter can be relied on: by the other words."""
        if len(query.text) < (_SHORTEST_FAR if len(query.telling) > 1 else FAR_FROM):
            return set()
        words, sounds = self._loose, [query.sounds[place] for place in query.telling]
        spans = [words.near(sound) for sound in sounds]
        for at in sorted(range(len(spans)), key=lambda at: -len(sounds[at]))[:_MOST_FAR]:
            spans[at] = apart([*spans[at], *words.far(sounds[at])])
        sizes = [words.count(span) for span in spans]
        broad = [apart([*span, self._beginning(sound)]) for span, sound in zip(spans, sounds, strict=True)]
        found: set[int] = set()
        seeds = sorted((place for place, size in enumerate(sizes) if 0 < size <= _FAR_SEED), key=sizes.__getitem__)
        for place in seeds[:_MOST_FAR]:
            names = words.names(spans[place])
            meeting = [words.meeting(names, broad[other]) for other in range(len(spans)) if other != place]
            every = names.intersection(*meeting)
            found.update(nsmallest(_FAR, every))
            if len(names) <= _NEAR:
                found |= names
            elif len(every) < _FEW:
                for some in meeting:
                    found.update(nsmallest(_PAIRED, some))
        return found

    def _beginning(self, sound: str) -> Range:
        """The words that begin with as few letters of one as are not too common."""
        for length in range(1, len(sound)):
            span = self._loose.starting(sound[:length])
            if self._loose.count([span]) <= _BROAD:
                return span
        return self._loose.starting(sound)

    def _met(self, query: Query, spans: Sequence[Sequence[Range]]) -> set[int]:
        """Spellings that have words of each of the spans, one span for each telling word of a query.

        Where none has words of all, those that have words of two.
        """
        if len(query.telling) == 1 and max(map(len, query.words)) < _SHORTEST_ALONE:
            return set()
        words = self._loose
        sizes = [words.count(span) for span in spans]
        order = sorted((place for place, size in enumerate(sizes) if size), key=sizes.__getitem__)
        found: set[int] = set()
        for place in order[:2]:
            if sizes[place] > _SEED:
                found |= set() if found else words.foremost(spans[place][:_MOST_RANGES], _EACH)
                continue
            names = words.names(spans[place])
            if len(names) <= _NEAR:
                found |= names
                continue
            others = [other for other in order if other != place and sizes[other] <= _MEETING]
            meeting = [words.meeting(names, spans[other]) for other in others]
            every = names.intersection(*meeting)
            found.update(nsmallest(_NEAR, every))
            if len(every) < _FEW:
                for some in meeting:
                    found.update(nsmallest(_PAIRED, some))
        return found

    def split(self, query: Query) -> set[int]:
        """Spellings that may be meant if words were run together, or one torn apart."""
        if len(query.words) > 1:
            return self._loose.foremost([self._loose.starting(loose("".join(query.words)))], _EACH)
        return self.torn(query)

    def torn(self, query: Query) -> set[int]:
        """Spellings that may be meant if what are several words of them was typed as one of the words."""
        found: set[int] = set()
        effort = _EFFORT
        for place, word in enumerate(query.words):
            if len(word) > _SHORTEST_TORN:
                before, behind = list(query.sounds[:place]), list(query.sounds[place + 1 :])
                for sounds in islice(self._torn(word, _PIECES, {}), _TORN):
                    rare, next_rare, *_ = sorted(map(self._sized, before + sounds + behind))
                    effort -= rare[0] + (next_rare[0] if rare[0] > _EACH else 0)
                    if effort < 0:
                        break
                    names = self._loose.names([rare[1]])
                    if len(names) > _EACH:
                        names = self._loose.meeting(names, [next_rare[1]])
                    found.update(nsmallest(_EACH, names))
        return found

    def _sized(self, start: str) -> tuple[int, Range]:
        """How often words start so, and which."""
        words = self._loose.starting(start)
        return self._loose.count([words]), words

    def going_on(self, said: str) -> set[int]:
        """Spellings whose words start as those of a plain form do, among them all that go on from it; in no order."""
        first, *others = map(self._plain.starting, said.split(" "))
        found = set(self._plain.first.names(first))
        for words in others:
            found = self._plain.meeting(found, [words])
        return found

    def _torn(self, text: str, most: int, ends: dict[str, bool]) -> Iterator[list[str]]:
        """Ways to cut a word into known words, the last of them perhaps not typed to its end.

        `ends` remembers of each end of it whether any word starts so.
        """
        for cut in range(len(text) - 2, 1, -1):
            rest = text[cut:]
            left = loose(text[:cut])
            if not self._loose.has(left):
                continue
            last = loose(rest)
            known = ends.get(rest)
            if known is None:
                low, high = self._loose.starting(last)
                known = ends[rest] = low < high
            if known:
                yield [left, last]
            if most > 2:
                yield from ([left, *others] for others in self._torn(rest, most - 1, ends))


def _meeting(words: Vocabulary, starts: Sequence[str], kept: int = KEPT) -> set[int]:
    """Spellings that have a word for each of the starts, the foremost of them."""
    spans: list[list[Range]] = [[words.starting(start)] for start in starts]
    sizes = [words.count(span) for span in spans]
    order = sorted(range(len(starts)), key=sizes.__getitem__)
    if not order or sizes[order[0]] == 0:
        return set()
    few = spans[order[0]]
    found = words.names(few) if sizes[order[0]] <= _MEETING else words.foremost(few)
    for place in order[1:]:
        if sizes[place] <= _MEETING:
            found = words.meeting(found, spans[place])
    return set(sorted(found)[: 2 * kept])


def _initials(numbers: Sequence[int], plains: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    for number, text in zip(numbers, plains, strict=True):
        words = text.split(" ")
        if len(words) > 1:
            yield number, abbreviations(words)
