"""Knows which dates of a stretch of text count as one, and which one is the heading of a timeline entry."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.events.clauses import DatedPhrase
from tui.model import OPEN_FUTURE, OPEN_PAST, DateSpan, Part, Precision, When

_RANGE = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*(?:the\s+)?", re.IGNORECASE)
_HEADING_END = re.compile(r"[ \t]*[*_)\]]{0,3}[ \t]*(?:\([^()\n]{0,60}\)[ \t]*)?(?:[:–—-][*_]{0,3}|\n)\s*")
_NO_LETTER = re.compile(r"[^\w]*\Z")
_LONGEST_HEADING = 80
_LONGEST_CITATION = 160
_CITATION_START = re.compile(
    r"(?:[(;]\s*(?:see\s|cf\.\s)?[A-Z][^();\d]{0,80},|et al\.?,? \(|& [A-Z][\w’'-]+,? \()\s*\Z"
)
_CITATION_END = re.compile(r"[a-z]?\s*[);:,]")


def phrases(text: str, dates: Sequence[DateSpan]) -> list[DatedPhrase]:
    """The valued dates of one sentence: repeats, containers ("2007" beside "March 2007") and range ends made one."""
    valued = [
        DatedPhrase(d.start, d.end, d.when, d.rule)
        for d in dates
        if d.when is not None and _bounded(d.when) and not _is_citation(text, d)
    ]
    joined: list[DatedPhrase] = []
    for date in valued:
        last = joined[-1] if joined else None
        if last and _is_range(text, last, date):
            joined[-1] = DatedPhrase(last.start, date.end, _span(last.when, date.when), last.rule)
        else:
            joined.append(date)
    return [date for n, date in enumerate(joined) if not any(_covers(date, o, n, m) for m, o in enumerate(joined))]


def heading_of(text: str, part: Part, dates: Sequence[DateSpan]) -> tuple[int, DatedPhrase | None]:
    """Where the prose of a timeline entry begins, and the date of its heading (None if it has no valued one)."""
    if not dates:
        return part.start, None
    head = dates[0]
    line_end = text.find("\n", part.start, part.end)
    line_end = part.end if line_end < 0 else line_end
    if head.start >= line_end:
        return part.start, None
    begin = head.end
    ending = _HEADING_END.match(text, head.end, part.end)
    if _NO_LETTER.match(text, part.start, head.start) and ending:
        begin = ending.end()
    else:
        colon = text.find(":", head.end, min(line_end, part.start + _LONGEST_HEADING))
        if colon >= 0:
            begin = colon + 1
        elif line_end - part.start <= _LONGEST_HEADING and line_end < part.end:
            begin = line_end
        else:
            return part.start, None
    if head.when is None:
        return begin, None
    return begin, DatedPhrase(head.start, head.end, head.when, "heading")


def _bounded(when: When) -> bool:
    return when.first > OPEN_PAST or when.last < OPEN_FUTURE


def _is_citation(text: str, date: DateSpan) -> bool:
    """Whether a bare year stands for a book: "(Schmidt, 2009)", "Porte & Berez (2017)", "Makel et al. (2012)"."""
    if date.end - date.start != 4 or not text[date.start : date.end].isdigit():
        return False
    if not _CITATION_END.match(text, date.end):
        return False
    first = max(0, date.start - _LONGEST_CITATION)
    if text.find("(", first, date.start) < 0 and text.find(";", first, date.start) < 0:
        return False
    return _CITATION_START.search(text, first, date.start) is not None


def _is_range(text: str, first: DatedPhrase, second: DatedPhrase) -> bool:
    if first.when.first > second.when.first or second.start - first.end > 12:
        return False
    between = _RANGE.fullmatch(text, first.end, second.start)
    if between is None:
        return False
    if between[0].strip().casefold().startswith("and"):
        return text[max(0, first.start - 9) : first.start].casefold().rstrip().endswith("between")
    return True


def _span(first: When, second: When) -> When:
    start, end = first.edtf.split("/")[0], second.edtf.split("/")[-1]
    return replace(
        first,
        last=max(first.last, second.last),
        precision=Precision.INTERVAL,
        approximate=first.approximate or second.approximate,
        edtf=f"{start}/{end}",
    )


def _covers(date: DatedPhrase, other: DatedPhrase, place: int, other_place: int) -> bool:
    """Whether `date` says nothing that `other` does not say better: the same days earlier, or fewer of its days."""
    if place == other_place:
        return False
    mine, its = (date.when.first, date.when.last), (other.when.first, other.when.last)
    if mine == its:
        return other_place < place
    return mine[0] <= its[0] and its[1] <= mine[1]
