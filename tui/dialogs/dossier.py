"""The dossier: all that is known about one entity, every line of it a way into the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import squeeze
from tui.model import Kind, Status
from tui.panes.rows import Piece, Rows, clip, pad
from tui.reader.compared import conflict_line
from tui.reader.context import line_around
from tui.reader.place import Goto
from tui.reader.placed import PlacedNote

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
    yield from life_lines(corpus, entity)
    events = [event for event in corpus.events.of_entity(entity) if not corpus.events[event].reported]
    if events:
        yield _head(f"Events  {len(events)}")
        noted = {other for placed in notes if placed.event is not None for other in corpus.sources(placed.event)}
        for event in events:
            row = corpus.events[event]
            sign: Piece = ("◆ ", "note") if event in noted else ("  ", "")
            pieces: tuple[Piece, ...] = (sign, (pad(describe(row.when), DATE_WIDTH), "when"), (row.headline, ""))
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


def life_lines(corpus: Corpus, entity: int) -> Iterator[DossierLine]:
    """What became of an entity in date order, each state once, `!` where sources disagree; then the reasons why.

    What is said without a date stands last, and only if no source dates it.
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
    for (fate, _), told in states.items():
        first = told[0]
        articles = len({status.article for status in told})
        yield DossierLine(
            (
                ("! ", "warning") if any(status.event in disputed for status in told) else ("  ", ""),
                (pad(fate, FATE_WIDTH), "lit"),
                (pad(describe(first.when) if first.when else "no date", DATE_WIDTH), "when"),
                (corpus.articles[first.article].title, "dim"),
                (f" ×{articles}" if articles > 1 else "", "dim"),
            ),
            Goto(article=first.article, at=first.start, entity=entity, event=first.event),
        )
    for conflict in mine:
        yield DossierLine((("! ", "warning"), (conflict_line(conflict), "")), Goto(event=conflict.events[1]))


def facts_of(corpus: Corpus, entity: int) -> str:
    """One line: kind, number of mentions and articles, first and last seen."""
    known = corpus.entities[entity]
    mentions = f"{known.count} mention{'s' if known.count != 1 else ''}"
    articles = f"{known.articles} article{'s' if known.articles != 1 else ''}"
    seen = corpus.span_of(entity)
    when = f" · {describe(seen[0])} to {describe(seen[1])}" if seen and seen[0] != seen[1] else ""
    return f"{known.kind.value} · {mentions} in {articles}{when}"


def _head(words: str) -> DossierLine:
    return DossierLine(((words, "head"),), head=True)


_COMPANIONS = 12
"""Companions listed."""


class DossierRows(Rows):
    """The lines of a dossier."""

    def __init__(self, lines: Sequence[DossierLine]) -> None:
        super().__init__("dossier-rows")
        self.lines = lines
        """What is shown."""

    def count(self) -> int:
        """Number of lines."""
        return len(self.lines)

    def is_head(self, index: int) -> bool:
        """Whether a line is a heading."""
        return self.lines[index].head

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """One line, the words around a mention cut on the left so that the mention is seen."""
        pieces = list(self.lines[index].pieces)
        if len(pieces) == 4 and pieces[1][1] == "dim" and pieces[3][1] == "dim":
            room = max(0, (width - 4 - len(pieces[2][0])) // 2)
            before = pieces[1][0]
            pieces[1] = ("…" + before[-room:] if len(before) > room else before, "dim")
        return [[(clip(text, width), name) for text, name in pieces]]


class Dossier(ModalScreen[Goto | None]):
    """Shows an entity; gives back where the reader wants to go from it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close", id="dossier.close", tooltip="Back to reading"),
        Binding("a", "note", "Note", id="dossier.note", tooltip="Write a note on this entity"),
    ]

    def __init__(self, corpus: Corpus, entity: int, notes: Sequence[PlacedNote]) -> None:
        super().__init__(classes="dialog")
        self._corpus, self._notes = corpus, notes
        self._opened = [entity]
        self.wants_note = False
        """Whether the reader asked for a note on the entity as they left."""
        self.opens_note = ""
        """Id of the note the reader asked for as they left, or ""."""

    @property
    def entity(self) -> int:
        """The entity shown."""
        return self._opened[-1]

    def compose(self) -> ComposeResult:
        """Name, facts, lines."""
        known = self._corpus.entities[self.entity]
        with Vertical(classes="card tall"):
            yield Static(squeeze(known.name), classes="card-title", markup=False)
            about = facts_of(self._corpus, self.entity) + (f"\n{squeeze(known.about)}" if known.about else "")
            yield Static(about, classes="card-about", markup=False)
            yield DossierRows(tuple(dossier_lines(self._corpus, self.entity, self._notes)))
            yield Static("Enter go there   a note   Esc close", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Put the cursor on the first line that is no heading."""
        self.query_one(DossierRows).reset(0)

    @on(Rows.Chosen)
    async def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        line = self.query_one(DossierRows).lines[event.index]
        if line.entity is not None:
            self._opened.append(line.entity)
            await self._turn()
        elif line.note:
            self.opens_note = line.note
            self.dismiss(None)
        elif line.goto is not None:
            self.dismiss(line.goto)

    async def _turn(self) -> None:
        """Show the entity opened last."""
        await self.recompose()
        rows = self.query_one(DossierRows)
        rows.focus()
        rows.reset(0)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()

    def action_note(self) -> None:
        """Close and write a note on this entity."""
        self.wants_note = True
        self.dismiss(None)

    async def action_close(self) -> None:
        """Back to the dossier this one was opened from, or to reading."""
        self._opened.pop()
        if self._opened:
            await self._turn()
        else:
            self.dismiss(None)
