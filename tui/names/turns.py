"""Knows the events everybody takes for known, and when a word of the calendar belongs to one: "Arab Spring"."""

from collections.abc import Sequence

from tui.names.token import Token
from tui.names.words import MONTHS, word_set

_EVENTS = word_set(
    "desert_storm desert_shield enduring_freedom iraqi_freedom d_day arab_spring prague_spring velvet_revolution"
    " orange_revolution rose_revolution cedar_revolution cultural_revolution great_leap_forward glorious_revolution"
    " industrial_revolution cold_war great_war iran_contra beer_hall_putsch kapp_putsch black_september bloody_sunday"
    " black_saturday black_friday black_monday black_tuesday christmas_truce easter_rising easter_uprising"
)
EVENTS = frozenset(name.replace("_", " ") for name in _EVENTS)
"""Folded names of wars, risings and days that everybody takes for known."""

_WHEN = MONTHS | {"easter", "christmas"}
_WHAT = word_set("revolution rising uprising plot coup putsch crisis revolt rebellion truce war")


def goes_on(run: Sequence[Token], folded: str, text: str) -> bool:
    """Whether the word after a run is part of an event's name with it, though one of the two is of the calendar."""
    last = run[-1]
    if f"{last.folded} {folded}" in EVENTS:
        return True
    led = len(run) == 1 and text[max(0, last.start - 4) : last.start].lower() == "the "
    return led and last.folded in _WHEN and folded in _WHAT


def begins_event(tokens: Sequence[Token]) -> bool:
    """Whether a run begins with a month and what happened in it: "October Revolution"."""
    return len(tokens) > 1 and tokens[1].gap == "space" and tokens[0].folded in _WHEN and tokens[1].folded in _WHAT
