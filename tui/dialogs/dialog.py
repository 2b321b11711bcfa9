"""What every dialog is: a card over what is open, with its keys below and a sheet of them, closed without a change."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.dialogs.bindings import bindings_of, own_keys
from tui.dialogs.low import LOW
from tui.dialogs.over import Over, Result
from tui.reader.keys import spelt_out


class Dialog(Over[Result]):
    """A dialog; it gives back what was decided in it, or None."""

    VERTICAL_BREAKPOINTS = LOW

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "Keys", show=False, id="desk.help", tooltip="The keys of this dialog"),
    ]

    def __init__(self, classes: str = "dialog") -> None:
        super().__init__(classes=classes)

    def action_help(self) -> None:
        """Show every key of this dialog."""
        titles = self.query(".card-title").results(Static)
        self.show_keys("Keys of this dialog", next((str(one.content) for one in titles), ""))

    def show_keys(self, title: str, about: str) -> None:
        """Show the keys of this dialog, and of what has the keyboard in it, under a title."""
        from tui.dialogs.help import Help, section_of

        here = self.focused
        kinds = [type(self), *([type(here)] if here is not None else ())]
        own = [binding for kind in kinds for binding in bindings_of(kind)]
        self.app.push_screen(Help(title, about, [section_of("Here", own, own_keys(self.app))]))

    def action_close(self) -> None:
        """Back to what was open, with nothing chosen and nothing changed."""
        self.dismiss(None)


class Hint(Static):
    """The keys to know in a dialog, in its last lines."""

    def __init__(self, *words: str, gap: int = 3) -> None:
        """Each of the `words` names a key by what it does, in braces: "{rows.open} go there"."""
        super().__init__("", classes="hint", markup=False)
        self._words, self._gap = words, gap

    def on_mount(self) -> None:
        """Show them."""
        self.show_keys()

    def on_resize(self) -> None:
        """Break the line anew."""
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys, the reader's own where they have any; a line ends between two of them, never within one."""
        own = own_keys(self.app)
        told = [spelt_out(words, own) for words in self._words]
        gap = " " * self._gap
        width, most = self.content_size.width, 1 if self.app.size.height < _LOW else _LINES
        # Where there is not room for all, the first and the last, which leaves, are the ones to know.
        while len(told) > _ENDS and width and len(packed(told, gap, width)) > most:
            del told[-2]
        self.update("\n".join(packed(told, gap, width)))


def packed(pieces: Sequence[str], gap: str, width: int) -> list[str]:
    """Lines of pieces side by side with a gap between, none of them broken; one line while the width is not known."""
    lines: list[str] = []
    for piece in pieces:
        line = f"{lines[-1]}{gap}{piece}" if lines else piece
        if lines and (cell_len(line) <= width or not width):
            lines[-1] = line
        else:
            lines.append(piece)
    return lines


_LOW, _LINES, _ENDS = 18, 3, 2
"""Lines of the window under which the keys have one line; lines they have else; keys that are always shown."""
