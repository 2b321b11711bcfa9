"""`place`: puts the note read out last where it belongs, or accepts where it has moved to."""

from tui.plain.commands.notes import meant
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.voice import Entry
from tui.reader.replacing import Spot, spots, words_of_spot


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """List the places it may belong to, this paragraph last; a number puts it there."""
    corpus, ident = session.whole(), meant(session)
    placed = next(one for one in session.notes if one.note.id == ident)
    passage = session.passages()[session.here()]
    found = spots(corpus, placed, session.place.article, (passage.start, passage.end))
    if not found:
        raise NotYet("A note on a name goes where its name is; there is nothing to place.")

    def entry(spot: Spot) -> Entry:
        title, before, said, after = words_of_spot(corpus, spot)
        words = f"{before}{said}{after}" if before or after else said
        return Entry(f"In {title}: {words}",
                     lambda: session.answer(lambda: session.scribe.accept(corpus, ident, spot)))  # fmt: skip

    session.voice.listing("Where does this note belong?", [entry(spot) for spot in found], "A number puts it there.")


COMMAND = Spoken("place", run, "Puts the note read out last where it belongs, or accepts where it has moved to.")
