"""The reader's notes laid onto a collection: which article, passage, entity or event each one belongs to now."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.corpus.tables import Corpus
from tui.notes.model import ENTITY, EVENT, SPAN, Anchor, Note
from tui.reader.homes import Home, Homes
from tui.reader.searching import Search

if TYPE_CHECKING:  # for annotations alone: the finder brings the matching engine
    from tui.notes.anchor import Located

EXACT = "exact"
"""State of an anchor that stands where it stood."""
MOVED = "moved"
"""State of an anchor that surely stands elsewhere, in other words, or in a file renamed since."""
UNSURE = "unsure"
"""State of an anchor that may stand somewhere; it is never shown there unasked."""
ORPHAN = "orphan"
"""State of an anchor whose passage, article, entity or event is not to be found."""
DRAFT = "not saved"
"""State of what was typed and is no note yet; it is shown in the list alone."""


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note and where it is now."""

    note: Note
    """The note."""
    state: str
    """exact, moved, unsure or orphan: how sure the place is; or not saved."""
    article: int | None = None
    """Id of its article, for a note on an article or a passage of one; of an event's article, for one on an event."""
    start: int | None = None
    """Offset of its passage; None if it has none or is not sure of it."""
    end: int | None = None
    """Offset after its passage."""
    entity: int | None = None
    """Id of its entity."""
    event: int | None = None
    """Id of its event."""
    why: str = ""
    """What speaks against the place, in a few words for people; "" for an exact one."""

    @property
    def sure(self) -> bool:
        """Whether it may be shown at its place without asking."""
        return self.state in (EXACT, MOVED)


def place_notes(
    corpus: Corpus, notes: Iterable[Note], search: Search | None = None, *, trusting: bool = False
) -> tuple[PlacedNote, ...]:
    """The notes that belong to this collection, each with its place; those of other collections are left out.

    A note belongs here if its article is here, by path, content or title, or if it names this collection. What
    cannot be told before the collection is read whole waits and is left out until then. Passages are looked for only
    in texts that have changed, and not where `search` knows the answer; those it leaves for later are left out too. Of
    unchanged texts the offsets are believed unread if `trusting`, as on a screen that shows thousands of notes.
    """
    placing = _Placing(corpus, Search() if search is None else search, trusting)
    told = list(notes)
    found: dict[int, PlacedNote | None] = {}
    homes = [placing.homes.of(note.article) if note.article is not None else None for note in told]
    # Article by article, so that no text is fetched and folded more than once.
    for row in sorted(range(len(told)), key=lambda row: _article(homes[row])):
        found[row] = placing.place(told[row], homes[row])
    return tuple(placed for row in range(len(told)) if (placed := found[row]) is not None)


def _article(home: Home | None) -> int:
    return -1 if home is None else home.article.id


