"""How many dates of one article are read: a text of nothing else must not cost what a library of prose does."""

FEWEST = 10_000
"""Dates read of any article, however short."""

APART = 50
"""Characters a date stands apart from the next, at the least, over the whole of a very long article."""


def most_dates(chars: int) -> int:
    """How many dates of an article of so many characters are read, those in comments included.

    A chronology of a line a day keeps every one of them; a megabyte of "1999,1999," does not.
    """
    return max(FEWEST, chars // APART)
