"""Cuts one article's text into title, body, timeline entries, reader comments and footer, from its layout alone."""

from tui.model import Part, PartKind
from tui.parts.comments import find_comments
from tui.parts.footer import find_footer
from tui.parts.headings import find_entries, find_title
from tui.parts.lines import Line, Start, split

__all__ = ["cut"]


def cut(text: str, title: str = "", comments_at: int | None = None) -> tuple[Part, ...]:
    """The parts of a text, in order, without overlap, leaving out only blank space; in linear time.

    `title` is the one the file itself states, if it does: then the first line is only a title if it says the same.
    `comments_at` is the offset where its readers' comments begin, if the file tells them apart.
    """
    lines = split(text)
    if not lines:
        return ()
    headline = find_title(lines, title)
    first = 1 if headline else 0
    comments = find_comments(lines, first) if comments_at is None else _stated(lines, comments_at)
    proper = comments[0].line if comments else len(lines)
    footer = find_footer(lines, first, proper, text)
    starts = [Start(0, PartKind.TITLE)] if headline else []
    starts += _body(first, find_entries(lines, first, footer), footer)
    if footer < proper:
        starts.append(Start(footer, PartKind.FOOTER))
    return _parts(lines, starts + comments)


def _stated(lines: list[Line], comments_at: int) -> list[Start]:
    """The start of the comments a file tells apart, their heading left to the footer."""
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
