"""Knows one group of spellings that are searched together, and which of them a query may mean."""

from collections.abc import Iterator, Sequence
from itertools import islice

from tui.jump.fold import initials, loose
from tui.jump.match import Query
from tui.jump.vocabulary import KEPT, Vocabulary

_MEETING = 60_000
_SEED = 20_000
_NEAR = 150
_MOST_RANGES = 8
_SHORTEST_ALONE = 5
_EACH = 48
_TORN = 24
_LONGEST_INITIALS = 8


class Shelf:
    """The words of a group of spellings, loosely spelt, and the initials of those of two words and more."""

    def __init__(self, words: Vocabulary, initials: Vocabulary) -> None:
        self._words = words
        self._initials = initials

    @classmethod
    def build(cls, numbers: Sequence[int], plains: Sequence[str], looses: Sequence[str]) -> "Shelf":
        """Take the numbers of the spellings, ascending, with their plain and loose forms."""
        return cls(
            Vocabulary.build((number, text.split(" ")) for number, text in zip(numbers, looses, strict=True)),
            Vocabulary.build(_initials(numbers, plains)),
        )

    def count(self, sound: str) -> int:
        """How often a word of the spellings starts so."""
        return self._words.count([self._words.starting(sound)])

    def fitting(self, query: Query) -> set[int]:
        """Spellings in which each word of the query starts a word, loosely; and those it is the initials of."""
        if len(query.sounds) > 1:
            return self._meeting([query.sounds[place] for place in query.telling])
        found = self._words.foremost([self._words.starting(query.sounds[0])])
        if 1 < len(query.text) <= _LONGEST_INITIALS:
            found |= self._initials.foremost([self._initials.starting(query.text)])
        return found

    def near(self, query: Query) -> set[int]:
        """Spellings that may be meant if words were misspelt: by the two rarest words, each met by the others."""
        if len(query.telling) == 1 and max(map(len, query.words)) < _SHORTEST_ALONE:
            return set()
        spans = [self._words.near(query.sounds[place]) for place in query.telling]
        sizes = [self._words.count(span) for span in spans]
        order = sorted((place for place, size in enumerate(sizes) if size), key=sizes.__getitem__)
        found: set[int] = set()
        for place in order[:2]:
            if sizes[place] > _SEED:
                found |= set() if found else self._words.foremost(spans[place][:_MOST_RANGES], _EACH)
                continue
            names = self._words.names(spans[place])
            for other in order:
                if len(names) > _NEAR and other != place and sizes[other] <= _MEETING:
                    names = self._words.meeting(names, spans[other])
            found.update(sorted(names)[:_NEAR])
        return found

    def split(self, query: Query) -> set[int]:
        """Spellings that may be meant if words were run together, or one torn apart."""
        if len(query.words) > 1:
            return self._words.foremost([self._words.starting(loose("".join(query.words)))], _EACH)
        found: set[int] = set()
        if len(query.text) > 4:
            for sounds in islice(self._torn(query.text, 3), _TORN):
                found.update(self._meeting(sounds, _EACH))
        return found

    def _torn(self, text: str, most: int) -> Iterator[list[str]]:
        """Ways to cut a word into known words, the last of them perhaps not typed to its end."""
        for cut in range(2, len(text) - 1):
            left = loose(text[:cut])
            if self._words.has(left):
                yield [left, loose(text[cut:])]
                if most > 2:
                    yield from ([left, *rest] for rest in self._torn(text[cut:], most - 1))

    def _meeting(self, sounds: Sequence[str], kept: int = KEPT) -> set[int]:
        """Spellings that have a word for each of the sounds, the foremost of them."""
        spans = [[self._words.starting(sound)] for sound in sounds]
        sizes = [self._words.count(span) for span in spans]
        order = sorted(range(len(sounds)), key=sizes.__getitem__)
        if not order or sizes[order[0]] == 0:
            return set()
        few = spans[order[0]]
        found = self._words.names(few) if sizes[order[0]] <= _MEETING else self._words.foremost(few)
        for place in order[1:]:
            if sizes[place] <= _MEETING:
                found = self._words.meeting(found, spans[place])
        return set(sorted(found)[: 2 * kept])


def _initials(numbers: Sequence[int], plains: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    for number, text in zip(numbers, plains, strict=True):
        words = text.split(" ")
        if len(words) > 1:
            yield number, list(dict.fromkeys((initials(words), "".join(word[0] for word in words))))
