"""The words about a hit of a search, as far as its paragraph goes."""

from collections.abc import Sequence

from textual.content import Content

from tui.display import safe
from tui.search import Hit

_AROUND = 300


def around(text: str, hits: Sequence[Hit], hit: Hit) -> Content:
    """The words about a hit, as far as its paragraph goes, with every hit among them lit."""
    begin = text.rfind("\n\n", 0, hit.start)
    first = max(0 if begin < 0 else begin + 2, hit.start - _AROUND // 2)
    stop = text.find("\n\n", hit.end)
    last = min(len(text) if stop < 0 else stop, hit.end + _AROUND)
    pieces: list[str | tuple[str, str]] = []
    if first > 0 and not text[first - 1].isspace():
        blank = text.find(" ", first, hit.start)
        first = first if blank < 0 else blank + 1
        pieces.append("…")
    at = first
    for one in hits:
        if first <= one.start and one.end <= last:
            pieces += [safe(text[at : one.start]), (safe(text[one.start : one.end]), "bold $accent-ink")]
            at = one.end
    return Content.assemble(*pieces, safe(text[at:last]).rstrip())
