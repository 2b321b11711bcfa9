"""`entities`: the people, groups, places and things named here, the most named first."""

from tui.display import squeeze
from tui.model import Kind
from tui.plain.commands.who import dossier
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.voice import Entry


def run(session: Session, words: str) -> None:
    """List them: all, of one kind, of this article, or with some words in a spelling."""
    corpus = session.whole()
    wanted = words.casefold()
    found = list(corpus.entities)
    kind = next((one for one in Kind if wanted and (one.value == wanted or one.plural.casefold() == wanted)), None)
    if wanted == "here":
        inside = {mention.entity for mention in corpus.mentions.in_article(session.place.article)}
        found = [one for one in found if one.id in inside]
    elif kind is not None:
        found = [one for one in found if one.kind is kind]
    elif wanted:
        spelt = ((one, " ".join((one.name, *(alias.name for alias in one.aliases)))) for one in found)
        found = [one for one, names in spelt if wanted in names.casefold()]
    if not found:
        raise NotYet(f"No name here is {words}. jump {words} forgives slips of the pen.")
    found.sort(key=lambda one: (-one.count, one.name))
    session.voice.listing(
        f"{len(found):,} name{'s' if len(found) != 1 else ''}.", entries(session, [one.id for one in found])
    )


def entries(session: Session, rows: list[int]) -> list[Entry]:
    """Entities as entries that open their dossiers."""

    def entry(row: int) -> Entry:
        one = session.corpus.entities[row]
        many = f"{one.count:,} mention{'s' if one.count != 1 else ''}"
        return Entry(f"{squeeze(one.name)}, {one.kind.value}, {many}", lambda: dossier(session, row))

    return [entry(row) for row in rows]


COMMAND = Spoken(
    "entities",
    run,
    "Lists the names, the most named first.",
    takes="[here | KIND | WORDS]",
    more=f"A kind is {', '.join(kind.value for kind in Kind)}.",
)
