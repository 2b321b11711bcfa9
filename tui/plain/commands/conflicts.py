"""`conflicts`: statements about one fact that cannot both hold, both sides quoted."""

from tui.dates.words import describe
from tui.model import Conflict
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import go_to
from tui.plain.voice import Entry
from tui.reader.compared import named_line
from tui.reader.place import Goto
from tui.reader.told import sentence_of


def run(session: Session, words: str) -> None:  # noqa: ARG001 - the form of a command
    """List them, the hard ones first."""
    found = session.whole().conflicts
    dismissed = len(session.corpus.claims.dismissed)
    more = f" {dismissed} more {'was' if dismissed == 1 else 'were'} dismissed." if dismissed else ""
    if not found:
        raise NotYet(f"No two statements contradict each other here.{more}")
    session.voice.listing(
        f"{len(found):,} conflict{'s' if len(found) != 1 else ''}.{more}", [entry(session, one) for one in found]
    )


def entry(session: Session, conflict: Conflict) -> Entry:
    """A conflict as an entry: opening it reads both sides."""
    return Entry(f"Conflict: {named_line(session.corpus, conflict)}", lambda: tell(session, conflict))


def tell(session: Session, conflict: Conflict) -> None:
    """Read out both sides of a conflict."""
    corpus = session.corpus
    session.conflict = conflict

    def side(row: int) -> Entry:
        told = corpus.events[row]
        words = f"{describe(told.when)}, in {corpus.articles[told.article].title}: {sentence_of(corpus, row)}"
        return Entry(words, lambda: go_to(session, Goto(event=row)))

    session.voice.listing(
        f"{named_line(corpus, conflict)}. Its two sides:",
        [side(row) for row in conflict.events],
        "dismiss says that it is none.",
    )


COMMAND = Spoken("conflicts", run, "Lists what cannot all be true, both sides quoted.", keys=("x",))
