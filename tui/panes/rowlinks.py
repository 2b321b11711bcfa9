"""The names and dates that stand within the rows of a list, where they stand, and what opening one asks of the desk."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.message import Message

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import squeeze
from tui.panes.wishes import OpenDossier, Said, ShowCard
from tui.reader.context import REACH
from tui.reader.place import Goto
from tui.reader.redate import date_of_event


@dataclass(frozen=True, slots=True)
class RowLink:
    """Something named in a row that can be opened by itself."""

    words: str
    """How it is written in the row; white space between its words may be of any kind."""
    wish: Callable[[], Message]
    """What is asked for when it is opened."""
    goal: tuple[str, int]
    """What it leads to: "name" with an entity id, or "date" with the id of an event."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a link stands in a row as it is drawn."""

    line: int
    """Line of the row, from 0."""
    column: int
    """Cell of the line on which it begins."""
    cells: int
    """Cells it takes on that line."""
    link: RowLink
    """The link."""


def spots(lines: Sequence[str], links: Sequence[RowLink]) -> list[Spot]:
    """Where links stand in the lines of a row, in reading order; where two overlap, the one with more words stands.

    A name broken over two lines is found where it begins.
    """
    drawn = "\n".join(lines)
    begins = [0]
    for text in lines:
        begins.append(begins[-1] + len(text) + 1)
    taken: list[tuple[int, int, RowLink]] = []
    for link in sorted(links, key=lambda link: -len(link.words)):
        words = link.words.split()
        if not words:
            continue
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
        for match in re.finditer(pattern, drawn):
            if not any(start < match.end() and match.start() < end for start, end, _ in taken):
                taken.append((match.start(), match.end(), link))
    found = []
    for start, end, link in sorted(taken, key=lambda one: one[0]):
        line = max(at for at in range(len(lines)) if begins[at] <= start)
        text, column = lines[line], start - begins[line]
        here = text[column : min(len(text), end - begins[line])]
        found.append(Spot(line, cell_len(text[:column]), cell_len(here), link))
    return found


def name_links(corpus: Corpus, article: int, start: int, end: int) -> Iterator[RowLink]:
    """The names written in a stretch of an article's text, each spelling once. An article that has gone has none."""
    found = [mention for mention in corpus.mentions.in_article(article) if start <= mention.start < end]
    if not found:
        return
    try:
        text = corpus.text(article)
    except OSError:
        return
    spelt = {squeeze(text[mention.start : mention.end]): mention.entity for mention in found}
    for words, entity in spelt.items():
        yield name_link(words, entity)


def name_link(words: str, entity: int) -> RowLink:
    """A name as a way to all that is known about an entity."""
    return RowLink(squeeze(words), lambda: OpenDossier(entity), ("name", entity))


def event_links(corpus: Corpus, event: int) -> Iterator[RowLink]:
    """The date of an event, and the names in the clause that tells it."""
    told = corpus.events[event]
    yield RowLink(describe(told.when), lambda: date_wish(corpus, event), ("date", event))
    yield from name_links(corpus, told.article, told.start, told.end)


def told_links(corpus: Corpus, goto: Goto) -> Iterator[RowLink]:
    """The date and names of what is told at a place: of its event, else of the words around its offset."""
    if goto.event is not None:
        yield from event_links(corpus, goto.event)
    if goto.article is not None and goto.at is not None:
        yield from name_links(corpus, goto.article, goto.at - REACH, goto.at + 2 * REACH)


def title_links(corpus: Corpus, article: int) -> Iterator[RowLink]:
    """The names in an article's title, as far as its text begins with it."""
    title = corpus.articles[article].title
    yield from name_links(corpus, article, 0, len(title) + _BEFORE_TITLE)


def date_wish(corpus: Corpus, event: int) -> Message:
    """A card on the date an event hangs on, or a sentence where there is none."""
    from tui.reader.peek import date_card  # late: it brings the engine that says why

    try:
        span = date_of_event(corpus, event)
        if span is None:
            return Said("This is dated by the publication of its article alone.")
        return ShowCard(date_card(corpus, corpus.events[event].article, span))
    except OSError as error:
        return Said(str(error), wrong=True)


_BEFORE_TITLE = 200
"""Characters that may stand in a text before its title ends, of an address or a date line."""
