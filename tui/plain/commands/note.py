"""`note`: writes a note on this paragraph, some of its words, a name, an event or the article."""

from dataclasses import replace

from tui.notes.drafts import Draft
from tui.plain.commands.who import entity_called
from tui.plain.ear import Ended
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import about
from tui.reader.find import find_all
from tui.reader.tags import tags_of
from tui.reader.writing import About

END = "."
"""A line that ends what is typed, as in ed and mail."""

KEPT = "Not saved; what you typed is kept. edit goes on writing."


def run(session: Session, words: str) -> None:
    """Write it: the words that follow are the note; without any they are asked for."""
    where, text = _target(session, words)
    with session.ear.undisturbed():
        begun = session.scribe.begin(session.corpus, where)
    if text:
        save(session, replace(begun, note=replace(begun.note, text=text)))
        return
    if begun.note.text:
        session.voice.say("This was typed before and not saved:", *begun.note.text.splitlines())
    write(session, begun)


def write(session: Session, begun: Draft) -> None:
    """Ask for the words and tags of a note, and save it; what is typed is on disk after every line."""
    session.voice.say(f"A note {about(begun.note)}.", "Type it; a line with only a full stop ends it.")
    lines = begun.note.text.splitlines() if begun.base is None else []
    typed = begun
    try:
        while True:
            line = session.ear.line(": ")
            if line is None:
                _leave(session, begun, typed)
                session.done = True
                return
            if line.strip() == END:
                break
            lines.append(line)
            typed = replace(typed, note=replace(typed.note, text="\n".join(lines)))
            with session.ear.undisturbed():
                session.scribe.drafts.save(typed)
        tags = session.ear.line("Tags, or Enter for none: ")
    except KeyboardInterrupt:
        _leave(session, begun, typed)
        if not session.ear.prompts:
            raise
        return
    except Ended:
        session.scribe.leave(begun, typed)
        raise
    if typed == begun and begun.base is not None and not tags:
        session.voice.say("Nothing was typed: the note stays as it is.")
        return
    save(session, replace(typed, note=replace(typed.note, tags=(*typed.note.tags, *tags_of(tags or "")))))


def save(session: Session, draft: Draft) -> None:
    """Put a note on disk and say so."""
    session.answer(lambda: session.scribe.save(draft))
    session.note = draft.note.id


def _leave(session: Session, begun: Draft, typed: Draft) -> None:
    with session.ear.undisturbed():
        kept = session.scribe.leave(begun, typed)
    session.voice.say("", KEPT if kept else "No note was written.")
    session.notes_changed()


def _target(session: Session, words: str) -> tuple[About, str]:
    """What the note is on, and its words if they were typed at once."""
    place = session.place
    if not words.startswith("on "):
        passages = session.passages()
        passage = passages[session.here()]
        if passage.ours:
            return About(article=place.article), words
        return About(article=place.article, span=(passage.start, passage.end)), words
    what = words.removeprefix("on ").strip()
    if what == "article":
        return About(article=place.article), ""
    if what == "event":
        session.whole()
        if session.place.event is None:
            raise NotYet("No event is in focus: timeline lists them.")
        return About(event=session.place.event), ""
    if what[:1] in "\"“'":
        quote = what.strip("\"“”'")
        passage = session.passages()[session.here()]
        text = session.corpus.text(place.article)
        found = next(find_all(text, quote, passage.start, passage.end), None)
        if found is None:
            raise NotYet("These words do not stand in this paragraph. again reads it once more.")
        return About(article=place.article, span=found), ""
    return About(entity=entity_called(session, what)), ""


COMMAND = Spoken(
    "note",
    run,
    "Writes a note on this paragraph.",
    keys=("a",),
    takes='[TEXT | on "WORDS" | on NAME | on event | on article]',
    more="Without text it asks for lines until one holds only a full stop. What you type is kept whatever happens.",
)
