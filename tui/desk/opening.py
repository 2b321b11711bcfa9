"""What the desk opens over the panes when one of them asks: dossiers, letters, choices, cards, the sheet of keys."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.desk.outside import OutsideScreen
from tui.dialogs.bindings import bindings_of
from tui.panes import wishes
from tui.panes.article import ArticlePane
from tui.reader.place import Goto
from tui.reader.tour import NAME


class OpeningScreen(OutsideScreen):
    """A screen that shows what its panes wish for.

    Dialogs are imported where they are opened: together they would delay the first sight of the text by a third.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "Keys", id="desk.help", tooltip="The keys of this pane"),
    ]  # fmt: skip

    @on(wishes.OpenDossier)
    def _open_dossier(self, event: wishes.OpenDossier) -> None:
        event.stop()
        self.open_dossier(event.entity, lambda: None)

    def open_dossier(self, entity: int, leave: Callable[[], None]) -> None:
        """Open a dossier over what is open; `leave` closes that before anything in the dossier leads elsewhere."""
        if self.corpus is None:
            return
        from tui.dialogs.dossier import Dossier

        dossier = Dossier(self.corpus, entity, self.notes, self)

        def closed(goto: Goto | None) -> None:
            self.did(NAME)
            if goto is not None:
                leave()
                self.go(goto)
            elif dossier.opens_note:
                leave()
                self.write(wishes.WriteNote(note=dossier.opens_note))
            elif dossier.wants_note:
                leave()
                self.write(wishes.WriteNote(entity=dossier.entity))

        self.app.push_screen(dossier, closed)

    @on(wishes.LabelLinks)
    def _label(self, event: wishes.LabelLinks) -> None:
        event.stop()
        from tui.dialogs.letter import Label

        pane = self.query_one(ArticlePane)
        self.app.push_screen(Label(event.labels, pane.narrow_labels), pane.open_label)

    @on(wishes.ChooseOne)
    def _choose_one(self, event: wishes.ChooseOne) -> None:
        event.stop()
        from tui.dialogs.choose import Choose, Option

        def closed(index: int | None) -> None:
            if index is not None:
                event.chosen(index)

        options = [Option(words, tail) for words, tail in event.options]
        self.app.push_screen(Choose(event.title, event.about, options), closed)

    def action_help(self) -> None:
        """Show the keys of the active pane and of the desk."""
        from tui.dialogs.help import Help, section_of

        pane = self.active_pane
        sections = [
            section_of(
                f"In {pane.title.lower()}", [*bindings_of(type(pane)), *bindings_of(type(pane.view))], self.keymap
            ),
            section_of("Everywhere", bindings_of(type(self)), self.keymap),
        ]
        self.app.push_screen(Help(pane.title, pane.about, sections))

    @on(wishes.ShowCard)
    def _show_card(self, event: wishes.ShowCard) -> None:
        from tui.dialogs.peek import Peek

        event.stop()
        self.app.push_screen(Peek(event.card))
