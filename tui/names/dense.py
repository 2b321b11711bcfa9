"""How many places of one article are looked at for new names: a text of nothing else is a list without end."""

FEWEST = 20_000
"""Capitalised places looked at in any article, however short."""

APART = 25
"""Characters a name stands apart from the next, at the least, over the whole of a very long article."""


def most_names(chars: int) -> int:
    """How many places of an article of so many characters are looked at for names nothing else tells of.

    What is named by then is found in all of the article; a register of a name a line keeps every one of them.
    """
    return max(FEWEST, chars // APART)
