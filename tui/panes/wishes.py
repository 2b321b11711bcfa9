"""What a pane may ask of the desk: small messages that bubble up; panes never speak to one another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.model import Conflict
from tui.reader.eventsieve import EventSieve
from tui.reader.place import Goto

if TYPE_CHECKING:  # for annotations alone: a card brings the engine that says why
    from tui.corpus.lore import Suggested
    from tui.reader.peek import Card
    from tui.reader.redate import Misdated


@dataclass
class Went(Message):
    """The reader chose to be elsewhere."""

    goto: Goto
    """Where."""

    def can_replace(self, message: Message) -> bool:
        """Of several queued small steps only the last matters."""
        return isinstance(message, Went) and self.goto.keep and message.goto.keep


@dataclass
class OpenDossier(Message):
    """The reader wants to know all about an entity."""

    entity: int
    """Entity id."""


@dataclass
class CompareSources(Message):
    """The reader wants to see side by side what tells, and what contradicts, an event."""

    event: int
    """Event id."""
    conflict: Conflict | None = None
    """The conflict to see alone, if it is one of several of the event."""


@dataclass
class SiftEvents(Message):
    """The reader wants to choose which events are shown."""

    sieve: EventSieve
    """Which are shown now."""


@dataclass
class JudgeConflict(Message):
    """The reader says something of a conflict, or takes it back."""

    conflict: Conflict
    """The conflict."""
    verdict: str
    """`DISMISSED` or `KEPT_OPEN` of `tui.corpus.claims`."""


@dataclass
class WriteNote(Message):
    """The reader wants to write a note on what is in focus here."""

    span: tuple[int, int] | None = None
    """Offsets of a passage of the article in view."""
    article: int | None = None
    """Article, when the note is on a whole article."""
    entity: int | None = None
    """Entity, when the note is on an entity."""
    event: int | None = None
    """Event, when the note is on an event."""
    note: str | None = None
    """Id of a note to change instead."""


@dataclass
class ReadNotes(Message):
    """The reader wants to read the notes on what is in focus here; the first that is given counts."""

    entity: int | None = None
    """Entity id."""
    event: int | None = None
    """Event id."""
    span: tuple[int, int] | None = None
    """Offsets of a stretch of the article in view."""


@dataclass
class ShowCard(Message):
    """The reader wants a closer look at a date or name."""

    card: "Card"
    """What is known of it."""


@dataclass
class CorrectDate(Message):
    """The reader knows a date better than the text."""

    what: "Misdated"
    """The date."""


@dataclass
class TellName(Message):
    """The reader knows a name better than the text, or asks why it is taken as it is."""

    act: str
    """What is to be done: merge, split, rename, retype, ignore, why."""
    entity: int
    """Entity id."""


@dataclass
class AnswerSuggestion(Message):
    """The reader says whether two names are one."""

    suggested: "Suggested"
    """The two."""
    same: bool | None
    """Whether they are; None to see both first."""


@dataclass
class ReadToEnd(Message):
    """The end of an article came into view."""

    article: int
    """Article id."""


@dataclass
class TurnRead(Message):
    """The reader says that an article was read, or that it is unread again."""

    article: int
    """Article id."""


@dataclass
class TurnStar(Message):
    """The reader gives an article a star, or takes it away."""

    article: int
    """Article id."""


@dataclass
class AllRead(Message):
    """The reader wants to be done with many articles at once."""

    articles: Sequence[int]
    """Article ids."""


@dataclass
class LayBeside(Message):
    """The reader wants to see two articles side by side."""

    article: int
    """Id of the one."""
    other: int | None = None
    """Id of the other; None to be asked."""


@dataclass
class ChooseOne(Message):
    """The reader is to choose one of several things; the pane that asks is told which."""

    title: str
    """What is chosen."""
    about: str
    """What choosing does."""
    options: Sequence[tuple[str, str]]
    """Each with a word at the end of its row: a count, what is in force."""
    chosen: Callable[[int], None]
    """Called with the index of what was chosen; not at all if nothing was."""


@dataclass
class Said(Message):
    """A sentence for the status line."""

    sentence: str
    """The sentence; made safe where it is shown."""
    wrong: bool = False
    """Whether it says that something went wrong."""


@dataclass
class Search(Message):
    """The reader wants to search the full text."""

    query: str = ""
    """What to begin with."""


@dataclass
class SearchStep(Message):
    """The reader wants the next hit of the search they are going through."""

    by: int
    """1 for the next, -1 for the one before."""


@dataclass
class LabelLinks(Message):
    """The reader wants to open a link by a letter."""

    labels: tuple[str, ...]
    """The letters, as they stand in the text."""
