"""`jump`: what a half-remembered name, title, date or note may mean; the best guess is one number away."""

from tui.jump import Hit
from tui.plain.commands.open import show
from tui.plain.commands.who import dossier
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import event_line, go_to, note_line
from tui.plain.voice import Entry
from tui.reader.targets import goto_of
from tui.reader.ways import RECENT

_MOST = 30


def run(session: Session, words: str) -> None:
    """List what it may mean, the likeliest first."""
    if not words:
        raise NotYet("jump takes what you remember: a name, a date such as may 2007, words of a title.")
    hits = session.index().rank(words, limit=_MOST, recent=session.recent)
    if not hits:
        raise NotYet(f"Nothing here is called {words}. search looks for words in the texts.")
    session.voice.listing(f"{len(hits)} found, the likeliest first.", [_entry(session, hit) for hit in hits])


def _entry(session: Session, hit: Hit) -> Entry:
    target = hit.target
    also = f", also written {hit.matched}" if hit.matched != target.name and target.kind == "entity" else ""
    words = target.name
    if target.kind == "event" and isinstance(target.ref, int):
        words = event_line(session.corpus, target.ref)
    elif target.kind == "note":
        words = next((note_line(one) for one in session.notes if one.note.id == target.ref), words)
    elif target.kind == "entity" and isinstance(target.ref, int):
        known = session.corpus.entities[target.ref]
        words = f"{known.name}, {known.kind.value}, {known.count:,} mention{'s' if known.count != 1 else ''}"
    return Entry(f"{target.kind}: {words}{also}", lambda: _open(session, hit))


def _open(session: Session, hit: Hit) -> None:
    target = hit.target
    key = (target.kind, target.ref)
    session.recent = (key, *(other for other in session.recent if other != key))[:RECENT]
    if target.kind == "article" and isinstance(target.ref, int):
        show(session, target.ref)
        return
    if target.kind == "entity" and isinstance(target.ref, int):
        dossier(session, target.ref)
        return
    goto = goto_of(session.corpus, target)
    if goto is None:
        session.voice.say(f"{target.name} leads nowhere in this collection.")
    else:
        go_to(session, goto)


COMMAND = Spoken(
    "jump",
    run,
    "Finds any name, article, date or note, however half-remembered.",
    keys=("p",),
    takes="WORDS",
    more="@ before the words asks for names alone, # for dates and events, ! for notes.",
)
