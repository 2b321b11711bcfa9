"""What a command of the line mode is: a word, what may follow it, a sentence, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass

from tui.plain.session import Session


@dataclass(frozen=True, slots=True)
class Spoken:
    """One command."""

    name: str
    """The word; any beginning of it that no other command shares will do."""
    act: Callable[[Session, str], None]
    """What it does with the words that follow; raises `NotYet` with a sentence if it cannot."""
    sentence: str
    """What it does, for people."""
    keys: tuple[str, ...] = ()
    """Keys of the screen that mean the same: they may be typed instead of the word."""
    takes: str = ""
    """What may follow it, for people; "" for nothing."""
    more: str = ""
    """What else `help` tells about it."""
