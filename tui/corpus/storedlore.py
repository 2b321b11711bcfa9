"""Lore in columns: roles, suggestions, votes and first spellings made when asked for."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property

from tui.corpus.coded import KINDS
from tui.corpus.lore import Lore, RoleSaid, Suggested, Votes
from tui.corpus.made import Made
from tui.corpus.slab import Table
from tui.corpus.stored import Dates, Groups, olds_of


class _Roles(Made[RoleSaid]):
    def __init__(self, slab: Table, dates: Dates) -> None:
        names = ("article", "person", "role", "other", "start", "end")
        self._columns = [slab.numbers(f"role.{name}") for name in names]
        self._word = dates.word
        super().__init__(len(self._columns[0]))

    def _make(self, row: int) -> RoleSaid:
        article, person, role, other, start, end = (column[row] for column in self._columns)
        return RoleSaid(article, person, self._word(role), other, start, end)


class StoredLore(Lore):
    """Facts about entities, by entity id."""

    def __init__(self, slab: Table, dates: Dates) -> None:
        self._told: Sequence[RoleSaid] = _Roles(slab, dates)
        self._held = Groups(slab, "roles_of")
        columns = [slab.numbers(f"suggested.{name}") for name in ("entity", "other", "reason", "score")]
        self.suggestions = tuple(
            Suggested(entity, other, dates.word(reason), score)
            for entity, other, reason, score in zip(*columns, strict=True)
        )
        self._kinds, self._weights = slab.numbers("vote.kind"), slab.numbers("vote.weight")
        self._vote_ends = slab.numbers("entity.votes")
        self._places = [slab.numbers(f"first.{name}") for name in ("entity", "spelling", "article", "start")]
        self._word = dates.word
        self._now: Sequence[int] | None = None
        self._olds: dict[int, list[int]] = {}

    @cached_property
    def roles(self) -> Sequence[RoleSaid]:  # type: ignore[override]  # found when asked for
        """Every role that is stated, in reading order."""
        return self._told if self._now is None else list(self._moved(self._told, self._now))

    def roles_of(self, entity: int) -> Sequence[RoleSaid]:
        """The roles that an entity holds, or that are held with it, in reading order."""
        if self._now is None:
            return [self._told[row] for row in self._held.of(entity)]
        rows = sorted({row for old in self._olds.get(entity, ()) for row in self._held.of(old)})
        return list(self._moved((self._told[row] for row in rows), self._now))

    def relabelled(self, now: Sequence[int]) -> "StoredLore":
        """The same facts of entities with other ids; `now[i]` is the new id of i, -1 if it is gone."""
        other = copy(self)
        other.__dict__.pop("roles", None)
        other._now, other._olds = now, olds_of(now)
        other.suggestions = tuple(
            replace(one, entity=now[one.entity], other=now[one.other])
            for one in self.suggestions
            if -1 != now[one.entity] != now[one.other] != -1
        )
        return other

    def votes_of(self, entity: int) -> Votes:
        """What spoke for each kind of an entity in the texts, the strongest first; empty if nothing did."""
        own = next(iter(self._stored(entity)), None)
        if own is None or not 0 <= own < len(self._vote_ends):
            return ()
        votes = range(self._vote_ends[own - 1] if own else 0, self._vote_ends[own])
        return tuple((KINDS[self._kinds[at]], self._weights[at]) for at in votes)

    def first_of(self, entity: int, spelling: str) -> tuple[int, int] | None:
        """Article and offset of the first mention of an entity in this very spelling; None if there is none."""
        entities, words, articles, starts = self._places
        found: list[tuple[int, int]] = []
        for own in self._stored(entity):
            first = bisect_left(entities, own)
            rows = range(first, bisect_left(entities, own + 1, lo=first))
            found += [(articles[row], starts[row]) for row in rows if self._word(words[row]) == spelling]
        return min(found, default=None)

    def _stored(self, entity: int) -> Sequence[int]:
        return (entity,) if self._now is None else self._olds.get(entity, ())

    def _moved(self, roles: "Sequence[RoleSaid] | Iterator[RoleSaid]", now: Sequence[int]) -> Iterator[RoleSaid]:
        for one in roles:
            if -1 != now[one.person] != now[one.other] != -1:
                yield replace(one, person=now[one.person], other=now[one.other])
