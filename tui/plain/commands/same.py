"""`same`: names that are perhaps one, each to be merged or said to be two."""

from tui.corpus.lore import Suggested
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken
from tui.plain.voice import Entry
from tui.reader.naming import keep_apart, merge
from tui.reader.portrait import facts_of


def run(session: Session, words: str) -> None:
    """List them; `same NUMBER` and `same not NUMBER` answer."""
    corpus = session.whole()
    asked = corpus.lore.suggestions
    if not asked:
        raise NotYet("No two names are perhaps the same.")
    verb, _, rest = words.rpartition(" ")
    if rest.isdecimal() and verb in ("", "not"):
        number = int(rest[:9])
        if not 1 <= number <= len(asked):
            raise NotYet(f"The list goes from 1 to {len(asked)}.")
        _answer(session, asked[number - 1], same=not verb)
        return
    session.voice.listing(
        f"{len(asked)} pair{'s' if len(asked) != 1 else ''} of names are perhaps the same.",
        [_entry(session, number, one) for number, one in enumerate(asked, 1)],
        "same NUMBER says that they are, same not NUMBER that they are two; undo takes it back.",
    )


def _entry(session: Session, number: int, asked: Suggested) -> Entry:
    corpus = session.corpus
    one, other = (corpus.entities[row].name for row in (asked.entity, asked.other))

    def look() -> None:
        for row in (asked.entity, asked.other):
            session.voice.say(f"{corpus.entities[row].name}: {facts_of(corpus, row).replace(' · ', ', ')}.")
        session.voice.say(f"same {number} makes them one, same not {number} keeps them apart.")

    return Entry(f"{one} and {other}, {asked.reason}", look)


def _answer(session: Session, asked: Suggested, *, same: bool) -> None:
    corpus, said = session.corpus, session.scribe.corrections.all
    act = merge(corpus, said, asked.other, asked.entity) if same else keep_apart(corpus, asked.entity, asked.other)
    session.answer(lambda: session.scribe.tell_names(act))


COMMAND = Spoken(
    "same", run, "Lists names that are perhaps the same, and takes the answer.", takes="[NUMBER | not NUMBER]"
)
