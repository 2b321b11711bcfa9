"""Finds what the text says people are to others: "the brother of", "commander of", "Mahdi Army leader Sadr"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.model import Kind
from tui.names.words import ROLES

_ROLE = r"(?P<role>(?:[a-z]+(?:-[a-z]+)* ){0,4}(?:" + "|".join(sorted(ROLES, key=len, reverse=True)) + r"))"
_LEAD = r"(?:the |a |an |then |now |formerly |one of (?:the )?(?:two |three |four |five )?)?(?:[A-Z][a-z]+ )?"
_AFTER_NAME = re.compile(
    rf"(?:, (?:who (?:is|was) )?| (?:is|was|became|becomes|remains|served as|serves as) (?:also )?){_LEAD}{_ROLE}"
    r"s? (?P<link>of|for|to|in|at) (?:the )?"
)
_BEFORE_NAME = re.compile(rf"(?:['’]s?|,?(?: and)? (?:his|her|their))? {_ROLE},? ")
_OWNED = re.compile(rf"['’]s? {_ROLE}s?\b")
_DENIED = re.compile(r"(?:not|never|no longer|hardly|and|or|but|became)\b|.*\b(?:his|her|its|their)\b")
_REACH = 90
_STOP = re.compile(r"[.;!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Role:
    """One statement of what somebody is to somebody or something."""

    person: int
    """Row of the person."""
    role: str
    """The words of the text: "senior aide"."""
    other: int
    """Row of the person, group or place the role is held with."""
    start: int
    """Offset where the statement begins: the first of its two names."""
    end: int
    """Offset where it ends."""


def find_roles(text: str, mentions: Sequence[tuple[int, int, int]], kinds: Sequence[Kind]) -> list[Role]:
    """The roles stated between neighbouring mentions of one article, in order of appearance.

    `mentions` are (start, end, row) in order, `kinds` the kind of each row. Only what stands in one sentence between
    two names counts: nothing is guessed from pronouns.
    """
    found: list[Role] = []
    for at in range(len(mentions) - 1):
        start, end, left = mentions[at]
        begin, stop, right = mentions[at + 1]
        between = text[end:begin]
        if len(between) > _REACH or left == right or _STOP.search(between):
            continue
        if kinds[left] is Kind.PERSON:
            match = _AFTER_NAME.fullmatch(between)
            if match and not _DENIED.match(match["role"]):
                holder, until = _holder(text, mentions, kinds, at + 1)
                found.append(Role(left, match["role"], holder, start, until))
                continue
            owned = _OWNED.match(text, stop) if between in (", ", ", one of ") else None
            if owned:
                found.append(Role(left, owned["role"], right, start, owned.end()))
                continue
        if kinds[right] is Kind.PERSON:
            match = _BEFORE_NAME.fullmatch(between)
            if match and not _DENIED.match(match["role"]):
                found.append(Role(right, match["role"], left, start, stop))
    return found


def _holder(text: str, mentions: Sequence[tuple[int, int, int]], kinds: Sequence[Kind], at: int) -> tuple[int, int]:
    """Whom a role is held with: in "aide to Mahdi Army leader Sadr" it is Sadr, not the army."""
    if at + 1 < len(mentions):
        between = text[mentions[at][1] : mentions[at + 1][0]]
        if kinds[mentions[at + 1][2]] is Kind.PERSON and len(between) < _REACH and _BEFORE_NAME.fullmatch(between):
            return mentions[at + 1][2], mentions[at + 1][1]
    return mentions[at][2], mentions[at][1]
