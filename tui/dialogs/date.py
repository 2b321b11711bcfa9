"""The date editor: a right value typed in EDTF or plain words, read back as it is typed."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.dates.typed import read_typed
from tui.dates.words import describe
from tui.dialogs.dialog import Dialog, Hint
from tui.display import squeeze
from tui.model import When
from tui.reader.redate import Misdated

UNREADABLE = "That cannot be read as one date. Try 26 Jan 2007, spring 2008, about Dec 2006, 2007-03/2008-07."
"""What is said of words that give no date."""

EMPTY = "Empty takes an earlier correction back."
"""What is said while nothing is typed."""


@dataclass(frozen=True, slots=True)
class Redated:
    """What was answered."""

    when: When | None
    """The right value; None to take a correction back."""


class DateEditor(Dialog[Redated | None]):
    """Asks for the right value of a date; gives back what was typed, or None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="date.close", priority=True, tooltip="Close; nothing is changed"),
    ]

    def __init__(self, what: Misdated) -> None:
        super().__init__()
        self._what = what

    def compose(self) -> ComposeResult:
        """What is corrected, its value now, the line, what is read."""
        now = self._what.now
        with Vertical(classes="card date-editor"):
            yield Static(squeeze(self._what.words), classes="card-title", markup=False)
            said = f"{describe(now)}   EDTF {now.edtf}" if now is not None else "no date"
            yield Static(f"now: {said}", classes="card-about", markup=False)
            yield Input(now.edtf if now is not None else "", placeholder="a date in words or EDTF", compact=True)
            yield Static("", id="date-read", markup=False)
            yield Hint("Enter keep", "{date.close} leave")

    def on_mount(self) -> None:
        """Start typing over what is there."""
        self.query_one(Input).cursor_blink = False
        self._tell()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._tell()

    def _tell(self) -> None:
        typed = self.query_one(Input).value
        when = read_typed(typed, self._what.order)
        if when is not None:
            sentence = f"{describe(when)}   EDTF {when.edtf}"
        else:
            sentence = UNREADABLE if typed.strip() else EMPTY
        shown = self.query_one("#date-read", Static)
        shown.update(sentence)
        shown.set_class(when is None and bool(typed.strip()), "wrong")

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        typed = event.value
        when = read_typed(typed, self._what.order)
        if when is not None or not typed.strip():
            self.dismiss(Redated(when))
