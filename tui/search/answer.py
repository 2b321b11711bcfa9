"""Answers a query: which articles hold it, and on demand where, with the line around each hit."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from threading import Lock

from tui.corpus.tables import Corpus
from tui.model import Article
from tui.search.express import express, is_certain
from tui.search.found import Found, Hit, Line
from tui.search.index import TextIndex
from tui.search.marks import Marks
from tui.search.query import And, Node, Or, Phrase
from tui.search.resolve import resolve
from tui.search.weigh import hits_in, knows_facts, possible

Read = Callable[[Article], str]
"""Gives the text of an article; raises `OSError` if its file has gone or changed."""

_AROUND = 100
_FEW = 150


class Answer:
    """What a query found: candidates at once, each hit as it is asked for, in whichever thread asks."""

    def __init__(self, node: Node, corpus: Corpus, read: Read, index: TextIndex | None) -> None:
        self.node = node
        """The query, its names and fields settled."""
        self.corpus = corpus
        """The collection."""
        self.articles: list[int] = []
        """Ids of the articles that may hold the query, in reading order; all of them once `grow` gives False."""
        self.certain = index is not None and is_certain(node)
        """Whether each of these surely has a hit."""
        self._sifted = knows_facts(node)
        self._read = read
        self._index = index
        self._found: dict[int, Found | None] = {}
        self._growing = self._candidates()
        self._one = Lock()

    def grow(self) -> bool:
        """Find more candidates: the first few, then the rest; False once there are no more to be found.

        Raises `Unusable` if the index breaks or is told to stop.
        """
        with self._one:
            some = next(self._growing, None)
            if some is None:
                return False
            if self._sifted:
                some = [article for article in some if possible(self.node, article) is not False]
            self.articles += some
            return True

    def finish(self) -> "Answer":
        """Find all candidates; gives the answer itself. Raises `Unusable` as `grow` does."""
        while self.grow():
            pass
        return self

    def _candidates(self) -> Iterator[Sequence[int]]:
        expression = express(self.node) if self._index is not None else None
        if self._index is None or expression is None:
            yield range(len(self.corpus.articles))
        else:
            node = self.node
            many = isinstance(node, Phrase) and (node.prefix or len(node.words) > 1)
            yield from self._index.holding(self.corpus, expression, node if isinstance(node, Phrase) and many else None)

    def total(self) -> int | None:
        """How many hits there are in all the candidates; None where only reading many texts would tell."""
        node = self.node
        phrases = node.parts if isinstance(node, Or) else (node,)
        told = [phrase for phrase in phrases if isinstance(phrase, Phrase)]
        if self._index is not None and len(told) == len(phrases) and (len(told) == 1 or _apart(told)):
            counted = self._index.count(self.corpus, told)
            if counted is not None:
                return counted
        if len(self.articles) <= _FEW:
            return sum(len(found.hits) for found in map(self.found_in, self.articles) if found is not None)
        return None

    def found_in(self, article: int) -> Found | None:
        """The hits in an article, with their lines; None without any, or if its file has gone."""
        if article not in self._found:
            self._found[article] = self._look(article)
        return self._found[article]

    def __iter__(self) -> Iterator[Found]:
        """Every article with hits, in reading order, of the candidates so far."""
        for article in self.articles:
            # Not kept: whoever walks through all of them wants none twice.
            found = self._found[article] if article in self._found else self._look(article)
            if found is not None:
                yield found

    def after(self, article: int, at: int, by: int = 1) -> tuple[int, Hit] | None:
        """The next hit after (by 1) or before (by -1) a place, on into other articles; None at the end."""
        here = self.found_in(article) if self._has(article) else None
        if here is not None:
            starts = [hit.start for hit in here.hits]
            place = bisect_right(starts, at) if by > 0 else bisect_left(starts, at) - 1
            if 0 <= place < len(here.hits):
                return article, here.hits[place]
        if by > 0:
            others: Iterator[int] = iter(self.articles[bisect_right(self.articles, article) :])
        else:
            others = reversed(self.articles[: bisect_left(self.articles, article)])
        for other in others:
            found = self.found_in(other)
            if found is not None:
                return other, found.hits[0 if by > 0 else -1]
        return None

    def _has(self, article: int) -> bool:
        at = bisect_left(self.articles, article)
        return at < len(self.articles) and self.articles[at] == article

    def _look(self, article: int) -> Found | None:
        facts = self.corpus.articles[article]
        try:
            text = self._read(facts)
        except OSError:
            return None
        hits = hits_in(self.node, facts, text)
        return Found(article, hits, lines_of(text, hits)) if hits else None


def ask(node: Node, corpus: Corpus, read: Read, index: TextIndex | None = None, marks: Marks | None = None) -> Answer:
    """The answer to a query, nothing found yet; raises `QueryError` for a name or date that means nothing here.

    Without an index every text is read: the same is found, slowly.
    """
    return Answer(resolve(node, corpus, marks or Marks()), corpus, read, index)


def lines_of(text: str, hits: Sequence[Hit]) -> tuple[Line, ...]:
    """For each hit the line it stands in, cut about its neighbourhood where that is long."""
    lines: list[Line] = []
    number, counted = 1, 0
    for hit in hits:
        number += text.count("\n", counted, hit.start)
        counted = hit.start
        around = max(0, hit.start - _AROUND)
        first = text.rfind("\n", around, hit.start) + 1
        if first:
            cut = first
        elif not around:
            cut = 0
        else:
            blank = text.find(" ", around, hit.start)
            cut = around if blank < 0 else blank + 1
        limit = min(len(text), hit.end + 2 * _AROUND)
        stop = text.find("\n", hit.end, limit)
        last = limit if stop < 0 else stop
        lines.append(Line(number, text[cut : hit.start], text[hit.start : hit.end], text[hit.end : last]))
    return tuple(lines)


def phrases_of(node: Node) -> list[Phrase]:
    """The phrases a query asks for, those it must not hold left out."""
    match node:
        case Phrase():
            return [node]
        case And() | Or():
            return list(chain.from_iterable(map(phrases_of, node.parts)))
    return []


def _apart(phrases: Sequence[Phrase]) -> bool:
    """Whether no word of one stands in another, so that no two can overlap in a text."""
    seen: set[str] = set()
    for phrase in phrases:
        if phrase.prefix or seen & set(phrase.words):
            return False
        seen.update(phrase.words)
    return True
