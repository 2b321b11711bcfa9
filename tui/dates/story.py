"""What an article has told so far, and when "now" is: the memory that dates are counted from."""

from dataclasses import dataclass
from typing import NamedTuple

from tui.dates import edtf
from tui.dates.counting import shift
from tui.model import OPEN_FUTURE, OPEN_PAST, When

BEFORE, HEADING, NAMED_YEAR, PUBLISHED = "date before", "heading", "year last named", "publication"
"""What a value may be counted from; stands after a rule's name, as in "day, from heading"."""

_KEPT = 12
_REACH = 3


class Told(NamedTuple):
    """A date that has been told, for others to count from."""

    start: int
    """Offset of its expression."""
    block: int
    """Number of its paragraph."""
    when: When
    """Its value, bounds left out."""
    carries: bool
    """Whether its year carries on: its own words name it, or it was itself dated by one that does."""
    aside: bool = False
    """Whether it only qualifies a thing ("the 1967 lines"), or comes in passing, not at the head of a sentence."""


class Setting(NamedTuple):
    """Where an expression stands."""

    start: int
    """Offset of its first character."""
    block: int
    """Number of its paragraph."""
    quoted: bool
    """Whether it is inside quotation marks."""
    ahead: bool
    """Whether words before it look ahead: will, plans to, due."""
    aside: bool = False
    """Whether it stands within a sentence, or after an article, and so sets no scene."""


@dataclass(frozen=True, slots=True)
class Value:
    """What anchoring found."""

    when: When | None
    """The value, None if nothing supports one."""
    source: str = ""
    """`BEFORE`, `HEADING`, `NAMED_YEAR` or `PUBLISHED`; "" for its own words."""
    basis: int | None = None
    """Offset of the expression it was counted from."""


NOTHING = Value(None)
"""No value."""


class Story:
    """What has been told: the publication date, the heading one stands under, the last few dates."""

    def __init__(self, text: str, published: When | None) -> None:
        self.text = text
        self.published = published
        self.heading: Told | None = None
        self.told: list[Told] = []
        self.carrying = 0
        """How many of them carry their year on."""

    def stand_under(self, start: int, block: int, when: When) -> None:
        """Take a dated heading for what follows."""
        self.heading = Told(start, block, when, True)
        self.told.clear()
        self.carrying = 0
        self.remember(self.heading)

    def leave_heading(self) -> None:
        """What follows stands under no heading."""
        self.heading = None

    def forget(self) -> None:
        """Begin anew, as each comment does."""
        self.heading = None
        self.told.clear()
        self.carrying = 0

    def remember(self, told: Told) -> None:
        """Keep a date told for those to come, if it is closed at both ends."""
        if told.when.first > OPEN_PAST and told.when.last < OPEN_FUTURE:
            self.told.append(told)
            self.carrying += told.carries
            if len(self.told) > _KEPT:
                self.carrying -= self.told.pop(0).carries

    def now(self, at: Setting) -> Value:
        """When "today" is: under a heading its month, else the publication date, which a quotation makes uncertain."""
        if self.heading:
            return Value(self.heading.when, HEADING, self.heading.start)
        if self.published is None:
            return NOTHING
        return Value(edtf.about(self.published) if at.quoted else self.published, PUBLISHED)

    def prior(self, unit: str, at: Setting) -> Told | None:
        """The date told last that a unit can be counted from."""
        for told in self.told[: -_REACH - 1 : -1]:
            if at.block - told.block > 1 and self.published is not None:
                return None
            try:
                shift(told.when, 0, unit)
            except edtf.EdtfError:
                continue
            return told
        return None
