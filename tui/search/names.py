"""Knows which entity a name in a query means, and every spelling it goes by."""

from weakref import WeakKeyDictionary

from tui.corpus.tables import Corpus
from tui.jump.fold import loose, loose_all, plain
from tui.search.errors import QueryError
from tui.search.fold import words_of
from tui.search.query import Node, Or, Phrase

_SOUNDS: "WeakKeyDictionary[Corpus, list[tuple[str, int]]]" = WeakKeyDictionary()
"""For each corpus, every spelling as it sounds with a blank at either end, and the id of its entity."""


def entity_meant(corpus: Corpus, name: str, column: int) -> int:
    """Id of the entity a name means: by a whole spelling, else by words of one, sounding alike; the most mentioned.

    Raises `QueryError` if nobody here is called anything like it.
    """
    exact = corpus.entity_named(name.strip())
    if exact is not None:
        return exact
    wanted = [f" {sound} " for sound in loose(plain(name)).split()]
    best, most = -1, (False, -1)
    for said, entity in _sounds(corpus) if wanted else ():
        if all(sound in said for sound in wanted):
            rank = (said.count(" ") == len(wanted) + 1, corpus.entities[entity].count)
            if rank > most:
                best, most = entity, rank
    if best < 0:
        said = " ".join(name.split())
        raise QueryError(column, f"nobody here is called “{said}”" if corpus.complete else "names are still being read")
    return best


def spellings_of(corpus: Corpus, entity: int) -> Node:
    """What to look for to find an entity under any of its names."""
    known = corpus.entities[entity]
    told = dict.fromkeys(tuple(words_of(name)) for name in (known.name, *(alias.name for alias in known.aliases)))
    # The longer first: of two that begin alike, the fuller one is the hit.
    phrases = tuple(Phrase(words) for words in sorted(told, key=len, reverse=True) if words)
    return phrases[0] if len(phrases) == 1 else Or(phrases)


def _sounds(corpus: Corpus) -> list[tuple[str, int]]:
    known = _SOUNDS.get(corpus)
    if known is None:
        told = [
            (plain(name), entity.id)
            for entity in corpus.entities
            for name in (entity.name, *(alias.name for alias in entity.aliases))
        ]
        looses = loose_all([said for said, _ in told])
        known = [(f" {said} ", entity) for said, (_, entity) in zip(looses, told, strict=True)]
        _SOUNDS[corpus] = known
    return known
