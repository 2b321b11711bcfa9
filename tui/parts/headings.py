"""The two kinds of heading that matter: the title line, and the dated heading that opens a timeline entry."""

import re
from enum import StrEnum

from tui.model import PartKind
from tui.parts.byline import authors, is_persons, opens_with_authors
from tui.parts.lines import WIDE, Line, Start, closes, unfinished

_TITLE_CHARACTERS = 200
_HEADING_CHARACTERS = 80

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_SEASON = r"(?:Spring|Summer|Autumn|Fall|Winter)"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?,? )?"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d{3}|20\d{2})"
_TO = r" ?(?:[-–—/]|to|and|&) ?"
_FINE = (
    rf"(?:{_WEEKDAY}{_MONTH} {_DAY}(?:{_TO}(?:{_MONTH} )?{_DAY})?,? {_YEAR}"
    rf"|{_WEEKDAY}{_DAY}(?:{_TO}{_DAY})? {_MONTH},? {_YEAR}"
    rf"|(?:{_MONTH}(?:,? {_YEAR})?{_TO})?{_MONTH},? (?:of )?{_YEAR}"
    rf"|{_SEASON},? (?:of )?{_YEAR}"
    rf"|{_YEAR}-[01]\d(?:-[0-3]\d)?"
    rf"|[0-3]?\d[/.][0-3]?\d[/.]{_YEAR})"
)
_COARSE = rf"(?:{_YEAR}(?:s|{_TO}(?:{_YEAR}|\d\d))?|\d{{1,4}} (?:BCE?|CE|AD))"
_DATED = re.compile(
    r"(?:[•‣◦▪·*–-] +)?(?:(?:about|around|circa|ca?\.|early|mid|late|since|before|after) ?-?)?"
    rf"(?:(?P<fine>{_FINE})|{_COARSE})"
    r"(?: \([^()\n]{0,40}\))?(?P<stop> ?:(?=\s|$)|(?: [-–—]|—)(?=\s|$)|$)",
    re.IGNORECASE,
)
_PUT_UP = re.compile(rf"(?:(?:First )?(?:Published|Posted|Updated|Filed)(?: on)?:? )?{_FINE}", re.IGNORECASE)
"""A line that says when it was published and nothing else."""

_ABBREVIATED = re.compile(r"(?:.*\W)?(?:[A-Z]\.)+|.*(?:Inc|Corp|Co|Jr|Sr|Ltd|Bros)\.")
_RULED = re.compile(r"[=\-~_*#]{3,}")


class _Form(StrEnum):
    """How a dated heading is written: all but the first need a second one like it before they are believed."""

    FINE_COLON = "March 2007: …"
    YEAR_COLON = "2007: …"
    DASH = "March 2007 - …"
    ALONE = "a line that is nothing but a date"


def find_title(lines: list[Line], stated: str = "") -> bool:
    """Whether the first line is the title: short, unlike a sentence, with something after it.

    If the file states its title elsewhere, the first line is a title only if it is that one.
    """
    line = lines[0]
    if len(lines) < 2 or len(line.text) > _TITLE_CHARACTERS:
        return False
    if stated:
        return " ".join(line.text.casefold().split()) == " ".join(stated.casefold().split())
    if line.bullet or not any(map(str.isalpha, line.text)) or _is_entry(lines) or opens_with_authors(line.text):
        return False
    if not (unfinished(line.text) or line.text.endswith("!") or _ABBREVIATED.fullmatch(line.text)):
        return False
    below = lines[1]
    return (
        below.opens
        or _says_whose(lines)
        or len(below.text) > WIDE
        or bool(_RULED.fullmatch(below.text))
        or (below.text.startswith(("By ", "BY ")) and unfinished(below.text))
    )


def _says_whose(lines: list[Line]) -> bool:
    """Whether the second line names only the author or the day, or the author above the day, and no text goes on."""
    below = lines[1].text
    if authors(below):
        return True
    if _PUT_UP.fullmatch(below):
        return not (len(lines) > 3 and lines[2].opens and closes(lines, 2) and _is_short(lines[2].text))
    return is_persons(below) and len(lines) > 2 and not lines[2].opens and bool(_PUT_UP.fullmatch(lines[2].text))


def _is_short(words: str) -> bool:
    """Whether a paragraph looks like the title under a newspaper and its day."""
    return len(words) <= _HEADING_CHARACTERS and unfinished(words) and not words.startswith(("By ", "BY "))


def _is_entry(lines: list[Line]) -> bool:
    """Whether the first line opens a timeline or is a date: "1750–1775: The Colonies" over prose is a title."""
    found = _DATED.match(lines[0].text)
    return bool(found and (found.end() == len(lines[0].text) or _DATED.match(lines[1].text)))


def find_entries(lines: list[Line], first: int, end: int) -> list[Start]:
    """Starts of the timeline entries among lines[first:end], and of the body that follows an entry under a heading.

    An entry opens with a dated heading at the head of a paragraph, or of any line of a paragraph that began with one,
    and runs to the next dated heading or to a plain heading that stands alone.
    """
    forms = _dated_lines(lines, first, end)
    counts = {form: sum(1 for found in forms.values() if found is form) for form in _Form}
    believed = {form for form in _Form if counts[form] > 1 or (form is _Form.FINE_COLON and counts[form])}
    starts: list[Start] = []
    for index in range(first, end):
        if forms.get(index) in believed:
            starts.append(Start(index, PartKind.TIMELINE))
        elif starts and starts[-1].kind is PartKind.TIMELINE and _is_heading(lines, index, end):
            starts.append(Start(index, PartKind.BODY))
    return starts


def _dated_lines(lines: list[Line], first: int, end: int) -> dict[int, _Form]:
    """The lines that open with a dated heading, each with its form."""
    forms: dict[int, _Form] = {}
    listed = False
    for index in range(first, end):
        line = lines[index]
        listed = listed and not line.opens
        if not (line.opens or listed):
            continue
        found = _DATED.match(line.text)
        if found:
            forms[index] = _form(found)
            listed = True
    return forms


def _form(found: re.Match[str]) -> _Form:
    stop = found["stop"].strip()
    if not stop:
        return _Form.ALONE
    if stop != ":":
        return _Form.DASH
    return _Form.FINE_COLON if found["fine"] else _Form.YEAR_COLON


def _is_heading(lines: list[Line], index: int, end: int) -> bool:
    """Whether a line is a heading without a date: alone, short, no sentence, and with text below it."""
    line = lines[index]
    return (
        line.opens
        and closes(lines, index)
        and index + 1 < end
        and len(line.text) <= _HEADING_CHARACTERS
        and line.text[0].isupper()
        and unfinished(line.text)
        and not line.text.endswith(("?", "”", '"'))
    )
