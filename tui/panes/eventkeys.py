"""What can be done with the event under the cursor of a list: compare, judge, correct, note, ask who."""

from abc import abstractmethod
from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.corpus.tables import Corpus
from tui.display import squeeze
from tui.model import Conflict
from tui.panes.pane import ListPane
from tui.panes.rowlinks import date_wish
from tui.panes.wishes import (
    CompareSources,
    CorrectDate,
    JudgeConflict,
    OpenDossier,
    ReadNotes,
    Said,
    WriteNote,
)
from tui.reader.citation import cite
from tui.reader.redate import misdated_event


class EventKeys(ListPane):
    """A list of events, with the keys that act on one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("asterisk", "who", "Who", show=False, id="timeline.who",
                tooltip="All about the entity in focus, else the first one named in this event"),
        Binding("c", "compare", "Compare", show=False, id="timeline.compare",
                tooltip="Lay the sources of this event side by side, and what contradicts it"),
        Binding("D", "judge('dismissed')", "Dismiss", show=False, id="timeline.dismiss",
                tooltip="Dismiss the conflict of this event: it is none; again takes that back"),
        Binding("exclamation_mark", "judge('open')", "Keep open", show=False, id="timeline.keep-open",
                tooltip="Keep the conflict of this event open: seen, and it stands; again takes that back"),
        Binding("i", "peek", "Peek", show=False, id="timeline.peek",
                tooltip="A card on the date of this event: its value, and how it came about"),
        Binding("y", "copy", "Copy", show=False, id="timeline.copy", tooltip="Copy the sentence that tells this event"),
        Binding("Y", "cite", "Cite", show=False, id="timeline.cite",
                tooltip="Copy it as a citation: quote, title, byline, source, date, file and line"),
        Binding("a", "note", "Note", show=False, id="timeline.note", tooltip="Write a note on this event"),
        Binding("semicolon", "read_notes", "Read notes", show=False, id="timeline.read-notes",
                tooltip="Read your notes on this event"),
        Binding("E", "redate", "Correct date", show=False, id="timeline.redate", tooltip="Correct this event's date"),
    ]  # fmt: skip

    @abstractmethod
    def event_here(self) -> int | None:
        """Id of the event under the cursor."""

    @abstractmethod
    def conflict_here(self) -> Conflict | None:
        """In a list of conflicts, the one the cursor is in."""

    def action_compare(self) -> None:
        """Lay the sources of the event under the cursor side by side, or the two sides of a conflict."""
        here = self.event_here()
        if self.corpus is None or here is None:
            return
        if (conflict := self.conflict_here()) is not None:
            self.post_message(CompareSources(here, conflict))
        elif len(self.corpus.sources(here)) > 1 or self.corpus.is_disputed(here):
            self.post_message(CompareSources(here))
        else:
            self.post_message(Said("One source tells this, and nothing contradicts it."))

    def action_judge(self, verdict: str) -> None:
        """Dismiss the conflict under the cursor or keep it open."""
        here = self.event_here()
        if self.corpus is None or here is None:
            return
        conflict = self.conflict_here()
        conflicts = [conflict] if conflict is not None else self.corpus.conflicts_of(here)
        if len(conflicts) == 1:
            self.post_message(JudgeConflict(conflicts[0], verdict))
        elif conflicts:
            self.post_message(Said(f"This stands in {len(conflicts)} conflicts: x shows each by itself."))
        else:
            self.post_message(Said("Nothing contradicts this."))

    def action_who(self) -> None:
        """Open the dossier of the entity in focus if it is named in this event, else of the first that is."""
        here = self.event_here()
        if self.corpus is None or here is None:
            return
        named = self.corpus.events[here].entities
        if not named:
            self.post_message(Said("No name was found in this event."))
            return
        self.post_message(OpenDossier(self.place.entity if self.place.entity in named else named[0]))

    def action_peek(self) -> None:
        """Show a card on the date the event under the cursor hangs on."""
        here = self.event_here()
        if self.corpus is not None and here is not None:
            self.post_message(date_wish(self.corpus, here))

    def action_copy(self) -> None:
        """Copy the sentence that tells the event under the cursor."""
        from tui.reader.told import sentence_of  # late: only copies need it

        self._copy(lambda corpus, event: squeeze(sentence_of(corpus, event)))

    def action_cite(self) -> None:
        """Copy the clause that tells it with where it stands."""

        def cited(corpus: Corpus, event: int) -> str:
            told = corpus.events[event]
            return cite(corpus, told.article, told.start, told.end)

        self._copy(cited)

    def _copy(self, words: Callable[[Corpus, int], str]) -> None:
        here = self.event_here()
        if self.corpus is None or here is None:
            return
        try:
            self.app.copy_to_clipboard(words(self.corpus, here))
        except OSError as error:
            self.post_message(Said(str(error), wrong=True))

    def action_redate(self) -> None:
        """Ask for the right value of the date the event under the cursor hangs on."""
        if self.corpus is None or (here := self.event_here()) is None:
            return
        try:
            self.post_message(CorrectDate(misdated_event(self.corpus, here)))
        except OSError as error:
            self.post_message(Said(str(error), wrong=True))

    def action_read_notes(self) -> None:
        """Ask for the notes on the event under the cursor."""
        if (here := self.event_here()) is not None:
            self.post_message(ReadNotes(event=here))

    def action_note(self) -> None:
        """Write a note on the event under the cursor."""
        if (here := self.event_here()) is not None:
            self.post_message(WriteNote(event=here))
