"""Joins groups that are one entity: a forest of groups, each joined to another with the reason why."""

from collections.abc import Iterable

from tui.model import Kind
from tui.names.groups import Group
from tui.names.heads import HEADS_ORGANISATION
from tui.names.kinds import add, decide


def _goes_on(key: str, others: set[str]) -> bool:
    rest, _, last = key.rpartition(" ")
    return last in HEADS_ORGANISATION and rest in others


class Forest:
    """Which groups are one entity, and why. Joining never looks at more than the two groups it is given."""

    __slots__ = ("_members", "_parents", "claimed", "groups", "reasons")

    def __init__(self, groups: dict[str, Group]) -> None:
        """`groups` by key; each begins as an entity of its own."""
        self.groups = groups
        """The groups by key."""
        self.reasons: dict[str, str] = {}
        """Why a key was joined to a fuller one."""
        self.claimed: dict[str, int] = {}
        """By root: which entity somebody wrote down it belongs to; two different ones never join."""
        self._parents: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}

    def root(self, key: str) -> str:
        """The key that stands for the entity `key` belongs to."""
        parents = self._parents
        while (parent := parents.get(key)) is not None:
            grand = parents.get(parent)
            if grand is not None:
                parents[key] = grand
            key = parent
        return key

    def join(self, child: str, parent: str, reason: str, *, firm: bool = False) -> bool:
        """Makes `child` another name of `parent`; the reason is kept. True if they were two before and are one now.

        Unless the text itself says so (`firm`), a name never joins one that goes on where it ends with a head noun:
        "Hezbollah" is not the "Hezbollah Brigades".
        """
        below, above = self.root(child), self.root(parent)
        if below == above or (not firm and self._contained(below, above)):
            return False
        owners = {self.claimed[root] for root in (below, above) if root in self.claimed}
        if len(owners) > 1:
            return False
        self.claimed.update((above, owner) for owner in owners)
        self._members.setdefault(above, [above]).extend(self._members.pop(below, [below]))
        self._parents[below] = above
        self.reasons.setdefault(child, reason)
        lower, upper = self.groups[below], self.groups[above]
        upper.votes = add(upper.votes, lower.votes)
        return True

    def kind(self, key: str) -> Kind:
        """The kind of the entity `key` belongs to, by all its votes."""
        return decide(self.groups[self.root(key)].votes)

    def _contained(self, below: str, above: str) -> bool:
        short = set(self._members.get(below, [below]))
        long = set(self._members.get(above, [above]))
        return any(_goes_on(key, long) for key in short) or any(_goes_on(key, short) for key in long)

    def members(self, keys: Iterable[str]) -> dict[str, list[str]]:
        """The keys of each entity, by root, in the order given."""
        members: dict[str, list[str]] = {}
        for key in keys:
            members.setdefault(self.root(key), []).append(key)
        return members
