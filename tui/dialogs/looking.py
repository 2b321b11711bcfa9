"""Looks for a query in a thread beside the search box: posts the first hits at once, then how many there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.message import Message
from textual.worker import Worker, get_current_worker

from tui.corpus.days import published_days
from tui.corpus.tables import Corpus
from tui.dialogs.search_facts import STRETCHES
from tui.reader.searcher import Searcher
from tui.reader.spread import bounds_of, spread_of
from tui.search import Answer, Found, Marks, QueryError
from tui.search.schema import Unusable

_FIRST, _ROWS = 12, 48
_MORE = 40


@dataclass
class Some(Message):
    """More articles with hits."""

    asked: int
    """Which question they answer."""
    answer: Answer
    """The answer."""
    found: Sequence[Found]
    """The articles."""
    taken: int
    """Candidates that have been looked into."""
    further: bool
    """Whether they were asked for after the first ones."""


@dataclass
class Counted(Message):
    """All candidates are known."""

    asked: int
    """Which question they answer."""
    answer: Answer
    """The answer."""
    total: int | None
    """Number of hits, if it can be told without reading."""
    spread: Sequence[int] = ()
    """How many of the articles appeared in each of `STRETCHES` equal stretches of the collection's time."""
    ends: tuple[int, int] = (0, -1)
    """First and last day of that time."""
    last: bool = False
    """Whether this is all there is to say."""


@dataclass
class Refused(Message):
    """The query could not be read."""

    asked: int
    """Which question it was."""
    sentence: str
    """Why."""


class Looking:
    """What looks, one question after the other; all of it but `next` is done in threads."""

    def __init__(self, corpus: Corpus, searcher: Searcher, marks: Marks, post: Callable[[Message], object]) -> None:
        """Whatever is found is given to `post`."""
        self._corpus, self._searcher, self._marks, self._post = corpus, searcher, marks, post
        self._days: Sequence[int | None] = ()
        self._ends: tuple[int, int] | None = None
        self.asked = 0
        """Number of the question that was asked last."""

    def next(self) -> int:
        """Break off what is being looked for; the number of the next question."""
        self.asked += 1
        self._searcher.stop()
        return self.asked

    def warm(self) -> None:
        """Make ready what the first question needs."""
        self._searcher.warm(self._corpus)

    def look(self, query: str, asked: int) -> None:
        """Post the first hits as soon as they are known, then how many there are; or why it cannot be read."""
        worker = get_current_worker()
        try:
            try:
                self._into(self._searcher.ask(query, self._corpus, self._marks, typing=True), asked, worker)
            except Unusable:
                if worker.is_cancelled or asked != self.asked:
                    return
                answer = self._searcher.ask_without_index(query, self._corpus, self._marks, typing=True)
                self._into(answer, asked, worker)
        except QueryError as error:
            self._post(Refused(asked, str(error)))

    def look_further(self, answer: Answer, asked: int, first: int) -> None:
        """Post the next articles that have hits, from a candidate on."""
        self._locate(answer, asked, first, _MORE, get_current_worker())

    def _into(self, answer: Answer, asked: int, worker: Worker[None]) -> None:
        answer.grow()
        self._locate(answer, asked, 0, _FIRST, worker, rows=_ROWS)
        answer.finish()
        if worker.is_cancelled:
            return
        spread, ends = self._spread_of(answer) if answer.certain else ((), (0, -1))
        self._post(Counted(asked, answer, None, spread, ends))
        total = answer.total()
        if not worker.is_cancelled:
            self._post(Counted(asked, answer, total, spread, ends, last=True))

    def _spread_of(self, answer: Answer) -> tuple[Sequence[int], tuple[int, int]]:
        """When the articles of an answer appeared, and between which days all did."""
        if self._ends is None:
            self._days = published_days(self._corpus.articles)
            self._ends = bounds_of(sorted(day for day in self._days if day is not None)) or (0, -1)
        days = (day for article in answer.articles if (day := self._days[article]) is not None)
        return spread_of(days, *self._ends, STRETCHES), self._ends

    def _locate(
        self, answer: Answer, asked: int, first: int, most: int, worker: Worker[None], rows: int | None = None
    ) -> None:
        """Post the next `most` articles with hits, fewer where their hits fill so many `rows`."""
        found: list[Found] = []
        at = first
        while at < len(answer.articles) and len(found) < most and not worker.is_cancelled:
            one = answer.found_in(answer.articles[at])
            at += 1
            if one is not None:
                found.append(one)
                if rows is not None and (rows := rows - len(one.hits)) <= 0:
                    break
        if not worker.is_cancelled:
            self._post(Some(asked, answer, found, at, first > 0))
