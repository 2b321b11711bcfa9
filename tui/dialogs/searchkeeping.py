"""The searches made before, in the search box: listed while the line is empty, kept under a name, forgotten."""

from collections.abc import Callable
from typing import TypeVar

from textual.content import Content
from textual.widgets import Input

from tui.dialogs.finder import Finder
from tui.dialogs.search_facts import SearchFacts
from tui.dialogs.search_rows import Entry, SearchRows
from tui.display import squeeze
from tui.reader.searches import Searches

Result = TypeVar("Result")
"""What the box gives back."""


class SearchKeeping(Finder[Result]):
    """A search box that knows the searches made before."""

    def __init__(self, searches: Searches, keep: Callable[[Searches], None]) -> None:
        """`keep` is given the searches whenever one is kept under a name or forgotten."""
        super().__init__(classes="dialog")
        self.searches = searches
        """Searches made before."""
        self._keep = keep

    def entry_here(self) -> Entry | None:
        """The row under the cursor."""
        rows = self.query_one(SearchRows)
        return rows.entries[rows.cursor] if 0 <= rows.cursor < rows.count() else None

    def show_before(self, otherwise: str) -> None:
        """List the searches made before; where there are none, say `otherwise` above the empty list."""
        rows = self.query_one(SearchRows)
        saved = [Entry(query=query, name=name) for name, query in self.searches.saved]
        rows.entries = [*saved, *(Entry(query=query) for query in self.searches.past)]
        rows.reset(0)
        rows.scroll_to(y=0, animate=False, immediate=True)
        words = "searches made before: Enter makes one again" if rows.entries else otherwise
        self.query_one(SearchFacts).say(Content(words))
        self.preview()

    def action_save(self) -> None:
        """Ask for a name to keep this search under."""
        query = self.query_one(Input).value.strip()
        if not query:
            return
        from tui.dialogs.line import Line

        def named(name: str | None) -> None:
            if name and name.strip():
                self.searches = self.searches.named(name, query)
                self._keep(self.searches)
                told = f"kept as “{squeeze(name)}”: it stands in the list when the line is empty"
                self.query_one(SearchFacts).say(Content(told))

        self.app.push_screen(Line("Keep this search under the name", query), named)

    def action_forget(self) -> None:
        """Forget a search made before."""
        entry = self.entry_here()
        if entry is not None and entry.found is None:
            self.searches = self.searches.without(entry.query, entry.name)
            self._keep(self.searches)
            self.show_before("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a search made before can be forgotten; elsewhere the key is the line's own."""
        if action == "forget":
            entry = self.entry_here()
            return entry is not None and entry.found is None
        return super().check_action(action, parameters)
