"""Who appears with whom: passages that name two entities close together, counted for the most frequent companions."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.corpus.tables import Corpus
from tui.model import Kind, Mention

REACH = 250
"""Code points between two mentions up to which they are close: about two lines of print, a long sentence."""

SHADES = "░▒▓█"
"""Signs of more and more."""

PEOPLE, GROUPS, ALL = "people", "people and organisations", "all names"
"""What sort of companions are looked for."""

KINDS: Mapping[str, Collection[Kind]] = {
    PEOPLE: (Kind.PERSON,),
    GROUPS: (Kind.PERSON, Kind.ORGANISATION),
    ALL: tuple(Kind),
}
"""The kinds of each sort."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that names two entities."""

    article: int
    """Article id."""
    start: int
    """Offset of the first mention."""
    end: int
    """Offset after the second one."""


@dataclass(frozen=True, slots=True)
class Company:
    """Some entities, and what is told of every two of them together."""

    ids: tuple[int, ...]
    """Entity ids in the order of the rows and columns."""
    together: Mapping[tuple[int, int], Sequence[Passage]]
    """Passages by the places of two entities in `ids`, the smaller first; a pair without any is left out."""

    def passages(self, row: int, column: int) -> Sequence[Passage]:
        """The passages of two entities, in reading order; none of an entity with itself."""
        return self.together.get((min(row, column), max(row, column)), ())

    @property
    def most(self) -> int:
        """The greatest number of passages of any two."""
        return max(map(len, self.together.values()), default=0)

    def shade(self, count: int) -> str:
        """A sign for a count, darker for more; " " for none."""
        if not count:
            return " "
        return SHADES[min(len(SHADES) - 1, (count - 1) * len(SHADES) // max(1, self.most))]


def company_of(
    corpus: Corpus, entity: int | None, most: int, sort: str = GROUPS, breathe: Callable[[], None] = lambda: None
) -> Company:
    """An entity and those most often named close to it, or without one the most named of the collection.

    `breathe` is called before every article that is looked into; what it raises ends the counting.
    """
    kinds = KINDS[sort]
    if entity is None:
        known = (one for one in corpus.entities if one.kind in kinds and one.articles)
        ids = [one.id for one in sorted(known, key=lambda one: (-one.articles, -one.count, one.name))[:most]]
    else:
        near = _near(corpus, entity, breathe)
        found = (other for other in near if corpus.entities[other].kind in kinds)
        ids = [entity, *sorted(found, key=lambda other: (-near[other], corpus.entities[other].name))[: most - 1]]
    return Company(tuple(ids), _together(corpus, ids, breathe))


def _near(corpus: Corpus, entity: int, breathe: Callable[[], None]) -> Counter[int]:
    """How often others are named close to an entity."""
    near: Counter[int] = Counter()
    for article in dict.fromkeys(found.article for found in corpus.mentions.of_entity(entity)):
        breathe()
        there = corpus.mentions.in_article(article)
        for (one, other), passages in _pairs(corpus, article, there, {entity}).items():
            near[other if one == entity else one] += len(passages)
    return near


def _together(corpus: Corpus, ids: Sequence[int], breathe: Callable[[], None]) -> dict[tuple[int, int], list[Passage]]:
    place = {entity: index for index, entity in enumerate(ids)}
    by_article: dict[int, list[Mention]] = {}
    for entity in ids:
        for mention in corpus.mentions.of_entity(entity):
            by_article.setdefault(mention.article, []).append(mention)
    together: dict[tuple[int, int], list[Passage]] = {}
    for article in sorted(by_article):
        breathe()
        there = sorted(by_article[article], key=lambda mention: mention.start)
        for (one, other), passages in _pairs(corpus, article, there, set(ids)).items():
            key = (min(place[one], place[other]), max(place[one], place[other]))
            together.setdefault(key, []).extend(passages)
    return together


def _pairs(
    corpus: Corpus, article: int, there: Sequence[Mention], wanted: Collection[int]
) -> dict[tuple[int, int], list[Passage]]:
    """The passages of every two entities of which one is wanted, in one article; `there` are mentions in order.

    No mention counts twice for the same two: a name, another and the first again are one passage. What readers wrote
    under an article, and what stands around it, does not count.
    """
    found: dict[tuple[int, int], list[Passage]] = {}
    used: dict[tuple[int, int], int] = {}
    for index, first in enumerate(there):
        for behind in range(index + 1, len(there)):
            second = there[behind]
            if second.start - first.end > REACH:
                break
            if first.entity == second.entity or not (first.entity in wanted or second.entity in wanted):
                continue
            key = (min(first.entity, second.entity), max(first.entity, second.entity))
            if used.get(key, -1) >= index or not _counts(corpus, article, first, second):
                continue
            used[key] = behind
            found.setdefault(key, []).append(Passage(article, first.start, second.end))
    return found


def _counts(corpus: Corpus, article: int, first: Mention, second: Mention) -> bool:
    part, other = corpus.part_at(article, first.start), corpus.part_at(article, second.start)
    return part is other and (part is None or part.kind.counts)


def articles_of(passages: Sequence[Passage]) -> int:
    """In how many articles passages stand; they are in reading order."""
    return sum(one.article != other.article for one, other in pairwise(passages)) + bool(passages)
