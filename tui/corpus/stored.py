"""A corpus in columns: articles, names and mentions made when asked for, one by one."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from tui.corpus.coded import KINDS, ORDERS, PART_KINDS, PRECISIONS, hash_of
from tui.corpus.made import Made
from tui.corpus.mentiontable import MentionTable
from tui.corpus.slab import Numbers, Table
from tui.corpus.tables import Ranks
from tui.model import Alias, Article, DateOrder, DateSpan, Entity, Part, Shape, When

KEPT = 4096
"""How many of the objects made last are kept: what is on screen is asked for again and again."""


def olds_of(now: Sequence[int]) -> dict[int, list[int]]:
    """The ids that became each new one, ascending; `now[i]` is the new id of i, -1 if it is gone."""
    olds: dict[int, list[int]] = {}
    for old, new in enumerate(now):
        if new >= 0:
            olds.setdefault(new, []).append(old)
    return olds


def own(ends: Numbers, row: int) -> range:
    """The places that belong to a row, where `ends` says at which each row's end."""
    return range(ends[row - 1] if row else 0, ends[row])


class Groups:
    """The members of each key, one after the other in a column."""

    def __init__(self, slab: Table, name: str) -> None:
        self._begins = slab.numbers(f"{name}.begins")
        self._members = slab.numbers(f"{name}.members")

    def of(self, key: int) -> Numbers:
        """The members of a key, none for a key that has none."""
        if not 0 <= key < len(self._begins) - 1:
            return self._members[:0]
        return self._members[self._begins[key] : self._begins[key + 1]]

    def sizes(self) -> list[int]:
        """How many members each key has."""
        return [end - begin for begin, end in pairwise(self._begins)]


class Dates:
    """The dates and words that the other columns have numbers of."""

    def __init__(self, slab: Table) -> None:
        self.word = lru_cache(KEPT)(slab.words("word").__getitem__)
        """The word of a number."""
        self._columns = [
            slab.numbers(f"when.{name}")
            for name in ("first", "last", "precision", "approximate", "edtf", "said", "rule")
        ]
        self.when = lru_cache(KEPT)(self._when)
        """The date of a number."""

    def maybe(self, number: int) -> When | None:
        """The date of a number that is one more than it; None for 0."""
        return self.when(number - 1) if number else None

    def firsts(self, numbers: Sequence[int]) -> list[int | None]:
        """The first day of each date whose number is one less than given, None for 0; no date is made."""
        days = self._columns[0]
        return [days[number - 1] if number else None for number in numbers]

    def stretch(self, number: int) -> tuple[int, int] | None:
        """First and last day of the date whose number is one less than given, None for 0; no date is made."""
        return (self._columns[0][number - 1], self._columns[1][number - 1]) if number else None

    def _when(self, number: int) -> When:
        first, last, precision, approximate, edtf, said, rule = (column[number] for column in self._columns)
        return When(
            first, last, PRECISIONS[precision], bool(approximate), self.word(edtf), self.word(said), self.word(rule)
        )


class Articles(Made[Article]):
    """The facts of every article."""

    def __init__(self, slab: Table, dates: Dates) -> None:
        self.paths = slab.words("article.path")
        """The path of each."""
        self._titles, self._urls = slab.words("article.title"), slab.words("article.url")
        self._digests = slab.numbers("article.digest")
        names = ("published", "published_from", "byline", "source", "chars", "parts", "tags", "shapes", "rough")
        self._columns = [slab.numbers(f"article.{name}") for name in names]
        self._tags = slab.numbers("tag.word")
        self._parts = [slab.numbers(f"part.{name}") for name in ("kind", "start", "end", "by")]
        self._shapes = [slab.numbers(f"shape.{name}") for name in ("kind", "start", "end")]
        self._dates = dates
        super().__init__(len(self.paths))
        self._article = lru_cache(KEPT)(self._whole)

    def days(self) -> list[int | None]:
        """The first day on which each may have been published, None where that is not known; no article is made."""
        return self._dates.firsts(self._columns[0])

    def stretch(self, row: int) -> tuple[int, int] | None:
        """First and last day of one's publication date, None where it is not known; no article is made."""
        return self._dates.stretch(self._columns[0][row])

    def said(self, fact: str) -> Callable[[int], str]:
        """Gives one fact of each row: its "title", "path", "byline" or "source"; no article is made."""
        if fact == "title":
            return self._titles.__getitem__
        if fact == "path":
            return self.paths.__getitem__
        column, word = self._columns[2 if fact == "byline" else 3], self._dates.word
        return lambda row: word(column[row])

    def _make(self, row: int) -> Article:
        return self._article(row)

    def _whole(self, row: int) -> Article:
        published, published_from, byline, source, chars, *_, rough = (column[row] for column in self._columns)
        word = self._dates.word
        kinds, starts, ends, writers = self._parts
        drawn, begins, stops = self._shapes
        return Article(
            id=row,
            path=self.paths[row],
            digest=bytes(self._digests[32 * row : 32 * row + 32]).hex(),
            title=self._titles[row],
            published=self._dates.maybe(published),
            published_from=word(published_from),
            byline=word(byline),
            source=word(source),
            url=self._urls[row],
            chars=chars,
            parts=tuple(
                Part(PART_KINDS[kinds[part]], starts[part], ends[part], word(writers[part]))
                for part in own(self._columns[5], row)
            ),
            tags=tuple(word(self._tags[tag]) for tag in own(self._columns[6], row)),
            rough=bool(rough),
            shapes=tuple(Shape(word(drawn[at]), begins[at], stops[at]) for at in own(self._columns[7], row)),
        )


