"""The reader's notes laid onto a collection: which article, passage, entity or event each one belongs to now."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tui.corpus.tables import Corpus
from tui.model import Article
from tui.notes.model import ARTICLE, ENTITY, EVENT, SPAN, ArticleRef, Note

EXACT = "exact"
"""State of an anchor that stands where it stood."""
DRAFT = "not saved"
"""State of what was typed and is no note yet; it is shown in the list alone."""
ORPHAN = "orphan"
"""State of an anchor whose passage, article, entity or event is not to be found."""


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


def place_notes(corpus: Corpus, notes: Iterable[Note]) -> tuple[PlacedNote, ...]:
    """The notes that belong to this collection, each with its place; those of other collections are left out.

    A note belongs here if its article is here, by path or by content, or if it names this collection. Entities and
    events cannot be found before the collection is read whole; until then their notes wait and are left out.
    """
    by_digest = {article.digest: article for article in corpus.articles}
    here: list[PlacedNote] = []
    for note in notes:
        article = _article_of(corpus, note.article, by_digest.get)
        placed = _place(corpus, note, article)
        if placed is not None:
            here.append(placed)
    return tuple(here)


def _article_of(corpus: Corpus, ref: ArticleRef | None, with_digest: Callable[[str], Article | None]) -> Article | None:
    """The article a note speaks of: the same path, unless the text is surely another one's, else the same content."""
    if ref is None:
        return None
    at_path = corpus.article_at(ref.path)
    if at_path is not None and (not ref.collection or ref.collection == corpus.facts.key):
        return corpus.articles[at_path]
    return with_digest(ref.sha256) if ref.sha256 else None


def _place(corpus: Corpus, note: Note, article: Article | None) -> PlacedNote | None:
    if note.on == ENTITY:
        return _place_entity(corpus, note)
    if article is None:
        ours = note.article is not None and note.article.collection == corpus.facts.key
        return PlacedNote(note, ORPHAN) if ours else None
    if note.on == SPAN:
        return _place_span(corpus, note, article)
    if note.on == EVENT:
        return _place_event(corpus, note, article)
    if note.on == ARTICLE:
        return PlacedNote(note, EXACT, article.id)
    return PlacedNote(note, EXACT, article.id)


def _place_span(corpus: Corpus, note: Note, article: Article) -> PlacedNote:
    if note.target is None or note.article is None:
        return PlacedNote(note, ORPHAN, article.id)
    try:
        text = corpus.text(article.id)
    except OSError:
        return PlacedNote(note, ORPHAN, article.id)
    from tui.notes.anchor import locate  # late: it brings the matching engine

    found = locate(text, note.target, digest_matches=note.article.sha256 == article.digest)
    if found.state in ("unsure", ORPHAN):
        return PlacedNote(note, found.state, article.id)
    return PlacedNote(note, found.state, article.id, found.start, found.end)


def _place_entity(corpus: Corpus, note: Note) -> PlacedNote | None:
    if note.entity is None or not corpus.complete:
        return None
    for name in (note.entity.name, *note.entity.aliases):
        entity = corpus.entity_named(name)
        if entity is not None:
            return PlacedNote(note, EXACT, entity=entity)
    ours = note.article is not None and note.article.collection == corpus.facts.key
    return PlacedNote(note, ORPHAN) if ours else None


def _place_event(corpus: Corpus, note: Note, article: Article) -> PlacedNote | None:
    if not corpus.complete:
        return None
    if note.event is None:
        return PlacedNote(note, ORPHAN, article.id)
    text = corpus.text(article.id)
    told = [corpus.events[event] for event in corpus.events.in_article(article.id)]
    same = [event for event in told if text[event.start : event.end] == note.event.quote]
    if same:
        event = next((event for event in same if event.when.edtf == note.event.date), same[0])
        return PlacedNote(note, EXACT, article.id, event.start, event.end, event=event.id)
    return PlacedNote(note, ORPHAN, article.id)
