"""`why`: why spellings are taken for one name, and what speaks for its kind."""

from tui.plain.commands.who import entity_called
from tui.plain.session import Session
from tui.plain.spoken import Spoken
from tui.plain.telling import go_to
from tui.plain.voice import Entry
from tui.reader.place import Goto
from tui.reader.why_name import WhySpelling, why_kind, why_spellings


def run(session: Session, words: str) -> None:
    """List the spellings with their reasons; opening one goes where it is first met."""
    entity = entity_called(session, words)
    session.voice.say(why_kind(session.corpus, entity, session.scribe.corrections.all))

    def entry(one: WhySpelling) -> Entry:
        if one.article is None:
            return Entry(f"{one.name}: {one.reason}")
        goto = Goto(article=one.article, at=one.start, entity=entity)
        return Entry(f"{one.name}: {one.reason}", lambda: go_to(session, goto))

    session.voice.listing("Its spellings:", [entry(one) for one in why_spellings(session.corpus, entity)])


COMMAND = Spoken("why", run, "Says why spellings are taken for one name.", keys=("w",), takes="[NAME]")
