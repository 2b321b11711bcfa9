"""The nouns of jumping: what can be jumped to, and what a query found."""

from dataclasses import dataclass
from enum import StrEnum


class Tier(StrEnum):
    """How a target was matched, as a rule best first; the values are the contract's `tier`."""

    EXACT = "exact"
    """The query is its name, letter for letter (case, accents and punctuation aside)."""
    START = "start"
    """Its name starts with the query."""
    WORD = "word"
    """Each word of the query starts a word of its name, in any order."""
    INITIALS = "initials"
    """The query is made of the first letters of its words."""
    ALIAS = "alias"
    """The same as exact, start, word or initials, but of another spelling of it.

    One that begins with the first letter of its target's name, or of a later word of it, stands among the names that
    start so: typed on where the name goes another way, it does not fall behind. Any other stands behind them.
    """
    RECENT = "recent"
    """It was visited lately, and the query comes near it (or is empty)."""
    FUZZY = "fuzzy"
    """Spelling mistakes, another transliteration or words run together were forgiven."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that can be jumped to."""

    kind: str
    """"entity", "article", "event", "date", "note", "tag" or "command"."""
    name: str
    """The name shown."""
    ref: int | str
    """What the caller knows it by: a row number or a stable key; for a date its EDTF value."""
    aliases: tuple[tuple[str, str], ...] = ()
    """Its other spellings as (spelling, reason)."""
    weight: int = 0
    """How often it is mentioned: among equal matches the heavier one comes first."""
    article: int = -1
    """The article it leads to; -1 if it leads to none by itself."""
    start: int = 0
    """Offset in that article, in code points."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A target that a query found."""

    target: Target
    """What was found."""
    matched: str
    """The spelling that matched: the target's name or one of its aliases."""
    reason: str
    """Why that spelling stands for the target, if it is an alias; otherwise ""."""
    tier: Tier
    """How it was matched."""
    score: float
    """How well, 0 to 100; never larger than that of the hit before it."""
    query: str = ""
    """What was typed, if it accounts for letters of `matched`."""

    @property
    def letters(self) -> tuple[int, ...]:
        """Offsets in `matched` of the letters the query accounts for, in order; worked out where they are shown."""
        from tui.jump.letters import lit  # late: it knows these nouns

        return lit(self.query, self.matched, self.tier) if self.query else ()
