"""The reader's pen: begins, keeps, saves, deletes and takes back notes and corrections, without a screen."""

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.corpus.tables import Corpus
from tui.model import Conflict, When
from tui.notes.corrections import Corrections
from tui.notes.drafts import Draft, Drafts
from tui.notes.errors import NotesError
from tui.notes.mend import said_lines
from tui.notes.model import Note
from tui.notes.notebook import Notebook
from tui.notes.undo import Change, History
from tui.reader import naming, redate, verdicts
from tui.reader.placed import DRAFT, PlacedNote, place_notes
from tui.reader.searching import Search
from tui.reader.tags import known_tags
from tui.reader.writing import About, acknowledge, draft_of, same_subject, write_down

if TYPE_CHECKING:  # for annotations alone: the finder brings the matching engine
    from tui.reader.replacing import Spot

PATIENCE = 0.02
"""Seconds a laying of notes on the screen may look for passages; the rest is looked for beside the reader."""


class Scribe:
    """A notebook with its drafts and its history, as one sitting uses them. Methods raise what the notebook raises."""

    def __init__(self, notebook: Notebook, drafts: Drafts, history: History, corrections: Corrections) -> None:
        self.notebook = notebook
        """The notes on disk."""
        self.drafts = drafts
        """Notes being typed, on disk."""
        self.corrections = corrections
        """What the reader knows better than the text, on disk."""
        self._history = history
        self._left: dict[str, Draft] = {}
        self.search = Search(PATIENCE)
        """What is known of where passages are; what took too long to look for is left to another thread."""

    def placed(self, corpus: Corpus) -> tuple[PlacedNote, ...]:
        """What was typed and not saved, then every note, laid onto a collection; without those `search` left."""
        self.search.begin()
        waiting = place_notes(corpus, [draft.note for draft in self.unsaved()], self.search, trusting=True)
        drafts = (PlacedNote(placed.note, DRAFT, placed.article) for placed in waiting)
        return (*drafts, *place_notes(corpus, self.notebook.notes, self.search, trusting=True))

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag in use, the most used first."""
        return known_tags(self.notebook.notes)

    def unsaved(self) -> tuple[Draft, ...]:
        """Notes that were typed and not saved: in this sitting, and in those that did not end well."""
        return (*self._left.values(), *self.drafts.left())

    def begin(self, corpus: Corpus, about: About) -> Draft:
        """The draft of a note about something: one that was begun before, or a new one; may raise OSError."""
        fresh = draft_of(corpus, about)
        return self._take(same_subject(fresh.note, self.unsaved()) or fresh)

    def reopen(self, ident: str) -> Draft:
        """The draft with an id that was not saved, else the note with it, to be changed."""
        draft = self._unsaved_called(ident)
        if draft is not None:
            return self._take(draft)
        note = self.notebook.get(ident)
        return Draft(note, base=note)

    def leave(self, begun: Draft, typed: Draft) -> bool:
        """Keep what was typed for later; whether there is anything to keep."""
        if typed == begun and begun.note.id not in self._left:
            return False
        self._left[typed.note.id] = typed
        return True

    def save(self, draft: Draft) -> str:
        """Put what was typed on disk and say so in a sentence; if that fails, it is kept as a draft."""
        self._left[draft.note.id] = draft
        note = write_down(self.notebook, draft)
        # It is on disk: whatever else the disk refuses now must not make the reader save it again.
        del self._left[draft.note.id]
        with contextlib.suppress(NotesError):
            self.drafts.discard(draft.note.id)
        return self._recorded(Change(None if note.conflict_of else draft.base, note), acknowledge(self.notebook, note))

    def is_draft(self, ident: str) -> bool:
        """Whether an id is that of something typed and not saved."""
        return self._unsaved_called(ident) is not None

    def delete(self, ident: str) -> str:
        """Delete a note, or throw away what was typed and not saved; says what was done in a sentence."""
        draft = self._unsaved_called(ident)
        if draft is None:
            gone = Change(before=self.notebook.delete(ident))
            return self._recorded(gone, "The note is in notes-deleted.toml now. u brings it back.")
        if self._left.pop(ident, None) is not None:
            self.drafts.discard(ident)
        else:
            self.drafts.forget(draft)
        return "Thrown away."

    def tag(self, ident: str, tags: tuple[str, ...]) -> str:
        """Give a note the tags it is to have; says what was done in a sentence."""
        before = self.notebook.get(ident)
        after = self.notebook.edit(ident, tags=tags, base=before)
        return self._changed(before, after, "Tagged. u takes it back." if tags else "No tags now. u takes it back.")

    def accept(self, corpus: Corpus, ident: str, spot: "Spot") -> str:
        """Put a note where its reader says it belongs; says what was done in a sentence. May raise OSError."""
        from tui.reader.replacing import moved_to  # late: it brings the matching engine

        before = self.notebook.get(ident)
        wanted = moved_to(corpus, before, spot)
        if wanted.target is not None and not spot.whole:
            after = self.notebook.reanchor(ident, wanted.target, article=wanted.article, base=before)
        else:
            after = self.notebook.revert(ident, wanted, base=before)
        return self._changed(before, after, "Placed. u takes it back.")

    @property
    def undoable(self) -> bool:
        """Whether a change can be taken back."""
        return self._history.undoable is not None

    @property
    def redoable(self) -> bool:
        """Whether a change that was taken back can be made again."""
        return self._history.redoable is not None

    @property
    def problem(self) -> str:
        """What is wrong with the notes file and how to mend it, in a sentence; "" if nothing is."""
        problem = self.notebook.problem
        return f"{problem} W in the notes pane (5) mends it, as does: backstory notes mend" if problem else ""

    def mend(self) -> str:
        """Make a damaged notes file whole again; says what was done in a sentence."""
        mending = self.notebook.mend()
        if mending is None:
            return "The notes file needs no mending."
        unread = f" What could not be read is a comment in it: {said_lines(mending.lines)}." if mending.lines else ""
        return f"The notes file is whole again; the damaged one is kept as {mending.kept.name}.{unread}"

    def _changed(self, before: Note, after: Note, sentence: str) -> str:
        if after == before:
            return "Nothing was changed."
        told = sentence if not after.conflict_of else acknowledge(self.notebook, after)
        return self._recorded(Change(None if after.conflict_of else before, after), told)

    def _recorded(self, change: Change, sentence: str) -> str:
        """The sentence, once a change that is on disk is in the journal too; another one if that cannot be written."""
        try:
            self._history.record(change)
        except NotesError as error:
            return f"{sentence.partition('. u ')[0].removesuffix('.')}, but u will not take it back: {error}"
        return sentence

    def redate(self, what: redate.Misdated, value: When | None) -> str:
        """Put the right value of a date on disk, with None take its correction back; says what was done."""
        return redate.store(self.corrections, self._history, what, value)

    def judge(self, corpus: Corpus, conflict: Conflict, verdict: str) -> str:
        """Put on disk that a conflict is dismissed or kept open, or take that back; says what was done.

        May raise OSError.
        """
        return verdicts.store(self.corrections, self._history, corpus, conflict, verdict)

    def tell_names(self, act: naming.Act) -> str:
        """Put on disk what is to be said about names; says what was done."""
        return naming.carry_out(self.corrections, self._history, act)

    def undo(self) -> str:
        """Take the last change back, even one of an earlier sitting; says what was done in a sentence."""
        return self._step(self._history.undo, "Taken back", "Nothing is left to undo.")

    def redo(self) -> str:
        """Make the change that was undone last again; says what was done in a sentence."""
        return self._step(self._history.redo, "Done again", "Nothing is left to redo.")

    def _step(self, step: Callable[[], Change | None], done: str, otherwise: str) -> str:
        change = step()
        return f"{done}: {change.words}." if change is not None else otherwise

    def _take(self, draft: Draft) -> Draft:
        """A draft, made this program's own if another one left it behind."""
        if draft in self.drafts.left():
            self.drafts.take(draft)
            self._left[draft.note.id] = draft
        return draft

    def _unsaved_called(self, ident: str) -> Draft | None:
        return next((draft for draft in self.unsaved() if draft.note.id == ident), None)
