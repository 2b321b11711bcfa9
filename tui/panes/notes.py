"""The notes pane: every note on this collection, the unplaced ones first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from tui.corpus.tables import Corpus
from tui.display import squeeze
from tui.panes.pane import ListPane
from tui.panes.rowlinks import RowLink, event_links, name_link, name_links
from tui.panes.rows import Piece, Rows, clip, pad
from tui.panes.wishes import Went, WriteNote
from tui.reader.place import Goto, Place
from tui.reader.placed import DRAFT, EXACT, PlacedNote
from tui.reader.sieve import Sieve
from tui.reader.writing import words_of

_TWO_LINES_FROM = 70
"""Cells of a row from which a note takes two lines."""


class NoteRows(Rows):
    """The list of notes."""

    row_height = 3

    def __init__(self) -> None:
        super().__init__("note-rows")
        self.corpus: Corpus | None = None
        """The collection."""
        self.placed: tuple[PlacedNote, ...] = ()
        """The notes, in the order shown."""

    def count(self) -> int:
        """Number of notes."""
        return len(self.placed)

    def fit_rows(self, width: int, height: int) -> None:
        """Take two lines a note where its words and its place stand side by side."""
        del height
        self.row_height = 2 if width >= _TWO_LINES_FROM else 3

    def links(self, index: int) -> Sequence[RowLink]:
        """The names in the passage a note is on, or the name it is on."""
        placed, corpus = self.placed[index], self.corpus
        if corpus is None:
            return ()
        if placed.entity is not None:
            return [name_link(corpus.entities[placed.entity].name, placed.entity)]
        if placed.event is not None and placed.event < len(corpus.events):
            return list(event_links(corpus, placed.event))
        if placed.article is None or placed.start is None or placed.end is None:
            return ()
        return list(name_links(corpus, placed.article, placed.start, placed.end))

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """The note's words, what it is on, where."""
        placed = self.placed[index]
        note = placed.note
        tags = "".join(f" #{tag}" for tag in note.tags)
        words = squeeze(note.text) or "(highlight)"
        why = f"  {placed.why}" if placed.why else ""
        state: list[Piece] = [] if placed.state == EXACT else [(f" {placed.state} ", "warning")]
        if self.row_height == 2:  # two lines
            place = width * 2 // 5
            left = pad(words + tags, width - place - 4)
            return [
                [("◆ ", "note"), (left, ""), ("  ", ""), *state, (self._where(placed), "dim"), (why, "dim")],
                [("  ", ""), (clip(words_of(note), width - 2), "dim")],
            ]
        return [
            [("◆ ", "note"), (clip(words, width - 2), "")],
            [("  ", ""), (clip(words_of(note), width - 2), "dim")],
            [("  ", ""), *state, (self._where(placed), "dim"), (tags, "accent"), (why, "dim")],
        ]

    def words(self, index: int) -> str:
        """Text, quote and tags."""
        note = self.placed[index].note
        return f"{note.text} {words_of(note)} {' '.join(note.tags)}"

    def _where(self, placed: PlacedNote) -> str:
        if placed.article is not None and self.corpus is not None:
            return self.corpus.articles[placed.article].title
        return placed.note.article.title if placed.note.article is not None else ""


