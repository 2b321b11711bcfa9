"""The article pane: reading, with every name and date in the text a link."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.model import DateSpan, PartKind
from tui.panes.page import Page
from tui.panes.pane import Pane
from tui.panes.wishes import OpenDossier, Said, Went, WriteNote
from tui.reader.find import find_all
from tui.reader.place import Goto, Place
from tui.reader.sheet import FOLD_CLOSED, FOLD_OPEN, Ink, Sheet, sheet_of


class ArticlePane(Pane):
    """The text: names coloured by kind, dates underlined, the reading line marked at its left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right_square_bracket", "link(1)", "Next link", show=False, id="article.link-next",
                tooltip="Next name or date"),
        Binding("left_square_bracket", "link(-1)", "Link before", show=False, id="article.link-previous",
                tooltip="Name or date before"),
        Binding("right_parenthesis", "mention(1)", "Next mention", show=False, id="article.mention-next",
                tooltip="Next mention of the entity in focus, on into the next article"),
        Binding("left_parenthesis", "mention(-1)", "Mention before", show=False, id="article.mention-previous",
                tooltip="Mention before of the entity in focus, back into the article before"),
        Binding("enter", "open", "Open", id="article.open",
                tooltip="Open the name or date in focus, or fold the comments"),
        Binding("asterisk", "who", "Who", show=False, id="article.who",
                tooltip="All about the name in focus, else the first one on this line"),
        Binding("a", "note", "Note", id="article.note",
                tooltip="Write a note on the selection, else on the sentence at the reading line"),
        Binding("A", "note_article", "Note on article", show=False, id="article.note-article",
                tooltip="Write a note on the whole article"),
        Binding("y", "copy", "Copy", show=False, id="article.copy",
                tooltip="Copy the selection, else the sentence at the reading line"),
    ]  # fmt: skip

    title = "Text"
    about = (
        "One article. The bar at the left is the reading line; the timeline follows it. A dot in the margin is an "
        "event, a diamond one of your notes, an exclamation mark an event on which sources disagree."
    )

    def __init__(self) -> None:
        super().__init__("text")
        self._page = Page("page")
        self._comments = False
        self._link: Ink | None = None
        self._found_for: tuple[str, str] | None = None
        self._hits: list[tuple[int, int]] = []
        self._sheet: Sheet | None = None

    @property
    def view(self) -> Page:
        """The text."""
        return self._page

    def make_view(self) -> Page:
        """The text."""
        return self._page

    # --- following the desk

    def watch_corpus(self) -> None:
        """Show the article of a new or fuller collection."""
        self._sheet = None
        self._show()

    def watch_notes(self) -> None:
        """Show where the notes are."""
        self._sheet = None
        self._show()

    def watch_place(self, old: Place, new: Place) -> None:
        """Follow the reader to another article, offset, entity or event."""
        if old.article != new.article:
            self._comments = False
            self._link = None
            self._sheet = None
        self._show()

    def _show(self) -> None:
        corpus, place = self.corpus, self.place
        if corpus is None or not self.is_mounted or not corpus.articles:
            return
        part = corpus.part_at(place.article, place.at)
        if part is not None and part.kind is PartKind.COMMENT and not self._comments:
            self._comments, self._sheet = True, None
        try:
            # Made once for each article and state: most places are only another line of the same sheet.
            self._sheet = self._sheet or sheet_of(corpus, place.article, comments=self._comments, notes=self.notes)
        except OSError as error:
            self._page.show(Sheet())
            self.post_message(Said(f"{corpus.articles[place.article].path} cannot be read now: {error}", wrong=True))
            return
        if self._link is not None and not self._link.start <= place.at < self._link.end:
            self._link = None
        self._page.show(self._sheet, place.at)
        self._lay_over()
        self._tell_place()

    def _lay_over(self) -> None:
        corpus, place = self.corpus, self.place
        if corpus is None:
            return
        inks = [Ink(placed.start, placed.end, "noted") for placed in self.notes
                if placed.article == place.article and placed.start is not None and placed.end is not None
                and placed.event is None]  # fmt: skip
        if place.entity is not None:
            inks += [Ink(found.start, found.end, "focus") for found in corpus.mentions.in_article(place.article)
                     if found.entity == place.entity]  # fmt: skip
        inks += [Ink(start, end, "found") for start, end in self._hits]
        if self._link is not None:
            inks.append(Ink(self._link.start, self._link.end, "link"))
        self._page.lay_over(inks)
        if place.event is not None and place.event < len(corpus.events):
            event = corpus.events[place.event]
            here = event.article == place.article
            self._page.mark_clause(event.start if here else 0, event.end if here else 0)

    def _tell_place(self) -> None:
        corpus = self.corpus
        if corpus is None:
            return
        total = len(corpus.articles)
        number = f"{self.place.article + 1} of {total}, " if total > 1 else ""
        self.head(f"{number}{self._page.progress:.0%}")

    # --- moving in the text

    @on(Page.Moved)
    def _moved(self, event: Page.Moved) -> None:
        event.stop()
        self._link = None
        self.post_message(Went(Goto(at=event.at, keep=True)))
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

    def action_link(self, by: int) -> None:
        """Put the next or previous name or date in focus."""
        inks = self._page.sheet.inks
        starts = [ink.start for ink in inks]
        here = self._link.start if self._link else self.place.at
        if by > 0:
            index = bisect_right(starts, here) if self._link else bisect_left(starts, here)
        else:
            index = bisect_left(starts, here) - 1
        while 0 <= index < len(inks) and self._is_hidden(inks[index]):
            index += by
        if not 0 <= index < len(inks):
            self.post_message(Said("No more names or dates that way in this article."))
            return
        self._link = inks[index]
        self.post_message(Went(Goto(at=inks[index].start, entity=self._entity_at(inks[index].start), keep=True)))

    def _is_hidden(self, ink: Ink) -> bool:
        if self._comments or self.corpus is None:
            return False
        part = self.corpus.part_at(self.place.article, ink.start)
        return part is not None and part.kind is PartKind.COMMENT

    def action_mention(self, by: int) -> None:
        """Go to the next or previous mention of the entity in focus."""
        corpus, place = self.corpus, self.place
        if corpus is None:
            return
        if place.entity is None:
            self.post_message(Said("No name is in focus: ] steps to one, or click one."))
            return
        found = corpus.next_mention(place.entity, place.article, place.at, by)
        if found is None:
            name = corpus.entities[place.entity].name
            self.post_message(Said(f"{'Last' if by > 0 else 'First'} mention of {name}."))
            return
        self._link = None
        self.post_message(Went(Goto(article=found.article, at=found.start, entity=found.entity,
                                    keep=found.article == place.article)))  # fmt: skip

    def action_open(self) -> None:
        """Open what is in focus: a name's dossier, a date's event, the comments."""
        corpus, place = self.corpus, self.place
        if corpus is None:
            return
        if self._link is None:
            if self._page.reading_label[:1] in (FOLD_CLOSED, FOLD_OPEN):
                self._fold()
            else:
                self.post_message(Said("] steps to a name or date; Enter opens it."))
            return
        entity = self._entity_at(self._link.start)
        if entity is not None:
            self.post_message(OpenDossier(entity))
            return
        link = self._link
        told = [corpus.events[event] for event in corpus.events.in_article(place.article)]
        event = next((event for event in told if event.at == link.start), None) or next(
            (event for event in told if event.start <= link.start < event.end), None
        )
        if event is not None:
            self.post_message(Went(Goto(event=event.id, at=link.start)))
        else:
            self.post_message(Said("No event hangs on this date."))

    def _fold(self) -> None:
        self._comments, self._sheet = not self._comments, None
        self._show()

    def action_who(self) -> None:
        """Open the dossier of the name in focus, else of the first one on the reading line."""
        here = self._link.start if self._link else self.place.at
        entity = self._entity_at(here)
        if entity is None and self.corpus is not None:
            start, end = self._page.reading_span
            entity = next((found.entity for found in self.corpus.mentions.in_article(self.place.article)
                           if start <= found.start < end), None)  # fmt: skip
        if entity is None:
            self.post_message(Said("No name on this line: ] steps to the next one."))
        else:
            self.post_message(OpenDossier(entity))

    def _entity_at(self, at: int) -> int | None:
        found = self.corpus.mention_at(self.place.article, at) if self.corpus else None
        return found.entity if found else None

    def date_at(self, at: int) -> DateSpan | None:
        """The date expression of the article in view that holds an offset."""
        if self.corpus is None:
            return None
        return next((span for span in self.corpus.dates(self.place.article) if span.start <= at < span.end), None)

    # --- notes and copying

    def chosen_span(self) -> tuple[int, int] | None:
        """Offsets of the selection, else of the sentence the reading line begins or holds; None in an empty text."""
        from tui.events.sentences import sentences  # late: only notes and copies need it

        span = self._page.selected_span()
        if span is not None:
            return span
        text, here = self._page.sheet.text, self._link.start if self._link else self._page.reading_span[0]
        start = text.rfind("\n\n", 0, here) + 1
        stop = text.find("\n\n", here)
        for first, last in sentences(text, max(0, start), len(text) if stop < 0 else stop):
            if last > here:
                return (first, last)
        return None

    def action_note(self) -> None:
        """Ask for a note on the selection or sentence."""
        span = self.chosen_span()
        if span is not None:
            self.post_message(WriteNote(span=span))

    def action_note_article(self) -> None:
        """Ask for a note on the whole article."""
        self.post_message(WriteNote(article=self.place.article))

    def action_copy(self) -> None:
        """Copy the selection or sentence to the clipboard, through the terminal."""
        span = self.chosen_span()
        if span is None:
            return
        words = self._page.sheet.text[span[0] : span[1]]
        self.app.copy_to_clipboard(words)
        self.post_message(Said(f"Copied {len(words):,} characters, if this terminal allows it."))

    # --- search in the text

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
