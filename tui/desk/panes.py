"""What the desk does about its panes: which are shown, which has the keyboard, what is said below them."""

from collections.abc import Sequence

from textual import on
from textual.events import DescendantFocus, Resize
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.corpus.tables import Corpus
from tui.panes import PANES, wishes
from tui.panes.article import ArticlePane
from tui.panes.lines import StatusLine, TabLine
from tui.panes.pane import Pane
from tui.reader.layout import Layout


class PaneScreen(Screen[None]):
    """A screen with the five panes between a line of tabs and one for what is said."""

    focused = reactive[Widget | None](None, repaint=False)
    """What has the keyboard. The screen looks no different for it; by default all of it would be painted anew."""
    corpus: reactive[Corpus | None] = reactive(None, repaint=False)
    """The collection; None until its folder has been looked at."""

    def __init__(self, ident: str) -> None:
        super().__init__(id=ident)
        self.layout_wanted = Layout()
        """The panes the reader wants."""
        self._panes = tuple(make() for make in PANES)

    def panes(self) -> Sequence[Pane]:
        """The panes, from left to right."""
        return self._panes

    @property
    def active_pane(self) -> Pane:
        """The pane with the keyboard."""
        return next(pane for pane in self._panes if pane.id == self.layout_wanted.active)

    def action_pane(self, name: str) -> None:
        """Give a pane the keyboard and a place on the screen."""
        self.layout_wanted = self.layout_wanted.turn_to(name)
        self.show_panes()

    @on(TabLine.Picked)
    def _picked(self, event: TabLine.Picked) -> None:
        event.stop()
        self.action_pane(event.name)

    def action_pane_step(self, by: int) -> None:
        """Give the next pane the keyboard."""
        self.layout_wanted = self.layout_wanted.step(by, *self.size)
        self.show_panes()

    def action_zoom(self) -> None:
        """Give the active pane the whole screen, or give it back."""
        self.layout_wanted = self.layout_wanted.zoom()
        self.show_panes()

    def on_resize(self, event: Resize) -> None:
        """Choose the panes that fit."""
        del event  # the size is asked of the screen
        self.show_panes()

    def on_screen_resume(self) -> None:
        """A dialog was closed: what is seen of the text is read from now on."""
        self.query_one(ArticlePane).look_for_end()
        self.query_one(StatusLine).show_work()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow a mouse click into another pane."""
        for pane in self.panes():
            if pane in event.widget.ancestors_with_self and pane.id != self.layout_wanted.active:
                self.layout_wanted = self.layout_wanted.turn_to(str(pane.id))
                self.show_panes(focus=False)

    def show_panes(self, *, focus: bool = True) -> None:
        """Show the panes that are wanted and fit; with `focus` the active one gets the keyboard."""
        shown = self.layout_wanted.shown(*self.size)
        self.query_one("#too-small").display = not shown
        for name in ("tabs", "panes", "status"):
            self.query_one(f"#{name}").display = bool(shown)
        stands = self.layout_wanted.stands(*self.size)
        for name in ("stacked", "paired"):
            self.query_one("#panes").set_class(stands == name, name)
        for pane in self.panes():
            pane.display = pane.id in shown
            pane.light(pane.id == self.layout_wanted.active)
            pane.set_class(len(shown) == 1, "alone")
        if focus and shown:
            # At once, not when the queue is next empty: of "2a" typed in one go, "a" is meant for the text.
            self.set_focus(self.active_pane.view, scroll_visible=False)
        self.draw_tabs()
        if self.query_one(StatusLine).tells_keys:
            # The key that led here showed those of the pane it was pressed in.
            self.say("")

    def draw_tabs(self) -> None:
        """Draw the line of tabs with the collection's name."""
        title = self.corpus.facts.title if self.corpus is not None else ""
        self.query_one(TabLine).show(self.layout_wanted.active, title, self.size.width)

    # --- what is said on the status line

    @on(wishes.Said)
    def _said(self, event: wishes.Said) -> None:
        event.stop()
        self.say(event.sentence, wrong=event.wrong)

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Put a sentence on the status line; without one, the keys to know."""
        line = self.query_one(StatusLine)
        if sentence:
            line.say(sentence, wrong=wrong)
        else:
            active = (known for known in self.active_bindings.values() if known.enabled)
            line.show_keys(known.binding for known in active if known.binding.show and known.binding.description)

    def on_key(self) -> None:
        """The next key takes the last sentence away."""
        self.say("")

    def on_click(self) -> None:
        """So does the mouse."""
        self.say("")
