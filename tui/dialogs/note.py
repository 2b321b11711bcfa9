"""The note editor: a quote or subject above, the words, the tags."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from tui import paths
from tui.dialogs.dialog import Dialog, Hint
from tui.dialogs.tags import tag_input
from tui.display import safe, squeeze
from tui.notes.drafts import Draft, Drafts
from tui.notes.errors import NotesError
from tui.reader.handover import Handover, editor_of
from tui.reader.tags import tags_of
from tui.reader.writing import words_of


class SafeTextArea(TextArea):
    """A text area that shows stand-ins for control characters; what is typed and saved stays as it is."""

    def get_line(self, line_index: int) -> Text:
        """A line as it is shown; the sanitiser keeps its length, so the cursor stays right."""
        return Text(safe(self.document.get_line(line_index)), end="", no_wrap=True)


class NoteEditor(Dialog[Draft | None]):
    """Writes one note; gives back what is to be saved, or None when it was left, with the draft kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="editor.save", priority=True, tooltip="Save the note and close"),
        Binding("escape", "leave", "Close", id="editor.close", priority=True,
                tooltip="Close; what was typed is kept as a draft"),
        Binding("ctrl+e", "outside", "Editor", id="editor.outside", priority=True,
                tooltip="Go on in the editor that VISUAL or EDITOR names"),
    ]  # fmt: skip

    def __init__(self, draft: Draft, drafts: Drafts, known: Sequence[str] = ()) -> None:
        """`draft` is what to begin with, `drafts` where it is kept while it is typed, `known` the tags in use."""
        super().__init__()
        self.draft = draft
        """What has been typed so far, as it was last kept."""
        self._drafts = drafts
        self._known = known
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """What the note is about, words, tags, keys."""
        with Vertical(classes="card editor"):
            yield Static(words_of(self.draft.note), classes="card-title", markup=False)
            yield SafeTextArea(self.draft.note.text, soft_wrap=True, tab_behavior="focus", id="note-text")
            yield tag_input(self.draft.note.tags, self._known, "note-tags")
            yield Hint("{editor.save} save", "{editor.close} close, draft kept", "Tab tags", "{editor.outside} editor")

    def on_mount(self) -> None:
        """Start typing at the end of what is there."""
        words = self.query_one(TextArea)
        words.cursor_blink = False
        words.focus()
        words.move_cursor(words.document.end)

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _typed(self) -> None:
        # Half a second after the first key of a burst: on disk within a second, yet not once a key.
        if self._timer is None:
            self._timer = self.set_timer(0.5, self.keep_draft)

    @on(Input.Submitted)
    def _tags_done(self) -> None:
        self.action_save()

    def keep_draft(self) -> None:
        """Put what has been typed so far on disk."""
        self._timer = None
        text = self.query_one(TextArea).text
        tags = tags_of(self.query_one(Input).value)
        if (text, tags) == (self.draft.note.text, self.draft.note.tags):
            return
        self.draft = replace(self.draft, note=replace(self.draft.note, text=text, tags=tags))
        try:
            self._drafts.save(self.draft)
        except NotesError as error:
            self._say(f"The draft cannot be kept: {error}")

    def action_save(self) -> None:
        """Hand over what was written."""
        self.keep_draft()
        self.dismiss(self.draft)

    def action_outside(self) -> None:
        """Go on in an editor of one's own; the screen waits for it, and its words come back here."""
        self.keep_draft()
        words = self.query_one(TextArea)
        command = editor_of(os.environ)
        try:
            handed = Handover(words.text, paths.state() / "drafts")
        except NotesError as error:
            self._say(str(error))
            return
        try:
            with self.app.suspend():
                code = subprocess.call([*command, str(handed.path)])
        except (OSError, SuspendNotSupported) as error:
            handed.drop()
            self._say(f"{command[0]} cannot be started here: {error}")
            return
        if code:
            self._say(f"{command[0]} ended with {code}: nothing was taken over; what it saved is in {handed.path}")
            return
        try:
            words.text = handed.take()
        except NotesError as error:
            self._say(str(error))
            return
        words.move_cursor(words.document.end)
        self.keep_draft()
        self.query_one(Hint).show_keys()

    def _say(self, sentence: str) -> None:
        self.query_one(Hint).update(squeeze(sentence))

    def action_leave(self) -> None:
        """Close and keep the draft for the next time."""
        self.keep_draft()
        self.dismiss(None)
