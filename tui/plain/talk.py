"""The conversation: a line is typed, a command answers, until the reader leaves or the program is told to end."""

import difflib
import sys

from tui.notes.errors import NotesError
from tui.plain.commands import COMMANDS
from tui.plain.commands.read import read_on
from tui.plain.session import NotYet, Session
from tui.plain.spoken import Spoken

PROMPT = "> "
"""What is printed when a command is awaited."""


def talk(session: Session) -> None:
    """Answer line after line. Raises `Ended`, and KeyboardInterrupt where nobody types."""
    while not session.done:
        try:
            typed = session.ear.line(PROMPT)
            if typed is None:
                return
            answer(session, typed)
            sys.stdout.flush()
            session.keep()
        except KeyboardInterrupt:
            if not session.ear.prompts:
                raise
            session.voice.stop()
            session.voice.say("", "Stopped. quit leaves.")


def answer(session: Session, typed: str) -> None:
    """Do what one line asks for."""
    session.catch_up()
    try:
        if not typed.strip():
            _go_on(session)
        elif typed.strip().isdecimal():
            session.voice.open(int(typed.strip()[:9]))
        else:
            word, rest = cut(typed.strip())
            command(word).act(session, rest)
    except NotYet as reason:
        session.voice.say(str(reason))
    except (NotesError, OSError) as error:
        if isinstance(error, BrokenPipeError):
            raise
        session.voice.say(str(error))


def cut(typed: str) -> tuple[str, str]:
    """A line as its command and what follows; a sign needs no blank behind it: "/raid" looks for raid."""
    if not typed[0].isalnum():
        return typed[0], typed[1:].strip()
    word, _, rest = typed.partition(" ")
    return word, rest.strip()


def command(word: str) -> Spoken:
    """The command that a word means; raises `NotYet` with what may have been meant."""
    exact = next((one for one in COMMANDS if word == one.name or word in one.keys), None)
    if exact is not None:
        return exact
    lower = word.lower()
    begun = [one for one in COMMANDS if one.name.startswith(lower)]
    if len(begun) == 1 or (begun and begun[0].name == lower):
        return begun[0]
    if begun:
        names = [one.name for one in begun]
        raise NotYet(f"{word} may be {', '.join(names[:-1])} or {names[-1]}. Type more of it.")
    near = difflib.get_close_matches(lower, [one.name for one in COMMANDS], 1)
    hint = f"Did you mean {near[0]}?" if near else "Type help for what there is, or jump and a name."
    raise NotYet(f"There is no command {word}. {hint}")


def _go_on(session: Session) -> None:
    """What Enter alone does: the list is read on, else the article."""
    if session.voice.has_more:
        session.voice.more()
    else:
        read_on(session)
