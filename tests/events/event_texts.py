"""Helps event tests: dates and names marked by hand in a text, as [[words|EDTF]] and {name}."""

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass

from tui.events.find import find_events
from tui.events.row import EventRow
from tui.model import DateSpan, Part, PartKind, Precision, When

_MARK = re.compile(r"\[\[([^|\]]*)\|([^\]]*)\]\]|\{([^}]*)\}")


@dataclass(frozen=True)
class Marked:
    """A text freed of its marks, and what they said."""

    text: str
    """The text without marks."""
    dates: list[DateSpan]
    """The marked dates."""
    mentions: list[tuple[int, int, int]]
    """The marked names, numbered by name."""
    names: dict[int, str]
    """Name of each number."""

    def rows(self, kind: PartKind = PartKind.BODY, published: str = "") -> list[EventRow]:
        """The rows found when the whole text is one part of this kind."""
        part = Part(kind, 0, len(self.text))
        return find_events(self.text, [part], self.dates, self.mentions, when(published) if published else None)

    def who(self, row: EventRow) -> list[str]:
        """The names of a row's entities."""
        return [self.names[entity] for entity in row.entities]


def when(edtf: str) -> When:
    """The value of a year, month, day or interval of those."""
    if "/" in edtf:
        left, right = (when(end) for end in edtf.split("/"))
        return When(left.first, right.last, Precision.INTERVAL, False, edtf)
    numbers = [int(number) for number in edtf.split("-")]
    year, month, day = [*numbers, 0, 0][:3]
    first = datetime.date(year, month or 1, day or 1).toordinal()
    final = month or 12
    last = datetime.date(year, final, day or monthrange(year, final)[1]).toordinal()
    return When(first, last, (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(numbers) - 1], False, edtf)


def marked(source: str) -> Marked:
    """Read the marks of a text; "[[last year|]]" is a date without a value."""
    text, dates, mentions, names, at = "", list[DateSpan](), list[tuple[int, int, int]](), dict[str, int](), 0
    for match in _MARK.finditer(source):
        text += source[at : match.start()]
        at = match.end()
        start = len(text)
        text += match[1] if match[3] is None else match[3]
        if match[3] is None:
            dates.append(DateSpan(start, len(text), when(match[2]) if match[2] else None, "own"))
        else:
            mentions.append((start, len(text), names.setdefault(match[3], len(names))))
    text += source[at:]
    return Marked(text, dates, mentions, {number: name for name, number in names.items()})
