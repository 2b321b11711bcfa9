"""`company`: who appears with whom: two names and in how many passages, each pair a way to the passages."""

from collections.abc import Callable, Sequence

from tui.display import squeeze
from tui.plain.commands.who import entity_called
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.telling import go_to
from tui.plain.voice import Entry
from tui.reader.companions import GROUPS, Passage, articles_of, company_of
from tui.reader.context import line_around
from tui.reader.place import Goto

_MOST = 20
"""Names that are counted with one another at most."""


def run(session: Session, words: str) -> None:
    """List the pairs, the most frequent first; `company all` those of the most named."""
    corpus = session.whole()
    entity = None if words == "all" else entity_called(session, words)
    found = company_of(corpus, entity, _MOST, GROUPS)
    pairs = sorted(found.together.items(), key=lambda pair: -len(pair[1]))
    if not pairs:
        raise NotYet("Nobody is named close to it." if entity is not None else "No two names stand close together.")

    def told(rows: tuple[int, int], passages: Sequence[Passage]) -> Entry:
        one, other = (squeeze(corpus.entities[found.ids[row]].name) for row in rows)
        many = f"{len(passages):,} passage{'s' if len(passages) != 1 else ''}"
        where = articles_of(passages)
        return Entry(
            f"{one} with {other}: {many} in {where:,} article{'s' if where != 1 else ''}",
            _opener(session, f"{one} with {other}:", found.ids[rows[0]], passages),
        )

    session.voice.listing("Named within two lines of each other:", [told(rows, passages) for rows, passages in pairs])


def _opener(session: Session, head: str, entity: int, passages: Sequence[Passage]) -> Callable[[], None]:
    corpus = session.corpus

    def entry(passage: Passage) -> Entry:
        words = "".join(line_around(corpus.text(passage.article), passage.start, passage.end))
        goto = Goto(article=passage.article, at=passage.start, entity=entity)
        return Entry(f"{words} ({corpus.articles[passage.article].title})", lambda: go_to(session, goto))

    return lambda: session.voice.listing(head, [entry(passage) for passage in passages])


COMMAND = Spoken(
    "company", run, "Lists who appears with a name, and how often; company all: with whom.", keys=("C",),
    takes="[NAME | all]",
)  # fmt: skip
