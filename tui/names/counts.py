"""Counts what article after article says about names, compactly: what a whole collection is judged by."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from sys import intern

from tui.names.candidate import Candidate
from tui.names.fold import tokens
from tui.names.groups import PAPER, Group
from tui.names.heads import HEADS_ORGANISATION
from tui.names.kinds import WEIGHED
from tui.names.learned import known_cues

_FIELDS = 3


class NameCounts:
    """The groups of a collection as its articles are counted one by one; nothing of an article itself is kept.

    About 1 kB an article and 2 kB a name stay in memory.
    """

    __slots__ = ("_every_cue", "_keys", "_number_of", "_seen", "articles", "groups")

    def __init__(self, found: Iterable[Sequence[Candidate]] = (), *, every_cue: bool = False) -> None:
        """Counts `found`, the candidates of articles 0, 1, 2 ...; with `every_cue` also those no rule weighs."""
        self.groups: dict[str, Group] = {}
        """The groups by key, in order of first appearance, not judged yet."""
        self.articles = 0
        """How many articles were counted."""
        self._every_cue = every_cue
        self._keys: list[str] = []
        self._number_of: dict[str, int] = {}
        self._seen: list[array[int]] = []
        for candidates in found:
            self.add(candidates)

    def add(self, candidates: Sequence[Candidate]) -> None:
        """Count the next article."""
        article = self.articles
        self.articles += 1
        seen = array("I")
        wanted = None if self._every_cue else weighed_cues()
        for candidate in candidates:
            number = self._number_of.get(candidate.name)
            if number is None:
                number = self._number(candidate.name)
            key = self._keys[number]
            if not key:
                continue
            group = self.groups.get(key)
            if group is None:
                group = self.groups[key] = Group(key, tuple(key.split()))
            name = candidate.name
            group.surfaces[name] = group.surfaces.get(name, 0) + candidate.count
            if not group.articles or group.articles[-1] != article:
                group.articles.append(article)
            group.initial += candidate.initial
            group.lower += candidate.lower
            around = group.cues
            for cue in candidate.cues:
                if wanted is None or cue in wanted:
                    cue = intern(cue)
                    around[cue] = around.get(cue, 0) + 1
            if candidate.stated:
                group.stated.extend(stated for stated in candidate.stated if stated not in group.stated)
            seen.extend((number, candidate.first, candidate.count))
        self._seen.append(seen)

    def names_in(self, article: int) -> Iterator[tuple[str, int, int]]:
        """What article `article` names: the key of each candidate, its first offset and its count."""
        seen = self._seen[article]
        for at in range(0, len(seen), _FIELDS):
            yield self._keys[seen[at]], seen[at + 1], seen[at + 2]

    def _number(self, name: str) -> int:
        """The number of a spelling not met before."""
        number = self._number_of[name] = len(self._keys)
        self._keys.append(intern(" ".join(tokens(name))))
        return number


@cache
def weighed_cues() -> frozenset[str]:
    """The cues that some rule or the learned model looks at; others would only fill the memory."""
    ahead = {">" + head for head in HEADS_ORGANISATION}
    asked = {"title", "poss", "weapon", "shortened", "common", "the", ">(", "<a", "<an"} | set(PAPER)
    return frozenset(WEIGHED | known_cues() | ahead | asked)
