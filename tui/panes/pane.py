"""What every pane is: a view with a head line, the desk's state bound to it, and a search of its own."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.corpus.tables import Corpus
from tui.display import safe, squeeze
from tui.panes.rows import Rows
from tui.panes.wishes import SearchStep
from tui.reader.find import finder_of
from tui.reader.place import Place
from tui.reader.placed import PlacedNote
from tui.reader.readmarks import ReadMarks

if TYPE_CHECKING:  # for an annotation alone: searching loads engines the first page does not need
    from tui.reader.searcher import Sought


class Pane(Vertical):
    """One of the five panes. The desk binds its state down; a pane posts wishes up and looks at no other pane."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "Search", id="pane.find", tooltip="Search in this pane, as you type"),
        Binding("n", "find_step(1)", "Next hit", show=False, id="pane.find-next",
                tooltip="Next hit of the search in this pane, else of that of all articles"),
        Binding("N", "find_step(-1)", "Hit before", show=False, id="pane.find-previous", tooltip="Hit before"),
    ]  # fmt: skip

    title = ""
    """What the pane is called in its head line."""

    about = ""
    """What the pane is for: the first words of its help page."""

    corpus: reactive[Corpus | None] = reactive(None, repaint=False)
    """The collection; None until its folder has been looked at."""
    place: reactive[Place] = reactive(Place(), repaint=False)
    """Where the reader is."""
    notes: reactive[tuple[PlacedNote, ...]] = reactive((), repaint=False)
    """The reader's notes on this collection."""
    read_marks: reactive[ReadMarks] = reactive(ReadMarks(), repaint=False)
    """Which articles were read and which have a star."""
    sought: "reactive[Sought | None]" = reactive(None, repaint=False)
    """The search of the whole collection one is going through."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name, classes="pane")
        self._found: Sequence[int] = ()
        self._query = ""
        self._origin = 0
        self._find: Input | None = None

    def compose(self) -> ComposeResult:
        """Head line, what the pane adds above its view, the view; the search line comes when it is first wanted."""
        yield Static(self.title, classes="pane-head", markup=False)
        yield from self.compose_above()
        yield self.make_view()

    def compose_above(self) -> ComposeResult:
        """Widgets between the head line and the view; none unless a pane has some."""
        yield from ()

    @abstractmethod
    def make_view(self) -> Widget:
        """The pane's one focusable widget."""

    @property
    @abstractmethod
    def view(self) -> Widget:
        """The pane's one focusable widget, once made."""

    def head(self, words: str = "", aside: str = "") -> None:
        """Put words beside the pane's name in its head line, and quiet ones `aside` after them."""
        quiet = (f"   {safe(aside)}", "$quiet") if aside else ""
        line = Content.assemble((self.title, "bold"), f"  {squeeze(words)}" if words else "", quiet)
        # Never a new layout: it would paint the whole screen anew at every key.
        self.query_one(".pane-head", Static).update(line, layout=False)

    def light(self, active: bool) -> None:
        """Show in the head line whether the keyboard is here."""
        # On the line alone: a class on the pane would have all that is in it styled and painted anew.
        for head in self.query(".pane-head"):
            head.set_class(active, "active")

    # --- search in this pane

    @property
    @abstractmethod
    def position(self) -> int:
        """Where the pane's cursor is, in the unit of `find_places`."""

    @abstractmethod
    def find_places(self, query: str) -> Sequence[int]:
        """Where a query stands in this pane, in order: rows or offsets."""

    @abstractmethod
    def go_to_found(self, position: int) -> None:
        """Put the cursor on a hit."""

    def show_found(self, query: str) -> None:  # lists show hits by their cursor alone
        """Light the hits of a query; "" puts the lights out."""

    @property
    def has_find(self) -> bool:
        """Whether a search of this pane is open or its hits are lit."""
        return bool(self._query)

    def action_find(self) -> None:
        """Open the search line; the view follows as one types."""
        self._origin = self.position
        if self._find is None:
            self._find = Input(placeholder="search", classes="find", compact=True, select_on_focus=False)
            self._find.cursor_blink = False
            self.mount(self._find)
        self._find.add_class("open")
        self._find.value = ""
        self._find.focus()

    def action_find_step(self, by: int) -> None:
        """Go to the next or previous hit, round the end."""
        if not self._query:
            # No search of this pane's own: go on through that of the whole collection.
            self.post_message(SearchStep(by))
            return
        self._found = self.find_places(self._query)
        if not self._found:
            self._tell(0)
            return
        here = self.position
        if by > 0:
            index = next((index for index, place in enumerate(self._found) if place > here), 0)
        else:
            index = next((index for index in reversed(range(len(self._found))) if self._found[index] < here), -1)
        index %= len(self._found)
        self.go_to_found(self._found[index])
        self._tell(index + 1)

    @on(Input.Changed, ".find")
    def _find_typed(self, event: Input.Changed) -> None:
        event.stop()
        if not event.input.has_class("open"):
            return
        self._query = event.value
        self._found = self.find_places(event.value) if event.value else ()
        self.show_found(event.value)
        if not self._found:
            self.go_to_found(self._origin)
            self._tell(0)
            return
        index = next((index for index, place in enumerate(self._found) if place >= self._origin), 0)
        self.go_to_found(self._found[index])
        self._tell(index + 1)

    @on(Input.Submitted, ".find")
    def _find_kept(self, event: Input.Submitted) -> None:
        event.stop()
        self._close_find()
        self.view.focus()

    def clear_find(self) -> bool:
        """Close the search and go back where it began, or put out the lights of a closed one; False if neither."""
        if self._find is not None and self._find.has_class("open"):
            self._query = ""
            self.go_to_found(self._origin)
            self._close_find()
            self.view.focus()
        elif not self._query:
            return False
        self._query = ""
        self.show_found("")
        return True

    def _close_find(self) -> None:
        if self._find is not None:
            self._find.remove_class("open")

    def _tell(self, index: int) -> None:
        total = len(self._found)
        self.head(f"{index}/{total}" if total else f"nothing here matches “{self._query}”" if self._query else "")


class ListPane(Pane):
    """A pane whose view is a virtual list: search looks at the words of its rows."""

    @property
    @abstractmethod
    def view(self) -> Rows:
        """The list."""

    @property
    def position(self) -> int:
        """Row of the cursor."""
        return self.view.cursor

    def find_places(self, query: str) -> Sequence[int]:
        """Rows whose words hold the query."""
        rows, fits = self.view, finder_of(query)
        if fits is None:
            return ()
        return [row for row in range(rows.count()) if not rows.is_head(row) and fits(rows.words(row))]

    def go_to_found(self, position: int) -> None:
        """Put the list's cursor on a row."""
        self.view.move(position)

    @on(Rows.Moved)
    def _row_moved(self, event: Rows.Moved) -> None:
        event.stop()
        self.row_moved()

    @on(Rows.Chosen)
    def _row_chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.row_chosen()

    def row_moved(self) -> None:
        """The reader moved the cursor to another row; nothing unless a pane says otherwise."""

    @abstractmethod
    def row_chosen(self) -> None:
        """The reader opened the row under the cursor."""
