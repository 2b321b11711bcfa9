"""The words on a passage's own line, and whether they stand at a place: what tells it from its look-alikes best.

Of two lines that differ in a name or a number, the one that took the other's place has more of the old surroundings
around it. So the words nearest to the passage are looked at on their own.
"""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, Levenshtein

from tui.notes.fold import fold
from tui.notes.model import Anchor
from tui.notes.weighing import FEWEST, Candidate

_SLACK = 16
"""Characters beyond those of the line that are looked at, for what was put in between."""

_FAR = 240
"""How far from the passage its line may have been pushed by something put in between."""

_FEW, _MOST = 5, 0.75
"""Telling words that stand together where another line reads alike: so many at least, and this share of them."""

_WORD = re.compile(r"\S+")

_SHORT = 4
"""Letters of a word below which it tells nothing; figures always do."""

_TYPO = 0.6
"""Likeness from which another word is the same one mistyped; figures are never mistyped."""


@dataclass(frozen=True, slots=True)
class Line:
    """The line of a passage as far as it is remembered, folded."""

    before: str
    """What stands on it before the passage."""
    quote: str
    """The passage."""
    after: str
    """What stands on it behind the passage."""
    named: frozenset[int]
    """Which of its words are figures or begin with a capital letter: what lines alike differ in most."""

    @property
    def words(self) -> list[str]:
        """All its words in order."""
        return f"{self.before}{self.quote}{self.after}".split()


def line_of(anchor: Anchor) -> Line:
    """The line a passage stood on; a word cut in two where its remembered part begins or ends is left out."""
    _, begun, before = anchor.prefix.rpartition("\n")
    after, ended, _ = anchor.suffix.partition("\n")
    if not begun and anchor.start > len(anchor.prefix):
        before = before.partition(" ")[2]
    if not ended:
        after = after.rpartition(" ")[0]
    words = enumerate(f"{before}{anchor.quote}{after}".split())
    named = frozenset(number for number, word in words if any(c.isdigit() or c.isupper() for c in word))
    return Line(fold(before).text, fold(anchor.quote).text, fold(after).text, named)


def standing(text: str, line: Line, place: Candidate) -> frozenset[int]:
    """Which of the telling words of a line stand at a place of a folded text, and around it in the same order.

    What something put in beside the passage has pushed off still stands there.
    """
    before, after = line.before.split(), line.after.split()
    start = max(place.start - len(line.before) - _SLACK, 0)
    there = text[start : place.end + len(line.after) + _SLACK].split()
    found = set(_common(line.words, there))
    if _pushed(text[max(start - _FAR, 0) : place.start], line.before, line):
        found.update(range(len(before)))
    if _pushed(text[place.end : place.end + len(line.after) + _FAR], line.after, line):
        found.update(range(len(line.words) - len(after), len(line.words)))
    return frozenset(found) & telling(line)


def telling(line: Line) -> frozenset[int]:
    """The words of a line that tell it from others."""
    return frozenset(number for number, word in enumerate(line.words) if _tells(word))


def quoted(line: Line) -> frozenset[int]:
    """The words of a line that are the passage's own, in part or whole."""
    return frozenset(range(len(line.before.split()), len(line.words) - len(line.after.split())))


def one_side_whole(line: Line, standing: frozenset[int]) -> bool:
    """Whether all telling words on one side of the passage stand there, and there are some."""
    first, last = len(line.before.split()), len(line.words) - len(line.after.split())
    sides = ({n for n in telling(line) if n < first}, {n for n in telling(line) if n >= last})
    return any(side and side <= standing for side in sides)


def stands_elsewhere(text: str, line: Line, place: Candidate) -> bool:
    """Whether most of a line's telling words stand close together at another place of a folded text too."""
    words = line.words
    wanted = {words[number] for number in telling(line)}
    needed = max(_FEW, int(len(wanted) * _MOST))
    length = len(line.before) + len(line.quote) + len(line.after) + _SLACK
    near: deque[tuple[int, str]] = deque()
    for match in _WORD.finditer(text):
        if match[0] not in wanted or place.start - length < match.start() < place.end + length:
            continue
        near.append((match.start(), match[0]))
        while near[0][0] < match.start() - length:
            near.popleft()
        if len({word for _, word in near}) >= needed:
            return True
    return False


def _common(words: Sequence[str], there: Sequence[str]) -> list[int]:
    """The words that stand there in the same order, mistyped or run together perhaps."""
    found: list[int] = []
    mine = yours = 0
    for match in Levenshtein.editops(words, there).as_matching_blocks():
        others = there[yours : match.b]
        run = "".join(others)
        for number in range(mine, match.a):
            word = words[number]
            if any(_same(word, other) for other in others) or (_tells(word) and word.isalpha() and word in run):
                found.append(number)
        found += range(match.a, match.a + match.size)
        mine, yours = match.a + match.size, match.b + match.size
    return found


def _pushed(around: str, side: str, line: Line) -> bool:
    """Whether the words of one side stand farther off, and not beside the passage of another place."""
    side = side.strip()
    at = around.find(side) if len(side) >= FEWEST else -1
    if at < 0:
        return False
    quote = line.quote.strip()
    return not around[at + len(side) :].lstrip().startswith(quote) and not around[:at].rstrip().endswith(quote)


def _tells(word: str) -> bool:
    return len(word) >= _SHORT or any(c.isdigit() for c in word)


def _same(mine: str, yours: str) -> bool:
    if mine == yours:
        return True
    mine, yours = (word.strip(".,;:!?()[]\"'…-") for word in (mine, yours))
    if any(c.isdigit() for c in mine + yours):
        return mine == yours
    return Indel.normalized_similarity(mine, yours) >= _TYPO
