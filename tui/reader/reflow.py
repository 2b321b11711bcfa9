"""Tells texts whose lines were broken by hand at a measure, as newswires, mail and old web pages have them."""

_FEWEST = 6
"""Lines within paragraphs below which nothing is concluded."""

_NARROWEST, _WIDEST = 45, 100
"""Measures that people break lines at, in characters."""

_FULL = 0.7
"""Part of the measure that a line fills if the next word did not fit; words are rarely longer than the rest."""


def measure_of(text: str) -> int:
    """The measure a text's lines were broken at, in characters; 0 if its lines are its paragraphs.

    Most lines that another one follows at once must end near the same place, for poems, lists and tables do not.
    """
    lengths: list[int] = []
    before = ""
    for line in text.split("\n"):
        bare = line.rstrip()
        if before and bare:
            lengths.append(len(before))
        before = bare
    if len(lengths) < _FEWEST:
        return 0
    lengths.sort()
    measure = lengths[int(0.9 * (len(lengths) - 1))]
    full = sum(length >= _FULL * measure for length in lengths)
    fits = _NARROWEST <= measure <= _WIDEST and lengths[-1] <= measure * 1.3
    return measure if fits and full >= 0.8 * len(lengths) else 0


def paragraph_end(text: str, start: int, end: int, measure: int) -> int:
    """Offset of the line end at which the paragraph beginning at `start` ends, `end` at most.

    A line goes on in the next one if it fills the measure and the next one is neither empty, nor indented, nor an item.
    """
    at = start
    while True:
        stop = text.find("\n", at, end)
        if stop < 0:
            return end
        following = text[stop + 1 : stop + 2]
        if not measure or stop - at < _FULL * measure or not following or following in " \t\n•*-–—>":
            return stop
        at = stop + 1
