"""When an article was published, where neither a manifest nor its file says: from name, dateline, byline or text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from tui.dates import days, edtf
from tui.dates.blocks import blocks
from tui.dates.find import find_dates, read
from tui.dates.lexicon import Lexicon, language_of, load
from tui.model import OPEN_FUTURE, OPEN_PAST, DateOrder, DateSpan, Part, PartKind, Precision, When

FROM_NAME, FROM_DATELINE, FROM_TEXT = "name", "dateline", "text"
"""Where a publication date came from, as `Article.published_from` says it."""

_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])((?:19|20)\d\d)(?:([-_/.])(0?[1-9]|1[0-2])(?:\2(0?[1-9]|[12]\d|3[01]))?|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))"
    r"(?![0-9A-Za-z])"
)
_LINE = re.compile(r"[^\n]*[^\s\n][^\n]*")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"[A-ZÄÖÜ]\w*$")
_DATELINE_END = re.compile(r"\s*(?:\([^()\n]{1,30}\)\s*)?(?:--|[—–:-])\s")
_DASH = re.compile(r"(?:--|[—–:-])(?:\s|$)")
_DASHES = "-—–:("
"""What may open the line after a dateline's."""
_PUT_UP = re.compile(r"\W{0,3}(?:first )?(?:posted|published|submitted)\b", re.IGNORECASE)
_FOOT_LINES = 8
_HEAD_LINES = 8
_HEAD_LENGTH = 3000
_LONGEST_LINE = 140
_LONGEST_PLACE = 60
_CLOSE = 31


def find_published(
    text: str,
    parts: Sequence[Part],
    *,
    name: str = "",
    url: str = "",
    byline: str = "",
    order: DateOrder | None = None,
    corrected: Mapping[str, When] | None = None,
) -> tuple[When, str] | None:
    """The publication date and where it came from (`FROM_NAME`, `FROM_DATELINE`, `FROM_TEXT`), or None.

    Args:
        text: the article's text.
        parts: its parts.
        name: its path or file name; a bare year in it is not taken for a date.
        url: where the original stands.
        byline: its author line, if the file states one.
        order: how the collection writes numeric dates.
        corrected: values a person set, as `find_dates` takes them.
    """
    for where in (name, url):
        when = _from_name(where)
        if when:
            return when, FROM_NAME
    when = (
        _from_byline(byline, order)
        or _from_head(text, parts, order, corrected)
        or _from_foot(text, parts, order, corrected)
    )
    if when:
        return when, FROM_DATELINE
    when = _from_text(text, parts, order, corrected)
    return (when, FROM_TEXT) if when else None


def _from_name(name: str) -> When | None:
    """A day, or a month, written in a file name or an address."""
    for match in _IN_NAME.finditer(name):
        year, _, month, day, packed_month, packed_day = match.groups()
        try:
            if day or packed_day:
                return edtf.day(int(year), int(month or packed_month), int(day or packed_day))
            return edtf.month(int(year), int(month))
        except edtf.EdtfError:
            continue
    return None


def _from_byline(byline: str, order: DateOrder | None) -> When | None:
    spans = find_dates(byline, [Part(PartKind.BODY, 0, len(byline))], None, order) if byline else []
    return next((span.when for span in spans if _is_day(span)), None)


def _from_head(
    text: str, parts: Sequence[Part], order: DateOrder | None, corrected: Mapping[str, When] | None
) -> When | None:
    """The date of a dateline ("Concepcion, 23 Aug 88 --") or of a line that is a date and little else."""
    head, language = text[:_HEAD_LENGTH], language_of(text)
    stop = min(next((part.start for part in parts if not part.kind.counts), len(text)), len(head))
    found: dict[tuple[int, int], list[DateSpan]] = {}
    for match in islice(_LINE.finditer(head, 0, stop), _HEAD_LINES):
        start, end = match.span()
        if end - start > _LONGEST_LINE and not _may_have_dateline(head, start, end):
            continue
        for span in _stated(head, language, start, end, order, corrected, found):
            if _is_dateline(head, start, span) or _is_date_line(head, (start, end), span, load(language)):
                return span.when
            break
    return None


