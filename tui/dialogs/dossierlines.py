"""The lines of a dossier: what is known about one entity, under headings, each line a way into the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import squeeze
from tui.model import Kind, Status, When
from tui.panes.rowlinks import RowLink, told_links
from tui.panes.rows import Piece, Rows, clip, pad
from tui.reader.compared import conflict_line
from tui.reader.context import line_around
from tui.reader.place import Goto
from tui.reader.placed import PlacedNote
from tui.reader.roles import roles_held, sentence_of

DATE_WIDTH = 14
"""Cells of the date column."""

FATE_WIDTH = 13
"""Cells of the column that says what became of somebody."""


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One line of a dossier."""

    pieces: tuple[Piece, ...]
    """What it shows."""
    goto: Goto | None = None
    """Where Enter leads, if anywhere."""
    entity: int | None = None
    """Entity whose dossier Enter opens in place of this one, if any."""
    note: str = ""
    """Id of the note Enter opens, if any."""
    head: bool = False
    """Whether it is a heading."""


def dossier_lines(corpus: Corpus, entity: int, notes: Sequence[PlacedNote]) -> Iterator[DossierLine]:
    """The lines of an entity's dossier: spellings, notes, events, companions, mentions."""
    known = corpus.entities[entity]
    if known.aliases:
        yield _head("Also written")
        for alias in known.aliases:
            yield DossierLine((("  ", ""), (alias.name, known.kind.value), (f"  {alias.reason}", "dim")))
    mine = [placed for placed in notes if placed.entity == entity]
    if mine:
        yield _head("My notes")
        for placed in mine:
            words = (squeeze(placed.note.text) or "(no words)", "")
            tags = "".join(f"  #{squeeze(tag)}" for tag in placed.note.tags)
            yield DossierLine((("◆ ", "note"), words, (tags, "accent")), note=placed.note.id)
    yield from role_lines(corpus, entity)
    yield from life_lines(corpus, entity)
    events = [event for event in corpus.events.of_entity(entity) if not corpus.events[event].reported]
    if events:
        yield _head(f"Events  {len(events)}")
        noted = {other for placed in notes if placed.event is not None for other in corpus.sources(placed.event)}
        for event in events:
            row = corpus.events[event]
            sign: Piece = ("◆ ", "note") if event in noted else ("  ", "")
            pieces: tuple[Piece, ...] = (sign, (_date(row.when), "when"), (row.headline, ""))
            yield DossierLine(pieces, Goto(event=event, entity=entity))
    companions = corpus.companions(entity)[:_COMPANIONS]
    if companions:
        yield _head("Named in the same events")
        for other, count in companions:
            friend = corpus.entities[other]
            yield DossierLine((("  ", ""), (f"{count:>3}  ", "dim"), (friend.name, friend.kind.value)), entity=other)
    mentions = corpus.mentions.of_entity(entity)
    yield _head(f"Mentions  {len(mentions)}")
    article = -1
    for found in mentions:
        if found.article != article:
            article = found.article
            yield DossierLine((("  ", ""), (corpus.articles[article].title, "accent")), Goto(article=article))
        before, said, after = line_around(corpus.text(article), found.start, found.end)
        yield DossierLine(
            (("    ", ""), (before, "dim"), (said, known.kind.value), (after, "dim")),
            Goto(article=article, at=found.start, entity=entity),
        )


def role_lines(corpus: Corpus, entity: int) -> Iterator[DossierLine]:
    """What an entity is to others and others to it, each with the sentence that says so, once."""
    held = roles_held(corpus, entity)
    if not held:
        return
    yield _head("Roles")
    for role in held:
        first, other = role.said[0], corpus.entities[role.other]
        there = Goto(article=first.article, at=first.start, entity=entity)
        more = f"  ×{len(role.said)}" if len(role.said) > 1 else ""
        yield DossierLine((("  ", ""), (f"{role.words} ", ""), (other.name, other.kind.value), (more, "dim")), there)
        yield DossierLine((("    ", ""), (sentence_of(corpus, first), "dim")), there)


def life_lines(corpus: Corpus, entity: int) -> Iterator[DossierLine]:
    """What became of an entity as a line drawn downwards, in date order, each state once, `!` where sources disagree.

    Then the reasons why they do. What is said without a date stands last, and only if no source dates it.
    """
    said = corpus.statuses_of(entity)
    dated = {status.fate for status in said if status.when is not None}
    states: dict[tuple[str, str], list[Status]] = {}
    for status in said:
        if status.when is not None or status.fate not in dated:
            states.setdefault((status.fate, status.when.edtf if status.when else ""), []).append(status)
    if not states:
        return
    yield _head("Life line" if corpus.entities[entity].kind is Kind.PERSON else "What became of it")
    events = {event for told in states.values() for status in told if (event := status.event) is not None}
    conflicts = {conflict: None for event in sorted(events) for conflict in corpus.claims.of_event(event)}
    mine = [conflict for conflict in conflicts if conflict.entity == entity or events.issuperset(conflict.events)]
    disputed = {event for conflict in mine for event in conflict.events}
    for place, ((fate, _), told) in enumerate(states.items()):
        first = told[0]
        articles = len({status.article for status in told})
        disagreed = any(status.event in disputed for status in told)
        yield DossierLine(
            (
                (_rail(place, len(states)), "dim"),
                ("! ", "warning") if disagreed else ("● " if first.when else "○ ", "accent"),
                (_date(first.when), "when"),
                (pad(fate, FATE_WIDTH), "lit"),
                (corpus.articles[first.article].title, "dim"),
                (f" ×{articles}" if articles > 1 else "", "dim"),
            ),
            Goto(article=first.article, at=first.start, entity=entity, event=first.event),
        )
    for conflict in mine:
        yield DossierLine((("! ", "warning"), (conflict_line(conflict), "")), Goto(event=conflict.events[1]))


def _rail(place: int, count: int) -> str:
    """The piece of a drawn line at a place of so many."""
    if count == 1:
        return "─"
    return "┌" if place == 0 else "└" if place == count - 1 else "├"


def _head(words: str) -> DossierLine:
    return DossierLine(((words, "head"),), head=True)


_COMPANIONS = 12
"""Companions listed."""


class DossierRows(Rows):
    """The lines of a dossier."""

    def __init__(self, corpus: Corpus, entity: int, lines: Sequence[DossierLine]) -> None:
        super().__init__("dossier-rows")
        self._corpus, self._entity = corpus, entity
        self.lines = lines
        """What is shown."""

    def count(self) -> int:
        """Number of lines."""
        return len(self.lines)

    def is_head(self, index: int) -> bool:
        """Whether a line is a heading."""
        return self.lines[index].head

    def links(self, index: int) -> Sequence[RowLink]:
        """The date of a line and the names in it, but for the one whose dossier this is."""
        goto = self.lines[index].goto
        found = told_links(self._corpus, goto) if goto is not None else ()
        return [link for link in found if link.goal != ("name", self._entity)]

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """One line, the words around a mention cut on the left so that the mention is seen."""
        pieces = list(self.lines[index].pieces)
        if len(pieces) == 4 and pieces[1][1] == "dim" and pieces[3][1] == "dim":
            room = max(0, (width - 4 - len(pieces[2][0])) // 2)
            before = pieces[1][0]
            pieces[1] = ("…" + before[-room:] if len(before) > room else before, "dim")
        return [[(clip(text, width), name) for text, name in pieces]]


def _date(when: When | None) -> str:
    """The date column; a long date is never cut, it pushes the line on."""
    return f"{describe(when) if when else 'no date':<{DATE_WIDTH - 1}} "
