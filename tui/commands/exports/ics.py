"""The timeline for calendars: iCalendar (RFC 5545), an all-day entry an event."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date

from tui import __version__
from tui.commands.exports import told_once
from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import squeeze
from tui.model import OPEN_FUTURE, OPEN_PAST, When
from tui.notes import clock
from tui.reader.told import sentence_of

_OCTETS = 75
"""Longest line, its end not counted (RFC 5545, 3.1)."""


def pieces(corpus: Corpus, rows: Sequence[int]) -> Iterator[str]:
    """The calendar, line by line; events told several times are one entry, what is not of our era is left out."""
    yield from _lines("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//backstory//backstory {__version__}//EN")
    yield from _lines(f"X-WR-CALNAME:{_text(corpus.facts.title)}")
    stamp = clock.now().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    for first, same in told_once(corpus, rows):
        days = _days(corpus.events[first].when)
        if days is not None:
            yield from _lines(*_entry(corpus, first, same, days, stamp))
    yield from _lines("END:VCALENDAR")


def left_out(corpus: Corpus, rows: Sequence[int]) -> int:
    """How many events there is no entry of, being of no year that a calendar can hold."""
    return sum(_days(corpus.events[first].when) is None for first, _ in told_once(corpus, rows))


def _entry(corpus: Corpus, first: int, same: Sequence[int], days: tuple[date, date], stamp: str) -> Iterator[str]:
    event = corpus.events[first]
    sources = "\n".join(
        f"{corpus.articles[corpus.events[row].article].title}: “{squeeze(sentence_of(corpus, row))}”" for row in same
    )
    said = f"{'reported ' if event.reported else ''}{describe(event.when)}"
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(corpus.event_key(first).encode('utf-8', 'surrogatepass')).hexdigest()[:32]}@backstory"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_basic(days[0])}"
    yield f"DTEND;VALUE=DATE:{_basic(days[1])}"
    yield f"SUMMARY:{_text(event.headline)}"
    yield f"DESCRIPTION:{_text(f'{said} ({event.when.edtf})' + chr(10) + sources)}"
    names = ",".join(_text(corpus.entities[entity].name) for entity in event.entities)
    if names:
        yield f"CATEGORIES:{names}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _days(when: When) -> tuple[date, date] | None:
    """First day and the day after the last; an open side is as long as the other; None outside the calendar's years."""
    first = when.last if when.first == OPEN_PAST else when.first
    last = when.first if when.last == OPEN_FUTURE else when.last
    if not 1 <= first <= last < date.max.toordinal():
        return None
    return date.fromordinal(first), date.fromordinal(last + 1)


def _basic(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(words: str) -> str:
    """A text value, its own marks escaped (RFC 5545, 3.3.11)."""
    kept = "".join(sign for sign in words if sign == "\n" or (sign >= " " and sign != "\x7f"))
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _lines(*lines: str) -> Iterator[str]:
    """Lines with their ends, long ones folded between characters (RFC 5545, 3.1)."""
    for line in lines:
        rest = line.encode("utf-8", "replace").decode()
        room = _OCTETS
        while len(rest.encode()) > room:
            cut = room
            while len(rest[:cut].encode()) > room:
                cut -= 1
            yield rest[:cut] + "\r\n"
            rest, room = " " + rest[cut:], _OCTETS
        yield rest + "\r\n"
