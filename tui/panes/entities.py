"""The entities pane: people, groups, places and things by kind, with counts and where in time they occur."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.panes.entityrows import FOLD, EntityRows
from tui.panes.naming import Naming, naming_bindings
from tui.panes.pane import ListPane
from tui.panes.wishes import AnswerSuggestion, OpenDossier, ReadNotes, Said, ShowCard, Went, WriteNote
from tui.reader.place import Goto, Place


class EntitiesPane(Naming, ListPane):
    """Everyone and everything with a name, under one name each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("F", "filter", "Filter", id="entities.filter", tooltip="Show those of the article, or all"),
        Binding("right_parenthesis", "mention(1)", "Next mention", show=False, id="entities.mention-next",
                tooltip="Take the text to the next mention of this entity"),
        Binding("left_parenthesis", "mention(-1)", "Mention before", show=False, id="entities.mention-previous",
                tooltip="Take the text to the mention before"),
        Binding("a", "note", "Note", show=False, id="entities.note", tooltip="Write a note on this entity"),
        Binding("semicolon", "read_notes", "Read notes", show=False, id="entities.read-notes",
                tooltip="Read your notes on this entity"),
        *naming_bindings(show=True),
        Binding("equals_sign", "answer(True)", "Same", show=False, id="entities.same",
                tooltip="On two names that are perhaps the same: they are"),
        Binding("asterisk", "choose_row", "All about it", show=False, id="entities.who",
                tooltip="All about this name, as Enter"),
        Binding("i", "peek", "Peek", show=False, id="entities.peek",
                tooltip="A card on this name: how often it is met, and why its spellings are taken for one"),
    ]  # fmt: skip

    title = "Entities"
    about = (
        "People, groups, places and things, each under one name with all its spellings. Moving here lights every "
        "mention in the text; Enter opens all that is known. On top, folded, stand names that are perhaps the same: "
        "M or = says that they are, U that they are two."
    )

    def __init__(self) -> None:
        super().__init__("entities")
        self._rows = EntityRows()
        self.here_only = False
        """Whether only the entities of the article in view are listed."""

    @property
    def view(self) -> EntityRows:
        """The list of entities."""
        return self._rows

    def make_view(self) -> EntityRows:
        """The list of entities."""
        return self._rows

    def watch_corpus(self) -> None:
        """Make the rows of a new or fuller collection."""
        self._build(stay=True)

    def watch_notes(self) -> None:
        """Mark the entities that carry notes."""
        self._rows.noted = frozenset(placed.entity for placed in self.notes if placed.entity is not None)
        self._rows.reset()

    def watch_place(self, old: Place, new: Place) -> None:
        """Follow the reader: rebuild where the filter depends on the article, go to the entity in focus."""
        if self.here_only and old.article != new.article:
            self._build()
        elif old.entity != new.entity:
            self._follow()

    def _build(self, *, stay: bool = False) -> None:
        corpus = self.corpus
        if corpus is None or not self.is_mounted:
            return
        counts: Counter[int] | None = None
        if self.here_only:
            counts = Counter(mention.entity for mention in corpus.mentions.in_article(self.place.article))
        rows, here = self._rows, self._rows.cursor
        stay = stay and rows.count() > 0
        rows.asked = () if self.here_only else corpus.lore.suggestions
        rows.take(corpus, counts)
        # Who was on a name stays with it; who took a name away stays where it was.
        first = next((row for row in range(rows.count()) if rows.ids[row] >= 0), 0)
        rows.reset(here if stay else first)
        if not corpus.complete:
            self.head("reading …")
        else:
            self.head(f"{len(corpus.entities)} in all" if counts is None else f"{len(counts)} in this article")
        if not stay or rows.asked_at(rows.cursor) is None:
            self._follow()

    def _follow(self) -> None:
        entity = self.place.entity
        if entity is None or self.entity_here() == entity:
            return
        ids: Sequence[int] = self._rows.ids
        if entity in ids:
            self._rows.move(ids.index(entity))

    def entity_here(self) -> int | None:
        """Id of the entity under the cursor."""
        rows = self._rows
        row = rows.ids[rows.cursor] if rows.cursor < rows.count() else -1
        return row if row >= 0 else None

    def entity_meant(self) -> int | None:
        """The entity under the cursor, or the first of two that are perhaps the same."""
        asked = self._rows.asked_at(self._rows.cursor)
        return asked.entity if asked is not None else self.entity_here()

    def row_moved(self) -> None:
        """Bring the entity under the cursor into focus."""
        if (here := self.entity_here()) is not None:
            self.post_message(Went(Goto(entity=here, keep=True, at=self.place.at)))
        elif self._rows.asked_at(self._rows.cursor) is not None:
            self.post_message(Said("M they are the same   U they are two   Enter shows both"))

    def row_chosen(self) -> None:
        """Open the dossier of the entity under the cursor, the fold, or both names that are perhaps the same."""
        rows = self._rows
        if (here := self.entity_here()) is not None:
            self.post_message(OpenDossier(here))
        elif (asked := rows.asked_at(rows.cursor)) is not None:
            self.post_message(AnswerSuggestion(asked, None))
        elif rows.cursor < rows.count() and rows.ids[rows.cursor] == FOLD and self.corpus is not None:
            rows.fold()
            rows.reset()

    def action_tell_name(self, act: str) -> None:
        """Ask for an act on the name under the cursor; on two that are perhaps the same, M and U answer that."""
        asked = self._rows.asked_at(self._rows.cursor)
        if asked is not None and act in ("merge", "split"):
            self.post_message(AnswerSuggestion(asked, act == "merge"))
        else:
            super().action_tell_name(act)

    def action_choose_row(self) -> None:
        """Open the dossier of the entity under the cursor."""
        self.row_chosen()

    def action_peek(self) -> None:
        """Show a card on the name under the cursor."""
        from tui.reader.peek import name_card  # late: it brings the engine that says why

        entity = self.entity_meant()
        if self.corpus is not None and entity is not None:
            self.post_message(ShowCard(name_card(self.corpus, entity)))

    def action_answer(self, same: bool) -> None:
        """Say whether the two names under the cursor are the same."""
        asked = self._rows.asked_at(self._rows.cursor)
        if asked is None:
            self.post_message(Said("This is for the names perhaps the same, on top of the list."))
        else:
            self.post_message(AnswerSuggestion(asked, same))

    def action_filter(self) -> None:
        """Show the entities of the article in view, or all again."""
        self.here_only = not self.here_only
        self._build()

    def action_mention(self, by: int) -> None:
        """Take the text to the next or previous mention of the entity under the cursor."""
        here = self.entity_here()
        if self.corpus is None or here is None:
            return
        found = self.corpus.next_mention(here, self.place.article, self.place.at, by)
        if found is not None:
            self.post_message(Went(Goto(article=found.article, at=found.start, entity=here)))

    def action_read_notes(self) -> None:
        """Ask for the notes on the entity under the cursor."""
        if (here := self.entity_here()) is not None:
            self.post_message(ReadNotes(entity=here))

    def action_note(self) -> None:
        """Write a note on the entity under the cursor."""
        if (here := self.entity_here()) is not None:
            self.post_message(WriteNote(entity=here))
