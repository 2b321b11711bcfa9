"""A date in short, honest words: no finer than it is known, and saying so where it is not."""

from tui.dates import days
from tui.model import OPEN_FUTURE, OPEN_PAST, Precision, When

_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_THIRDS = ("early", "mid", "late")


def describe(when: When | None) -> str:
    """A date for people: "26 Jan 2007", "about Dec 2006", "before 23 Aug 2007", "Aug 2007, day not known"."""
    if when is None or when.precision is Precision.UNKNOWN:
        return "undated"
    if when.edtf.startswith("["):
        return " or ".join(_single(item) for item in when.edtf[1:-1].split(","))
    if when.precision is Precision.PART:
        return _part(when)
    if when.precision is Precision.DECADE:
        return ("about " if when.approximate else "") + _decade(when)
    if "/" in when.edtf:
        return _interval(when)
    return _single(when.edtf)


def _single(text: str) -> str:
    """One EDTF date in words, its mark included."""
    bare = text.rstrip("~?%")
    about = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(text[len(bare) :], "")
    negative = bare.startswith(("-", "Y-"))
    year, *rest = bare.lstrip("Y-").split("-")
    if "X" in year:
        return about + _decade_text(year, negative)
    number = int(year)
    shown = (
        f"{number + 1} BC" if negative else f"{number} AD" if 0 < number < 1000 else str(number) if number else "1 BC"
    )
    if not rest or rest[0] == "XX":
        return about + shown
    month = rest[0]
    if month in _SEASONS:
        return f"{about}{_SEASONS[month]} {shown}" + (
            f"–{(number + 1) % 100:02}" if month == "24" and not negative else ""
        )
    if len(rest) == 1:
        return f"{about}{_MONTHS[int(month)]} {shown}"
    if rest[1] == "XX":
        return f"{about}{_MONTHS[int(month)]} {shown}, day not known"
    return f"{about}{int(rest[1])} {_MONTHS[int(month)]} {shown}"


def _decade(when: When) -> str:
    if "/" not in when.edtf:
        return _single(when.edtf)
    first, last = (days.civil(day)[0] for day in (when.first, when.last))
    return f"the {_ordinal(first // 100 + 1)} century" if last - first > 10 else f"the {first}s"


def _decade_text(year: str, negative: bool) -> str:
    era = " BC" if negative else ""
    if year.endswith("XX"):
        return f"the {_ordinal(int(year[:2]) + 1)} century{era}"
    return f"the {int(year[:3] + '0')}s{era}"


def _ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _part(when: When) -> str:
    """Early, mid or late in what it is a part of."""
    year, month, day = days.civil(when.first)
    length = when.last - when.first + 1
    if length < 20:
        return f"{_THIRDS[(day - 1) // 10]} {_single(f'{_signed(year)}-{month:02}')}"
    if length < 200:
        return f"{_THIRDS[(month - 1) // 4]} {_single(_signed(year))}"
    if length < 5000:
        third = {0: 0, 4: 1}.get(year % 10, 2)
        return f"{_THIRDS[third]} {year // 10 * 10}s"
    third = 0 if year % 100 < 34 else 1 if year % 100 < 67 else 2
    return f"{_THIRDS[third]} {_ordinal(year // 100 + 1)} century"


def _signed(year: int) -> str:
    return f"{year:05}" if year < 0 else f"{year:04}"


def _interval(when: When) -> str:
    head, _, tail = when.edtf.partition("/")
    if when.first == OPEN_PAST:
        return f"before {_single(tail)}"
    if when.last == OPEN_FUTURE:
        return f"from {_single(head)} on"
    if head[-1] == tail[-1] == "~" and "X" not in when.edtf:
        return "about " + _closed(head[:-1], tail[:-1])
    return _closed(head, tail)


def _closed(head: str, tail: str) -> str:
    """An interval with both its ends."""
    first, last = _single(head), _single(tail)
    one, other = first.split(), last.split()
    if first == last:
        return first
    if head[-1].isdigit() and tail[-1].isdigit() and len(one) == len(other) > 1 and one[-1] == other[-1]:
        same = 2 if len(one) == 3 and one[-2:] == other[-2:] else 1
        if same == len(one) - 1 and same > 0:
            return f"{' '.join(one[:-same])}–{' '.join(other)}"
        return f"{' '.join(one[:-same])} – {' '.join(other)}"
    if len(one) == len(other) == 1:
        return f"{first}–{last}"
    return f"{first} – {last}"
