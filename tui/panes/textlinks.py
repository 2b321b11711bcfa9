"""What can be done with the names and dates of a text: stepping to them, opening, peeking, setting right."""

from bisect import bisect_left, bisect_right
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.panes.page import Page
from tui.panes.textchoice import TextChoice
from tui.panes.wishes import CorrectDate, LabelLinks, OpenDossier, ReadNotes, Said, Search, ShowCard, Went
from tui.reader.labels import labels
from tui.reader.nearby import notes_on
from tui.reader.place import Goto
from tui.reader.redate import misdated
from tui.reader.sheet import FOLD_CLOSED, FOLD_OPEN


class TextLinks(TextChoice):
    """A text in which every name and date is a link."""

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
                tooltip="Open the name or date in focus, the notes of this line, or fold the comments"),
        Binding("i", "peek", "Peek", show=False, id="article.peek",
                tooltip="A card on the date or name in focus, else on the first one on this line"),
        Binding("E", "redate", "Correct date", show=False, id="article.redate",
                tooltip="Correct the date in focus, else the article's publication date"),
        Binding("asterisk", "who", "Who", show=False, id="article.who",
                tooltip="All about the name in focus, else the first on this line; a selection is searched for"),
        Binding("semicolon", "read_notes", "Read notes", show=False, id="article.read-notes",
                tooltip="Read your notes on the selection or reading line, on its names and events"),
    ]  # fmt: skip

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
            elif place.entity is not None and self._is_on_line(place.entity):
                # Whoever came here by a name has it before their eyes.
                self.post_message(OpenDossier(place.entity))
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

    @on(Page.Touched)
    def _touched_again(self, event: Page.Touched) -> None:
        link = self._link
        if event.again and link is not None and link.start <= event.at < link.end:
            # As in the lists: the first click goes there, the second one opens it.
            self.action_open()

    def _is_on_line(self, entity: int) -> bool:
        """Whether a name stands on the reading line."""
        start, end = self._page.reading_span
        told = self.corpus.mentions.in_article(self.place.article) if self.corpus is not None else ()
        return any(start <= found.start < end and found.entity == entity for found in told)

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

    def action_read_notes(self) -> None:
        """Ask for the notes on the selection, else on the reading line."""
        span = self._choice.span if self._choice is not None else self._page.selected_span()
        self.post_message(ReadNotes(span=span or self._page.reading_span))


_LONGEST_PHRASE = 200
"""Characters of a selection that are searched for."""
