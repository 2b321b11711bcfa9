"""From what is in focus to a note on disk: what a note is about, in words and as the file's selectors."""

from collections.abc import Iterable
from dataclasses import dataclass

from tui.corpus.tables import Corpus
from tui.display import squeeze
from tui.notes import clock
from tui.notes.drafts import Draft
from tui.notes.model import ARTICLE, ENTITY, EVENT, SPAN, ArticleRef, EntityRef, EventRef, Note
from tui.notes.notebook import Notebook


@dataclass(frozen=True, slots=True)
class About:
    """What a note is wanted for; the first that is given counts."""

    entity: int | None = None
    """Entity id."""
    event: int | None = None
    """Event id."""
    article: int | None = None
    """Article id: the whole article, with a span a passage of it, with an entity the one it was met in."""
    span: tuple[int, int] | None = None
    """Offsets of a passage of the article."""


def draft_of(corpus: Corpus, about: About) -> Draft:
    """An empty note about something, as a draft; raises OSError if its article has gone."""
    ident = clock.new_id(clock.now())
    if about.entity is not None:
        known = corpus.entities[about.entity]
        home = corpus.mentions.of_entity(about.entity)
        met = not home or any(mention.article == about.article for mention in home)
        where = article_ref(corpus, about.article or 0 if met else home[0].article)
        names = tuple(alias.name for alias in known.aliases)
        return Draft(Note(ident, ENTITY, article=where, entity=EntityRef(known.name, known.kind.value, names)))
    if about.event is not None:
        row = corpus.events[about.event]
        quote = corpus.text(row.article)[row.start : row.end]
        ref = EventRef(row.when.edtf, row.when.precision.value, quote)
        return Draft(Note(ident, EVENT, article=article_ref(corpus, row.article), event=ref))
    article = about.article or 0
    where = article_ref(corpus, article)
    if about.span is not None:
        from tui.notes import anchor  # late: it brings the matching engine

        passage = anchor.make(corpus.text(article), *about.span)
        return Draft(Note(ident, SPAN, article=where, target=passage))
    return Draft(Note(ident, ARTICLE, article=where))


def article_ref(corpus: Corpus, article: int) -> ArticleRef:
    """How a note names an article of this collection."""
    facts = corpus.articles[article]
    return ArticleRef(facts.path, corpus.facts.key, facts.title, facts.digest)


def words_of(note: Note) -> str:
    """What a note is about, for people, on one line."""
    if note.target is not None:
        return f"“{squeeze(note.target.quote)}”"
    if note.entity is not None:
        return f"on {squeeze(note.entity.name)}"
    if note.event is not None:
        return f"on the event “{squeeze(note.event.quote)}”"
    return f"on the article “{squeeze(note.article.title)}”" if note.article is not None else "on nothing known"


def same_subject(note: Note, drafts: Iterable[Draft]) -> Draft | None:
    """The draft that is already being written about the same thing, if there is one."""
    return next((draft for draft in drafts if draft.base is None and _subject(draft.note) == _subject(note)), None)


def _subject(note: Note) -> tuple[object, ...]:
    article = (note.article.collection, note.article.path) if note.article is not None else None
    passage = (note.target.start, note.target.quote) if note.target is not None else None
    entity = note.entity.name if note.entity is not None else None
    event = (note.event.date, note.event.quote) if note.event is not None else None
    return (note.on, article if note.on != ENTITY else None, passage, entity, event)


def write_down(notebook: Notebook, draft: Draft) -> Note:
    """Put what was typed on disk and return the note as it stands there; raises NotesError if it is not on disk."""
    note = draft.note
    if draft.base is not None:
        return notebook.edit(draft.base.id, text=note.text, tags=note.tags, base=draft.base)
    return notebook.add(
        note.on,
        note.text,
        tags=note.tags,
        article=note.article,
        target=note.target,
        entity=note.entity,
        event=note.event,
    )


def acknowledge(notebook: Notebook, written: Note) -> str:
    """The sentence that says where a note now stands."""
    if written.conflict_of:
        return "The note had been changed elsewhere meanwhile: both versions are kept."
    return f"{'Noted' if written.text.strip() else 'Highlighted'} in {notebook.path.name}. u takes it back."
