"""What the desk does about going places: where the reader is, and the way back from there."""

from dataclasses import replace

from textual import on
from textual.reactive import reactive

from tui.desk.panes import PaneScreen
from tui.panes import wishes
from tui.panes.articles import ArticlesPane
from tui.panes.pane import Pane
from tui.reader.place import Goto, Looked, Place, resolve
from tui.reader.trail import Trail


class TravelScreen(PaneScreen):
    """A screen over one place. Choosing anything anywhere gives another one; the old one goes on the trail."""

    place: reactive[Place] = reactive(Place(), repaint=False)
    """Where the reader is."""
    on_front = False
    """Whether the front page is open, or something over it."""

    def __init__(self, ident: str) -> None:
        super().__init__(ident)
        self.trail = Trail()
        """The way the reader came."""
        self._looked: Looked | None = None
        self.left_at: dict[int, int] = {}
        """Offset at which each article was left, by article id."""

    @on(wishes.Went)
    def _went(self, event: wishes.Went) -> None:
        event.stop()
        self.go(event.goto)

    def go(self, goto: Goto, *, search: Looked | None = None) -> None:
        """Be elsewhere; unless it is a small step, the way back is kept, and with it the `search` that led there."""
        if self.corpus is None:
            return
        here = self.place
        there = resolve(self.corpus, here, goto, self.left_at)
        if there == here:
            return
        if not goto.keep:
            self.leave(search)
        self._arrive(there)

    def leave(self, search: Looked | None = None) -> None:
        """Put the place on the trail, with the `search` or the front page that is open over it."""
        front, behind = replace(self.place, front=True), self.trail.behind
        if self.on_front:
            self.trail = self.trail.leave(front)
        elif search is not None or behind[-1:] != (front,):
            # Whoever comes from the front page comes from there, and not from the text that lay under it.
            self.trail = self.trail.leave(replace(self.place, search=search))

    def _arrive(self, there: Place) -> None:
        self.left_at[self.place.article] = self.place.at
        self._looked = there.search
        self.place = replace(there, search=None, front=False)

    def stand(self, place: Place) -> None:
        """Be at a place of a collection that is about to be shown: of the one on the screen it would be another."""
        self.set_reactive(TravelScreen.place, place)
        for pane in self._panes:
            pane.set_reactive(Pane.place, place)

    # --- along the trail

    def action_back(self) -> None:
        """Go back along the trail; to a search or the front page, by opening it as it was left."""
        self._walk(self.trail.back(self._here), "This is where you began.")

    def action_forward(self) -> None:
        """Go forward again along the trail."""
        self._walk(self.trail.forward(self._here), "Nothing lies ahead.")

    @property
    def _here(self) -> Place:
        """The place with what is open over it."""
        return replace(self.place, search=self._looked, front=self.on_front)

    def _walk(self, step: tuple[Trail, Place] | None, otherwise: str) -> None:
        if step is None:
            self.say(otherwise)
            return
        self.trail, there = step
        self._arrive(there)
        self.open_again(there)

    def open_again(self, place: Place) -> None:
        """Open what was open over a place of the trail; nothing on a screen that has no such thing."""

    def go_to(self, place: Place) -> None:
        """Be at a place, the way back kept."""
        there = replace(place, search=None, front=False)
        if there != self.place:
            self.trail = self.trail.leave(self.place)
            self._arrive(there)
        if place.front:
            self.open_again(place)

    def last_place(self) -> Place | None:
        """Where the reader was before the last jump; None at the beginning."""
        return self.trail.behind[-1] if self.trail.behind else None

    def keep_ways(self) -> None:
        """Put marks and trail on disk; a screen without a folder of its own keeps none."""

    def action_article_step(self, by: int) -> None:
        """Open the article listed next, or the one before."""
        if self.corpus is None:
            return
        article = self.query_one(ArticlesPane).beside(self.place.article, by)
        if article is not None:
            self.go(Goto(article=article))
        else:
            self.say("That was the last article." if by > 0 else "This is the first article.")
