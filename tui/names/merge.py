"""Joins groups that are one entity: a forest of groups, each joined to another with the reason why."""

from collections.abc import Iterable

from tui.names.groups import Group
from tui.names.kinds import add


class Forest:
    """Which groups are one entity, and why. Joining never looks at more than the two groups it is given."""

    __slots__ = ("_parents", "apart", "groups", "reasons")

    def __init__(self, groups: dict[str, Group]) -> None:
        """`groups` by key; each begins as an entity of its own."""
        self.groups = groups
        """The groups by key."""
        self.reasons: dict[str, str] = {}
        """Why a key was joined to a fuller one."""
        self.apart: set[tuple[str, str]] = set()
        """Pairs of keys that may never meet."""
        self._parents: dict[str, str] = {}

    def root(self, key: str) -> str:
        """The key that stands for the entity `key` belongs to."""
        parents = self._parents
        while (parent := parents.get(key)) is not None:
            grand = parents.get(parent)
            if grand is not None:
                parents[key] = grand
            key = parent
        return key

    def join(self, child: str, parent: str, reason: str) -> bool:
        """Makes `child` another name of `parent`; the reason is kept. False if they were one already."""
        below, above = self.root(child), self.root(parent)
        if below == above:
            return False
        self._parents[below] = above
        self.reasons.setdefault(child, reason)
        lower, upper = self.groups[below], self.groups[above]
        upper.votes = add(upper.votes, lower.votes)
        return True

    def members(self, keys: Iterable[str]) -> dict[str, list[str]]:
        """The keys of each entity, by root, in the order given."""
        members: dict[str, list[str]] = {}
        for key in keys:
            members.setdefault(self.root(key), []).append(key)
        return members
