"""What the desk does about reading: what was read, what has a star, what comes next."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from tui.desk.lives import LifeScreen
from tui.panes import wishes
from tui.panes.article import ArticlePane
from tui.panes.articles import ArticlesPane
from tui.reader.place import Goto
from tui.reader.readmarks import ReadMarks

SEVERAL = 2
"""Articles from which on one can be laid beside another."""

MANY = 10
"""Articles from which on marking them all as read is asked about first."""


class ReadScreen(LifeScreen):
    """A screen that knows what was read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("full_stop", "next_unread", "Next unread", show=False, id="desk.next-unread",
                tooltip="Open the next article that was not read, in the order of the articles pane"),
    ]  # fmt: skip

    read_marks: reactive[ReadMarks] = reactive(ReadMarks(), repaint=False)
    """Which articles were read and which have a star."""

    def action_next_unread(self) -> None:
        """Open the next unread article."""
        corpus = self.corpus
        if corpus is None:
            return
        found = self.query_one(ArticlesPane).next_unread(self.place.article)
        if found is None:
            self.say("Nothing is unread.")
        else:
            self.go(Goto(article=found))

    @on(wishes.ReadToEnd)
    def _read_to_end(self, event: wishes.ReadToEnd) -> None:
        event.stop()
        if self.on_front:
            # Nobody sees the text under the front page.
            self.query_one(ArticlePane).forget_end()
        elif self.corpus is not None and event.article not in self.read_marks.read:
            self.read_marks = self.read_marks.with_read(self.corpus, [event.article], True)

    @on(wishes.TurnRead)
    def _turn_read(self, event: wishes.TurnRead) -> None:
        event.stop()
        if self.corpus is None:
            return
        read = event.article not in self.read_marks.read
        self.read_marks = self.read_marks.with_read(self.corpus, [event.article], read)
        self.say("Read." if read else "Unread again.")

    @on(wishes.TurnStar)
    def _turn_star(self, event: wishes.TurnStar) -> None:
        event.stop()
        if self.corpus is None:
            return
        starred = event.article not in self.read_marks.starred
        self.read_marks = self.read_marks.with_star(self.corpus, event.article, starred)
        self.say("★ A star." if starred else "The star is gone.")

    @on(wishes.AllRead)
    def _wants_all_read(self, event: wishes.AllRead) -> None:
        event.stop()
        corpus = self.corpus
        unread = [article for article in event.articles if article not in self.read_marks.read]
        if corpus is None or not unread:
            self.say("Nothing listed here is unread.")
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.read_marks = self.read_marks.with_read(corpus, unread, True)
                self.say(f"{len(unread):,} articles are marked as read.")

        if len(unread) < MANY:
            answered(True)
            return
        from tui.dialogs.ask import Ask

        self.app.push_screen(Ask(f"Mark the {len(unread):,} unread articles listed here as read?"), answered)

    # --- two articles side by side

    @on(wishes.LayBeside)
    def _wants_beside(self, event: wishes.LayBeside) -> None:
        event.stop()
        corpus = self.corpus
        if corpus is None:
            return
        if event.other is not None:
            self._lay_beside(event.article, event.other)
            return
        if len(corpus.articles) < SEVERAL:
            self.say("This is the only article.")
            return
        from tui.dialogs.choose import Choose, Option
        from tui.reader.beside import alike_articles

        found = alike_articles(corpus, event.article)
        options = [Option(corpus.articles[other].title, why) for other, why in found]

        def closed(index: int | None) -> None:
            if index is not None:
                self._lay_beside(event.article, found[index][0])

        title = corpus.articles[event.article].title
        about = "Choose what to lay it beside: those that tell of the same come first."
        self.app.push_screen(Choose(title, about, options), closed)

    def _lay_beside(self, one: int, other: int) -> None:
        """Open two articles side by side, each where it was left."""
        from tui.dialogs.beside import Beside

        corpus = self.corpus
        if corpus is None:
            return
        at = tuple(self.place.at if article == self.place.article else 0 for article in (one, other))
        try:
            beside = Beside(corpus, one, other, self.notes, (at[0], at[1]))
        except OSError as error:
            self.say(str(error), wrong=True)
            return

        def closed(goto: Goto | None) -> None:
            if goto is not None:
                self.go(goto)

        self.app.push_screen(beside, closed)
