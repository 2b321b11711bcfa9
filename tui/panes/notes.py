"""The notes pane: every note on this collection, the unplaced ones first."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.corpus.tables import Corpus
from tui.display import squeeze
from tui.panes.pane import ListPane
from tui.panes.rows import Piece, Rows, clip
from tui.panes.wishes import Went, WriteNote
from tui.reader.place import Goto
from tui.reader.placed import DRAFT, EXACT, PlacedNote
from tui.reader.writing import words_of


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

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """The note's words, what it is on, where."""
        placed = self.placed[index]
        note = placed.note
        tags = "".join(f" #{tag}" for tag in note.tags)
        words = squeeze(note.text) or "(highlight)"
        state: list[Piece] = [] if placed.state == EXACT else [(f" {placed.state} ", "warning")]
        return [
            [("◆ ", "note"), (clip(words, width - 2), "")],
            [("  ", ""), (clip(words_of(note), width - 2), "dim")],
            [("  ", ""), *state, (self._where(placed), "dim"), (tags, "accent")],
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
    ]

    title = "Notes"
    about = "Every note on this collection; those whose place is not sure come first. Enter goes to the place."

    @dataclass
    class Delete(Message):
        """The reader wants a note gone."""

        note: str
        """Its id."""

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

        def order(placed: PlacedNote) -> tuple[int, bool, int, int, str]:
            where = placed.article if placed.article is not None else -1
            rank = 0 if placed.state == DRAFT else 2 if placed.state in (EXACT, "moved") else 1
            return (rank, placed.article is None, where, placed.start or 0, placed.note.id)

        self._rows.placed = tuple(sorted(self.notes, key=order))
        self._rows.reset()
        self.head(f"{len(self.notes)}" if self.notes else "none yet: a writes one, from the text or a list")

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
        if self._rows.count():
            self.post_message(WriteNote(note=self._rows.placed[self._rows.cursor].note.id))

    def action_delete(self) -> None:
        """Ask for the note under the cursor to be deleted."""
        if self._rows.count():
            self.post_message(self.Delete(self._rows.placed[self._rows.cursor].note.id))
