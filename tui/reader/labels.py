"""Letters for the links in view, so that each can be opened with a key or two."""

from collections.abc import Iterator, Sequence
from itertools import islice, product

LETTERS = "asdfghjklewrtuioqpzxcvbnmy"
"""The letters, those under the fingers first."""


def labels(count: int) -> list[str]:
    """So many labels, as short as can be, none the beginning of another."""
    length = 1
    while len(LETTERS) ** length < count:
        length += 1
    if length == 1:
        return list(LETTERS[:count])
    return list(islice(_together(length), count))


def matching(all_labels: Sequence[str], typed: str) -> list[int]:
    """Numbers of the labels that begin with what was typed."""
    return [number for number, label in enumerate(all_labels) if label.startswith(typed)]


def _together(length: int) -> Iterator[str]:
    # The last letter changes slowest: neighbours on the page get different first letters.
    return ("".join(reversed(letters)) for letters in product(LETTERS, repeat=length))
