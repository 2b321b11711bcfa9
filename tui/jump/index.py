"""Knows all targets and ranks them for a query, letter by letter, however many there are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from math import log2
from pathlib import Path

from tui.dates.edtf import parse
from tui.dates.words import describe
from tui.jump.among import before_dates
from tui.jump.chance import ENOUGH, LEAST_OF_ALL, Near, least_for_any, least_joined, least_likeness
from tui.jump.dates import read_dates
from tui.jump.fold import plain
from tui.jump.match import Forms, Query, joined, likeness, strict
from tui.jump.order import beside_name
from tui.jump.scope import SCOPES, read_scope
from tui.jump.shelf import Shelf
from tui.jump.spellings import Spellings
from tui.jump.stock import Stock
from tui.jump.target import Hit, Target, Tier

_ENOUGH = 8
_TIERS = tuple(Tier)
_STEPS = {tier: step for step, tier in enumerate(_TIERS)}
_BEGUN = frozenset((Tier.EXACT, Tier.START))
_TOPS = {Tier.EXACT: 100, Tier.START: 98, Tier.WORD: 94, Tier.INITIALS: 90, Tier.ALIAS: 86, Tier.RECENT: 82}
_PRIOR = 0.004
_LONG_NAMES = "#"
_COMMANDS = ">"
_HEADLINED = "event"
_MOST_PRIOR = 0.04
_FEWEST_KEPT = 64
_SURELY = -0.96
_UNSURE = frozenset((Tier.RECENT, Tier.FUZZY))
_LAST_TURN = 2**40
Place = tuple[int, int]
Found = tuple[int, float, Place, Tier, int, int]
"""Step of the tier, cost, place among equals, the tier itself, number of the stock, number in that stock."""
Key = tuple[str, int | str]


class JumpIndex:
    """Every spelling of every target, ranked for what is typed."""

    def __init__(self, stock: Stock, beside: Stock | None = None, more: Sequence[Target] = ()) -> None:
        """`beside` holds a few lighter targets more, made anew whenever they change; `more` are always among these.

        A target that is in both is shown once.
        """
        self._more = more
        self._stocks = (stock,) if beside is None else (stock, beside)
        self._places = stock.places(beside) if beside is not None else []

    @classmethod
    def build(
        cls, targets: Iterable[Target], days: Iterable[int] = (), breathe: Callable[[], None] = lambda: None
    ) -> "JumpIndex":
        """Put targets in order; takes some seconds for a hundred thousand. `breathe` is called often.

        `days` are the day numbers on which something happened: they tell which year a date without one may mean.
        """
        return cls(Stock.build(Spellings.of(targets, breathe), days, breathe))

    def beside(self, targets: Iterable[Target]) -> "JumpIndex":
        """The same with a few targets more, in place of those that were beside it: notes, tags, commands."""
        few = Spellings.of([*self._more, *targets])
        return JumpIndex(self._stocks[0], Stock.build(few) if len(few) else None, self._more)

    def save(self, path: Path, key: str) -> None:
        """Put it in a file, without what is beside it; `key` says what it was made of. Raises OSError."""
        self._stocks[0].save(path, key)

    @classmethod
    def open(cls, path: Path, key: str) -> "JumpIndex | None":
        """The one saved under a key; None if there is none, or it is damaged or of another version."""
        stock = Stock.open(path, key)
        return cls(stock) if stock is not None else None

    def rank(self, query: str, *, limit: int = 20, recent: Sequence[Key] = ()) -> list[Hit]:
        """The targets a query may mean, best first, at most `limit`; empty if nothing comes near.

        A sign before the query narrows it to one kind (`scope`). A query that is a date gives that date first, but for
        what starts with it (`before_dates`). `recent` names (kind, ref) of targets visited lately, latest first: an
        empty query shows them before the heaviest, any other prefers them among uncertain matches. A letter more of the
        same name never demotes it.
        """
        sign, typed = read_scope(query)
        asked = Query.read(typed)
        if not typed:
            return self._idle(sign, limit, recent)
        if not asked.text:
            return []
        dates = self._dates(typed) if sign in ("", "#") else []
        asked = asked.weighed([self._count(sound, sign) for sound in asked.sounds], sum(map(len, self._stocks)))
        hits: list[Hit] = []
        seen: set[Key] = set()
        for step, cost, _, tier, stock, number in sorted(self._found(asked, sign, frozenset(recent), limit)):
            if len(hits) >= limit:
                break
            row = self._row(stock, number)
            key = self._stocks[stock].spellings.key(row)
            if key not in seen and not self._stocks[stock].spellings.is_gone(row):
                seen.add(key)
                hits.append(self._hit(stock, number, tier, _TIERS[step], cost, asked, len(seen)))
        if dates:
            named = before_dates(hits, typed)
            top = hits[named - 1].score if named else 100.0
            hits[named:named] = [replace(date, score=top) for date in dates]
        return hits[:limit]

    def _shelves(self, sign: str) -> Iterable[tuple[int, str, Shelf]]:
        """Those a query asks: number of the stock, sign, shelf."""
        # What a key does is asked for by its sign alone: its sentences hold too many common words.
        return (
            (stock, at, shelf)
            for stock, one in enumerate(self._stocks)
            for at, shelf in one.shelves.items()
            if (at == sign if sign else at != _COMMANDS)
        )

    def _count(self, sound: str, sign: str) -> int:
        return sum(shelf.count(sound) for _, _, shelf in self._shelves(sign))

    def _found(self, query: Query, sign: str, recent: frozenset[Key], limit: int) -> list[Found]:
        shelves = list(self._shelves(sign))
        kept = max(2 * limit, _FEWEST_KEPT)
        known = {(stock, number) for stock, _, shelf in shelves for number in shelf.exactly(query, kept)}
        found = [one for at in known if (one := self._strictly(query, *at)) is not None]
        if len(found) >= limit:
            return found
        # A headline holds so many words that some word of it is always near: only asked for by itself.
        short = [one for one in shelves if one[1] != _LONG_NAMES] or shelves
        names = sum(map(len, self._stocks))
        near_counts = cache(lambda place: self._near(query.sounds[place], short))

        least_of_all = cache(lambda: least_for_any(query, near_counts, names))

        def sure(name: Forms, like: float) -> bool:
            return like >= least_of_all() and like >= least_likeness(query, name, near_counts, names)

        def sure_joined(_: Forms, like: float) -> bool:
            return like >= least_joined(query, names)

        fitting = {(stock, number) for stock, _, shelf in shelves for number in shelf.fitting(query)} - known
        found += self._likely(query, fitting, recent, likeness, sure)
        known |= fitting
        if len(found) < _ENOUGH:
            near = {(stock, number) for stock, _, shelf in short for number in shelf.near(query)} - known
            found += self._likely(query, near, recent, likeness, sure)
            known |= near
        if not any(cost <= _SURELY or tier not in _UNSURE for _, cost, _, tier, _, _ in found):
            split = {(stock, number) for stock, _, shelf in shelves for number in shelf.split(query)}
            found += self._likely(query, split, recent, joined, sure_joined)
        if not found and len(query.words) > 1:
            torn = {(stock, number) for stock, _, shelf in shelves for number in shelf.torn(query)}
            found += self._likely(query, torn, recent, joined, sure_joined)
        if not found:
            query = replace(query, wide=True)
            wider = {(stock, number) for stock, _, shelf in short for number in shelf.wider(query)} - known
            found += self._likely(query, wider, recent, likeness, sure)
            known |= wider
        if not found:
            far = {(stock, number) for stock, _, shelf in short for number in shelf.far(query)} - known
            found += self._likely(query, far, recent, likeness, sure)
        return found

    def _near(self, sound: str, shelves: Iterable[tuple[int, str, Shelf]]) -> Near:
        """How many words of names come how near to one that was typed."""
        counts = [shelf.near_counts(sound) for _, _, shelf in shelves]
        wholes, starts = zip(*counts, strict=True) if counts else ((), ())
        return [sum(some) for some in zip(*wholes, strict=True)], [sum(some) for some in zip(*starts, strict=True)]

    def _place(self, stock: int, number: int) -> Place:
        return self._places[number] if stock else (number, _LAST_TURN)

    def _row(self, stock: int, number: int) -> int:
        one = self._stocks[stock]
        return one.spellings.owner(one.order[number])

    def _strictly(self, query: Query, stock: int, number: int) -> Found | None:
        one = self._stocks[stock]
        tier = strict(query, one.forms(number))
        if tier is None:
            return None
        held, spelling = tier, one.order[number]
        if tier is Tier.WORD and one.spellings.kind(one.spellings.owner(spelling)) == _HEADLINED:
            held = Tier.INITIALS  # a headline holds so many words that a name so abbreviated is the likelier
        if one.spellings.is_alias(spelling):
            held = self._held(one.spellings, spelling) if tier in _BEGUN else Tier.ALIAS
            tier = Tier.ALIAS
        return _STEPS[held], 0.0, self._place(stock, number), tier, stock, number

    def _held(self, spellings: Spellings, alias: int) -> Tier:
        """The tier among whose hits an alias stands that is typed from its beginning."""
        name = spellings.name_of(spellings.owner(alias))
        return beside_name(spellings.plains[alias], spellings.plains[name]) or Tier.ALIAS

    def _likely(
        self,
        query: Query,
        numbers: Iterable[tuple[int, int]],
        recent: frozenset[Key],
        judge: Callable[[Query, Forms], float],
        sure: Callable[[Forms, float], bool],
    ) -> list[Found]:
        """Those of the numbers that fit after all, and those that come so near that it is `sure` enough."""
        found: list[Found] = []
        for stock, number in numbers:
            fits = self._strictly(query, stock, number)
            if fits is not None:
                found.append(fits)
                continue
            one = self._stocks[stock]
            name = one.forms(number)
            like = judge(query, name)
            if like >= ENOUGH or (like >= LEAST_OF_ALL and sure(name, like)):
                row = self._row(stock, number)
                tier = Tier.RECENT if recent and one.spellings.key(row) in recent else Tier.FUZZY
                prior = min(_MOST_PRIOR, _PRIOR * log2(1 + one.spellings.weights[row]))
                found.append((_STEPS[tier], -like - prior, self._place(stock, number), tier, stock, number))
        return found

    def _hit(self, stock: int, number: int, tier: Tier, held: Tier, cost: float, query: Query, place: int) -> Hit:
        spellings, spelling = self._stocks[stock].spellings, self._stocks[stock].order[number]
        name = spellings.names[spelling]
        score = min(78.0, -cost * 80) if tier is Tier.FUZZY else _TOPS[held] - 3 * (1 - 1 / place)
        target = spellings.target(spellings.owner(spelling))
        return Hit(target, name, spellings.reason(spelling), tier, round(score, 1), query.text)

    def _dates(self, typed: str) -> list[Hit]:
        hits: list[Hit] = []
        for value in read_dates(typed, self._stocks[0].days):
            name = describe(parse(value))
            asked = plain(name) if plain(name) == plain(typed) else ""
            hits.append(Hit(Target("date", name, value), name, "", Tier.EXACT, 100.0, asked))
        return hits

    def _idle(self, sign: str, limit: int, recent: Sequence[Key]) -> list[Hit]:
        """What an empty box shows: targets visited lately, then the heaviest."""
        kinds = SCOPES.get(sign)
        rows: dict[tuple[int, int], None] = {}
        for key in recent:
            if kinds is None or key[0] in kinds:
                rows.update(dict.fromkeys((stock, row) for stock, one in enumerate(self._stocks)
                                          if (row := one.spellings.row_of(key)) >= 0))  # fmt: skip
        known = len(rows)
        heavy = [(-one.spellings.weights[row], stock, row)
                 for stock, one in enumerate(self._stocks) for row in one.heaviest[sign][:limit]]  # fmt: skip
        rows.update(dict.fromkeys((stock, row) for _, stock, row in sorted(heavy)))
        there = (at for at in rows if not self._stocks[at[0]].spellings.is_gone(at[1]))
        told = [self._stocks[stock].spellings.target(row) for stock, row in islice(there, limit)]
        return [
            Hit(target, target.name, "", Tier.RECENT if place < known else Tier.START, 0.0)
            for place, target in enumerate(told)
        ]