class NotesPane(ListPane):
    """What the reader wrote, with the place of each note."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "edit", "Change", id="notes.edit", tooltip="Change this note"),
        Binding("d", "delete", "Delete", id="notes.delete", tooltip="Move this note to notes-deleted.toml"),
        Binding("t", "tag", "Tag", id="notes.tag", tooltip="Change the tags of this note"),
        Binding("r", "replace", "Place", id="notes.place",
                tooltip="Place this note again, or accept where it has moved to"),
        Binding("W", "mend", "Mend", show=False, id="notes.mend",
                tooltip="Make a damaged notes file whole again; the damaged one is kept"),
        Binding("F", "filter", "Filter", id="notes.filter",
                tooltip="Show only notes of a kind, state or tag, of this article or on the name in focus"),
    ]  # fmt: skip

    title = "Notes"
    about = (
        "Every note on this collection; those whose place is not sure come first: r shows where they may belong. "
        "Enter goes to the place."
    )

    @dataclass
    class Delete(Message):
        """The reader wants a note gone."""

        note: str
        """Its id."""

    @dataclass
    class Tag(Message):
        """The reader wants other tags on a note."""

        note: str
        """Its id."""

    @dataclass
    class Replace(Message):
        """The reader wants a note in another place, or its new place accepted."""

        placed: PlacedNote
        """The note."""

    @dataclass
    class Filter(Message):
        """The reader wants to choose which notes are shown."""

    @dataclass
    class Mend(Message):
        """The reader wants a damaged notes file made whole again."""

    sieve: reactive[Sieve] = reactive(Sieve())
    """Which notes are shown."""

    def __init__(self) -> None:
        super().__init__("notes")
        self._rows = NoteRows()

    @property
    def view(self) -> NoteRows:
        """The list of notes."""
        return self._rows

    def make_view(self) -> NoteRows:
        """The list of notes."""
        return self._rows

    def watch_corpus(self) -> None:
        """Show a new or fuller collection."""
        self._rows.corpus = self.corpus
        self._rows.reset()

    def watch_notes(self) -> None:
        """Show the notes: unsure and lost ones first, then in reading order, then by when they were written."""
        here = self.note_here
        shown = [placed for placed in self.notes if self.sieve.lets(placed, self.place)]
        self._rows.placed = tuple(sorted(shown, key=_order))
        # The cursor stays on its note, wherever that stands now.
        idents = [placed.note.id for placed in self._rows.placed]
        self._rows.reset(idents.index(here.note.id) if here and here.note.id in idents else None)
        if self.sieve.by:
            self.head(f"{len(shown)} of {len(self.notes)}: {self.sieve.words}")
        else:
            self.head(f"{len(self.notes)}" if self.notes else "none yet: a writes one, from the text or a list")

    def watch_sieve(self) -> None:
        """Show other notes."""
        if self.is_mounted:
            self.watch_notes()

    def watch_place(self, old: Place, new: Place) -> None:
        """Follow the reader where the filter does."""
        if (self.sieve.by == "article" and old.article != new.article) or (
            self.sieve.by == "entity" and old.entity != new.entity
        ):
            self.watch_notes()

    def clear_find(self) -> bool:
        """Close the search, else show all notes again; False if neither."""
        if super().clear_find():
            return True
        filtered, self.sieve = bool(self.sieve.by), Sieve()
        return filtered

    @property
    def note_here(self) -> PlacedNote | None:
        """The note under the cursor."""
        rows = self._rows
        return rows.placed[rows.cursor] if rows.cursor < rows.count() else None

    def row_chosen(self) -> None:
        """Go to what the note under the cursor is on, or go on writing it."""
        placed = self._rows.placed[self._rows.cursor]
        if placed.state == DRAFT:
            self.action_edit()
        elif placed.event is not None:
            self.post_message(Went(Goto(event=placed.event)))
        elif placed.article is not None:
            self.post_message(Went(Goto(article=placed.article, at=placed.start)))
        elif placed.entity is not None:
            self.post_message(Went(Goto(entity=placed.entity)))

    def action_edit(self) -> None:
        """Open the note under the cursor in the editor."""
        if (here := self.note_here) is not None:
            self.post_message(WriteNote(note=here.note.id))

    def action_delete(self) -> None:
        """Ask for the note under the cursor to be deleted."""
        if (here := self.note_here) is not None:
            self.post_message(self.Delete(here.note.id))

    def action_tag(self) -> None:
        """Ask for other tags on the note under the cursor."""
        here = self.note_here
        if here is not None and here.state == DRAFT:
            self.action_edit()
        elif here is not None:
            self.post_message(self.Tag(here.note.id))

    def action_replace(self) -> None:
        """Ask where the note under the cursor belongs."""
        here = self.note_here
        if here is not None and here.state != DRAFT:
            self.post_message(self.Replace(here))

    def action_mend(self) -> None:
        """Ask for the notes file to be mended."""
        self.post_message(self.Mend())

    def action_filter(self) -> None:
        """Ask which notes to show."""
        if self.sieve.by or self.notes:
            self.post_message(self.Filter())


def _order(placed: PlacedNote) -> tuple[int, bool, int, int, str]:
    where = placed.article if placed.article is not None else -1
    rank = 0 if placed.state == DRAFT else 2 if placed.sure else 1
    return (rank, placed.article is None, where, placed.start or 0, placed.note.id)
