"""The events of one article in columns, as they travel: from process to process, and to those of all articles."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from tui.corpus.coded import EVENT_PARTS
from tui.corpus.numbered import Pool
from tui.corpus.roll import Code
from tui.events.recognise import Traits
from tui.events.row import EventRow
from tui.model import When

COLUMNS: Mapping[str, Code] = {
    "when": "I", "start": "I", "end": "I", "at": "I", "rule": "I", "reported": "B",
    "named": "I", "named_ends": "I",
    "taking": "I", "part": "B", "part_ends": "I",
    "more": "I", "more_ends": "I",
    "deeds": "Q", "actor": "i", "line": "q",
    "nouns": "I", "noun_ends": "I",
    "number": "I", "noun": "I", "deed": "I", "rough": "B", "counted": "I", "count_ends": "I",
    "said": "B", "said_ends": "Q",
}  # fmt: skip
"""The type code of every column.

Of a row: its date as a number; offsets of its clause, after it and of its date expression; the rule that
dated it; 1 if only the publication dates it. Then, with where those of each row end: the names in its clause; who has
which part; those of them that the clause does not name. Its traits of these names; its nouns as terms; how many of what
under which deed it counts, about or exactly, and the whole as a term. The words of all headlines in UTF-8.
"""


ENDS = {
    "named_ends": "named", "part_ends": "taking", "more_ends": "more", "noun_ends": "nouns", "count_ends": "counted",
    "said_ends": "said",
}  # fmt: skip
"""The columns that say where what each row has of another one ends, with that other one."""

TERMS = frozenset({"nouns", "noun", "deed", "counted"})
"""The columns of numbers that stand for terms."""


class Rows(NamedTuple):
    """The events of one article."""

    length: int
    """How many there are."""
    columns: "Mapping[str, array[int]]"
    """Those of `COLUMNS`; the numbers in them are places of what follows."""
    whens: Sequence[When]
    """Their dates."""
    words: Sequence[str]
    """The rules that dated them."""
    terms: Sequence[str]
    """What they count, and their nouns."""


def rows_of(rows: Sequence[EventRow], traits: Sequence[Traits]) -> Rows:
    """Rows, and what each can be recognised by, as columns."""
    whens, words, terms = Pool[When](), Pool[str](), Pool[str]()
    counts = [count for one in traits for count in one.counted]
    headlines = [row.headline.encode("utf-8", "surrogatepass") for row in rows]
    columns: dict[str, Iterable[int]] = {
        "when": [whens(row.when) for row in rows],
        "start": [row.start for row in rows],
        "end": [row.end for row in rows],
        "at": [row.at for row in rows],
        "rule": [words(row.rule) for row in rows],
        "reported": [row.reported for row in rows],
        "named": chain.from_iterable([row.entities for row in rows]),
        "named_ends": accumulate([len(row.entities) for row in rows]),
        "taking": [entity for row in rows for entity, _ in row.parts],
        "part": [EVENT_PARTS.index(part) for row in rows for _, part in row.parts],
        "part_ends": accumulate([len(row.parts) for row in rows]),
        "more": [entity for row in rows for entity, _ in row.parts if entity not in row.entities],
        "more_ends": accumulate([sum(entity not in row.entities for entity, _ in row.parts) for row in rows]),
        "deeds": [one.deeds for one in traits],
        "actor": [one.actor for one in traits],
        "line": [one.line for one in traits],
        "nouns": [terms(noun) for one in traits for noun in one.nouns],
        "noun_ends": accumulate([len(one.nouns) for one in traits]),
        "number": [count.number for count in counts],
        "noun": [terms(count.noun) for count in counts],
        "deed": [terms(count.action) for count in counts],
        "rough": [count.rough for count in counts],
        "counted": [terms(f"{count.number} {count.noun}") for count in counts],
        "count_ends": accumulate([len(one.counted) for one in traits]),
        "said": b"".join(headlines),
        "said_ends": accumulate(map(len, headlines)),
    }
    packed = {name: array(code, columns[name]) for name, code in COLUMNS.items()}
    return Rows(len(rows), packed, whens.values, words.values, terms.values)
