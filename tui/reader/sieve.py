"""Which notes are shown: all, or those of one kind, state, tag, article or entity."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tui.notes.model import ARTICLE, ENTITY, EVENT, SPAN
from tui.reader.place import Place
from tui.reader.placed import DRAFT, EXACT, MOVED, ORPHAN, UNSURE, PlacedNote

_KINDS = {SPAN: "on passages", ARTICLE: "on articles", ENTITY: "on names", EVENT: "on events"}
_STATES = {
    DRAFT: "not saved",
    UNSURE: "unsure of their place",
    ORPHAN: "orphans: their place is gone",
    MOVED: "moved, to be accepted",
    EXACT: "where they were written",
}


@dataclass(frozen=True, slots=True)
class Sieve:
    """What lets notes through; the empty one lets all."""

    by: str = ""
    """kind, state, tag, highlight, article or entity; "" for all. The last two follow the reader."""
    value: str = ""
    """The kind, state or tag."""

    def lets(self, placed: PlacedNote, place: Place) -> bool:
        """Whether a note is shown to a reader at a place."""
        match self.by:
            case "kind":
                return placed.note.on == self.value
            case "state":
                return placed.state == self.value
            case "tag":
                return self.value in placed.note.tags
            case "highlight":
                return not placed.note.text.strip()
            case "article":
                return placed.article == place.article
            case "entity":
                return placed.entity is not None and placed.entity == place.entity
        return True

    @property
    def words(self) -> str:
        """What is shown, for people; "" for all."""
        match self.by:
            case "kind":
                return _KINDS.get(self.value, f"on “{self.value}”")
            case "state":
                return _STATES.get(self.value, self.value)
            case "tag":
                return f"#{self.value}"
            case "highlight":
                return "highlights without words"
            case "article":
                return "of this article"
            case "entity":
                return "on the name in focus"
        return ""


def sieves(notes: Sequence[PlacedNote], place: Place) -> list[tuple[Sieve, int]]:
    """Every sieve that lets some note through, with how many: all, the reader's place, states, kinds, tags."""
    kinds = Counter(placed.note.on for placed in notes)
    states = Counter(placed.state for placed in notes)
    tags = Counter(tag for placed in notes for tag in dict.fromkeys(placed.note.tags))
    wanted = [
        Sieve(),
        Sieve("article"),
        Sieve("entity"),
        *(Sieve("state", state) for state in _STATES if states[state]),
        *(Sieve("kind", kind) for kind in sorted(kinds, key=lambda kind: (kind not in _KINDS, -kinds[kind], kind))),
        Sieve("highlight"),
        *(Sieve("tag", tag) for tag in sorted(tags, key=lambda tag: (-tags[tag], tag.casefold()))),
    ]
    counted = [(sieve, sum(sieve.lets(placed, place) for placed in notes)) for sieve in wanted]
    return [(sieve, count) for sieve, count in counted if count or not sieve.by]
