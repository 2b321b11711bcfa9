"""A text cut into blocks: paragraphs, with the lines of a hard-wrapped one kept together."""

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n]+")
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 45, 110
_LONGEST_BLOCK = 20_000


def blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of the paragraphs of a stretch of text; the lines of a hard-wrapped paragraph stay together.

    None is longer than some 20,000 characters, so that work on one block stays small whatever the text.
    """
    begin, stop, wrapped = -1, -1, False
    for line in _LINE.finditer(text, start, end):
        first, last = line.span()
        if begin >= 0:
            if wrapped and first == stop + 1 and text[first] not in " \t*-•#>|" and last - begin < _LONGEST_BLOCK:
                stop = last
                wrapped = _SHORTEST_WRAPPED <= last - first <= _LONGEST_WRAPPED
                continue
            yield begin, stop
        while last - first > _LONGEST_BLOCK:
            cut = text.rfind(" ", first + 1, first + _LONGEST_BLOCK) + 1 or first + _LONGEST_BLOCK
            yield first, cut
            first = cut
        begin, stop = first, last
        wrapped = _SHORTEST_WRAPPED <= last - first <= _LONGEST_WRAPPED
    if begin >= 0:
        yield begin, stop
