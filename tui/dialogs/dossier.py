"""The dossier: all that is known about one entity, every line of it a way into the text."""

from collections.abc import Sequence
from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.corpus.tables import Corpus
from tui.dialogs.dialog import Dialog, Hint
from tui.dialogs.dossierlines import DossierRows, dossier_lines
from tui.display import squeeze
from tui.panes.naming import Naming, naming_bindings
from tui.panes.rows import Rows
from tui.panes.wishes import OpenDossier
from tui.reader.naming import entity_after
from tui.reader.place import Goto
from tui.reader.placed import PlacedNote
from tui.reader.portrait import facts_of

KEYS = (
    "{rows.open} go there", "{dossier.note} note", "{names.why} why", "{names.merge} merge", "{names.split} split",
    "{names.rename} rename", "{names.retype} kind", "{names.ignore} no name", "{dossier.close} close",
)  # fmt: skip
"""What can be pressed."""


class Names(Protocol):
    """Who carries out what the reader says about names."""

    def tell_name(self, act: str, entity: int) -> None:
        """Open the dialog of an act on an entity."""

    def action_undo(self) -> None:
        """Take the last change back."""


class Dossier(Naming, Dialog[Goto | None]):
    """Shows an entity; gives back where the reader wants to go from it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close", id="dossier.close", tooltip="Back to reading"),
        Binding("a", "note", "Note", id="dossier.note", tooltip="Write a note on this entity"),
        *naming_bindings(),
        Binding("u", "undo", "Undo", id="desk.undo", tooltip="Take the last change back"),
    ]

    def __init__(self, corpus: Corpus, entity: int, notes: Sequence[PlacedNote], names: Names) -> None:
        """`names` is asked when the reader says something about a name."""
        super().__init__()
        self._names = names
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
            yield DossierRows(self._corpus, self.entity, tuple(dossier_lines(self._corpus, self.entity, self._notes)))
            yield Hint(*KEYS, gap=2)

    def on_mount(self) -> None:
        """Put the cursor on the first line that is no heading."""
        self.query_one(DossierRows).reset(0)

    @on(Rows.Chosen)
    async def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        line = self.query_one(DossierRows).lines[event.index]
        if line.entity is not None:
            await self._open(line.entity)
        elif line.note:
            self.opens_note = line.note
            self.dismiss(None)
        elif line.goto is not None:
            self.dismiss(line.goto)

    @on(OpenDossier)
    async def _opens(self, event: OpenDossier) -> None:
        event.stop()
        await self._open(event.entity)

    async def _open(self, entity: int) -> None:
        """Show another entity in place of this one, which closing leads back to."""
        if entity != self.entity:
            self._opened.append(entity)
            await self._turn()

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

    def entity_meant(self) -> int:
        """The entity whose name the keys are about: the one shown."""
        return self.entity

    def action_tell_name(self, act: str) -> None:
        """Ask for one of the acts on the name shown."""
        self._names.tell_name(act, self.entity)

    def action_undo(self) -> None:
        """Take the last change back, as at the desk."""
        self._names.action_undo()

    def renew(self, corpus: Corpus, notes: Sequence[PlacedNote]) -> None:
        """Show what this is about as it stands in the collection tied together anew; close if it is gone."""
        opened = [entity_after(self._corpus, corpus, entity) for entity in self._opened]
        self._corpus, self._notes = corpus, notes
        self._opened = list(dict.fromkeys(entity for entity in opened if entity is not None))
        if opened[-1] is None:
            self.dismiss(None)
        else:
            self.call_later(self._turn)

    def action_close(self) -> None:
        """Back to the dossier this one was opened from, or to reading."""
        self._opened.pop()
        if self._opened:
            self.call_later(self._turn)
        else:
            self.dismiss(None)
