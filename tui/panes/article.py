"""The article pane: reading, with every name and date in the text a link."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.model import DateSpan, PartKind
from tui.panes.naming import Naming, naming_bindings
from tui.panes.page import Page
from tui.panes.pane import Pane
from tui.panes.shelving import shelving_bindings
from tui.panes.wishes import (
    CorrectDate,
    LabelLinks,
    LayBeside,
    OpenDossier,
    ReadNotes,
    ReadToEnd,
    Said,
    Search,
    ShowCard,
    TurnRead,
    TurnStar,
    Went,
    WriteNote,
)
from tui.reader.choosing import Choice, Unit, begin, reach, step
from tui.reader.citation import cite
from tui.reader.find import find_all
from tui.reader.labels import labels
from tui.reader.nearby import notes_on
from tui.reader.place import Goto, Place
from tui.reader.redate import misdated
from tui.reader.sheet import FOLD_CLOSED, FOLD_OPEN, Ink, Sheet, sheet_of


class ArticlePane(Naming, Pane):
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
        Binding("f", "label", "Labels", show=False, id="article.label",
                tooltip="Put a letter on every name and date in view: that letter opens it"),
        Binding("enter", "open", "Open", id="article.open",
                tooltip="Open the name or date in focus, or fold the comments"),
        Binding("i", "peek", "Peek", show=False, id="article.peek",
                tooltip="A card on the date or name in focus, else on the first one on this line"),
        Binding("E", "redate", "Correct date", show=False, id="article.redate",
                tooltip="Correct the date in focus, else the article's publication date"),
        Binding("asterisk", "who", "Who", show=False, id="article.who",
                tooltip="All about the name in focus, else the first on this line; a selection is searched for"),
        Binding("a", "note", "Note", id="article.note",
                tooltip="Write a note on the selection, else on the sentence at the reading line"),
        Binding("semicolon", "read_notes", "Read notes", show=False, id="article.read-notes",
                tooltip="Read your notes on the selection or reading line, on its names and events"),
        Binding("A", "note_article", "Note on article", show=False, id="article.note-article",
                tooltip="Write a note on the whole article"),
        Binding("v", "choose('word')", "Select", show=False, id="article.choose-word",
                tooltip="Select by word; again, w or Space takes one more, b one less, j k go by lines, Esc leaves"),
        Binding("V", "choose('sentence')", "Select sentences", show=False, id="article.choose-sentence",
                tooltip="Select by sentence; again, j or w takes one more, k or b one less, Esc leaves"),
        Binding("w", "choose_step(1)", "More", show=False, id="article.choose-more",
                tooltip="While selecting: take one more word or sentence"),
        Binding("o", "choose_other", "Other end", show=False, id="article.choose-other",
                tooltip="While selecting: go on at the other end"),
        Binding("y", "copy", "Copy", show=False, id="article.copy",
                tooltip="Copy the selection, else the sentence at the reading line"),
        Binding("Y", "cite", "Cite", show=False, id="article.cite",
                tooltip="Copy it as a citation: quote, title, byline, source, date, file and line"),
        *naming_bindings(),
        *shelving_bindings(),
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
        self._noted: list[Ink] = []
        self._choice: Choice | None = None
        self._page.extend = self._extend
        self._labelled: dict[str, Ink] = {}
        self._at_end_of: int | None = None

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
        self._page.show(self._sheet, place.at)
        self._lay_over()
        self._tell_place()

    def _lay_over(self) -> None:
        corpus, place = self.corpus, self.place
        if corpus is None:
            return
        inks = list(self._noted)
        if place.entity is not None:
            inks += [Ink(found.start, found.end, "focus") for found in corpus.mentions.in_article(place.article)
                     if found.entity == place.entity]  # fmt: skip
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

    def _tell_place(self) -> None:
        corpus = self.corpus
        if corpus is None:
            return
        total = len(corpus.articles)
        number = f"{self.place.article + 1} of {total}, " if total > 1 else ""
        star = "  ★" if self.place.article in self.read_marks.starred else ""
        self.head(f"{number}{self._page.progress:.0%}{star}")
        self.look_for_end()

    def watch_read_marks(self) -> None:
        """Show whether the article has a star."""
        if self.is_mounted:
            self._tell_place()

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

    def action_turn_read(self) -> None:
        """Say that this article was read, or that it is unread."""
        self.post_message(TurnRead(self.place.article))

    def action_turn_star(self) -> None:
        """Give this article a star, or take it away."""
        self.post_message(TurnStar(self.place.article))

    def action_compare(self) -> None:
        """Lay this article beside one to be chosen."""
        self.post_message(LayBeside(self.place.article))

    # --- moving in the text

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
            elif notes_on(corpus, self.notes, place.article, *self._page.reading_span):
                self.action_read_notes()
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

    def action_label(self) -> None:
        """Put a letter on every name and date in view; the letter pressed then opens it."""
        first, last = self._page.span_shown
        seen = [ink for ink in self._page.sheet.inks if first <= ink.start < last and not self._is_hidden(ink)]
        if not seen:
            self.post_message(Said("No name or date is in view."))
            return
        self._labelled = dict(zip(labels(len(seen)), seen, strict=True))
        self._page.show_labels({ink.start: label for label, ink in self._labelled.items()})
        self.post_message(LabelLinks(tuple(self._labelled)))

    def narrow_labels(self, typed: str) -> None:
        """Show only the labels that go on from what was typed."""
        left = {ink.start: label for label, ink in self._labelled.items() if label.startswith(typed)}
        self._page.show_labels(left, len(typed))

    def open_label(self, label: str | None) -> None:
        """Open the link with a label; None leaves all as it is."""
        ink = self._labelled.get(label or "")
        self._labelled = {}
        self._page.show_labels({})
        if ink is not None:
            self._link = ink
            self.post_message(Went(Goto(at=ink.start, entity=self._entity_at(ink.start), keep=True)))
            self.action_open()

    def entity_meant(self) -> int | None:
        """The name in focus, else the first one on the reading line."""
        here = self._link.start if self._link else self.place.at
        entity = self._entity_at(here)
        if entity is None and self.corpus is not None:
            start, end = self._page.reading_span
            entity = next((found.entity for found in self.corpus.mentions.in_article(self.place.article)
                           if start <= found.start < end), None)  # fmt: skip
        return entity

    def action_who(self) -> None:
        """Open the dossier of the name in focus, else of the first one on the line; search for what is selected."""
        span = self._choice.span if self._choice is not None else self._page.selected_span()
        if span is not None:
            words = " ".join(self._page.sheet.text[span[0] : span[1]].replace('"', " ").split())
            self.clear_choice()
            self.post_message(Search(f'"{words[:_LONGEST_PHRASE]}" '))
            return
        entity = self.entity_meant()
        if entity is None:
            self.post_message(Said("No name on this line: ] steps to the next one."))
        else:
            self.post_message(OpenDossier(entity))

    def action_peek(self) -> None:
        """Show a card on the date or name in focus, else on the first one on the reading line."""
        from tui.reader.peek import card_at  # late: it brings the engine that says why

        if self.corpus is None:
            return
        link = self._link
        try:
            here = (link.start, None) if link else (self.place.at, self._page.reading_span)
            card = card_at(self.corpus, self.place.article, *here)
        except OSError as error:
            self.post_message(Said(str(error), wrong=True))
            return
        self.post_message(ShowCard(card) if card else Said("No name or date on this line: ] steps to the next one."))

    def action_redate(self) -> None:
        """Ask for the right value of the date in focus, else of the publication date."""
        if self.corpus is None or not self.corpus.articles:
            return
        span = self.date_at(self._link.start if self._link else self.place.at)
        try:
            self.post_message(CorrectDate(misdated(self.corpus, self.place.article, span)))
        except OSError as error:
            self.post_message(Said(str(error), wrong=True))

    def _entity_at(self, at: int) -> int | None:
        found = self.corpus.mention_at(self.place.article, at) if self.corpus else None
        return found.entity if found else None

    def date_at(self, at: int) -> DateSpan | None:
        """The date expression of the article in view that holds an offset."""
        if self.corpus is None:
            return None
        return next((span for span in self.corpus.dates(self.place.article) if span.start <= at < span.end), None)

    # --- selecting with the keyboard

    def action_choose(self, unit: str) -> None:
        """Begin to select by word or sentence, or take one more."""
        text = self._page.sheet.text
        wanted = Unit(unit)
        if self._choice is not None and self._choice.unit is wanted:
            self.action_choose_step(1)
            return
        span = self._choice.span if self._choice else self._page.selected_span()
        if span is None:
            here = self._link.start if self._link else self._page.reading_span[0]
            span = (here, here)
        if (choice := begin(text, wanted, span)) is not None:
            self.screen.clear_selection()
            self._choose(choice)

    def action_choose_step(self, by: int) -> None:
        """Take one more word or sentence, or one less."""
        if self._choice is not None:
            self._choose(step(self._page.sheet.text, self._choice, by))

    def action_choose_other(self) -> None:
        """Go on at the other end."""
        if self._choice is not None:
            self._choose(self._choice.swapped())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some keys mean something only while selecting."""
        if action in ("choose_step", "choose_other"):
            return self._choice is not None
        return super().check_action(action, parameters)

    def _extend(self, how: str, by: float) -> bool:
        """Let the keys that move the reading line move the end of the selection instead, while there is one."""
        if self._choice is None:
            return False
        if how == "line" and self._choice.unit is Unit.WORD:
            at = self._page.offset_lines_away(self._choice.head[0], int(by))
            self._choose(reach(self._page.sheet.text, self._choice, at))
        else:
            self.action_choose_step(1 if by > 0 else -1)
        return True

    def _choose(self, choice: Choice) -> None:
        self._choice, self._link = choice, None
        self._lay_over()
        more = "v" if choice.unit is Unit.WORD else "V"
        self.post_message(Said(f"a note   y copy   Y cite   {more} w more   b less   o other end   Esc leave off"))
        if choice.head[0] != self.place.at:
            self.post_message(Went(Goto(at=choice.head[0], keep=True)))

    def clear_find(self) -> bool:
        """Leave off selecting, else close the search; False if there was neither."""
        if self._choice is None:
            return super().clear_find()
        self.clear_choice()
        return True

    # --- notes and copying

    def chosen_span(self) -> tuple[int, int] | None:
        """Offsets of the selection, else of the sentence the reading line begins or holds; None in an empty text."""
        from tui.events.sentences import sentences  # late: only notes and copies need it

        span = self._choice.span if self._choice is not None else self._page.selected_span()
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
            self.clear_choice()
            self.post_message(WriteNote(span=span))

    def action_read_notes(self) -> None:
        """Ask for the notes on the selection, else on the reading line."""
        span = self._choice.span if self._choice is not None else self._page.selected_span()
        self.post_message(ReadNotes(span=span or self._page.reading_span))

    def action_note_article(self) -> None:
        """Ask for a note on the whole article."""
        self.post_message(WriteNote(article=self.place.article))

    def action_copy(self) -> None:
        """Copy the selection or sentence to the clipboard."""
        span = self.chosen_span()
        if span is None:
            return
        self._copy(self._page.sheet.text[span[0] : span[1]])

    def action_cite(self) -> None:
        """Copy the selection or sentence with where it stands, to be put into a text of one's own."""
        span = self.chosen_span()
        if span is None or self.corpus is None:
            return
        try:
            self._copy(cite(self.corpus, self.place.article, *span))
        except OSError as error:
            self.post_message(Said(str(error), wrong=True))

    def _copy(self, words: str) -> None:
        self.app.copy_to_clipboard(words)
        self.clear_choice()

    def clear_choice(self) -> None:
        """Leave off selecting: what was selected has been used."""
        if self._choice is not None:
            self._choice = None
            self._lay_over()

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


_LONGEST_PHRASE = 200
"""Characters of a selection that are searched for."""
