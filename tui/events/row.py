"""Knows what one found event is, before the corpus gives it a number."""

from typing import NamedTuple

from tui.model import When


class EventRow(NamedTuple):
    """One dated statement of one article; the corpus makes a `model.Event` of it. Offsets are code points."""

    when: When
    """When it happened, as far as the text says."""
    start: int
    """Offset of the clause that tells it."""
    end: int
    """Offset after that clause."""
    at: int
    """Offset of the date expression it hangs on; the clause's start if the date came from elsewhere."""
    headline: str
    """One line of it, from its subject, at most 100 characters, without line breaks."""
    entities: tuple[int, ...]
    """Entities named in the clause, each once, in order of appearance."""
    rule: str
    """The rule that dated it: the date's own, "heading", or "reported"."""
    reported: bool = False
    """Dated only by the article's publication: shown as "reported", never as "happened"."""
    parts: tuple[tuple[int, str], ...] = ()
    """(entity, `WHO`, `WHOM` or `WHERE`) of those whose part in it the words tell."""

    def taking(self, parts: tuple[tuple[int, str], ...]) -> "EventRow":
        """The same with these parts."""
        return self if parts == self.parts else self._replace(parts=parts)
