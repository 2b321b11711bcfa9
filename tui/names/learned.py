"""The small linear model that votes on kinds: weights for the letters, words and surroundings of a name.

The weights are made by tests/tools/make_kind_model.py, which names the texts and lists they were learnt from.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from tui.names.gazetteer import ORGANISATIONS, given_names, places, surnames, words
from tui.names.heads import (
    HEADS_EVENT,
    HEADS_FACILITY,
    HEADS_ORGANISATION,
    HEADS_PLACE,
    head_of,
)
from tui.names.words import PARTICLES, is_demonym

CLASSES = ("person", "organisation", "place", "event", "object")
"""What the model tells apart, in the order of its weights."""

SCALE = 100
"""The stored weights are whole numbers: hundredths."""

_HEADS = {"org": HEADS_ORGANISATION, "place": HEADS_PLACE, "fac": HEADS_FACILITY, "event": HEADS_EVENT}


def learned_votes(name: str, folded: tuple[str, ...], cues: Mapping[str, int], count: int) -> list[float]:
    """The model's votes for a name, one for each of `CLASSES`; zeros where it knows nothing of it."""
    total = [0.0] * len(CLASSES)
    weights = _weights()
    for feature, value in features(name, folded, cues, count):
        row = weights.get(feature)
        if row:
            for at, weight in enumerate(row):
                total[at] += value * weight
    return total


def features(name: str, folded: tuple[str, ...], cues: Mapping[str, int], count: int) -> Iterator[tuple[str, float]]:
    """What the model looks at, as (feature, value): letters and words of the name, its shape, its surroundings."""
    first, last, head = folded[0], folded[-1], head_of(folded)
    size = min(len(folded), 5)
    yield f"n={size}", 1.0
    bare = name.replace(".", "")
    if bare.isupper():
        yield f"caps={min(len(bare), 6)}", 1.0
    if any(letter.isdigit() for letter in name):
        yield "digit", 1.0
    if head != last:
        yield f"of={head}", 1.0
    one = "1" if size == 1 else "m"
    known = (last in words(), first in given_names(), last in surnames(), min(places().get(" ".join(folded), 0), 9))
    yield f"{one}known={known[0]:d}{known[1]:d}{known[2]:d}{known[3]}", 1.0
    for letters in (last[-2:], last[-3:], last[-4:]):
        yield f"{one}end={letters}", 1.0
    yield f"{one}begin={first[:3]}", 1.0
    for word in folded:
        yield f"w={word}", 1.0
    yield f"last={last}", 1.0
    for kind, heads in _HEADS.items():
        if head in heads:
            yield f"{one}head={kind}", 1.0
    if any(word in PARTICLES for word in folded):
        yield "particle", 1.0
    if size > 1:
        yield f"plain={sum(word in words() for word in folded) / len(folded):.1f}", 1.0
        if is_demonym(first):
            yield "demonym", 1.0
        if any(word in places() for word in folded):
            yield "place inside", 1.0
    if " ".join(folded) in ORGANISATIONS:
        yield "known organisation", 1.0
    total = max(count, 1)
    for cue, times in cues.items():
        yield f"c{cue}", min(1.0, times / total)


@cache
def known_cues() -> frozenset[str]:
    """The cues the model has weights for."""
    return frozenset(feature[1:] for feature in _weights() if feature[0] == "c" and not feature.startswith("caps="))


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    import gzip  # needed once, and only by those who read texts
    from importlib.resources import files

    packed = (files("tui.names") / "data" / "kinds.txt.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode("utf-8").splitlines())
    return {row[0]: tuple(int(weight) / SCALE for weight in row[1:]) for row in rows}
