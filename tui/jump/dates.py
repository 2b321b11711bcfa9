"""Knows when a query is a date, and which: "may 2007", "2007-01-26", "spring 08", "early 2007", "1990s"."""

import datetime
import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Sequence

from tui.dates.days import civil
from tui.dates.edtf import parse

_MONTHS = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_PARTS = {"early": (1, 4, 1, 10), "mid": (5, 8, 11, 20), "late": (9, 12, 21, 31)}
_WORDS = re.compile(r"\d+|[^\W\d_]+")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_DECADE = re.compile(r"(?:the\s+)?(\d{2}|\d{4})['’]?s", re.IGNORECASE)
_LAST_DIGITS = re.compile(r"(?<!\d)\d{1,4}$")
_WHOLE_YEAR = 4
_CENTURIES = ("19", "20")
_ORDINAL = frozenset(("st", "nd", "rd", "th"))
_FILLER = frozenset(("of", "the", "in", "on"))
_NEXT_CENTURY = 50
_MOST_YEARS = 300


def read_date(query: str) -> str | None:
    """The EDTF value of a query that is nothing but a date with a year; None if it is anything else.

    A year of two digits is taken for 1950 to 2049. "the week of 4 Feb 2007" is the
    interval of the seven days from there.
    """
    query = query.strip().casefold()
    iso = _ISO.fullmatch(query)
    if iso:
        return _value(int(iso[1]), int(iso[2]), int(iso[3]) if iso[3] else None)
    decade = _DECADE.fullmatch(query)
    if decade:
        year = _year(decade[1])
        return f"{str(year)[:3]}X" if year is not None and year % 10 == 0 else None
    words = _WORDS.findall(query)
    if not words or len(words) > 7 or len("".join(words)) != len(re.sub(r"[\s,.'’-]", "", query)):
        return None
    week = words[:1] == ["week"] or words[:2] == ["the", "week"]
    value = _spoken([word for word in words if word not in _FILLER and word not in _ORDINAL and word != "week"])
    return _week(value) if week else value


def is_plain_date(query: str) -> bool:
    """Whether a query that is read as a date has nothing before it, such as "in" or "the"."""
    words = _WORDS.findall(query.casefold())
    return not words or words[0] not in _FILLER


def read_dates(query: str, days: Sequence[int], most: int = 3) -> list[str]:
    """The EDTF values a query may mean, `most` at most; without a whole year, those in which something happened.

    `days` are the day numbers of what happened, ascending; the year with the most of it comes first. The last digits
    may be the first ones of a year: "11 Oct 20" is one in 2020, if something happened then, else those from 2000 on
    that are known; and "feb 19" may be a day as well as a year. A month alone is no date: it is too often a name.
    """
    query = query.strip().rstrip(",. ")
    value = read_date(query)
    last = _LAST_DIGITS.search(query)
    if value is not None and (last is None or len(last[0]) == _WHOLE_YEAR or _ISO.fullmatch(query)):
        return [value]
    if not days or not any(letter.isdigit() for letter in query):
        return [] if value is None else [value]

    def happened(value: str) -> int:
        when = parse(value)
        return bisect_right(days, when.last) - bisect_left(days, when.first)

    counts: dict[str, int] = {}
    begun = last[0] if last is not None and query[: last.start()].strip() else None
    for year in range(civil(days[0])[0], civil(days[-1])[0] + 1)[-_MOST_YEARS:]:
        told = [f"{query} {year:04}"]
        if begun is not None and last is not None and f"{year:04}".startswith(begun):
            told.append(f"{query[: last.start()]}{year:04}")
        for said in told:
            meant = read_date(said)
            if meant is not None and meant != value and meant not in counts and (count := happened(meant)):
                counts[meant] = count
    sure = value is not None and happened(value) > 0
    if value is not None and sure and begun in _CENTURIES:
        # Whoever types "19" is more likely on the way to 1968 than asking for 2019: both stand by what happened.
        counts[value] = happened(value)
    known = sorted(counts, key=lambda meant: (-counts[meant], meant))[:most]
    if value is None or value in known:
        return known
    return [value, *known][:most] if sure or not known else [*known[: most - 1], value]


def _spoken(words: list[str]) -> str | None:
    part = words[0] if words and words[0] in _PARTS else None
    rest = words[1:] if part else words
    names = [word for word in rest if not word.isdigit()]
    numbers = [word for word in rest if word.isdigit()]
    if len(names) > 1 or not numbers:
        return None
    if not names:
        year = _full_year(numbers[0]) if len(numbers) == 1 else None
        return None if year is None else _part(part, year, None) if part else f"{year:04}"
    season = next((code for name, code in _SEASONS.items() if names[0] == name), None)
    month = _month(names[0])
    if len(numbers) == 2 and not part and month:
        return _day(numbers, rest, month)
    year = _year(numbers[0]) if len(numbers) == 1 and rest[-1].isdigit() else None
    if year is None or (season is None and month is None):
        return None
    if season:
        return None if part else f"{year:04}-{season}"
    return _part(part, year, month) if part else f"{year:04}-{month:02}"


def _day(numbers: list[str], rest: list[str], month: int) -> str | None:
    year, day = _year(numbers[1]), int(numbers[0])
    if rest[-1] != numbers[1] or len(numbers[0]) > 2 or year is None:
        return None
    return _value(year, month, day)


def _month(word: str) -> int | None:
    if len(word) < 3:
        return None
    found = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(word)]
    return found[0] if len(found) == 1 else 9 if word == "sept" else None


def _full_year(digits: str) -> int | None:
    return int(digits) if len(digits) == 4 and 1000 <= int(digits) <= 2999 else None


def _year(digits: str) -> int | None:
    if len(digits) == 2:
        return (1900 if int(digits) >= _NEXT_CENTURY else 2000) + int(digits)
    return _full_year(digits)


def _value(year: int, month: int, day: int | None) -> str | None:
    if not 1 <= month <= 12 or year < 1 or (day is not None and not 1 <= day <= monthrange(year, month)[1]):
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")


def _part(part: str, year: int, month: int | None) -> str:
    first, last, first_day, last_day = _PARTS[part]
    if month is None:
        return f"{year:04}-{first:02}~/{year:04}-{last:02}~"
    return f"{year:04}-{month:02}-{first_day:02}~/{year:04}-{month:02}-{min(last_day, monthrange(year, month)[1]):02}~"


def _week(value: str | None) -> str | None:
    if value is None or len(value) != 10:
        return None
    end = datetime.date.fromisoformat(value) + datetime.timedelta(days=6)
    return f"{value}/{end.isoformat()}"
