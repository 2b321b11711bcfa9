"""What is known of entities beside their names: roles, votes, where a spelling comes first, which two may be one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

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
    """Facts about entities, by entity id."""

    def __init__(
        self,
        roles: Iterable[RoleSaid] = (),
        suggestions: Iterable[Suggested] = (),
        votes: Sequence[Votes] = (),
        first: Mapping[tuple[int, str], tuple[int, int]] | None = None,
    ) -> None:
        """`roles` in reading order; `first` gives article and offset by entity and spelling as written."""
        self.roles = tuple(roles)
        """Every role that is stated, in reading order."""
        self.suggestions = tuple(suggestions)
        """Pairs of entities that may be one and that nobody has answered, the likeliest first."""
        self._votes = votes
        self._first = first or {}
        self._roles_of: dict[int, list[RoleSaid]] = {}
        for one in self.roles:
            for entity in dict.fromkeys((one.person, one.other)):
                self._roles_of.setdefault(entity, []).append(one)

    def roles_of(self, entity: int) -> Sequence[RoleSaid]:
        """The roles that an entity holds, or that are held with it, in reading order."""
        return self._roles_of.get(entity, ())

    def relabelled(self, now: Sequence[int], count: int) -> "Lore":
        """The same facts of entities with other ids, `count` in all; `now[i]` is the new id of i, -1 if it is gone."""
        roles = [
            replace(one, person=now[one.person], other=now[one.other])
            for one in self.roles
            if -1 != now[one.person] != now[one.other] != -1
        ]
        asked = [
            replace(one, entity=now[one.entity], other=now[one.other])
            for one in self.suggestions
            if -1 != now[one.entity] != now[one.other] != -1
        ]
        votes: list[Votes] = [()] * count
        for entity in range(len(self._votes) - 1, -1, -1):
            if now[entity] >= 0:
                votes[now[entity]] = self._votes[entity]
        first: dict[tuple[int, str], tuple[int, int]] = {}
        for (entity, spelling), place in self._first.items():
            if now[entity] >= 0:
                key = (now[entity], spelling)
                first[key] = min(place, first.get(key, place))
        return Lore(roles, asked, votes, first)

    def votes_of(self, entity: int) -> Votes:
        """What spoke for each kind of an entity in the texts, the strongest first; empty if nothing did."""
        return self._votes[entity] if entity < len(self._votes) else ()

    def first_of(self, entity: int, spelling: str) -> tuple[int, int] | None:
        """Article and offset of the first mention of an entity in this very spelling; None if there is none."""
        return self._first.get((entity, spelling))
