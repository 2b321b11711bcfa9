"""The timeline as TimelineJS reads it from JSON: dates as far as they are known, sentences and sources as text."""

import json
from collections.abc import Iterator, Sequence
from html import escape

from tui.commands.exports import told_once
from tui.commands.output import escaped
from tui.corpus.tables import Corpus
from tui.dates import days
from tui.dates.words import describe
from tui.display import squeeze
from tui.model import OPEN_FUTURE, OPEN_PAST, When
from tui.reader.told import sentence_of


def pieces(corpus: Corpus, rows: Sequence[int]) -> Iterator[str]:
    """The document; events told several times are one slide."""
    slides = [_slide(corpus, first, same) for first, same in told_once(corpus, rows)]
    document = {"title": {"text": {"headline": escape(corpus.facts.title)}}, "events": slides}
    yield escaped(json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


def _slide(corpus: Corpus, first: int, same: Sequence[int]) -> dict[str, object]:
    event = corpus.events[first]
    said = f"{'reported ' if event.reported else ''}{describe(event.when)}"
    paragraphs = [
        f"<p>{escape(squeeze(sentence_of(corpus, row)))}<br>"
        f"<small>{escape(corpus.articles[corpus.events[row].article].title)}</small></p>"
        for row in same
    ]
    start, end = _bounds(event.when)
    slide: dict[str, object] = {
        "unique_id": corpus.event_key(first),
        "display_date": said,
        "start_date": {**start, "display_date": said},
        "text": {"headline": escape(event.headline), "text": "".join(paragraphs)},
    }
    return slide if end == start else {**slide, "end_date": end}


def _bounds(when: When) -> tuple[dict[str, str], dict[str, str]]:
    """First and last day, an open side as the other one; a whole month is a month, a whole year a year."""
    first = days.civil(when.last if when.first == OPEN_PAST else when.first)
    last = days.civil(when.first if when.last == OPEN_FUTURE else when.last)
    if first[:2] == last[:2] and when.precision.value == "month":
        return _date(*first[:2]), _date(*first[:2])
    if first[0] == last[0] and when.precision.value == "year":
        return _date(first[0]), _date(first[0])
    return _date(*first), _date(*last)


def _date(*parts: int) -> dict[str, str]:
    return {name: str(part) for name, part in zip(("year", "month", "day"), parts, strict=False)}
