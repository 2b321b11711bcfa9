"""From what is in focus to a note on disk: its subject in words, as a draft's key, and as selectors."""

from dataclasses import dataclass, field

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import squeeze
from tui.notes import anchor
from tui.notes.model import ARTICLE, ENTITY, EVENT, SPAN, Anchor, ArticleRef, EntityRef, EventRef, Note
from tui.notes.notebook import Notebook
from tui.reader.place import Place


@dataclass(frozen=True, slots=True)
class Subject:
    """What a note is, or is to be, about."""

    key: str
    """Stable key for its draft."""
    words: str
    """What it is about, for people."""
    on: str
    """The contract's `on`."""
    article: ArticleRef | None = None
    """The article, if any."""
    target: Anchor | None = None
    """The passage, if any."""
    entity: EntityRef | None = None
    """The entity, if any."""
    event: EventRef | None = None
    """The event, if any."""
    note: Note | None = field(default=None)
    """The note to change, for one that is on disk already."""

    @property
    def text(self) -> str:
        """Words to begin with: those of the note to change."""
        return self.note.text if self.note else ""

    @property
    def tags(self) -> tuple[str, ...]:
        """Tags to begin with: those of the note to change."""
        return self.note.tags if self.note else ()


def article_ref(corpus: Corpus, article: int) -> ArticleRef:
    """How a note names an article of this collection."""
    facts = corpus.articles[article]
    return ArticleRef(facts.path, corpus.facts.key, facts.title, facts.digest)


def subject_of(
    corpus: Corpus,
    notebook: Notebook,
    place: Place,
    *,
    span: tuple[int, int] | None = None,
    article: int | None = None,
    entity: int | None = None,
    event: int | None = None,
    note: str | None = None,
) -> Subject:
    """The subject of a note: an existing note, an entity, an event, a passage of the article in view, or an article.

    The first that is given counts. Raises `NoSuchNoteError` for a note that has gone, OSError for an article that has.
    """
    if note is not None:
        found = notebook.get(note)
        return Subject(f"note:{found.id}", f"Note of {_written(found)}", found.on, note=found)
    if entity is not None:
        known = corpus.entities[entity]
        ref = EntityRef(known.name, known.kind.value, tuple(alias.name for alias in known.aliases))
        home = corpus.mentions.of_entity(entity)
        where = article_ref(corpus, home[0].article if home else place.article)
        return Subject(f"entity:{corpus.facts.key}:{known.name}", f"On {known.name}", ENTITY, where, entity=ref)
    if event is not None:
        return event_subject(corpus, event)
    if span is not None:
        return span_subject(corpus, place.article if article is None else article, *span)
    where = article_ref(corpus, place.article if article is None else article)
    return Subject(f"article:{corpus.facts.key}:{where.path}", f"On the article “{where.title}”", ARTICLE, where)


def span_subject(corpus: Corpus, article: int, start: int, end: int) -> Subject:
    """A passage as the subject of a note; raises OSError if the article has gone."""
    text = corpus.text(article)
    where = article_ref(corpus, article)
    quote = squeeze(text[start:end])
    key = f"span:{corpus.facts.key}:{where.path}:{start}:{end}"
    return Subject(key, f"“{quote}”", SPAN, where, anchor.make(text, start, end))


def event_subject(corpus: Corpus, event: int) -> Subject:
    """An event as the subject of a note; raises OSError if its article has gone."""
    row = corpus.events[event]
    quote = corpus.text(row.article)[row.start : row.end]
    ref = EventRef(row.when.edtf, row.when.precision.value, quote)
    words = f"On {describe(row.when)}: {row.headline}"
    key = f"event:{corpus.facts.key}:{corpus.event_key(event)}"
    return Subject(key, words, EVENT, article_ref(corpus, row.article), event=ref)


def write_down(notebook: Notebook, subject: Subject, text: str, tags: tuple[str, ...]) -> str:
    """Put a note on disk and return the sentence that says so; raises NotesError if it is not on disk."""
    if subject.note is not None:
        written = notebook.edit(subject.note.id, text=text, tags=tags, base=subject.note)
        if written.conflict_of:
            return "The note had been changed elsewhere meanwhile: both versions are kept."
        return "The note is changed on disk."
    notebook.add(
        subject.on, text, tags=tags, article=subject.article, target=subject.target,
        entity=subject.entity, event=subject.event,
    )  # fmt: skip
    return f"Noted in {notebook.path.name}." if text.strip() else f"Highlighted in {notebook.path.name}."


def _written(note: Note) -> str:
    return note.created.strftime("%d %b %Y") if note.created else "no known date"
