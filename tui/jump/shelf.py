"""Knows one group of spellings that are searched together, and which of them a query may mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.jump.fold import initials
from tui.jump.match import Query
from tui.jump.vocabulary import KEPT, Range, Vocabulary

_MEETING = 120_000
_NEAR = 400
_EACH = 48


@dataclass(frozen=True, slots=True)
class Shelf:
    """The words of a group of spellings, those that begin a spelling kept apart, and the initials."""

    first: Vocabulary
    """First words, loosely spelt."""
    other: Vocabulary
    """All further words, loosely spelt."""
    short: Vocabulary
    """Initials of spellings of two words and more."""

    @classmethod
    def build(cls, numbers: Sequence[int], plains: Sequence[str], looses: Sequence[str]) -> "Shelf":
        """Take the numbers of the spellings, ascending, with their plain and loose forms."""
        split = [words.split(" ") for words in looses]
        lines = [words.split() for words in plains]
        return cls(
            Vocabulary.build((number, words[:1]) for number, words in zip(numbers, split, strict=True) if words[0]),
            Vocabulary.build((number, set(words[1:])) for number, words in zip(numbers, split, strict=True)),
            Vocabulary.build(
                (number, {initials(words), "".join(word[0] for word in words)})
                for number, words in zip(numbers, lines, strict=True)
                if len(words) > 1
            ),
        )

    def fitting(self, query: Query) -> set[int]:
        """Spellings in which each word of the query starts a word, loosely; and those it is the initials of."""
        found: set[int] = set()
        if len(query.sounds) == 1:
            for vocabulary in (self.first, self.other):
                found.update(vocabulary.foremost(vocabulary.starting(query.sounds[0])))
            if 1 < len(query.text) < 8:
                found.update(self.short.foremost(self.short.starting(query.text)))
            return found
        return self._meeting([query.sounds[place] for place in query.telling])

    def near(self, query: Query) -> set[int]:
        """Spellings that may be meant if words were misspelt, by the most telling words of the query."""
        found: set[int] = set()
        places = sorted(query.telling, key=lambda place: -len(query.sounds[place]))[:2]
        for place in places:
            sound = query.sounds[place]
            for vocabulary in (self.first, self.other):
                found.update(self._near_word(vocabulary, sound, several=len(query.telling) > 1))
        return found

    def split(self, query: Query) -> set[int]:
        """Spellings that may be meant if two words were run together, or one torn apart."""
        found: set[int] = set()
        whole = "".join(query.sounds)
        if len(query.sounds) > 1:
            for vocabulary in (self.first, self.other):
                found.update(vocabulary.foremost(vocabulary.starting(whole), _EACH))
        elif len(whole) > 4:
            for cut in range(2, len(whole) - 1):
                found.update(self._meeting([whole[:cut], whole[cut:]], _EACH))
        return found

    def _near_word(self, vocabulary: Vocabulary, sound: str, *, several: bool) -> set[int]:
        found: set[int] = set()
        ranges: list[Range] = [vocabulary.starting(sound)] if several else []
        if len(sound) > 2:
            ranges += vocabulary.one_off(sound)
        if len(sound) > 5:
            ranges += vocabulary.two_off(sound)
        for words in ranges:
            found.update(vocabulary.foremost(words, _EACH))
            if len(found) > _NEAR:
                break
        return found

    def _meeting(self, sounds: Sequence[str], kept: int = KEPT) -> set[int]:
        """Spellings that have a word for each of the sounds."""
        ranges = [
            [(vocabulary, vocabulary.starting(sound)) for vocabulary in (self.first, self.other)] for sound in sounds
        ]
        sizes = [sum(vocabulary.count(words) for vocabulary, words in pair) for pair in ranges]
        order = sorted(range(len(sounds)), key=sizes.__getitem__)
        if not order or sizes[order[0]] == 0:
            return set()
        found: set[int] = set()
        for rank, place in enumerate(order):
            if rank and sizes[place] > _MEETING:
                break
            names: set[int] = set()
            for vocabulary, words in ranges[place]:
                names.update(vocabulary.all_names(words) if sizes[place] <= _MEETING else vocabulary.foremost(words))
            found = names if rank == 0 else found & names
        return set(sorted(found)[: kept * 2])