def _from_foot(
    text: str, parts: Sequence[Part], order: DateOrder | None, corrected: Mapping[str, When] | None
) -> When | None:
    """The day of a line in the footer that says when the article was put up: "Posted by: Ann Lee 2024-01-09"."""
    for part in parts:
        if part.kind is not PartKind.FOOTER:
            continue
        for match in islice(_LINE.finditer(text, part.start, part.end), _FOOT_LINES):
            if _PUT_UP.match(match[0]) and len(match[0]) <= _LONGEST_LINE:
                line = Part(PartKind.BODY, *match.span())
                for span in find_dates(text, [line], None, order, corrected):
                    if _is_day(span):
                        return span.when
    return None


def _stated(
    head: str,
    language: str,
    start: int,
    end: int,
    order: DateOrder | None,
    corrected: Mapping[str, When] | None,
    found: dict[tuple[int, int], list[DateSpan]],
) -> Iterator[DateSpan]:
    """The days that begin in a line and need no other words for their value; `found` keeps those of each paragraph.

    Such a day is the same whatever stands in other paragraphs, so that only this line's are read.
    """
    for block in blocks(head, 0, len(head)):
        if block[0] < end and start < block[1]:
            if block not in found:
                found[block] = read(head, [Part(PartKind.BODY, *block)], None, order, language, corrected).dates
            yield from (span for span in found[block] if start <= span.start < end and _is_day(span))


def _may_have_dateline(text: str, start: int, end: int) -> bool:
    """Whether a line too long for a date alone begins like a dateline: with a capital, and with a dash somewhere."""
    line = text[start:end].lstrip()
    after = text[end:].lstrip()[:1]
    return line[:1].isupper() and (after in _DASHES or _DASH.search(line) is not None)


def _is_day(span: DateSpan) -> bool:
    return span.when is not None and span.when.precision is Precision.DAY and ", from " not in span.rule


def _is_dateline(text: str, start: int, span: DateSpan) -> bool:
    """Whether a line begins with a place, a date and a dash."""
    place = text[start : span.start].strip()
    opens = len(place) <= _LONGEST_PLACE and place[:1].isupper() and place.rstrip(",").replace(" ", "").isascii()
    words = _WORD.findall(place)
    return opens and 0 < len(words) <= 6 and all(map(_NAME.match, words)) and bool(_DATELINE_END.match(text, span.end))


def _is_date_line(text: str, line: tuple[int, int], span: DateSpan, lexicon: Lexicon) -> bool:
    """Whether a line holds a date and, besides, at most names and words such as "Published on"."""
    start, end = line
    if end - start > _LONGEST_LINE:
        return False
    rest = _WORD.findall(text[start : span.start] + " " + text[span.end : end])
    labelled = any(word.lower() in lexicon.published for word in rest)
    plain = [
        word
        for word in rest
        if word.lower() not in lexicon.published and lexicon.words.get(word, " ")[0] not in "WzZDi&"
    ]
    if not plain:
        return True
    return labelled and len(plain) <= 8 and all(map(_NAME.match, plain))


def _from_text(
    text: str, parts: Sequence[Part], order: DateOrder | None, corrected: Mapping[str, When] | None
) -> When | None:
    """Between the last day told in the article and the first named in a comment, if these are at most a month apart."""
    if not any(part.kind is PartKind.COMMENT for part in parts):
        return None
    told, later = [], []
    spans = find_dates(text, parts, None, order, corrected)
    for part in parts:
        inside = [span.when for span in spans if span.when and part.start <= span.start < part.end]
        closed = [when for when in inside if when.first > OPEN_PAST and when.last < OPEN_FUTURE]
        if part.kind.counts:
            told += [when.first for when in closed]
        elif part.kind is PartKind.COMMENT:
            later += [when.last for when in closed if when.last - when.first <= _CLOSE]
    if not told:
        return None
    earliest = max(told)
    latest = min((day for day in later if day >= earliest), default=None)
    if latest is None or latest - earliest > _CLOSE:
        return None
    one, other = days.civil(earliest), days.civil(latest)
    if one[:2] == other[:2]:
        return edtf.about(edtf.month(*one[:2]))
    return edtf.interval(edtf.about(edtf.day(*one)), edtf.about(edtf.day(*other)))
