"""`date`: corrects a date of this paragraph, or the article's publication date."""

from tui.corpus.corrected import plain
from tui.dates.typed import read_typed
from tui.dates.words import describe
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.reader.redate import misdated

_HOW = 'date takes the words of the text, "is", and the right date: date last Friday is 26 Jan 2007.'


def run(session: Session, words: str) -> None:
    """Give it its right value; "nothing" takes a correction back."""
    said, _, typed = words.rpartition(" is ")
    if not said.strip() or not typed.strip():
        raise NotYet(_HOW)
    corpus, article = session.whole(), session.place.article
    span = None
    if said.strip() not in ("published", "article"):
        text, here = corpus.text(article), session.passages()[session.here()]
        wanted = plain(said).casefold()
        near = sorted(corpus.dates(article), key=lambda one: abs(one.start - here.start))
        span = next((one for one in near if plain(text[one.start : one.end]).casefold() == wanted), None)
        if span is None:
            raise NotYet(f"No date of this article is written {said}. here lists those of this paragraph.")
    what = misdated(corpus, article, span)
    if typed.strip() == "nothing":
        session.answer(lambda: session.scribe.redate(what, None))
        return
    when = read_typed(typed.strip(), what.order)
    if when is None:
        raise NotYet("That cannot be read as one date. Try 26 Jan 2007, spring 2008, about Dec 2006, 2007-03/2008-07.")
    session.voice.say(f"Read as {describe(when)}, {when.edtf}.")
    session.answer(lambda: session.scribe.redate(what, when))


COMMAND = Spoken(
    "date", run, "Corrects a date.", keys=("E",), takes="WORDS is DATE | published is DATE | WORDS is nothing"
)
