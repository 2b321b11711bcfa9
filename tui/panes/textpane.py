"""The text as a pane: follows the desk to article, offset and focus, and tells where in the text one is."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from tui.corpus.tables import Corpus
from tui.model import DateSpan, PartKind
from tui.panes.naming import Naming
from tui.panes.page import Page
from tui.panes.pane import Pane
from tui.panes.shelving import shelving_bindings
from tui.panes.wishes import LayBeside, ReadToEnd, Said, TurnRead, TurnStar, Went
from tui.reader.choosing import Choice
from tui.reader.margin import margin_words
from tui.reader.place import Goto, Place
from tui.reader.sheet import FOLD_CLOSED, FOLD_OPEN, Ink, Sheet, sheet_of


class TextPane(Naming, Pane):
    """One article's text, shown where the reader is; and what can be said of the article as a whole."""

    BINDINGS: ClassVar[list[BindingType]] = [*shelving_bindings()]

    def __init__(self) -> None:
        super().__init__("text")
        self._page = Page("page")
        self._page.explain = lambda start, end: "\n".join(self._margin(start, end))
        self._comments = False
        self._link: Ink | None = None
        self._found_for: tuple[str, str] | None = None
        self._hits: list[tuple[int, int]] = []
        self._sheet: Sheet | None = None
        self._noted: list[Ink] = []
        self._choice: Choice | None = None
        self._labelled: dict[str, Ink] = {}
        self._focus: tuple[Corpus, int, int, Sequence[Ink]] | None = None
        self._at_end_of: int | None = None

    @property
    def view(self) -> Page:
        """The text."""
        return self._page

    def make_view(self) -> Page:
        """The text."""
        return self._page

    def watch_corpus(self) -> None:
        """Show the article of a new or fuller collection."""
        self._sheet = None
        self._show()

    def watch_notes(self) -> None:
        """Show where the notes are."""
        self._sheet = None
        self._show()

    def watch_sought(self) -> None:
        """Light what was searched for in all articles, or put it out."""
        if self.is_mounted:
            self._lay_over()

    def watch_place(self, old: Place, new: Place) -> None:
        """Follow the reader to another article, offset, entity or event."""
        if old.article != new.article:
            self._comments = False
            self._link = None
            self._choice = None
            self._sheet = None
        self._show()

    def _show(self) -> None:
        corpus, place = self.corpus, self.place
        if corpus is None or not self.is_mounted or not corpus.articles:
            return
        part = corpus.part_at(place.article, place.at)
        if part is not None and part.kind is PartKind.COMMENT and not self._comments:
            self._comments, self._sheet = True, None
        if self._sheet is None:
            self._noted = [Ink(placed.start, placed.end, "noted") for placed in self.notes
                           if placed.article == place.article and placed.start is not None and placed.end is not None
                           and placed.event is None]  # fmt: skip
        try:
            # Made once for each article and state: most places are only another line of the same sheet.
            self._sheet = self._sheet or sheet_of(corpus, place.article, comments=self._comments, notes=self.notes)
        except OSError as error:
            self._page.show(Sheet())
            self.post_message(Said(f"{corpus.articles[place.article].path} cannot be read now: {error}", wrong=True))
            return
        if self._link is not None and not self._link.start <= place.at < self._link.end:
            self._link = None
        self._page.show(self._sheet, min(place.at, len(self._sheet.text)))
        self._lay_over()
        self._tell_place()

    def _lay_over(self) -> None:
        corpus, place = self.corpus, self.place
        if corpus is None:
            return
        if self._sheet is not None and self._sheet.changed:
            # Offsets of before would point at other words.
            self._page.lay_over([Ink(start, end, "found") for start, end in self._hits])
            self._page.mark_clause(0, 0)
            return
        inks = list(self._noted)
        if place.entity is not None:
            inks += self._focused(corpus, place.article, place.entity)
        inks += [Ink(start, end, "found") for start, end in self._hits]
        if self.sought is not None and self.sought.answer.corpus is corpus:
            inks += [Ink(hit.start, hit.end, "found") for hit in self.sought.hits_in(place.article)]
        if self._link is not None:
            inks.append(Ink(self._link.start, self._link.end, "link"))
        if self._choice is not None:
            inks.append(Ink(*self._choice.span, "chosen"))
        self._page.lay_over(inks)
        if place.event is not None and place.event < len(corpus.events):
            event = corpus.events[place.event]
            here = event.article == place.article
            self._page.mark_clause(event.start if here else 0, event.end if here else 0)

    def _focused(self, corpus: Corpus, article: int, entity: int) -> Sequence[Ink]:
        """Where an article names an entity; looked up once, for a step in an article of many names is but a step."""
        if self._focus is None or self._focus[0] is not corpus or self._focus[1:3] != (article, entity):
            places = [Ink(found.start, found.end, "focus") for found in corpus.mentions.in_article(article)
                      if found.entity == entity]  # fmt: skip
            self._focus = corpus, article, entity, places
        return self._focus[3]

    def _tell_place(self) -> None:
        corpus = self.corpus
        if corpus is None:
            return
        total = len(corpus.articles)
        number = f"{self.place.article + 1} of {total}, " if total > 1 else ""
        star = "  ★" if self.place.article in self.read_marks.starred else ""
        beside = self._margin(*self._page.reading_span) if self._page.is_marked(self._page.line) else []
        self.head(f"{number}{self._page.progress:.0%}{star}", "   ".join(beside))
        self.look_for_end()

    def _margin(self, start: int, end: int) -> list[str]:
        """What the signs beside a stretch of the text stand for."""
        if self.corpus is None or not self.corpus.complete:
            return []
        return margin_words(self.corpus, self.notes, self.place.article, start, end)

    def watch_read_marks(self) -> None:
        """Show whether the article has a star."""
        if self.is_mounted:
            self._tell_place()

    def on_resize(self) -> None:
        """How much of the article lies above the foot of the page is another share now."""
        self.call_after_refresh(self._tell_place)

    def on_show(self) -> None:
        """The end may be in view from the first."""
        self.call_after_refresh(self.look_for_end)

    def look_for_end(self) -> None:
        """Tell when the end of the article comes into view, once until it leaves it again: then it was read."""
        corpus, page = self.corpus, self._page
        if corpus is None or not corpus.articles or not self.screen.is_current or not page.size.height:
            return
        article = corpus.articles[self.place.article]
        ends = [part.end for part in article.parts if part.kind.counts]
        if not page.shows(max(ends, default=article.chars)):
            self._at_end_of = None
        elif self._at_end_of != article.id:
            self._at_end_of = article.id
            self.post_message(ReadToEnd(article.id))

    def forget_end(self) -> None:
        """Tell of the end again the next time it is looked for."""
        self._at_end_of = None

    @on(Page.Moved)
    def _moved(self, event: Page.Moved) -> None:
        event.stop()
        self._link = None
        self.post_message(Went(Goto(at=event.at, until=self._page.reading_span[1], keep=True)))
        self._tell_place()

    @on(Page.Touched)
    def _touched(self, event: Page.Touched) -> None:
        event.stop()
        self.view.focus()
        if event.label[:1] in (FOLD_CLOSED, FOLD_OPEN):
            self._fold()
            return
        self._link = next((ink for ink in self._page.sheet.inks if ink.start <= event.at < ink.end), None)
        entity = self._entity_at(event.at)
        self.post_message(Went(Goto(at=event.at, entity=entity, keep=entity is None)))

    def _fold(self) -> None:
        self._comments, self._sheet = not self._comments, None
        self._show()

    def _is_hidden(self, ink: Ink) -> bool:
        if self._comments or self.corpus is None:
            return False
        part = self.corpus.part_at(self.place.article, ink.start)
        return part is not None and part.kind is PartKind.COMMENT

    def _entity_at(self, at: int) -> int | None:
        found = self.corpus.mention_at(self.place.article, at) if self.corpus else None
        return found.entity if found else None

    def date_at(self, at: int) -> DateSpan | None:
        """The date expression of the article in view that holds an offset."""
        if self.corpus is None:
            return None
        return next((span for span in self.corpus.dates(self.place.article) if span.start <= at < span.end), None)

    def action_turn_read(self) -> None:
        """Say that this article was read, or that it is unread."""
        self.post_message(TurnRead(self.place.article))

    def action_turn_star(self) -> None:
        """Give this article a star, or take it away."""
        self.post_message(TurnStar(self.place.article))

    def action_compare(self) -> None:
        """Lay this article beside one to be chosen."""
        self.post_message(LayBeside(self.place.article))

    def clear_choice(self) -> None:
        """Leave off selecting: what was selected has been used."""
        if self._choice is not None:
            self._choice = None
            self._lay_over()
