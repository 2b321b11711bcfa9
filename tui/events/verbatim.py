"""Knows rows of two articles that tell one exact day in the same words, or the same deed of the same person."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from tui.events.traits import Told, Traits
from tui.events.wordlist import word_set
from tui.model import WHERE, Precision

_WORD = re.compile(r"\w+")
_FEWEST = 3
_WINDOW = 12
_POINTING = word_set("he she it they we i you this that these those his her its their there")
_TALK = frozenset({"say", "deny", "threaten"})

Key = tuple[object, ...]


def told_alike(
    rows: Sequence[Told], traits: Sequence[Traits], articles: Sequence[int], places: Container[int] = ()
) -> Iterator[tuple[int, int]]:
    """Pairs of rows, the lower index first, of two articles that tell the same however common their names are.

    Both give the same exact day. Either they use the same words and mean the same names; or they tell the same
    deed, which is more than talk, of the same person in the same part (a place can see many a day), and neither
    names another one in a part in which the other names somebody else, nor counts the same thing differently. Rows
    are compared with a few others of the same day and words, or day, deed, person and part, so the work grows with
    the number of rows.
    """
    buckets: dict[Key, list[int]] = defaultdict(list)
    for index, (row, trait) in enumerate(zip(rows, traits, strict=True)):
        if row.when.precision is Precision.DAY and not row.when.approximate and not row.reported:
            for key in (*_wording(row), *_doing(row, trait, places)):
                buckets[row.when.first, *key].append(index)
    for bucket in buckets.values():
        for place, two in enumerate(bucket):
            for one in bucket[max(0, place - _WINDOW) : place]:
                if articles[one] != articles[two] and _agree(rows[one], rows[two], traits[one], traits[two]):
                    yield (one, two) if one < two else (two, one)


def _wording(row: Told) -> Iterator[Key]:
    """The words of a row, unless they point at what another sentence names."""
    words = tuple(_WORD.findall(row.headline.casefold()))
    if len(words) >= _FEWEST and (row.entities or not _POINTING.intersection(words)):
        yield "words", words


def _doing(row: Told, trait: Traits, places: Container[int]) -> Iterator[Key]:
    for deed in trait.deeds - _TALK:
        for entity, part in row.parts:
            if part != WHERE and entity not in places:
                yield deed, entity, part


def _agree(one: Told, two: Told, mine: Traits, its: Traits) -> bool:
    """Whether nothing the two say keeps them apart."""
    if mine.counts_differently(its):
        return False
    for part in {part for _, part in one.parts}:
        here = {entity for entity, its_part in one.parts if its_part == part}
        there = {entity for entity, its_part in two.parts if its_part == part}
        if there and not here & there and part != WHERE:
            return False
    return True
