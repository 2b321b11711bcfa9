"""What the desk does about notes: writes, tags, filters, reads, mends, deletes them and puts them where they belong."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.corpus.tables import Corpus
from tui.desk.notefile import NoteFileScreen
from tui.display import squeeze
from tui.notes.drafts import Draft
from tui.notes.errors import NotesError
from tui.panes.article import ArticlePane
from tui.panes.notes import NotesPane
from tui.panes.wishes import ReadNotes, WriteNote
from tui.reader.nearby import notes_on
from tui.reader.placed import MOVED, PlacedNote
from tui.reader.writing import About, words_of

if TYPE_CHECKING:  # for annotations alone: dialogs are loaded when they are opened
    from tui.dialogs.choose import Option
    from tui.reader.replacing import Spot


class NoteScreen(NoteFileScreen):
    """A screen over one place one can write notes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", "Undo", show=False, id="desk.undo",
                tooltip="Take the last change of a note or correction back, also one of an earlier sitting"),
        Binding("ctrl+r", "redo", "Redo", show=False, id="desk.redo", tooltip="Make it again"),
    ]  # fmt: skip

    def note_written(self) -> None:
        """Take note that the editor was closed; nothing on a screen that shows nobody round."""

    def action_undo(self) -> None:
        """Take the last change of a note or correction back."""
        self.answer(self.scribe.undo)

    def action_redo(self) -> None:
        """Make the change that was undone last again."""
        self.answer(self.scribe.redo)

    # --- writing

    @on(WriteNote)
    def _wants_note(self, event: WriteNote) -> None:
        event.stop()
        self.write(event)

    def write(self, wish: WriteNote) -> None:
        """Open the editor on what a note is wanted for; what was typed before and not saved stands in it again."""
        if self.corpus is None:
            return
        try:
            if wish.note is not None:
                begun = self.scribe.reopen(wish.note)
            else:
                article = self.place.article if wish.article is None else wish.article
                begun = self.scribe.begin(self.corpus, About(wish.entity, wish.event, article, wish.span))
        except (NotesError, OSError) as error:
            self.say(str(error), wrong=True)
            return
        from tui.dialogs.note import NoteEditor

        editor = NoteEditor(begun, self.scribe.drafts, self.scribe.tags)

        def closed(written: Draft | None) -> None:
            self.note_written()
            if written is not None:
                self.answer(lambda: self.scribe.save(written))
            elif self.scribe.leave(begun, editor.draft):
                self.say("Not saved; what you typed is kept, and the notes pane shows it.")
                self.lay_notes()

        self.app.push_screen(editor, closed)

    @on(NotesPane.Delete)
    def _wants_delete(self, event: NotesPane.Delete) -> None:
        event.stop()
        from tui.dialogs.ask import Ask

        typed = self.scribe.is_draft(event.note)
        question = "Throw away what was typed here?" if typed else "Delete this note? It moves to notes-deleted.toml."

        def answered(yes: bool | None) -> None:
            if yes:
                self.answer(lambda: self.scribe.delete(event.note))

        self.app.push_screen(Ask(question), answered)

    # --- tags and filters

    @on(NotesPane.Tag)
    def _wants_tags(self, event: NotesPane.Tag) -> None:
        event.stop()
        try:
            note = self.scribe.notebook.get(event.note)
        except NotesError as error:
            self.say(str(error), wrong=True)
            return

        from tui.dialogs.tags import TagDialog

        def typed(tags: tuple[str, ...] | None) -> None:
            if tags is not None:
                self.answer(lambda: self.scribe.tag(note.id, tags))

        self.app.push_screen(TagDialog(words_of(note), note.tags, self.scribe.tags), typed)

    @on(NotesPane.Filter)
    def _wants_filter(self, event: NotesPane.Filter) -> None:
        event.stop()
        from tui.dialogs.choose import Choose, Option
        from tui.reader.sieve import sieves

        found = sieves(self.notes, self.place)
        options = [Option(sieve.words or "all notes", str(count)) for sieve, count in found]

        def chosen(index: int | None) -> None:
            if index is not None:
                self.query_one(NotesPane).sieve = found[index][0]

        self.app.push_screen(Choose("Show only", "Esc in the notes pane shows all again.", options), chosen)

    # --- reading and mending

    @on(ReadNotes)
    def _wants_to_read(self, event: ReadNotes) -> None:
        event.stop()
        found = self._asked_for(event)
        if len(found) == 1:
            self.write(WriteNote(note=found[0].note.id))
            return
        if not found:
            self.say("No note here: a writes one.")
            return
        from tui.dialogs.choose import Choose, Option

        options = [
            Option(squeeze(placed.note.text) or "(highlight)", " ".join(f"#{tag}" for tag in placed.note.tags), "",
                   words_of(placed.note)) for placed in found
        ]  # fmt: skip

        def chosen(index: int | None) -> None:
            if index is not None:
                self.write(WriteNote(note=found[index].note.id))

        self.app.push_screen(Choose(f"{len(found)} notes here", "Enter opens one.", options), chosen)

    def _asked_for(self, event: ReadNotes) -> tuple[PlacedNote, ...]:
        corpus = self.corpus
        if corpus is None:
            return ()
        if event.entity is not None:
            return tuple(placed for placed in self.notes if placed.entity == event.entity)
        if event.event is not None:
            told = set(corpus.sources(event.event))
            return tuple(placed for placed in self.notes if placed.event in told)
        return notes_on(corpus, self.notes, self.place.article, *event.span) if event.span else ()

    @on(NotesPane.Mend)
    def _wants_mending(self, event: NotesPane.Mend) -> None:
        event.stop()
        if not self.scribe.notebook.problem:
            self.say("The notes file needs no mending.")
            return
        from tui.dialogs.ask import Ask

        question = "Mend the notes file? What cannot be read becomes comments, and the damaged file is kept beside it."
        self.app.push_screen(Ask(question), lambda yes: self.answer(self.scribe.mend) if yes else None)

    # --- placing again

    @on(NotesPane.Replace)
    def _wants_place(self, event: NotesPane.Replace) -> None:
        event.stop()
        from tui.dialogs.choose import Choose
        from tui.reader.replacing import spots

        corpus, placed = self.corpus, event.placed
        if corpus is None:
            return
        span = self.query_one(ArticlePane).chosen_span()
        found = spots(corpus, placed, self.place.article, span)
        if not found:
            self.say("A note on a name goes where its name is; there is nothing to place.")
            return
        options = [self._option(corpus, spot, placed, span) for spot in found]
        about = f"{placed.state}: {placed.why}. " if placed.why else ""
        about += "Enter puts the note there; nothing is written before."

        def chosen(index: int | None) -> None:
            if index is not None:
                self.answer(lambda: self.scribe.accept(corpus, placed.note.id, found[index]))

        self.app.push_screen(Choose(f"Where does this belong? {words_of(placed.note)}", about, options), chosen)

    def _option(self, corpus: Corpus, spot: "Spot", placed: PlacedNote, span: tuple[int, int] | None) -> "Option":
        from tui.dialogs.choose import Option
        from tui.reader.replacing import words_of_spot

        title, before, passage, after = words_of_spot(corpus, spot)
        if (spot.article, spot.start, spot.end) == (placed.article, placed.start, placed.end):
            tail = "here, moved" if placed.state == MOVED else "here"
        elif (spot.article, (spot.start, spot.end)) == (self.place.article, span):
            tail = "your reading line or selection"
        else:
            tail = title
        return Option(passage, tail, before, passage, after)
