"""`dismiss`: says that the conflict read out last is none; again takes that back."""

from tui.corpus.claims import DISMISSED, KEPT_OPEN
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken


def run(session: Session, words: str) -> None:
    """Dismiss it; `dismiss not` keeps it open: seen, and it stands."""
    conflict = session.conflict
    if conflict is None:
        raise NotYet("Open a conflict first: conflicts lists them.")
    verdict = KEPT_OPEN if words == "not" else DISMISSED
    session.answer(lambda: session.scribe.judge(session.corpus, conflict, verdict))


COMMAND = Spoken(
    "dismiss", run, "Says that the conflict read out last is none; dismiss not says that it stands.", takes="[not]"
)
