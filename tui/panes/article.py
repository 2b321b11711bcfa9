"""The article pane: reading, with every name and date in the text a link."""

from collections.abc import Sequence

from tui.panes.textlinks import TextLinks
from tui.panes.wishes import Went
from tui.reader.find import find_all
from tui.reader.place import Goto


class ArticlePane(TextLinks):
    """The text: names coloured by kind, dates underlined, the reading line marked at its left."""

    title = "Text"
    about = (
        "One article. The bar at the left is the reading line; the timeline follows it. A dot in the margin is an "
        "event, a diamond one of your notes, an exclamation mark an event on which sources disagree."
    )

    @property
    def position(self) -> int:
        """Offset of the hit in view, else of the reading line."""
        return self.place.at

    def find_places(self, query: str) -> Sequence[int]:
        """Offsets where a query stands in the article."""
        text = self._page.sheet.text
        if self._found_for != (query, text):
            self._found_for = (query, text)
            self._hits = list(find_all(text, query))
        return [start for start, _ in self._hits]

    def show_found(self, query: str) -> None:
        """Light every hit, or none."""
        if not query:
            self._found_for, self._hits = None, []
        self._lay_over()

    def go_to_found(self, position: int) -> None:
        """Go to a hit; the small steps of a search leave no trail."""
        self._link = None
        self.post_message(Went(Goto(at=position, keep=True)))
