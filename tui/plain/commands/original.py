"""`original`: the address of the article's original; `original open` opens it in the browser."""

from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.reader.original import original


def run(session: Session, words: str) -> None:
    """Print it; nothing is opened unless that is asked for."""
    found = original(session.corpus.articles[session.place.article].url)
    if isinstance(found, str):
        raise NotYet(found)
    session.voice.say(found.url)
    if words not in ("open", "o"):
        return
    from tui.reader.browser import find_browser, start

    browser = find_browser()
    if browser is None:
        raise NotYet("No browser is found here.")
    session.voice.say(start(browser, found.url) or f"{browser.name} was asked to open it.")


COMMAND = Spoken(
    "original",
    run,
    "Prints the address of the article's original, or opens it in the browser.",
    keys=("o",),
    takes="[open]",
)
