"""`help`: every command with what it does, or one of them in full."""

from tui.plain.session import Session
from tui.plain.spoken import Spoken
from tui.plain.voice import Entry


def run(session: Session, words: str) -> None:
    """Tell of all commands, or of one."""
    from tui.plain.commands import COMMANDS
    from tui.plain.talk import command

    if words:
        tell(session, command(words))
        return

    def entry(one: Spoken) -> Entry:
        return Entry(f"{one.name}: {one.sentence}", lambda: tell(session, one))

    session.voice.listing(
        "Enter alone reads on: the list, else the text. A number opens an entry of the last list. "
        "The beginning of a command is enough. help and a command tells more of it.",
        [entry(one) for one in COMMANDS],
    )


def tell(session: Session, one: Spoken) -> None:
    """Tell all about a command."""
    session.voice.say(f"{one.name} {one.takes}".strip() + f": {one.sentence}")
    if one.more:
        session.voice.say(one.more)
    if one.keys:
        session.voice.say(f"For short: {' or '.join(one.keys)}.")


COMMAND = Spoken("help", run, "Tells the commands, or all about one.", keys=("?",), takes="[COMMAND]")
