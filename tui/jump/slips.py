"""Knows which words of a sorted list start like a misspelt one: a letter missing, added, wrong, or two swapped.

The list is never walked from end to end: every spelling one slip away is looked up, and two slips are searched for
only among the words whose first half is at most one slip away.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

Range = tuple[int, int]
"""Positions in a sorted list, the second exclusive."""

_AFTER = "\uffff"
_LETTERS = "abcdfghijklmnprstuvz"
_ONE_FROM, _TWO_FROM = 3, 6
_SCANNED = 8_000


def one_off(words: Sequence[str], start: str) -> list[Range]:
    """Ranges of words that start like `start` but for one slip, from three letters on."""
    return _one_off(words, start) if len(start) >= _ONE_FROM else []


def two_off(words: Sequence[str], start: str) -> list[Range]:
    """Ranges of words that start like `start` but for two slips, from six letters on; not all such words."""
    return _two_off(words, start) if len(start) >= _TWO_FROM else []


def wholly(words: Sequence[str], ranges: Iterable[Range], word: str) -> list[list[Range]]:
    """Of the words in ranges those that are `word` as a whole: with no slip, with one, with two."""
    places = [at for low, high in ranges for at in range(low, high)]
    found: list[list[Range]] = [[], [], []]
    for _, off, place in process.extract(
        word, [words[at] for at in places], scorer=OSA.distance, score_cutoff=2, limit=None
    ):
        found[int(off)].append((places[place], places[place] + 1))
    return found


def apart(ranges: Iterable[Range]) -> list[Range]:
    """The same positions in order, each in one range only."""
    done: list[Range] = []
    for low, high in sorted(ranges):
        low = max(low, done[-1][1]) if done else low
        if low < high:
            done.append((low, high))
    return done


def slips(word: str, other: str, most: int) -> int:
    """How many slips turn `word` into `other` or into a start of it (optimal string alignment); `most` + 1 if more."""
    size = len(word)
    # A shift of the end costs as much again, so one look at the same length rules out nearly everything.
    if OSA.distance(word, other[:size], score_cutoff=2 * most) > 2 * most:
        return most + 1
    ends = range(max(1, size - most), min(len(other), size + most) + 1)
    return min((OSA.distance(word, other[:end], score_cutoff=most) for end in ends), default=most + 1)


def _one_off(words: Sequence[str], start: str) -> list[Range]:
    found: list[Range] = []
    for spelling in _spellings(start):
        low = bisect_left(words, spelling)
        if low < len(words) and words[low].startswith(spelling):
            found.append((low, bisect_left(words, spelling + _AFTER, low)))
    return found


def _spellings(start: str) -> set[str]:
    halves = [(start[:cut], start[cut:]) for cut in range(len(start) + 1)]
    found = {left + right[1:] for left, right in halves if len(right) > 1 or (right and len(left) > 3)}
    found |= {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    for left, right in halves:
        found |= {left + letter + right for letter in _LETTERS}
        if right:
            rest = right[1:]
            found |= {left + letter + rest for letter in _LETTERS}
    return {spelling for spelling in found if not spelling.startswith(start)}


def _two_off(words: Sequence[str], start: str) -> list[Range]:
    half = min(4, len(start) // 2)
    head = start[:half]
    same = (bisect_left(words, head), bisect_left(words, head + _AFTER))
    scanned = 0
    found: list[Range] = []
    for low, high in apart([same, *_one_off(words, head)]):
        scanned += high - low
        if scanned > _SCANNED:
            break
        heads = [word[: len(start) + 1] for word in words[low:high]]
        near = process.extract(start, heads, scorer=OSA.distance, score_cutoff=3, limit=None)
        found += [(low + place, low + place + 1) for other, _, place in near if slips(start, other, 2) <= 2]
    return found