class _Placing:
    """One laying of notes onto a collection."""

    def __init__(self, corpus: Corpus, search: Search, trusting: bool) -> None:
        self.homes = Homes(corpus)
        self._corpus = corpus
        self._search = search
        self._trusting = trusting

    def place(self, note: Note, home: Home | None) -> PlacedNote | None:
        """Where a note is; None if it is another collection's, or must wait."""
        if note.on == ENTITY:
            return self._entity(note)
        if home is None:
            return self._homeless(note)
        if note.on == SPAN:
            placed = self._span(note, home)
            return None if placed and placed.state == ORPHAN and self._foreign(note, home) else placed
        if note.on == EVENT:
            return self._event(note, home) if self._corpus.complete else None
        if home.guessed:
            why = "its file is gone; another one has the same title"
            return None if self._foreign(note, home) else PlacedNote(note, UNSURE, home.article.id, why=why)
        return PlacedNote(note, MOVED if home.moved else EXACT, home.article.id, why=_renamed(home))

    def _homeless(self, note: Note) -> PlacedNote | None:
        if note.article is None or not self.homes.is_ours(note.article):
            # Notes of later versions and of an editor's hand may name no article at all: they are listed everywhere.
            return PlacedNote(note, ORPHAN, why="it names no article") if note.article is None else None
        here = self._corpus.article_at(note.article.path)
        if not self._corpus.complete or (here is not None and not self._corpus.articles[here].digest):
            return None
        return PlacedNote(note, ORPHAN, why="its article is not in this collection any more")

    def _foreign(self, note: Note, home: Home) -> bool:
        """Whether a note that is not found here may well be another collection's."""
        return home.guessed and note.article is not None and not self.homes.is_ours(note.article)

    def _span(self, note: Note, home: Home) -> PlacedNote | None:
        article, target = home.article, note.target
        if target is None:
            return PlacedNote(note, ORPHAN, article.id, why="it quotes no passage")
        if self._trusting and home.same_text and _stands(target, article.chars):
            state = MOVED if home.moved else EXACT
            return PlacedNote(note, state, article.id, target.start, target.end, why=_renamed(home))
        located = self._located(target, home)
        if located is None and self._search.left(target, home):
            return None
        if located is None:
            return PlacedNote(note, ORPHAN, article.id, why="its article cannot be read now")
        if not located.placed:
            unsure = located.state.value == UNSURE
            why = "several places may be meant, or the words have changed" if unsure else "the passage is gone"
            return PlacedNote(note, located.state.value, article.id, why=why)
        state = MOVED if home.moved or home.guessed else located.state.value
        why = _renamed(home) or ("the text has changed" if state == MOVED else "")
        return PlacedNote(note, state, article.id, located.start, located.end, why=why)

    def _located(self, target: Anchor, home: Home) -> "Located | None":
        """Where a passage is in an article's text; None if that cannot be read, or is left for later."""
        return self._search.find(self._corpus, target, home)

    def _entity(self, note: Note) -> PlacedNote | None:
        if note.entity is None or not self._corpus.complete:
            return None
        for name in (note.entity.name, *note.entity.aliases):
            entity = self._corpus.entity_named(name)
            if entity is not None:
                return PlacedNote(note, EXACT, entity=entity)
        ours = note.article is not None and note.article.collection == self._corpus.facts.key
        return PlacedNote(note, ORPHAN, why="nobody and nothing here has the name any more") if ours else None

    def _event(self, note: Note, home: Home) -> PlacedNote | None:
        article = home.article.id
        events = [self._corpus.events[event] for event in self._corpus.events.in_article(article)]
        gone = PlacedNote(note, ORPHAN, article, why="the article tells no such event any more")
        lost = None if self._foreign(note, home) else gone
        if note.event is None or not note.event.quote:
            return lost
        try:
            text = self._corpus.text(article)
        except OSError:
            return lost
        same = [event for event in events if text[event.start : event.end] == note.event.quote]
        if same:
            event = next((event for event in same if event.when.edtf == note.event.date), same[0])
            state = MOVED if home.moved or home.guessed else EXACT
            return PlacedNote(note, state, article, event.start, event.end, event=event.id, why=_renamed(home))
        quoted = Anchor(note.event.quote)
        located = self._located(quoted, home)
        if located is None and self._search.left(quoted, home):
            return None
        if located is None or located.start < 0:
            return lost
        near = [event for event in events if event.start < located.end and located.start < event.end]
        dated = [event for event in near if event.when.edtf == note.event.date]
        if located.placed and len(dated) == 1:
            event = dated[0]
            why = _renamed(home) or "the text has changed"
            return PlacedNote(note, MOVED, article, event.start, event.end, event=event.id, why=why)
        return PlacedNote(note, UNSURE, article, why="the event is told in other words now") if near else lost


def _stands(target: Anchor, chars: int) -> bool:
    """Whether the offsets of a passage can be those of its quote."""
    return target.start >= 0 and target.end - target.start == len(target.quote) > 0 and target.end <= chars


def _renamed(home: Home) -> str:
    return f"its file is {home.article.path} now" if home.moved else ""
