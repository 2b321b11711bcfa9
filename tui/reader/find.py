"""Searching one text as less and vim do: plain words, smart case, and no matter for accents and apostrophes."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from unicodedata import category, normalize

from tui.search.fold import SIGNS, Folded, fold, fold_with_places

_SIGNS = str.maketrans("", "", SIGNS)


def pattern_of(query: str) -> re.Pattern[str] | None:
    """What a typed query looks for in a `fold`ed text, case aside; None if it is empty.

    White space in the query matches any white space, so that a phrase is found across a line break.
    """
    words = fold(query).split()
    return re.compile(r"\s+".join(re.escape(word) for word in words)) if words else None


def find_all(text: str, query: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Every place a query stands in `text[start:end]`, as offsets in order; none for an empty query.

    Case counts only where the query has a capital. Accents never count, nor do apostrophes inside a name: "kataib"
    finds "Kataʾib".
    """
    pattern = pattern_of(query)
    if pattern is None:
        # Signs alone, which folding leaves nothing of, stand for themselves.
        signs = query.strip()
        at = text.find(signs, start, end) if signs else -1
        while at >= 0:
            yield at, at + len(signs)
            at = text.find(signs, at + len(signs), end)
        return
    folded = _folded(text[start:end] if start or end is not None else text)
    cased = _cased(query) if any(letter.isupper() for letter in query) else ""
    last = start
    for match in pattern.finditer(folded.text):
        if match.end() > match.start():
            first, stop = (start + at for at in folded.span(*match.span()))
            if first >= last and (not cased or _cased(text[first:stop]) == cased):
                last = stop
                yield first, stop


def finder_of(query: str) -> Callable[[str], bool] | None:
    """Tells of a short text whether a query stands in it, as `find_all` finds it; None if the query is empty."""
    pattern, signs = pattern_of(query), query.strip()
    if pattern is None:
        return (lambda text: signs in text) if signs else None
    exact = any(letter.isupper() for letter in query)
    return lambda text: pattern.search(fold(text)) is not None and (not exact or any(find_all(text, query)))


@lru_cache(maxsize=4)
def _folded(text: str) -> Folded:
    """The folded text, kept while a query is typed."""
    return fold_with_places(text)


def _cased(text: str) -> str:
    """The text as it is compared where case counts."""
    plain = "".join(letter for letter in normalize("NFKD", text) if category(letter) not in ("Mn", "Me", "Cf", "Lm"))
    return " ".join(plain.translate(_SIGNS).split())
