"""Where a jump target leads."""

from tui.corpus.tables import Corpus
from tui.dates.edtf import EdtfError, parse
from tui.jump import Target
from tui.reader.place import Goto


def goto_of(corpus: Corpus, target: Target) -> Goto | None:
    """The wish that a target stands for; None if it leads nowhere in this collection.

    A date leads to the first event on or after its beginning, else to the last event there is.
    """
    if target.kind == "entity" and isinstance(target.ref, int):
        return Goto(entity=target.ref)
    if target.kind == "event" and isinstance(target.ref, int):
        return Goto(event=target.ref)
    if target.kind == "date":
        return _goto_date(corpus, str(target.ref))
    if target.article >= 0:
        return Goto(article=target.article, at=target.start if target.kind != "article" else None)
    return None


def _goto_date(corpus: Corpus, edtf: str) -> Goto | None:
    try:
        day = parse(edtf).first
    except EdtfError:
        return None
    for event in range(corpus.events.since(day), len(corpus.events)):
        if not corpus.events[event].reported:
            return Goto(event=event)
    return next(
        (Goto(event=event) for event in reversed(range(len(corpus.events))) if not corpus.events[event].reported), None
    )