class Orders(Made[DateOrder | None]):
    """How the collection of each article writes numeric dates."""

    def __init__(self, slab: Table) -> None:
        self._orders = slab.numbers("article.order")
        super().__init__(len(self._orders))

    def _make(self, row: int) -> DateOrder | None:
        return ORDERS[self._orders[row]]


class Spans(Made[Sequence[DateSpan]]):
    """The date expressions of every article."""

    def __init__(self, slab: Table, dates: Dates) -> None:
        self._ends = slab.numbers("article.dates")
        self._columns = [slab.numbers(f"date.{name}") for name in ("start", "end", "when", "rule", "basis")]
        self._dates = dates
        super().__init__(len(self._ends))

    def _make(self, row: int) -> Sequence[DateSpan]:
        return tuple(map(self._span, own(self._ends, row)))

    def _span(self, at: int) -> DateSpan:
        start, end, when, rule, basis = (column[at] for column in self._columns)
        return DateSpan(start, end, self._dates.maybe(when), self._dates.word(rule), basis - 1 if basis else None)


class Entities(Made[Entity]):
    """Every entity."""

    def __init__(self, slab: Table, dates: Dates) -> None:
        self._names, self._aliases = slab.words("entity.name"), slab.words("alias.name")
        self._columns = [slab.numbers(f"entity.{name}") for name in ("kind", "count", "articles", "about")]
        self._ends = slab.numbers("entity.aliases")
        self._reasons = slab.numbers("alias.reason")
        self._word = dates.word
        super().__init__(len(self._names))
        self._entity = lru_cache(KEPT)(self._whole)

    def _make(self, row: int) -> Entity:
        return self._entity(row)

    def _whole(self, row: int) -> Entity:
        kind, count, articles, about = (column[row] for column in self._columns)
        return Entity(
            row,
            self._names[row],
            KINDS[kind],
            tuple(Alias(self._aliases[at], self._word(self._reasons[at])) for at in own(self._ends, row)),
            count,
            articles,
            self._word(about),
        )


class StoredPaths:
    """Finds articles by path in a column that was sorted before."""

    def __init__(self, slab: Table, articles: Articles) -> None:
        self._paths = articles.paths
        self._by_path = slab.numbers("article.by_path")

    def __call__(self, path: str) -> int | None:
        """Id of the article with this stable path."""
        at = bisect_left(self._by_path, path, key=self._paths.__getitem__)
        row = self._by_path[at] if at < len(self._by_path) else -1
        return row if row >= 0 and self._paths[row] == path else None


class StoredNames:
    """Finds entities by name, and by weight, in columns that were sorted before."""

    def __init__(self, slab: Table, entities: Entities) -> None:
        self._entities = entities
        self.ranks = Ranks()
        """The entities by weight and kind."""
        self.ranks.heaviest = slab.numbers("entity.heaviest")
        self.ranks.counts = slab.numbers("entity.count")
        self.ranks.kinds = slab.numbers("entity.kind")
        self._hashes, self._owners = slab.numbers("name.hash"), slab.numbers("name.number")

    def __call__(self, name: str) -> int | None:
        """Id of the entity with this name or alias, case aside; the most mentioned one if several have it."""
        folded = name.casefold()
        wanted = hash_of(folded)
        at = bisect_left(self._hashes, wanted)
        while at < len(self._hashes) and self._hashes[at] == wanted:
            entity = self._entities[self._owners[at]]
            if any(said.casefold() == folded for said in (entity.name, *(alias.name for alias in entity.aliases))):
                return entity.id
            at += 1
        return None


class StoredMentions(MentionTable):
    """Mentions in columns that were put in order before."""

    def __init__(self, slab: Table) -> None:
        self._article, self._start, self._end, self._entity = (
            slab.numbers(f"mention.{name}") for name in ("article", "start", "end", "entity")
        )
        self._by_entity = slab.numbers("mentions_of.members")
