"""An article cut into what is read out at a time: its title, its paragraphs, its headings, one after another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.events.sentences import sentences
from tui.reader.reflow import paragraph_end
from tui.reader.shapes import Block
from tui.reader.sheet import Sheet

LONGEST = 1200
"""Characters beyond which a paragraph is cut where a sentence ends: nobody listens to more in one breath."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What is read out at a time."""

    kind: str
    """Name of its look, as a block has it: title, meta, body, heading, quote, code, comment, footer, fold."""
    start: int
    """Offset of its first character in the article's text."""
    end: int
    """Offset after its last character; equal to `start` for words of our own."""
    words: str
    """What is read: the stored text with white space made single, lines of code as they are."""

    @property
    def ours(self) -> bool:
        """Whether its words are none of the article's."""
        return self.start == self.end


def passages_of(sheet: Sheet) -> list[Passage]:
    """Everything a sheet shows, in order; blank lines are left out."""
    return [passage for block in sheet.blocks for passage in _of_block(sheet, block)]


def passage_at(passages: Sequence[Passage], at: int) -> int:
    """Index of the passage of the article that holds an offset, else of the last one before it, else of the first."""
    found = 0
    for index, passage in enumerate(passages):
        if not passage.ours and passage.start <= at:
            found = index
    return found


def _of_block(sheet: Sheet, block: Block) -> Iterator[Passage]:
    if block.label:
        if block.label.strip():
            yield Passage(block.kind, block.end, block.end, " ".join(block.label.split()))
        return
    if block.kind == "code":
        start, end = _trimmed(sheet.text, block.start, block.end)
        if start < end:
            yield Passage(block.kind, start, end, sheet.text[start:end])
        return
    at = block.start
    while at < block.end:
        stop = paragraph_end(sheet.text, at, block.end, sheet.measure if block.flows else 0)
        start, end = _trimmed(sheet.text, at, stop)
        if start < end:
            for first, last in _cut(sheet.text, start, end):
                yield Passage(block.kind, first, last, " ".join(sheet.text[first:last].split()))
        at = stop + 1


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph whole, or a long one at the ends of its sentences."""
    if end - start <= LONGEST:
        yield start, end
        return
    begin = start
    last = start
    for first, after in sentences(text, start, end):
        if after - begin > LONGEST and last > begin:
            yield begin, last
            begin = first
        last = after
    if last > begin:
        yield begin, last


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the white space around it."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
