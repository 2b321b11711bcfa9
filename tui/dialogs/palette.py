"""The palette: everything that can be done, found by a word or a key, with why not where it cannot be done now."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.dialogs.finder import Finder, QueryLine
from tui.display import squeeze
from tui.jump import JumpIndex, Target
from tui.panes.rows import Piece, Rows, clip, pad
from tui.reader.command import THEME, Command

_NARROW = 56
_GAP = 2
_ALL = 400


class CommandRows(Rows, can_focus=False):
    """The commands; the keyboard stays in the line above."""

    def __init__(self) -> None:
        super().__init__("command-rows")
        self.commands: Sequence[Command] = ()
        """What is listed."""
        self._title_width = 0

    def count(self) -> int:
        """Number of commands."""
        return len(self.commands)

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """What it is called, what it does or why it cannot, and its keys at the end."""
        one = self.commands[index]
        keys = f" {one.keys}" if one.keys else ""
        room = max(8, width - cell_len(keys))
        title = min(self._title_width, room // 2) if width >= _NARROW else room
        sentence = pad(clip(one.why_not or one.sentence, room - title - 1), room - title)
        look = "dim" if one.why_not else ""
        name = pad(clip(one.title, title - _GAP), title)
        return [[(name, look), (sentence, "dim"), (keys, "dim" if one.why_not else "accent")]]

    def show(self, commands: Sequence[Command]) -> None:
        """List other commands, from the first on."""
        self.commands = commands
        self._title_width = max((cell_len(one.title) for one in commands), default=0) + _GAP
        self.reset(0)
        self.scroll_to(y=0, animate=False, immediate=True)


class Palette(Finder[str | None]):
    """Gives back the name of the command that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="palette.close", tooltip="Do nothing"),
        Binding("down,ctrl+n", "step(1)", "Next", show=False, id="palette.next", tooltip="Next command"),
        Binding("up,ctrl+p", "step(-1)", "Before", show=False, id="palette.previous", tooltip="Command before"),
        Binding("pagedown", "step(12)", "Page", show=False, id="palette.page-down", tooltip="Twelve on"),
        Binding("pageup", "step(-12)", "Page", show=False, id="palette.page-up", tooltip="Twelve back"),
    ]

    def __init__(self, commands: Sequence[Command]) -> None:
        """`commands` in the order in which they are listed before anything is typed."""
        super().__init__()
        self._commands = commands
        self._by_name = {one.name: one for one in commands}
        # Of two that fit alike the one listed first comes first.
        targets = [
            Target("command", one.title, one.name, ((one.sentence, "what it does"),), weight=len(commands) - row)
            for row, one in enumerate(commands)
        ]
        self._index = JumpIndex.build(targets)

    def compose(self) -> ComposeResult:
        """The line, the commands, what the one under the cursor does."""
        with Vertical(classes="card palette"):
            yield QueryLine(placeholder="a word or a key, such as note, theme, z", compact=True)
            yield CommandRows()
            yield Static("", id="palette-about", markup=False)

    def on_mount(self) -> None:
        """List everything."""
        self.query_one(Input).cursor_blink = False
        self._find("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._find(event.value)

    def _find(self, typed: str) -> None:
        rows = self.query_one(CommandRows)
        rows.show(self._found(typed.strip()))
        self._tell("" if rows.commands else f"Nothing here is called “{squeeze(typed)}”.")

    def _found(self, typed: str) -> Sequence[Command]:
        """Those a word or key means: whose key it is, then by name, those that can be done before those that cannot."""
        if not typed:
            return self._commands
        keyed = [one for one in self._commands if typed in one.keys.split(" ")]
        ranked = [self._by_name[str(hit.target.ref)] for hit in self._index.rank(f">{typed}", limit=_ALL)]
        return [*keyed, *(one for one in ranked if one not in keyed)]

    def _tell(self, instead: str = "") -> None:
        shown, rows = self.query_one("#palette-about", Static), self.query_one(CommandRows)
        if instead or not rows.commands:
            shown.update(instead)
            return
        one = rows.commands[rows.cursor]
        facts = [f"in {one.where}" if one.where else "everywhere"]
        facts += [] if one.name.startswith(THEME) else [f"config.toml knows it as {one.name}"]
        first = (f"Not now: {one.why_not}", "bold") if one.why_not else (f"{one.sentence.rstrip('.')}.", "bold")
        shown.update(Content.assemble(first, "\n", (" · ".join(facts), "$quiet")))

    def preview(self) -> None:
        """Say what the command under the cursor does, or why not."""
        self._tell()

    def choose(self) -> None:
        """Do what the cursor is on; where it cannot be done the reason stands below, and the palette stays open."""
        rows = self.query_one(CommandRows)
        if rows.commands and not rows.commands[rows.cursor].why_not:
            self.dismiss(rows.commands[rows.cursor].name)
