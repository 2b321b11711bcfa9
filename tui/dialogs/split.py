"""Splitting a name: which spellings go off, to whom, everywhere or in one article."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.dialogs.dialog import Dialog, Hint
from tui.display import squeeze
from tui.names.statement import plain
from tui.panes.rows import Piece, Rows, clip
from tui.reader.portrait import Portrait


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling that may go off."""

    name: str
    """As written."""
    count: int
    """Mentions in it."""
    here: int
    """Mentions in it in the article in view."""
    reason: str
    """Why it was taken for the same."""


@dataclass(frozen=True, slots=True)
class SplitOff:
    """What was decided."""

    parts: tuple[str, ...]
    """The spellings that go."""
    to: str
    """The name they go to."""
    here: bool
    """Whether only in the article in view."""


class PartRows(Rows):
    """The spellings, those that go off marked."""

    def __init__(self, spellings: Sequence[Spelling], kind: str) -> None:
        super().__init__("part-rows")
        self.spellings = spellings
        """What there is."""
        self.marked: set[int] = set()
        """Rows that go off."""
        self.here = False
        """Whether the counts are those of the article in view."""
        self._kind = kind

    def count(self) -> int:
        """Number of spellings."""
        return len(self.spellings)

    def draw(self, index: int, width: int) -> list[list[Piece]]:
        """Mark, spelling, reason, mentions."""
        one = self.spellings[index]
        number = f"{one.here if self.here else one.count:>6,}"
        room = width - 2 - len(number)
        name = clip(one.name, room)
        reason = clip(f"  {one.reason}", max(0, room - len(name)))
        gap = " " * max(0, room - len(name) - len(reason))
        return [[("● " if index in self.marked else "○ ", "accent"), (name, self._kind), (reason, "dim"),
                 (gap + number, "dim")]]  # fmt: skip


class SplitName(Dialog[SplitOff | None]):
    """Asks which spellings go off; gives back what was decided, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "mark", "Mark", id="split.mark", tooltip="This spelling goes off, or stays"),
        Binding("o", "here", "Only here", id="split.here", tooltip="Only in the article in view, or everywhere"),
        Binding("tab,shift+tab", "turn", "Name", id="split.turn", tooltip="To the name it goes to, and back"),
        Binding("escape", "close", "Close", id="split.close", priority=True, tooltip="Change nothing"),
    ]

    def __init__(self, shown: Portrait, spellings: Sequence[Spelling], title: str, known: Callable[[str], str]) -> None:
        """`title` is that of the article in view; `known` gives facts of the entity of a name, "" if there is none."""
        super().__init__()
        self._shown, self._spellings, self._title, self._known = shown, spellings, title, known
        self._named = False

    def compose(self) -> ComposeResult:
        """The name, its spellings, the name they go to, what comes of it, the keys."""
        with Vertical(classes="card names"):
            yield Static(f"Split {squeeze(self._shown.name)}: which part goes off?", classes="card-title", markup=False)
            yield Static(squeeze(self._shown.facts), classes="card-about", markup=False)
            yield PartRows(self._spellings, self._shown.kind)
            yield Input("", placeholder="the name it goes to", compact=True)
            yield Static("", id="split-off", markup=False)
            yield Hint(
                "{rows.open} split",
                "{split.mark} mark several",
                "{split.here} only here",
                "{split.turn} its name",
                "{split.close} leave",
            )

    def on_mount(self) -> None:
        """Begin at the first spelling that is not the name itself."""
        self.query_one(Input).cursor_blink = False
        rows = self.query_one(PartRows)
        rows.focus()
        rows.reset(1 if len(self._spellings) > 1 else 0)
        self._tell()

    def _parts(self) -> tuple[str, ...]:
        rows = self.query_one(PartRows)
        chosen = sorted(rows.marked) or [rows.cursor]
        return tuple(rows.spellings[row].name for row in chosen)

    def _tell(self) -> None:
        rows, line = self.query_one(PartRows), self.query_one(Input)
        parts = self._parts()
        if not self._named:
            with line.prevent(Input.Changed):
                line.value = max(parts, key=len)
        chosen = [one for one in self._spellings if one.name in parts]
        count = sum(one.here if rows.here else one.count for one in chosen)
        where = f"in {squeeze(self._title)}" if rows.here else "everywhere"
        to = plain(line.value)
        there = self._known(to)
        times = f"{count:,} mention{'s' if count != 1 else ''}"
        wrong = self._wrong(parts, to)
        becomes = "becomes" if count == 1 else "become"
        words = wrong or f"{times} {where} {becomes} {'one of ' if there else 'a new name: '}{squeeze(to)}"
        shown = self.query_one("#split-off", Static)
        shown.set_class(bool(wrong), "wrong")
        shown.update(words if wrong or not there else f"{words} ({there})")

    def _wrong(self, parts: Sequence[str], to: str) -> str:
        """Why it cannot be split so; "" if it can."""
        here = self.query_one(PartRows).here
        if not to:
            return "Type the name it goes to."
        if self._shown.name in parts and not here:
            return "That is the name itself: mark the others instead, or o splits it in this article only."
        if to.casefold() == self._shown.name.casefold():
            return "It goes off to another name: type that one."
        return ""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._named = bool(event.value.strip())
        self._tell()

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        self._tell()

    def action_mark(self) -> None:
        """Mark the spelling under the cursor, or take the mark away."""
        rows = self.query_one(PartRows)
        rows.marked ^= {rows.cursor}
        rows.reset()
        self._tell()

    def action_here(self) -> None:
        """Only in the article in view, or everywhere."""
        rows = self.query_one(PartRows)
        rows.here = not rows.here
        rows.reset()
        self._tell()

    def action_turn(self) -> None:
        """Between the list and the name."""
        rows = self.query_one(PartRows)
        (self.query_one(Input) if rows.has_focus else rows).focus()

    @on(Rows.Chosen)
    @on(Input.Submitted)
    def _split(self, event: Rows.Chosen | Input.Submitted) -> None:
        event.stop()
        parts, to = self._parts(), plain(self.query_one(Input).value)
        if not self._wrong(parts, to):
            self.dismiss(SplitOff(parts, to, self.query_one(PartRows).here))
