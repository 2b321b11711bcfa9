"""Blocks of words put together to one text, with where each block that is set apart came to stand."""

from collections.abc import Iterable

from tui.model import Shape

_APART = frozenset({"heading", "quote", "code"})
_CLOSE = frozenset({"item", "row"})


def assembled(blocks: Iterable[tuple[str, str]]) -> tuple[str, tuple[Shape, ...]]:
    """The text of blocks given as (kind, words), with an empty line between them, and the shapes in it.

    Items of a list and rows of a table stand line under line. Kinds are "heading", "paragraph", "quote", "code",
    "item" and "row". Without blocks the text is "".
    """
    pieces: list[str] = []
    shapes: list[Shape] = []
    before, at = "", 0
    for kind, words in blocks:
        gap = "" if not before else "\n" if kind == before and kind in _CLOSE else "\n\n"
        pieces += [gap, words]
        at += len(gap)
        if kind in _APART:
            shapes.append(Shape(kind, at, at + len(words)))
        at += len(words)
        before = kind
    return "".join([*pieces, "\n"]) if pieces else "", tuple(shapes)
