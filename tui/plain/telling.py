"""How the line mode says an article, an event, a note, a place: one line each, the weightiest words first."""

from collections.abc import Iterable

from tui.corpus.tables import Corpus
from tui.dates.words import describe
from tui.display import squeeze
from tui.model import Article
from tui.notes.model import Note
from tui.plain.session import Session
from tui.plain.voice import Entry
from tui.reader.nearby import notes_on
from tui.reader.passages import Passage
from tui.reader.place import Goto
from tui.reader.placed import PlacedNote
from tui.reader.sheet import FOLD_CLOSED, FOLD_OPEN
from tui.reader.writing import words_of

_LONGEST = 100
_SAID_FIRST = {"heading": "Heading: ", "quote": "Quotation: ", "comment": "Comment: ", "footer": "Footer: "}


def article_line(article: Article) -> str:
    """An article in one line."""
    facts = [article.title, describe(article.published) if article.published else "undated", article.byline]
    return ", ".join(squeeze(fact) for fact in facts if fact)


def event_line(corpus: Corpus, event: int, notes: Iterable[PlacedNote] = ()) -> str:
    """An event in one line: its honest date, what it says, and what is to be known of it."""
    told = corpus.events[event]
    sources = corpus.sources(event)
    noted = any(placed.event in sources for placed in notes if placed.event is not None)
    more = [
        f"{len(sources)} sources" if len(sources) > 1 else "",
        "sources disagree" if corpus.is_disputed(event) else "",
        "you have a note on it" if noted else "",
    ]
    said = "; ".join(words for words in more if words)
    when = ("reported " if told.reported else "") + describe(told.when)
    return f"{when}: {told.headline}" + (f" ({said})" if said else "")


def note_line(placed: PlacedNote) -> str:
    """A note in one line: its words, what it is on, its tags, and what is wrong with its place."""
    note = placed.note
    words = squeeze(note.text) or "Highlight"
    tags = f", tagged {' '.join(note.tags)}" if note.tags else ""
    state = f" [{placed.state}{': ' + placed.why if placed.why else ''}]" if placed.state != "exact" else ""
    return f"{words}, {about(note)}{tags}{state}"


def about(note: Note) -> str:
    """What a note is on, in so many words as are needed to know it again."""
    words = words_of(note)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]}…”"


def go_to(session: Session, goto: Goto) -> None:
    """Go somewhere and read out what stands there, its article first if that is another one."""
    before = session.place.article
    session.go(goto)
    tell_place(session, named=session.place.article != before)


def tell_place(session: Session, *, named: bool = False) -> None:
    """Read out the passage the reader is at; `named` says in which article that is."""
    if named:
        session.voice.say(f"In {squeeze(session.corpus.articles[session.place.article].title)}:")
    tell_passage(session, session.passages()[session.here()])


def tell_passage(session: Session, passage: Passage) -> None:
    """Read out a passage, and what a margin would show beside it."""
    session.voice.stop()
    if passage.kind == "code":
        session.voice.say("Code:")
        session.voice.say_code(passage.words)
    elif passage.kind == "fold":
        does = "folds them" if session.comments else "unfolds them"
        session.voice.say(f"{passage.words.strip(FOLD_CLOSED + FOLD_OPEN + ' ')}: comments {does}.")
    else:
        session.voice.say(_SAID_FIRST.get(passage.kind, "") + passage.words)
    if not passage.ours and session.corpus.complete:
        _tell_margin(session, passage)


def _tell_margin(session: Session, passage: Passage) -> None:
    corpus, article = session.corpus, session.place.article
    notes = len(notes_on(corpus, session.notes, article, passage.start, passage.end))
    disputed = sum(
        passage.start <= corpus.events[event].start < passage.end and corpus.is_disputed(event)
        for event in corpus.events.in_article(article)
    )
    signs = [
        f"{notes} note{'s' if notes > 1 else ''}" if notes else "",
        f"{disputed} event{'s' if disputed > 1 else ''} on which sources disagree" if disputed else "",
    ]
    said = ", ".join(sign for sign in signs if sign)
    if said:
        session.voice.say(f"({said}: here tells more.)")


def events(session: Session, rows: Iterable[int]) -> list[Entry]:
    """Events as entries: opening one goes to where it is told."""
    corpus, notes = session.corpus, [placed for placed in session.notes if placed.event is not None]

    def opener(row: int) -> Entry:
        return Entry(event_line(corpus, row, notes), lambda: go_to(session, Goto(event=row)))

    return [opener(row) for row in rows]
