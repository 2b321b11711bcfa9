"""What the desk does about looking at the whole: the front page and what is opened from it."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.desk.tour import TourScreen
from tui.model import Conflict
from tui.panes import wishes
from tui.panes.articles import ArticlesPane
from tui.reader.articlesieve import ArticleSieve
from tui.reader.compared import compare
from tui.reader.front import front_page
from tui.reader.frontitems import FrontPage, Opens, ToCommand, ToDay, ToNote
from tui.reader.place import Goto, Place
from tui.reader.placed import DRAFT


class OverviewScreen(TourScreen):
    """A screen whose collection has a front page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0", "front", "Front page", show=False, id="desk.front",
                tooltip="The front page: what the collection holds, what is new, unread, in dispute"),
    ]  # fmt: skip

    front_at = (0, 0)
    """Column and row where the reader left the front page."""
    _over_text = False
    has_begun = False
    """Whether the reader has been in the text, now or in a sitting before."""

    def run_command(self, name: str) -> None:
        """Do what a key does."""
        raise NotImplementedError

    def action_front(self) -> None:
        """Open the front page over the text; Esc goes back to that."""
        self.open_front(over_text=True)

    def open_front(self, *, over_text: bool = False) -> None:
        """Open the front page; `over_text` says that the reader was in the text, and not on the page before."""
        if self.corpus is None:
            return
        from tui.dialogs.front import Front

        front = Front(self, self.front_at)
        self.on_front, self._over_text = True, over_text

        def closed(opens: Opens | None) -> None:
            self.front_at, self.has_begun = front.at, True
            match opens:
                case None | ToCommand("desk.back") if over_text:
                    self.on_front = False
                case None:
                    self.leave_front()
                case ToCommand("desk.back"):
                    self.action_back()
                case ToCommand("desk.forward"):
                    self.on_front = not over_text
                    self.action_forward()
                case _:
                    self.leave_front()
                    self._follow(opens)

        self.app.push_screen(front, closed)

    def leave_front(self) -> None:
        """Go on from the front page: the way back leads to it."""
        if self.on_front:
            if self._over_text:
                self.trail = self.trail.leave(self.place)
            self.leave()
            self.on_front = False

    def open_again(self, place: Place) -> None:
        """Open the front page again where it was open."""
        self.on_front = False
        super().open_again(place)
        if place.front:
            self.open_front()

    def can_walk(self, by: int) -> bool:
        """Whether there is a way back (-1) or forward (1) from here."""
        return bool(self.trail.behind or self._over_text if by < 0 else self.trail.ahead)

    def _follow(self, opens: Opens) -> None:
        """Go where a line of the page leads."""
        match opens:
            case Goto():
                self.action_pane("text")
                self.go(opens)
            case ToDay(day):
                self.action_pane("timeline")
                if self.corpus is not None:
                    self.go(Goto(event=min(self.corpus.events.since(day), len(self.corpus.events) - 1)))
            case ToNote(note):
                placed = next((one for one in self.notes if one.note.id == note), None)
                if placed is not None and placed.sure and placed.state != DRAFT and placed.start is not None:
                    self.go(Goto(article=placed.article, at=placed.start))
                self.write(wishes.WriteNote(note=note))
            case ArticleSieve():
                library = self.query_one(ArticlesPane)
                library.sieve = replace(opens, order=library.sieve.order)
                self.action_pane("articles")
            case ToCommand(name):
                self.run_command(name)

    # --- what the page asks

    def front_page(self, room: int, columns: int) -> FrontPage | None:
        """The page as it is now, for so many columns of so many lines; None before the folder was looked at."""
        if self.corpus is None:
            return None
        return front_page(self.corpus, self.place, self.read_marks, self.notes, room, columns, begun=self.has_begun)

    @property
    def conflicts(self) -> Sequence[Conflict]:
        """The conflicts that stand."""
        return self.corpus.conflicts if self.corpus is not None else ()

    def open_conflict(self, conflict: Conflict, leave: Callable[[], None]) -> None:
        """Open the two sides of a conflict over what is open; `leave` closes that before anything leads elsewhere."""
        from tui.dialogs.compare import Compare, Judged

        if self.corpus is None:
            return
        try:
            found = compare(self.corpus, conflict.events[0], conflict)
        except OSError as error:
            self.say(str(error), wrong=True)
            return

        def closed(answer: "Goto | Judged | None") -> None:
            if isinstance(answer, Goto):
                leave()
                self._follow(answer)
            elif answer is not None:
                self._judge(answer.conflict, answer.verdict)
                self.renew_above()

        self.app.push_screen(Compare(found, self.corpus), closed)

    def show_skipped(self, row: int) -> None:
        """List what was not read in, with the reasons."""
        from tui.dialogs.choose import Choose, Option

        if self.corpus is None or not self.corpus.facts.skipped:
            return
        options = [Option(one.path, passage=one.reason) for one in self.corpus.facts.skipped]
        about = "These files are no part of the collection; nothing else was stopped by them."
        self.app.push_screen(Choose("Not read in", about, options, at=row))

    def renew_above(self) -> None:
        """Let what lies over the desk show what it is about as it is now."""
        if self.corpus is None:
            return
        for screen in self.app.screen_stack:
            renew = getattr(screen, "renew", None)
            if renew is not None:
                renew(self.corpus, self.notes)

    @abstractmethod
    def action_stop(self) -> None:
        """Stop long work, or go on with it."""

    def work_above(self, words: str) -> None:
        """Let what lies over the desk say how far the reading of the collection is."""
        for screen in self.app.screen_stack:
            work = getattr(screen, "work", None)
            if work is not None:
                work(words)

    def tell_above(self, sentence: str) -> None:
        """Say something on the status line, and where what lies over the desk has such a line of its own."""
        self.say(sentence)
        for screen in self.app.screen_stack:
            tell = getattr(screen, "tell_once", None)
            if tell is not None:
                tell(sentence)
