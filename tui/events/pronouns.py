"""Knows whom a sentence that begins with "He" or "She" speaks of, where the sentence before leaves no doubt."""

import re
from collections.abc import Container, Iterator, Sequence

from tui.events.whose import Mentions

_HE = re.compile(r"(?:(?:In|On|By|Since|Later|Then|That|The)\b[^,.;]{0,40},?\s)?(?:he|she)\s", re.IGNORECASE)
_OPENING = 60


def spoken_of(
    text: str, parts: Sequence[Sequence[tuple[int, int]]], mentions: Mentions, people: Container[int]
) -> Iterator[tuple[int, int, int, int]]:
    """(start, end, entity, offset after the pronoun) of each sentence about somebody named in the one before.

    `parts` are the (start, end) of the sentences of each part. The one before names exactly one of `people`, near
    its beginning, in the same paragraph; or it has itself a pronoun for them, and names nobody else.
    """
    at = 0
    for part in parts:
        who, last = -1, part[0][0] if part else 0
        for start, end in part:
            while at < len(mentions) and mentions[at][0] < start:
                at += 1
            if "\n\n" in text[last:start]:
                who = -1
            last = end
            named: dict[int, int] = {}
            while at < len(mentions) and mentions[at][0] < end:
                if mentions[at][2] in people:
                    named.setdefault(mentions[at][2], mentions[at][0] - start)
                at += 1
            pronoun = _HE.match(text, start, end)
            if pronoun and who >= 0:
                yield start, end, who, pronoun.end()
                who = who if set(named) <= {who} else -1
            else:
                who = next((one for one, place in named.items() if place <= _OPENING), -1) if len(named) == 1 else -1
