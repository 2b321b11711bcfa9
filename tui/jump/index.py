"""Knows all targets and ranks them for a query, letter by letter, however many there are."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from heapq import nsmallest
from math import log2

from tui.dates.edtf import parse
from tui.dates.words import describe
from tui.jump.dates import read_dates
from tui.jump.fold import loose_all
from tui.jump.letters import lit
from tui.jump.match import Query, joined, least_among, likeness, strict
from tui.jump.order import foremost_first
from tui.jump.scope import REST, SCOPES, read_scope
from tui.jump.shelf import Shelf
from tui.jump.target import Hit, Target, Tier

_ENOUGH = 8
_STEPS = {tier: step for step, tier in enumerate(Tier)}
_TOPS = {Tier.EXACT: 100, Tier.START: 98, Tier.WORD: 94, Tier.INITIALS: 90, Tier.ALIAS: 86, Tier.RECENT: 82}
_PRIOR = 0.004
_LONG_NAMES = "#"
_COMMANDS = ">"
_ALL = REST.union(*SCOPES.values())
_MOST_PRIOR = 0.04
Found = tuple[int, float, int, Tier]
Key = tuple[str, int | str]


class JumpIndex:
    """Every spelling of every target, numbered so that a smaller number is the one to show first."""

    def __init__(
        self,
        targets: Sequence[Target],
        owners: "array[int]",
        spellings: "array[int]",
        shelves: dict[str, Shelf],
        days: Sequence[int],
    ) -> None:
        self._days = days
        self._targets = targets
        self._owners = owners
        self._spellings = spellings
        self._shelves = shelves
        self._rows: dict[Key, int] = {}
        self._idles: dict[str, list[int]] = {}
        self._names = [_spelling(targets[owner], spelling) for owner, spelling in zip(owners, spellings, strict=True)]
        self._least = least_among(len(owners))

    @classmethod
    def build(cls, targets: Sequence[Target], days: Iterable[int] = ()) -> "JumpIndex":
        """Index targets; `targets` is kept and must not change. Takes some seconds for a million names.

        `days` are the day numbers on which something happened: they tell which year a date without one may mean.
        """
        owners, spellings, plains = foremost_first(targets)
        shelves: dict[str, Shelf] = {}
        for sign, kinds in (*SCOPES.items(), ("", REST)):
            numbers = [number for number, owner in enumerate(owners) if targets[owner].kind in kinds]
            if numbers:
                said = [plains[number] for number in numbers]
                shelves[sign] = Shelf.build(numbers, said, loose_all(said))
        return cls(targets, owners, spellings, shelves, sorted(days))

    def rank(self, query: str, *, limit: int = 20, recent: Sequence[Key] = ()) -> list[Hit]:
        """The targets a query may mean, best first, at most `limit`; empty if nothing comes near.

        A sign before the query narrows it to one kind (`scope`). A query that is a date gives that date first.
        `recent` names (kind, ref) of targets visited lately, latest first: an empty query shows them before the
        heaviest, any other prefers them among uncertain matches. A letter more of the same name never demotes it.
        """
        sign, typed = read_scope(query)
        asked = Query.read(typed)
        if not typed:
            return self._idle(sign, limit, recent)
        if not asked.text:
            return []
        hits = self._date(typed) if sign in ("", "#") else []
        # What a key does is asked for by its sign alone: its sentences hold too many common words.
        shelves = [shelf for at, shelf in self._shelves.items() if (at == sign if sign else at != _COMMANDS)]
        counts = [sum(shelf.count(sound) for shelf in shelves) for sound in asked.sounds]
        asked = asked.weighed(counts, len(self._owners))
        found = sorted(self._found(asked, shelves, frozenset(recent), limit))
        seen: set[int] = set()
        for _, cost, number, tier in found:
            owner = self._owners[number]
            if len(hits) >= limit:
                break
            if owner not in seen:
                seen.add(owner)
                hits.append(self._hit(number, tier, cost, asked, len(seen)))
        return hits[:limit]

    def _found(self, query: Query, shelves: Sequence[Shelf], recent: frozenset[Key], limit: int) -> list[Found]:
        fitting = {number for shelf in shelves for number in shelf.fitting(query)}
        found = [one for one in (self._strictly(query, number) for number in fitting) if one is not None]
        if len(found) >= limit:
            return found
        left = fitting.difference(number for _, _, number, _ in found)
        found += self._likely(query, left, recent, likeness, strictly=False)
        if len(found) < _ENOUGH:
            # A headline holds so many words that some word of it is always near: only asked for by itself.
            short = [shelf for sign, shelf in self._shelves.items() if shelf in shelves and sign != _LONG_NAMES]
            near = {number for shelf in short or shelves for number in shelf.near(query)} - fitting
            found += self._likely(query, near, recent, likeness)
        if not found:
            split = {number for shelf in shelves for number in shelf.split(query)}
            found += self._likely(query, split, recent, joined)
        return found

    def _strictly(self, query: Query, number: int) -> Found | None:
        tier = strict(query, self._names[number])
        if tier is None:
            return None
        tier = Tier.ALIAS if self._spellings[number] else tier
        return _STEPS[tier], 0.0, number, tier

    def _likely(
        self,
        query: Query,
        numbers: Iterable[int],
        recent: frozenset[Key],
        judge: Callable[[Query, str], float],
        *,
        strictly: bool = True,
    ) -> list[Found]:
        """Those of the numbers that come near; `strictly` if some may fit letter for letter as well."""
        found: list[Found] = []
        for number in numbers:
            fits = self._strictly(query, number) if strictly else None
            if fits is not None:
                found.append(fits)
                continue
            like = judge(query, self._names[number])
            if like >= self._least:
                target = self._targets[self._owners[number]]
                tier = Tier.RECENT if (target.kind, target.ref) in recent else Tier.FUZZY
                prior = min(_MOST_PRIOR, _PRIOR * log2(1 + target.weight))
                found.append((_STEPS[tier], -like - prior, number, tier))
        return found

    def _hit(self, number: int, tier: Tier, cost: float, query: Query, place: int) -> Hit:
        target, spelling = self._targets[self._owners[number]], self._spellings[number]
        name = self._names[number]
        score = min(78.0, -cost * 80) if tier is Tier.FUZZY else _TOPS[tier] - 3 * (1 - 1 / place)
        reason = target.aliases[spelling - 1][1] if spelling else ""
        return Hit(target, name, reason, tier, round(score, 1), lit(query, name, tier))

    def _date(self, typed: str) -> list[Hit]:
        hits: list[Hit] = []
        for value in read_dates(typed, self._days):
            name = typed if len(hits) == 0 and typed.endswith(value[:4]) else describe(parse(value))
            letters = tuple(range(len(name))) if name == typed else ()
            hits.append(Hit(Target("date", name, value), name, "", Tier.EXACT, 100.0, letters))
        return hits

    def _idle(self, sign: str, limit: int, recent: Sequence[Key]) -> list[Hit]:
        """What an empty box shows: targets visited lately, then the heaviest."""
        kinds = SCOPES.get(sign)
        self._look_up(recent)
        lately = [row for key in recent if (row := self._rows[key]) >= 0]
        rows = dict.fromkeys(row for row in lately if kinds is None or self._targets[row].kind in kinds)
        known = len(rows)
        rows.update(dict.fromkeys(self._heaviest(sign, limit)))
        return [
            Hit(self._targets[row], self._targets[row].name, "", Tier.RECENT if place < known else Tier.START, 0.0, ())
            for place, row in enumerate(rows)
        ][:limit]

    def _heaviest(self, sign: str, limit: int) -> Sequence[int]:
        """Rows of the heaviest targets, what keys do only where it is asked for; looked for once."""
        if sign not in self._idles or len(self._idles[sign]) < limit:
            kinds = SCOPES.get(sign, _ALL - SCOPES[_COMMANDS])
            fitting = (row for row, target in enumerate(self._targets) if target.kind in kinds)
            self._idles[sign] = nsmallest(limit, fitting, key=lambda row: (-self._targets[row].weight, row))
        return self._idles[sign]

    def _look_up(self, keys: Iterable[Key]) -> None:
        """Find the rows of targets by kind and reference, -1 for those that are none; all in one walk, once."""
        wanted = set(keys).difference(self._rows)
        if wanted:
            self._rows.update(dict.fromkeys(wanted, -1))
            for row, target in enumerate(self._targets):
                if (target.kind, target.ref) in wanted:
                    self._rows[target.kind, target.ref] = row


def _spelling(target: Target, number: int) -> str:
    return target.aliases[number - 1][0] if number else target.name
