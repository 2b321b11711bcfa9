"""Knows rows of two articles that tell one exact day in the same words, or the same deed of the same person."""

from collections.abc import Container, Iterator

from tui.events.marks import Mark
from tui.events.traits import TALK, count_differently
from tui.events.verbs import deeds_of
from tui.model import WHERE

_TALK = deeds_of(TALK)

Key = tuple[int, ...] | tuple[int, int, int, str]
"""What rows that may tell the same share."""


def keys_of(mark: Mark, places: Container[int] = ()) -> Iterator[Key]:
    """What a row must share with one that tells the same, however common its names are; none without an exact day.

    Either it uses the same words and means the same names; or it tells the same deed, which is more than talk, of the
    same person in the same part (a place can see many a day).
    """
    if not mark.exact:
        return
    if mark.line:
        yield mark.first, mark.line
    deeds = mark.deeds & ~_TALK
    while deeds:
        deed = deeds & -deeds
        deeds ^= deed
        for entity, part in mark.parts:
            if part != WHERE and entity not in places:
                yield mark.first, deed, entity, part


def told_alike(one: Mark, two: Mark) -> bool:
    """Whether two rows that share such a key tell the same, in two articles.

    Neither names another one in a part in which the other names somebody else, nor counts the same thing differently.
    """
    if one.article == two.article or count_differently(one.counted, two.counted):
        return False
    if one.parts == two.parts or not one.parts or not two.parts:
        return True
    for part in {part for _, part in one.parts}:
        here = {entity for entity, its_part in one.parts if its_part == part}
        there = {entity for entity, its_part in two.parts if its_part == part}
        if there and not here & there and part != WHERE:
            return False
    return True
