"""What is known of entities beside their names: roles, votes, where a spelling comes first, which two may be one."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.model import Kind


@dataclass(frozen=True, slots=True)
class RoleSaid:
    """One statement of what somebody is to somebody or something. Offsets are code points of the article's text."""

    article: int
    """Article id."""
    person: int
    """Entity id of the person."""
    role: str
    """The words of the text: "senior aide"."""
    other: int
    """Entity id of the person, group or place the role is held with."""
    start: int
    """Offset where the statement begins: the first of its two names."""
    end: int
    """Offset where it ends."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """Two entities that may be one: too weak to join, worth asking about."""

    entity: int
    """Id of the less mentioned one."""
    other: int
    """Id of the one it may belong to."""
    reason: str
    """Why, in a few words for people."""
    score: float
    """How alike the two names are, 0 to 1."""


Votes = tuple[tuple[Kind, float], ...]
"""What spoke for each kind of an entity, the strongest first."""


class Lore:
    """Facts about entities, by entity id: here none, as of a collection that was not read to its end."""

    roles: Sequence[RoleSaid] = ()
    """Every role that is stated, in reading order."""
    suggestions: Sequence[Suggested] = ()
    """Pairs of entities that may be one and that nobody has answered, the likeliest first."""

    def roles_of(self, entity: int) -> Sequence[RoleSaid]:
        """The roles that an entity holds, or that are held with it, in reading order."""
        del entity
        return ()

    def relabelled(self, now: Sequence[int]) -> "Lore":
        """The same facts of entities with other ids; `now[i]` is the new id of i, -1 if it is gone."""
        del now
        return self

    def votes_of(self, entity: int) -> Votes:
        """What spoke for each kind of an entity in the texts, the strongest first; empty if nothing did."""
        del entity
        return ()

    def first_of(self, entity: int, spelling: str) -> tuple[int, int] | None:
        """Article and offset of the first mention of an entity in this very spelling; None if there is none."""
        del entity, spelling
        return None
