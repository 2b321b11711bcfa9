"""Searching one text as less and vim do: plain words, smart case."""

import re
from collections.abc import Iterator


def pattern_of(query: str) -> re.Pattern[str] | None:
    """What a typed query looks for: the very words, case aside unless one of its letters is a capital; None if empty.

    White space in the query matches any white space, so that a phrase is found across a line break.
    """
    words = query.split()
    if not words:
        return None
    flags = 0 if any(letter.isupper() for letter in query) else re.IGNORECASE
    return re.compile(r"\s+".join(re.escape(word) for word in words), flags)


def find_all(text: str, query: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Every place a query stands in `text[start:end]`, as offsets in order; none for an empty query."""
    pattern = pattern_of(query)
    if pattern is None:
        return
    for match in pattern.finditer(text, start, len(text) if end is None else end):
        yield match.span()
