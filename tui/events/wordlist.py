"""Knows how a list of words is written down in this package: in one string, words apart by blanks."""


def word_set(words: str) -> frozenset[str]:
    """The words of a string as a set."""
    return frozenset(words.split())
