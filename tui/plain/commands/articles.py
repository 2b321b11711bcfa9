"""`articles`: lists them: all, the unread, those with a star or notes, in an order, or with some words in titles."""

from tui.plain.commands.open import entries
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.reader.articlesieve import ArticleSieve, Order, Which

_SIEVES = {
    "unread": ArticleSieve(Which.UNREAD),
    "starred": ArticleSieve(Which.STARRED),
    "noted": ArticleSieve(Which.NOTED),
    "newest": ArticleSieve(order=Order.NEWEST),
    "oldest": ArticleSieve(order=Order.OLDEST),
    "titles": ArticleSieve(order=Order.TITLE),
    "longest": ArticleSieve(order=Order.LONGEST),
}
"""What is listed for some words that are no part of a title."""


def run(session: Session, words: str) -> None:
    """List them in reading order, unless another one is asked for."""
    sieve = _SIEVES.get(words)
    if sieve is not None:
        sifted = sieve.sift(session.corpus, session.read_marks, noted(session))
        if not sifted:
            raise NotYet(f"No article is {sieve.said()}.")
        many = f"{len(sifted):,} article{'s' if len(sifted) != 1 else ''}"
        session.voice.listing(f"{many}, {sieve.said()}.", entries(session, sifted))
        return
    parts = words.casefold().split()
    found = [
        one.id
        for one in session.corpus.articles
        if all(part in f"{one.title} {one.path} {one.byline}".casefold() for part in parts)
    ]
    if not found:
        raise NotYet(f"No article has {words} in its title, file name or byline. search looks in the texts.")
    session.voice.listing(f"{len(found):,} article{'s' if len(found) != 1 else ''}.", entries(session, found))


def noted(session: Session) -> set[int]:
    """Ids of the articles with a note on them or in them."""
    return {placed.article for placed in session.notes if placed.article is not None}


COMMAND = Spoken(
    "articles", run, "Lists the articles.",
    takes="[unread | starred | noted | newest | oldest | titles | longest | WORDS]",
)  # fmt: skip
