"""`backstory search QUERY`: every hit of a query in the full text, with its line."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import NamedTuple

from tui import paths
from tui.commands import colour
from tui.commands.collection import chosen, find, look, open_articles, open_whole, unchanged
from tui.commands.errors import DONE, NOTHING, USAGE, Failure
from tui.commands.output import deliver, say
from tui.commands.streaming import Item, stream
from tui.corpus.build import Scan, open_quickly
from tui.corpus.refresh import processors
from tui.corpus.reread import reread, rereader
from tui.corpus.tables import Corpus
from tui.display import squeeze
from tui.model import Article
from tui.notes.notebook import Notebook
from tui.reader.fulltext import index_at, marks_of, settled_now
from tui.reader.placed import place_notes
from tui.search import Answer, Found, Marks, QueryError, TextIndex, ask, parse
from tui.search.found import Line
from tui.search.query import Field, Named, Node, walk
from tui.search.refresh import is_fresh, refresh
from tui.search.schema import Unusable

_COLUMNS = ("article", "line", "start", "end", "before", "match", "after")


def run(options: argparse.Namespace) -> int:
    """Print the hits as they are found, in reading order."""
    query = " ".join(options.query)
    with ExitStack() as opened:
        try:
            answer = _answer(parse(query), options, opened)
        except QueryError as error:
            raise Failure(f"The query cannot be read, {error}.", USAGE) from error
        return _print(answer, query, options)


def _print(answer: Answer, query: str, options: argparse.Namespace) -> int:
    terminal = options.output is None and sys.stdout.isatty()
    coloured = options.output is None and colour.wanted(terminal=terminal, refused=options.no_color)
    told = _Told(answer, coloured)
    hits = islice(told.hits(), options.limit)
    if options.format == "table" and terminal:
        pieces = told.lines(options.limit)
    elif options.format == "table" and coloured:
        pieces = map(_coloured, hits)
    else:
        pieces = stream(options.format, {"query": query}, "hits", _COLUMNS, hits, terminal=terminal)
    deliver(pieces, options.output)
    if not told.count and not options.quiet:
        say(f"nothing here holds {query}.")
    return DONE if told.count else NOTHING


def _answer(node: Node, options: argparse.Namespace, stack: ExitStack) -> Answer:
    """What is found; the index it is found in is closed with `stack`."""
    glanced = look(options).glanced
    opened = _opened(options, glanced)
    corpus = _asked(node, options) or opened.corpus
    marks = Marks()
    if any(isinstance(one, Field) and one.name in ("is", "tag") for one in walk(node)):
        marks = marks_of(place_notes(corpus, Notebook.open(paths.data()).notes))
    index = _index(opened.found, glanced, options)
    if index is not None:
        stack.callback(index.close)
    return ask(node, corpus, opened.read, index, marks).finish()


class _Opened(NamedTuple):
    """The articles of a collection, as far as their paths, and how to read them."""

    corpus: Corpus
    """They."""
    read: Callable[[Article], str]
    """Gives the text of one."""
    found: Scan | None
    """What lies there; None where nothing changed since it was read, so that nobody looked."""


def _opened(options: argparse.Namespace, glanced: str) -> _Opened:
    kept = unchanged(options, glanced)
    if kept is not None:
        return _Opened(kept.corpus, reread(kept.file_of), None)
    found = find(options)
    return _Opened(open_quickly(found, 0), rereader(found.listing.files), found)


def _asked(node: Node, options: argparse.Namespace) -> Corpus | None:
    """The collection read as far as the query asks: for names, for facts of articles; None where paths will do."""
    asked = walk(node)
    if any(isinstance(one, Named) or (isinstance(one, Field) and one.name == "entity") for one in asked):
        return open_whole(options)
    if any(isinstance(one, Field) and one.name != "path" for one in asked):
        return open_articles(options)
    return None


def _index(found: Scan | None, glanced: str, options: argparse.Namespace) -> TextIndex | None:
    """The index, brought up to date; None, with a sentence, where there can be none."""
    path = index_at(paths.cache(), chosen(options))
    if path is None:
        return None
    shown = sys.stderr.isatty() and not options.quiet

    def progress(done: int, total: int) -> None:
        if shown:
            sys.stderr.write(f"\rindexing {done}/{total}" if done < total else "\r" + " " * 40 + "\r")
            sys.stderr.flush()

    try:
        if found is not None or not is_fresh(path, glanced):
            files = (found or find(options)).listing.files
            now, jobs = settled_now(), processors()
            refresh(path, files, now, progress=progress, glanced=glanced, jobs=jobs)
        return TextIndex(path)
    except Unusable as error:
        if not options.quiet:
            say(f"no index can be kept in {path.parent} ({error}); every article is read instead.")
        return None


def _coloured(item: Item) -> str:
    """A hit as a line of cells between tabs, with colours."""
    article, *places, before, match, after = map(squeeze, item.row)
    return "\t".join([colour.where(article), *places, before, colour.found(match), after]) + "\n"


class _Told:
    """The hits as they are printed, and how many that were."""

    def __init__(self, answer: Answer, coloured: bool) -> None:
        self._answer = answer
        self._found = colour.found if coloured else str
        self._where = colour.where if coloured else str
        self.count = 0
        """Hits printed so far."""

    def hits(self) -> Iterator[Item]:
        """Each hit, as the contract has it."""
        for found in self._answer:
            path = self._answer.corpus.articles[found.article].path
            for hit, line in zip(found.hits, found.lines, strict=True):
                self.count += 1
                document = {
                    "article": path,
                    "start": hit.start,
                    "end": hit.end,
                    "line": line.number,
                    "before": line.before,
                    "match": line.match,
                    "after": line.after,
                }
                yield Item(document, tuple(str(document[column]) for column in _COLUMNS))

    def lines(self, limit: int | None) -> Iterator[str]:
        """For people: each article with the number of its hits, then its lines."""
        for found in self._answer:
            if limit is not None and self.count >= limit:
                return
            left = None if limit is None else limit - self.count
            shown = found.lines[:left]
            self.count += len(shown)
            yield self._head(found)
            yield from (f"{line.number:>6}  {self._line(line)}\n" for line in shown)

    def _head(self, found: Found) -> str:
        count = len(found.hits)
        path = self._where(squeeze(self._answer.corpus.articles[found.article].path))
        return f"{path}  {count} hit{'s' if count != 1 else ''}\n"

    def _line(self, line: Line) -> str:
        """A line with its hit, in one line of a terminal."""
        before, after = squeeze(line.before), squeeze(line.after)
        gap = " " if before and line.before[-1:].isspace() else ""
        stop = " " if after and line.after[:1].isspace() else ""
        return f"{before}{gap}{self._found(squeeze(line.match))}{stop}{after}"
