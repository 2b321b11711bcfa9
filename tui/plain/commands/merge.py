"""`merge`: two names are one."""

from tui.plain.commands.who import entity_called
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.reader.naming import merge


def run(session: Session, words: str) -> None:
    """Merge the first into the second."""
    gone, _, kept = words.partition(" into ")
    if not kept.strip() or not gone.strip():
        raise NotYet("merge takes two names: merge IRGC-QF into Qods Force.")
    other, into = entity_called(session, gone.strip()), entity_called(session, kept.strip())
    if other == into:
        raise NotYet("These are one already.")
    act = merge(session.corpus, session.scribe.corrections.all, into, other)
    session.answer(lambda: session.scribe.tell_names(act))


COMMAND = Spoken("merge", run, "Says that two names are one.", keys=("M",), takes="NAME into NAME")
