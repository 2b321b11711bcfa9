"""Which entities may be the same as one: those the engine asks about, then those whose names are most alike."""

from rapidfuzz import fuzz, process

from tui.corpus.tables import Corpus
from tui.display import squeeze
from tui.names.compare import same_name
from tui.names.fold import fold

_SLICE = 5_000
"""Names compared in one go: the comparison holds the interpreter, and the screen must stay alive."""

_LOOKED_AT = 120
"""Names looked at closely."""

_LEAST = 55
"""Likeness, 0 to 100, from which a name is looked at closely."""


def alike(corpus: Corpus, entity: int, most: int = 40) -> list[tuple[int, str]]:
    """Entities that may be the same, the likeliest first, each with a word on why; never the entity itself.

    After those whose names are alike come those of its kind, the most mentioned first.
    """
    found: dict[int, str] = {}
    for one in corpus.lore.suggestions:
        if entity in (one.entity, one.other):
            found.setdefault(one.other if one.entity == entity else one.entity, squeeze(one.reason))
    mine = corpus.entities[entity]
    scored = [(_score(corpus, entity, other), other) for other in _near(corpus, entity) if other not in found]
    kind = {entity.id for entity in corpus.entities if entity.kind is mine.kind}
    scored.sort(key=lambda pair: (-round(pair[0], 1), pair[1] not in kind, -corpus.entities[pair[1]].count))
    for score, other in scored:
        found.setdefault(other, "alike" if score >= _ALIKE else "")
    rest = sorted(kind - found.keys() - {entity}, key=lambda other: (-corpus.entities[other].count, other))
    found.update(dict.fromkeys(rest[:most], ""))
    return list(found.items())[:most]


_ALIKE = 0.8


def _score(corpus: Corpus, entity: int, other: int) -> float:
    return same_name(corpus.entities[entity].name, corpus.entities[other].name)


def _near(corpus: Corpus, entity: int) -> list[int]:
    """Entities whose names share letters with this one's, the nearest first."""
    wanted = fold(corpus.entities[entity].name)
    near: list[tuple[float, int]] = []
    for first in range(0, len(corpus.entities), _SLICE):
        names = [fold(known.name) for known in corpus.entities[first : first + _SLICE]]
        near += [
            (score, first + place)
            for _, score, place in process.extract(
                wanted, names, scorer=fuzz.token_set_ratio, limit=_LOOKED_AT, score_cutoff=_LEAST
            )
        ]
    near.sort(reverse=True)
    return [other for _, other in near[:_LOOKED_AT] if other != entity]
