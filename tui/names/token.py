"""The unit names are found in: one capitalised word and how it hangs on the word before it."""

from typing import NamedTuple


class Token(NamedTuple):
    """One word of a run."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character; a possessive is not part of it."""
    word: str
    """The word as written, with a particle before it ("al-Sadr") if it has one."""
    folded: str
    """The word folded."""
    gap: str
    """How it hangs on the word before it in its run: "space", "hyphen", "of", ...; "" for the first."""
