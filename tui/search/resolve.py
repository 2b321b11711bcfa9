"""Asks the collection what the names and fields of a query mean in it."""

from functools import cache
from typing import Literal

from tui.corpus.days import published_in, said_of
from tui.corpus.tables import Corpus
from tui.dates.typed import read_typed
from tui.model import OPEN_FUTURE, OPEN_PAST, PartKind
from tui.search.errors import QueryError
from tui.search.fold import words_of
from tui.search.marks import Marks
from tui.search.names import entity_meant, spellings_of
from tui.search.query import And, Fact, Field, Named, Node, Not, Or, Scope

_PARTS = {**{kind.value: kind for kind in PartKind}, "comments": PartKind.COMMENT}
_WORDS: dict[str, Literal["title", "path", "byline", "source"]] = {
    "title": "title",
    "by": "byline",
    "source": "source",
    "path": "path",
}


def resolve(node: Node, corpus: Corpus, marks: Marks) -> Node:
    """The query with names replaced by their spellings and fields by facts; raises `QueryError`."""
    match node:
        case And():
            return And(tuple(resolve(part, corpus, marks) for part in node.parts))
        case Or():
            return Or(tuple(resolve(part, corpus, marks) for part in node.parts))
        case Not():
            return Not(resolve(node.part, corpus, marks))
        case Named():
            return spellings_of(corpus, entity_meant(corpus, node.name, node.column))
        case Field():
            return _fact(node, corpus, marks)
    return node


def _fact(field: Field, corpus: Corpus, marks: Marks) -> Node:
    match field.name:
        case "in":
            return Scope(_PARTS[field.value])
        case "date":
            return _published(field, corpus)
        case "entity":
            entity = entity_meant(corpus, field.value, field.column)
            return Fact(
                corpus.mentions.articles_of(entity).__contains__, lambda article: _mentions(corpus, entity, article)
            )
        case "tag":
            return Fact(marks.tagged.get(field.value.casefold(), frozenset()).__contains__)
        case "is":
            if field.value == "noted":
                return Fact(marks.noted.__contains__)
            dated, published = field.value == "dated", published_in(corpus.articles)
            return Fact(lambda article: (published(article) is not None) is dated)
    said, wanted = said_of(corpus.articles, _WORDS[field.name]), words_of(field.value)

    @cache
    def fits(told: str) -> bool:  # many articles are by the same hand
        return _holds(words_of(told), wanted)

    return Fact(lambda article: fits(said(article)))


def _holds(words: list[str], wanted: list[str]) -> bool:
    """Whether words stand in a row among others, the last of them perhaps not typed to its end."""
    *whole, last = wanted
    return any(
        words[at : at + len(whole)] == whole and words[at + len(whole)].startswith(last)
        for at in range(len(words) - len(whole))
    )


def _mentions(corpus: Corpus, entity: int, article: int) -> list[tuple[int, int]]:
    return [(found.start, found.end) for found in corpus.mentions.in_article(article) if found.entity == entity]


def _published(field: Field, corpus: Corpus) -> Fact:
    first, last = _stretch(field)
    published = published_in(corpus.articles)

    def holds(article: int) -> bool:
        days = published(article)
        return days is not None and days[0] <= last and first <= days[1]

    return Fact(holds)


def _stretch(field: Field) -> tuple[int, int]:
    """First and last day of "2007", "2007-01..2007-06", "..2006", "spring 2008..", dates as people type them."""
    left, dots, right = field.value.partition("..")
    days: list[tuple[int, int]] = []
    for said, offset in ((left, 0), (right, len(left) + len(dots))) if dots else ((left, 0),):
        if not said.strip():
            days.append((OPEN_PAST, OPEN_FUTURE))
            continue
        when = read_typed(said.strip())
        if when is None:
            raise QueryError(
                field.column + offset, f"“{said.strip()}” is no date; such as 2007, 2007-01..2007-06, ..2006"
            )
        days.append((when.first, when.last))
    if dots and not left.strip() and not right.strip():
        raise QueryError(field.column, "a date was expected before or after the two dots")
    first, last = days[0][0], days[-1][1]
    if first > last:
        raise QueryError(field.column, "this stretch of time ends before it begins")
    return first, last
