"""Choosing a passage with the keyboard, a word or a sentence at a time: one end stays, the other one walks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

_WORD = re.compile(r"\w(?:[\w'’\-‐‑.]*\w)?")
_GAP = re.compile(r"\n[ \t\r]*\n")

Span = tuple[int, int]
"""Offsets of a stretch of text, in code points, end exclusive."""


class Unit(StrEnum):
    """By what a passage is chosen."""

    WORD = "word"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Choice:
    """A passage being chosen."""

    unit: Unit
    """By what it grows and shrinks."""
    fixed: Span
    """The word or sentence that stays."""
    head: Span
    """The word or sentence that walks."""

    @property
    def span(self) -> Span:
        """The passage: from one end to the other, whichever is first."""
        return min(self.fixed[0], self.head[0]), max(self.fixed[1], self.head[1])

    def swapped(self) -> "Choice":
        """The same passage with the other end walking."""
        return Choice(self.unit, self.head, self.fixed)


def begin(text: str, unit: Unit, span: Span) -> Choice | None:
    """A choice of the units a stretch of text begins and ends in, or of the next one; None where there is none."""
    first = unit_at(text, unit, span[0])
    last = unit_at(text, unit, max(span[0], span[1] - 1))
    if first is None or last is None:
        return None
    return Choice(unit, first, last if last[0] < max(span[1], span[0] + 1) else first)


def step(text: str, choice: Choice, by: int) -> Choice:
    """The choice after its walking end went on by a unit, or back; the same at the end of the text."""
    found = unit_at(text, choice.unit, choice.head[1]) if by > 0 else _before(text, choice.unit, choice.head[0])
    return choice if found is None else replace(choice, head=found)


def reach(text: str, choice: Choice, at: int) -> Choice:
    """The choice after its walking end went to an offset."""
    found = unit_at(text, choice.unit, at)
    return choice if found is None else replace(choice, head=found)


def unit_at(text: str, unit: Unit, at: int) -> Span | None:
    """The word or sentence that holds an offset, else the next one; None behind the last."""
    begin, end = _paragraph(text, min(max(at, 0), len(text)))
    while True:
        spans = _units(text, unit, begin, end)
        found = next((span for span in spans if span[1] > at), None)
        if found is not None or end >= len(text):
            return found
        begin, end = _paragraph(text, end)


def _before(text: str, unit: Unit, at: int) -> Span | None:
    begin, end = _paragraph(text, max(at - 1, 0))
    while True:
        spans = [span for span in _units(text, unit, begin, end) if span[0] < at]
        if spans or begin <= 0:
            return spans[-1] if spans else None
        begin, end = _paragraph(text, begin - 1)


def _units(text: str, unit: Unit, begin: int, end: int) -> Sequence[Span]:
    if unit is Unit.WORD:
        return [match.span() for match in _WORD.finditer(text, begin, end)]
    from tui.events.sentences import sentences  # late: only who selects by sentence needs it

    return [span for span in sentences(text, begin, end) if span[0] < span[1]]


def _paragraph(text: str, at: int) -> Span:
    """The paragraph that holds an offset, the blank line behind it included, so that the next one begins at its end."""
    before = text.rfind("\n\n", 0, at)
    gap = _GAP.search(text, at)
    return (0 if before < 0 else before + 2), (len(text) if gap is None else max(gap.end(), at + 1))
