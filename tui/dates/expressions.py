"""What the grammar finds before anything is counted from anything: date expressions and what they still need."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tui.model import When

KNOWN_DAY = "known_day"
"""The rule of a day known by its name, as 9/11 is: in passing ("the 9/11 attacks") it tells of another time."""

NO_SUCH = "no_such"
"""The rule of words that name what a calendar has not, as the third half of a year is: no part of them is a date."""

Make = Callable[[int], When]
"""Gives an expression its value once its year is known; raises `EdtfError` if that year has no such day."""

Modifier = Callable[[When], When]
"""Changes a value once it is known: early, about, before, the third quarter of."""


class Shape(StrEnum):
    """What an expression needs to have a value."""

    FIXED = "fixed"
    """Nothing: the words say it all."""
    YEARLESS = "yearless"
    """A year: "in June", "on Feb. 4", "last summer"."""
    DAY = "day"
    """A month and a year: "on the 14th"."""
    WEEKDAY = "weekday"
    """A week: "on Tuesday", "last Friday"."""
    SHIFT = "shift"
    """A date to count from: "four days later", "last month", "that year"."""
    UNKNOWN = "unknown"
    """More than any text gives: "a few days later"."""
    APART = "apart"
    """Nothing ever: a duration, a repeated time, a time of day, "recently"."""


class Base(StrEnum):
    """What a relative expression counts from."""

    NOW = "now"
    """When the text was written, or the heading it stands under."""
    PRIOR = "prior"
    """The date told last."""


class Apart(StrEnum):
    """Words of time that are no dates."""

    DURATION = "duration"
    """"for three years"; the value is an ISO 8601 duration."""
    SET = "set"
    """"every day", "annually"; the value is the ISO 8601 duration of its period."""
    TIME = "time"
    """"6:40 p.m."; no value."""
    VAGUE = "vague"
    """"recently", "now"; the value is PAST_REF, PRESENT_REF or FUTURE_REF, as in TimeML."""


@dataclass(slots=True)
class Expression:
    """One expression in a block of tokens."""

    shape: Shape
    """What it needs."""
    first: int
    """Index of its first token."""
    stop: int
    """Index after its last token."""
    rule: str
    """The rule of the grammar that found it."""
    when: When | None = None
    """The value of a FIXED one."""
    make: Make | None = None
    """For a YEARLESS one: its value in a year."""
    month: int = 0
    """For a YEARLESS one: the month (1 to 12) it begins in."""
    day: int = 0
    """For a DAY one: the day of the month; for a YEARLESS one, its day if it has one."""
    weekday: int = -1
    """The weekday it names, 0 being Monday; -1 if none."""
    count: int = 0
    """How many units a SHIFT is away; for "last", "this", "next" before a name -1, 0, 1."""
    unit: str = ""
    """The unit of a SHIFT, as the language files call it."""
    base: Base | None = None
    """What it counts from; None on a YEARLESS or WEEKDAY one that says no "last", "next", "that"."""
    year_count: int | None = None
    """For a YEARLESS one with a year in words ("March of the following year"): years from the base's year."""
    apart: Apart | None = None
    """What an APART one is."""
    iso: str = ""
    """The value of an APART one."""
    modifiers: tuple[Modifier, ...] = ()
    """Applied to the value in order."""
    bound: str = ""
    """"before" or "after" where the words make the date one end of an open interval."""
