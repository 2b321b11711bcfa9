"""Knows where the dates that a query may mean stand among the other things it found."""

from collections.abc import Sequence

from tui.jump.dates import is_plain_date
from tui.jump.target import Hit, Tier

_BEGUN = frozenset((Tier.EXACT, Tier.START))
_FEW_TITLES = 3


def before_dates(hits: Sequence[Hit], typed: str) -> int:
    """How many of the hits come before the dates that were typed, for beginning so themselves.

    A name that begins with a date ("17 November") is asked for by it as well, and so are the titles that do, where they
    are few; and all that begin with more than a date ("In May").
    """
    begun = [hit.target.kind for hit in hits if hit.tier in _BEGUN]
    if not is_plain_date(typed):
        return len(begun)
    titles = begun.count("article")
    return begun.count("entity") + (titles if titles <= _FEW_TITLES else 0)
