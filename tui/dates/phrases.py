"""Several tokens made one: the phrases of a language file, and ordinals written with a dot."""

from collections.abc import Sequence
from itertools import compress
from typing import Any

from tui.dates.lexicon import Phrase


def join_phrases(
    text: str,
    opens: list[dict[str, list[Phrase]] | None],
    classes: list[str],
    values: list[object],
    starts: list[int],
    ends: list[int],
    words: list[str],
) -> None:
    """Make one token of each phrase of the language file, in place, the first and longest winning.

    `opens` has for each token the phrases it may begin, by their second word.
    """
    stop = 0
    dropped: list[int] = []
    for index, following in compress(enumerate(opens), opens):
        if index < stop or following is None:
            continue
        if index + 1 == len(words):
            break
        second = words[index + 1]
        third = words[index + 2].lower().replace("’", "'") if index + 2 < len(words) else ""
        for tail, (letter, value) in following.get("'" if second[0] in "'’" else second.lower(), ()):
            if len(tail) > 1 and tail[1] != third and "'" not in tail[:2]:
                continue  # most phrases part here, and "A. B. C. D." has one at each letter
            end = _phrase_end(tail, index, words)
            if end:
                classes[index], values[index], ends[index] = letter, value, ends[end - 1]
                words[index] = text[starts[index] : ends[index]]
                dropped += range(index + 1, end)
                stop = end
                break
    drop(dropped, classes, values, starts, ends, words)


def _phrase_end(tail: tuple[str, ...], index: int, words: list[str]) -> int:
    """Index after the phrase's last token if its words follow token `index`, else 0."""
    at, met = index + 1, 0
    while met < len(tail):
        if at >= len(words):
            return 0
        word = words[at].lower().replace("’", "'")
        if word == "'s" and tail[met : met + 2] == ("'", "s"):
            met += 2
        elif word == tail[met]:
            met += 1
        else:
            return 0
        at += 1
    return at


def join_dotted_ordinals(
    classes: list[str], values: list[object], starts: list[int], ends: list[int], words: list[str]
) -> None:
    """Make "3." an ordinal where it stands before a month, another such ordinal, or a word that joins two."""
    at = len(classes) - 3
    while at >= 0:
        if (
            classes[at] == "d"
            and classes[at + 1] == "."
            and ends[at] == starts[at + 1]
            and classes[at + 2] in "MoB&-cUy"
        ):
            classes[at : at + 2] = ["o"]
            values[at : at + 2] = [values[at]]
            ends[at : at + 2] = [ends[at + 1]]
            words[at : at + 2] = [words[at] + "."]
            del starts[at + 1]
        at -= 1


def drop(places: Sequence[int], *columns: list[Any]) -> None:
    """Leave what stands at some indices out of each of several lists of one length, in place."""
    if not places:
        return
    left = bytearray(b"\1") * len(columns[0])
    for at in places:
        left[at] = 0
    for column in columns:
        column[:] = compress(column, left)
