"""The last line of the front page: its keys, how far the reading of the collection is, or a sentence."""

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.bindings import own_keys
from tui.display import squeeze
from tui.panes.rows import clip
from tui.reader.keys import spelt_out

_KEYS_FROM, _WORK_FROM = 64, 16
"""Columns of the screen from which all keys are shown, and cells beside them from which work is."""

_KEYS = (
    "{rows.open} open   {front.next} column   {timeline.bar-previous} {timeline.bar-next} strip   {desk.jump} jump   "
    "{front.close} read"
)
_KEYS_SHORT = "{rows.open} open  {front.next} column  {front.close} read"


class FrontKeys(Static):
    """The line."""

    def __init__(self) -> None:
        super().__init__("", id="front-keys", markup=False)
        self._work = ""

    def work(self, words: str) -> None:
        """Say how far long work is; "" when it is over."""
        self._work = words
        self.show_keys()

    def tell_once(self, sentence: str) -> None:
        """Put a sentence in the place of the keys, until they are shown again."""
        words = clip(squeeze(sentence), self.app.size.width - 2)
        self.update(Content.styled(words, "$accent-ink"), layout=False)

    def show_keys(self) -> None:
        """Show the keys, and beside them how far long work is."""
        width = self.app.size.width
        keys = spelt_out(_KEYS if width >= _KEYS_FROM else _KEYS_SHORT, own_keys(self.app))
        room = width - 2 - cell_len(keys) - 1
        shown = clip(self._work, room) if room >= _WORK_FROM else ""
        gap = " " * max(1, room - cell_len(shown) + 1)
        self.update(Content.assemble(keys, gap, (shown, "$accent-ink")), layout=False)
