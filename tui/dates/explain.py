"""Says in one sentence how a date came by its value, for the reader who asks why."""

import re
from collections.abc import Sequence

from tui.dates.story import BEFORE, HEADING, NAMED_YEAR, PUBLISHED
from tui.dates.words import describe
from tui.model import CORRECTED, OPEN_FUTURE, OPEN_PAST, DateSpan, When

KNOWN_DAY = "known day"
"""The rule that gives a day named without its year, as 9/11 is."""

NO_SUCH = "no such"
"""The rule of words that name what a calendar has not, as the third half of a year is."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+[\"'“‘(\[]?\w")


def explain(span: DateSpan, text: str, spans: Sequence[DateSpan], published: When | None = None) -> str:
    """One sentence on a date's value.

    Args:
        span: the date.
        text: the article's text.
        spans: all dates of the article, as `find_dates` gave them, for the one it was counted from.
        published: the article's publication date as given to `find_dates`.
    """
    said = f"“{' '.join(text[span.start : span.end].split())}”"
    if span.when is None and span.rule == NO_SUCH:
        return f"{said} is none that a calendar has."
    if span.when is None:
        return f"{said} is a date, but nothing in the text says which."
    value = describe(span.when)
    if span.rule == CORRECTED:
        return f"{said} is {value}, as you corrected it."
    source = span.rule.partition(", from ")[2]
    if not source:
        if span.rule == KNOWN_DAY:
            return f"{said} is the name of a day everybody knows: {value}."
        return f"{said} says {value} {_itself(span.when)}{_note(span.when)}."
    basis = next((one for one in spans if one.start == span.basis), None)
    from_what = describe(basis.when) if basis and basis.when else ""
    if source == HEADING:
        return f"{said} stands under the heading {from_what}, so it is {value}."
    if source == BEFORE and basis:
        return f"{said} is counted from {from_what} {_where(text, basis, span)}, so it is {value}."
    if source == NAMED_YEAR and basis:
        return f"{said} names no year; with {from_what} told {_where(text, basis, span)} it is {value}."
    if source == PUBLISHED:
        when = f", {describe(published)}" if published else ""
        return f"{said} is counted from the article's publication{when}, so it is {value}."
    return f"{said} is {value}."


def _itself(when: When) -> str:
    """Whether a date's own words say it all, or those before it, such as "since" or "about", do their part."""
    bounded = when.first <= OPEN_PAST or when.last >= OPEN_FUTURE
    about = when.approximate and "/" not in when.edtf and not when.edtf.startswith("[")
    return "with the words around it" if bounded or about else "itself"


def _note(when: When) -> str:
    if when.edtf.startswith("["):
        return "; the order of day and month is not known, so both readings are kept"
    return ""


def _where(text: str, basis: DateSpan, span: DateSpan) -> str:
    """Where the date it was counted from stands."""
    between = text[basis.end : span.start + 1]
    ends = len(_SENTENCE_END.findall(between)) if "\n" not in between else 2
    if ends == 0 and "\n" not in between:
        return "in the same sentence"
    if ends == 1 and "\n" not in between:
        return "in the sentence before"
    return "earlier in the text"
