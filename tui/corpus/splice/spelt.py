"""The spellings that a woven collection looks for in its articles, in columns, so that a text is searched unloaded."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.corpus.coded import hash_of
from tui.corpus.slab import Slab, SlabWriter
from tui.corpus.splice.columns import Splicer
from tui.corpus.splice.edit import Edit
from tui.corpus.splice.shift import Shift
from tui.names.match import Matcher


class Spelt(Mapping[str, int]):
    """Numbers by spelling, in two columns: hashes in order, and the number of each."""

    def __init__(self, slab: Slab, name: str) -> None:
        """Raises `BadSlab` if there are no such columns."""
        self.hashes = slab.numbers(f"{name}.hash")
        """The hash of every spelling, in order."""
        self.numbers = slab.numbers(f"{name}.number")
        """The number of each."""

    def __getitem__(self, spelling: str) -> int:
        wanted = hash_of(spelling)
        at = bisect_left(self.hashes, wanted)
        if at < len(self.hashes) and self.hashes[at] == wanted:
            return int(self.numbers[at])
        raise KeyError(spelling)

    def __len__(self) -> int:
        return len(self.hashes)

    def __iter__(self) -> Iterator[str]:
        return iter(())  # only what a spelling comes to is kept


def write_spelt(writer: SlabWriter, name: str, numbers: Mapping[str, int]) -> None:
    """Write numbers by spelling, as `Spelt` reads them."""
    _write_hashed(writer, name, {hash_of(spelling): number for spelling, number in numbers.items()})


def _write_hashed(writer: SlabWriter, name: str, numbers: Mapping[int, int]) -> None:
    rows = sorted(numbers.items())
    writer.numbers(f"{name}.hash", array("Q", (row[0] for row in rows)))
    writer.numbers(f"{name}.number", array("I", (row[1] for row in rows)))


class Spellings:
    """What is looked for in articles, by rows of the table of names, in few bytes."""

    def __init__(self, owners: Mapping[str, int]) -> None:
        """`owners` are rows of the table of names, below zero for nobody, by spelling as words joined with blanks."""
        some = [(words, row) for words, row in owners.items() if row >= 0]
        self._rows = array("I", (row for _, row in some))
        self._hashes = array("Q", (hash_of(words) for words, _ in some))
        self._openings = array("Q", (hash_of(words.partition(" ")[0]) for words, _ in some))
        self._lengths = array("I", (words.count(" ") + 1 for words, _ in some))

    def write(self, writer: SlabWriter, rows: Sequence[int]) -> None:
        """Write them as `matcher_of` reads them; `rows` are those of the entities, the others are not looked for."""
        entity_of = {row: entity for entity, row in enumerate(rows)}
        spelt: dict[int, int] = {}
        longest: dict[int, int] = {}
        for row, spelling, opening, length in zip(self._rows, self._hashes, self._openings, self._lengths, strict=True):
            if row in entity_of:
                spelt[spelling] = entity_of[row]
                longest[opening] = max(length, longest.get(opening, 0))
        _write_hashed(writer, "spelling", spelt)
        _write_hashed(writer, "opening", longest)


def longest_of(spellings: Iterable[str]) -> dict[str, int]:
    """By the first word of spellings, as words joined with blanks: the most words one of them has."""
    longest: dict[str, int] = {}
    for words in spellings:
        first, _, _ = words.partition(" ")
        longest[first] = max(words.count(" ") + 1, longest.get(first, 0))
    return longest


def matcher_of(slab: Slab) -> Matcher:
    """Finds in a text what a woven collection would find there, whoever it means only in some articles left out."""
    return Matcher.over(Spelt(slab, "spelling"), Spelt(slab, "opening"))


def splice_spelt(
    into: Splicer,
    name: str,
    more: Mapping[str, int],
    *,
    now: Shift | None = None,
    gone: frozenset[int] = frozenset(),
    larger: bool = False,
) -> None:
    """Write `name` anew with `more` spellings, and without those of the numbers `gone`; `now` numbers the others.

    A spelling that is there keeps its number; with `larger` it gets the larger one.
    """
    old = Spelt(into.slab, name)
    drops = {row for row, number in enumerate(old.numbers) if number in gone} if gone else set[int]()
    comes: dict[int, int] = {}
    for spelling, number in more.items():
        wanted = hash_of(spelling)
        at = bisect_left(old.hashes, wanted)
        if at < len(old.hashes) and old.hashes[at] == wanted and at not in drops:
            if not larger or old.numbers[at] >= number:
                continue
            drops.add(at)
        comes[wanted] = number
    rows = sorted(comes.items())
    places = [(bisect_left(old.hashes, row[0]), 1) for row in rows]
    edit = Edit(len(old), [(row, row + 1) for row in sorted(drops)], places)
    into.column(f"{name}.hash", edit.column(array("Q", (row[0] for row in rows))))
    numbers = array("I", (row[1] for row in rows))
    into.column(f"{name}.number", edit.mapped(numbers, now))
