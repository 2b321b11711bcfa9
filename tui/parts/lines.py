"""A text as its lines that are not blank: where each stands, how far it is indented, whether a paragraph begins."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from tui.model import PartKind

_BULLETS = "•‣◦▪·*–-"
_BULLET = re.compile(rf"[{_BULLETS}][ \t\xa0]+")

WIDE = 120
"""A line longer than this, in characters, is not wrapped by hand: it is a whole paragraph."""


class Line(NamedTuple):
    """A line with something on it."""

    start: int
    """Offset of its first character that is not blank."""
    end: int
    """Offset after its last character that is not blank."""
    indent: int
    """How many blank characters stand before it."""
    opens: bool
    """Whether a paragraph begins with it: nothing or a blank line above, or one of the two is a whole paragraph."""
    text: str
    """What stands from `start` to `end`."""

    @property
    def bullet(self) -> int:
        """Length of the bullet it begins with, blanks after it included; 0 if there is none."""
        found = _BULLET.match(self.text) if self.text[0] in _BULLETS else None
        return found.end() if found else 0


@dataclass(frozen=True, slots=True)
class Start:
    """Where a part begins; it runs to the line before the next start."""

    line: int
    """Index among the lines that are not blank."""
    kind: PartKind
    """What begins here."""
    by: str = ""
    """Who wrote it, for a comment."""


def split(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines: list[Line] = []
    at, opens, wide_above = 0, True, False
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            wide = len(bare) > WIDE
            lines.append(Line(at + indent, at + indent + len(bare), indent, opens or wide or wide_above, bare))
            wide_above = wide
        opens = not bare
        at += len(raw) + 1
    return lines


def closes(lines: list[Line], index: int) -> bool:
    """Whether a paragraph ends with this line."""
    return index + 1 >= len(lines) or lines[index + 1].opens


def unfinished(text: str) -> bool:
    """Whether a line ends as headings and links do: without the stop of a sentence."""
    return not text.endswith((".", ",", ";", ":", "!", "…", ".”", '."', ".’", ".)"))
