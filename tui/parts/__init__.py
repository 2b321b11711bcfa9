"""Cuts one article's text into title, body, timeline entries, reader comments and footer, from its layout alone."""

from bisect import bisect_left
from collections.abc import Sequence

from tui.model import Part, PartKind
from tui.parts.comments import find_comments
from tui.parts.footer import find_footer
from tui.parts.headings import find_entries, find_title
from tui.parts.lines import Line, Start, split

__all__ = ["cut"]


def cut(
    text: str, title: str = "", comments_at: int | None = None, commenters: Sequence[tuple[int, str]] = ()
) -> tuple[Part, ...]:
    """The parts of a text, in order, without overlap, leaving out only blank space; in linear time.

    `title` is the one the file itself states, if it does: then the first line is only a title if it says the same.
    `comments_at` is the offset where its readers' comments begin, if the file tells them apart; `commenters` are then
    the offset of each and who wrote it, if it tells that too.
    """
    lines = split(text)
    if not lines:
        return ()
    headline = find_title(lines, title)
    first = 1 if headline else 0
    comments = find_comments(lines, first) if comments_at is None else _stated(lines, comments_at, commenters)
    proper = comments[0].line if comments else len(lines)
    footer = find_footer(lines, first, proper, text)
    starts = [Start(0, PartKind.TITLE)] if headline else []
    starts += _body(first, find_entries(lines, first, footer), footer)
    if footer < proper:
        starts.append(Start(footer, PartKind.FOOTER))
    return _parts(lines, starts + comments)


def _stated(lines: list[Line], comments_at: int, commenters: Sequence[tuple[int, str]]) -> list[Start]:
    """The start of the comments a file tells apart, their heading left to the footer."""
    if commenters:
        at = [line.start for line in lines]
        heading = Start(bisect_left(at, comments_at), PartKind.FOOTER)
        return [heading, *(Start(bisect_left(at, begin), PartKind.COMMENT, by) for begin, by in commenters)]
    found = [row for row, line in enumerate(lines) if line.start >= comments_at]
    return [Start(found[0], PartKind.FOOTER), *(Start(row, PartKind.COMMENT) for row in found[1:])] if found else []


def _body(first: int, entries: list[Start], end: int) -> list[Start]:
    """The starts between title and footer: the timeline entries, and body before them where there is any."""
    if first < end and (not entries or entries[0].line > first):
        return [Start(first, PartKind.BODY), *entries]
    return entries


def _parts(lines: list[Line], starts: list[Start]) -> tuple[Part, ...]:
    ends = [start.line for start in starts[1:]] + [len(lines)]
    return tuple(
        Part(start.kind, lines[start.line].start, lines[end - 1].end, start.by)
        for start, end in zip(starts, ends, strict=True)
    )
