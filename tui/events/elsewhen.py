"""Knows which paragraphs tell of a time long before the article was written, so that nothing there is news."""

from collections.abc import Sequence

from tui.model import OPEN_FUTURE, OPEN_PAST, DateSpan, Part, Precision, When

_LONG_AGO = 366
"""Days before publication from which on what is told is history."""
_SETTING = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.PART, Precision.INTERVAL)
"""What sets the scene of a story; a bare year is often only background."""
_BREAK = "\n\n"


def elsewhen(text: str, part: Part, dates: Sequence[DateSpan], published: When) -> list[tuple[int, int]]:
    """The paragraphs (start, end in code points, in text order) whose dates are all of a time long past.

    One date of days, months or seasons is needed, and none that is near the article's own or counted from it. Such a
    paragraph of a news item would be its history; an article on a battle of 1942 has hardly any others.
    """
    found: list[tuple[int, int]] = []
    number = 0
    while number < len(dates):
        start = max(part.start, text.rfind(_BREAK, part.start, dates[number].start))
        end = text.find(_BREAK, dates[number].start, part.end)
        end = part.end if end < 0 else end
        stop = number + 1
        while stop < len(dates) and dates[stop].start < end:
            stop += 1
        told = [date.when for date in dates[number:stop] if date.when]
        if all(_is_past(when, published) for when in told) and any(when.precision in _SETTING for when in told):
            found.append((start, end))
        number = stop
    return found


def _is_past(when: When, published: When) -> bool:
    """Whether a date, closed at both ends, lies long before publication."""
    return when.first > OPEN_PAST and when.last < OPEN_FUTURE and when.last < published.first - _LONG_AGO
