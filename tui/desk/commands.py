"""What the desk does about commands by name: which there are, why one has nothing to do, and doing it."""

from typing import ClassVar

from textual.actions import ActionError, parse
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from tui import paths
from tui.desk.overview import OverviewScreen
from tui.dialogs.bindings import bindings_of
from tui.notes.errors import NotesError
from tui.reader import worn
from tui.reader.command import THEME, Command, in_order
from tui.reader.keys import show_key
from tui.reader.settings import load
from tui.reader.standing import Standing, why_not

_ANSI = "ansi-"
"""How themes begin whose colours are the terminal's own: nothing can be mixed from them."""


class CommandScreen(OverviewScreen):
    """A screen whose keys can be asked for by name."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("colon", "palette", "Commands", id="desk.palette",
                tooltip="Everything that can be done, found by a word; themes are chosen here"),
    ]  # fmt: skip

    keymap: dict[str, str]
    """The reader's own keys, by the name of what they do."""

    @property
    def is_working(self) -> bool:
        """Whether something long is going on, or was stopped."""
        return False

    def action_palette(self) -> None:
        """Open the palette."""
        if self.corpus is None:
            return
        from tui.dialogs.palette import Palette

        def closed(name: str | None) -> None:
            if name is not None:
                self.run_command(name)

        self.app.push_screen(Palette(self.commands()), closed)

    def commands(self) -> list[Command]:
        """Everything that can be done, those of the active pane first; why not, where it cannot be done now."""
        standing = self._standing()
        told: dict[str, Command] = {}
        for owner, binding in self._bindings_here():
            name = binding.id or ""
            if name in told or name == "desk.palette":
                continue
            pane = next((pane for pane in self.panes() if owner in (pane, pane.view)), None)
            keys = self.keymap.get(name, binding.key).split(",")
            told[name] = Command(
                name,
                binding.description,
                binding.tooltip,
                " ".join(map(show_key, keys)),
                f"the {pane.id} pane" if pane is not None else "",
                self._disabled(owner, binding) or (why_not(name, standing) if standing is not None else ""),
            )
        return in_order([*told.values(), *self._themes()])

    def _themes(self) -> list[Command]:
        kept = "kept for the next start"
        plain = "NO_COLOR is set, so nothing is printed in colour." if self.app.no_color else ""
        return [
            Command(
                f"{THEME}{name}",
                f"Theme {name.replace('-', ' ')}",
                f"{'Dark' if theme.dark else 'Light'}; " + ("in use" if name == self.app.theme else kept),
                why_not=plain,
            )
            for name, theme in sorted(self.app.available_themes.items(), key=lambda one: "backstory" not in one[0])
            if not name.startswith(_ANSI)
        ]

    def _standing(self) -> Standing | None:
        corpus = self.corpus
        if corpus is None:
            return None
        return Standing(
            corpus,
            self.place,
            self.trail,
            notes=len(self.notes),
            marks=len(self.marked),
            undoable=self.scribe.undoable,
            redoable=self.scribe.redoable,
            damaged=bool(self.scribe.problem),
            working=self.is_working,
            found=self.sought is not None or self.active_pane.has_find,
        )

    def _disabled(self, owner: Widget | Screen[None], binding: Binding) -> str:
        """What the owner of a key says: that it means nothing just now."""
        try:
            _, action, parameters = parse(binding.action)
        except ActionError:
            return ""
        return "" if owner.check_action(action, parameters) else "Only while selecting: v or V begins."

    def run_command(self, name: str) -> None:
        """Do what a key does, in the pane it does it in; or put on a theme."""
        if name.startswith(THEME):
            self._wear(name.removeprefix(THEME))
            return
        for owner, binding in self._bindings_here():
            if binding.id == name:
                pane = next((pane for pane in self.panes() if owner in (pane, pane.view)), None)
                if pane is not None and pane is not self.active_pane:
                    self.action_pane(str(pane.id))
                self.call_later(self.app.run_action, binding.action, owner)
                return

    def _wear(self, theme: str) -> None:
        """Put on a theme, and keep it for the next start."""
        if theme not in self.app.available_themes:
            self.say(f"There is no theme called {theme}.", wrong=True)
            return
        self.app.theme = theme
        try:
            worn.keep(paths.state(), theme)
        except NotesError as error:
            self.say(str(error), wrong=True)
            return
        set_elsewhere = load(paths.config(), ()).theme
        if set_elsewhere not in ("", theme):
            self.say(f"Worn for this sitting: the next begins with {set_elsewhere}, as config.toml says.")

    def _bindings_here(self) -> list[tuple[Widget | Screen[None], Binding]]:
        """Every binding with whom it belongs to, those of the active pane first."""
        active = self.active_pane
        owners: list[Widget | Screen[None]] = [active.view, active, self]
        for pane in self.panes():
            owners += [pane.view, pane] if pane is not active else []
        return [(owner, binding) for owner in owners for binding in bindings_of(type(owner))]
