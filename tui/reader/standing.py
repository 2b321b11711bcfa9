"""Why a key has nothing to do just now: asked before it is pressed, so that a list of keys can say so."""

from dataclasses import dataclass

from tui.corpus.tables import Corpus
from tui.reader.place import Place
from tui.reader.trail import Trail

READING = "The collection is still being read."
NO_ENTITY = "No name is in focus: ] steps to one."

_NEEDS_ENTITY = frozenset({"article.mention-next", "article.mention-previous"})
_NEEDS_EVENT = frozenset({
    "timeline.who", "timeline.compare", "timeline.note", "timeline.read-notes", "timeline.redate",
})  # fmt: skip
_NEEDS_CONFLICT = frozenset({"timeline.conflicts", "timeline.dismiss", "timeline.keep-open"})
_NEEDS_NOTE = frozenset({"notes.edit", "notes.delete", "notes.tag", "notes.place", "notes.filter"})
_NEEDS_ALL = frozenset({"desk.jump", "timeline.filter", "entities.filter"})


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand with the reader, as far as it decides what a key can do."""

    corpus: Corpus
    """The collection."""
    place: Place
    """Where the reader is."""
    trail: Trail
    """The way they came."""
    notes: int = 0
    """Number of notes on the collection."""
    marks: int = 0
    """Number of places marked with a letter."""
    undoable: bool = True
    """Whether a change of a note or correction can be taken back."""
    redoable: bool = True
    """Whether one can be made again."""
    damaged: bool = True
    """Whether a notes file is damaged."""
    working: bool = True
    """Whether something long is going on, or was stopped."""
    found: bool = True
    """Whether a search is open, in the active pane or of the collection."""


def why_not(name: str, standing: Standing) -> str:
    """Why the key of that name has nothing to do now, as a sentence; "" if it has, or if that is not known."""
    corpus, place = standing.corpus, standing.place
    if name in _NEEDS_ALL and not corpus.complete:
        return READING
    if name in _NEEDS_ENTITY and place.entity is None:
        return NO_ENTITY
    if name in _NEEDS_EVENT | _NEEDS_CONFLICT and not len(corpus.events):
        return "No article here dates an event." if corpus.complete else READING
    if name in _NEEDS_CONFLICT and not corpus.conflicts:
        return "No two statements contradict each other here." if corpus.complete else READING
    if name in _NEEDS_NOTE and not standing.notes:
        return "There are no notes yet: a writes one."
    return _of_the_way(name, standing)


def _of_the_way(name: str, standing: Standing) -> str:
    """The same, of the keys that go somewhere or take something back."""
    article, last = standing.place.article, len(standing.corpus.articles) - 1
    reasons = {
        "desk.back": (not standing.trail.behind, "This is where you began."),
        "desk.forward": (not standing.trail.ahead, "Nothing lies ahead."),
        "desk.article-next": (article >= last, "This is the last article."),
        "desk.article-previous": (article <= 0, "This is the first article."),
        "desk.to-mark": (not standing.marks and not standing.trail.behind, "Nothing is marked yet: m marks a place."),
        "desk.undo": (not standing.undoable, "There is nothing to undo."),
        "desk.redo": (not standing.redoable, "There is nothing to make again."),
        "desk.stop": (not standing.working, "Nothing long is going on."),
        "notes.mend": (not standing.damaged, "No notes file is damaged."),
        "pane.find-next": (not standing.found, "No search is open: / searches this pane, s the whole collection."),
        "pane.find-previous": (not standing.found, "No search is open: / searches this pane, s the whole collection."),
    }
    idle, reason = reasons.get(name, (False, ""))
    return reason if idle else ""
