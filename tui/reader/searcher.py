"""The full text of the collection that is open: keeps its index fresh beside the reader and asks it."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from tui.corpus.files import File
from tui.corpus.reread import rereader
from tui.corpus.tables import Corpus
from tui.reader.fulltext import settled_now
from tui.search import Answer, Hit, Marks, TextIndex, ask, parse
from tui.search.refresh import refresh
from tui.search.schema import Unusable


@dataclass(frozen=True, slots=True)
class Sought:
    """A search one went to a hit of: its hits stay lit, and one can go on through them."""

    query: str
    """The query as typed."""
    answer: Answer
    """What it found."""

    def after(self, article: int, at: int, by: int) -> tuple[int, Hit] | None:
        """The next or previous hit from a place, on into other articles; None where there is none that way."""
        with suppress(Unusable):  # what was found so far is gone through all the same
            self.answer.finish()
        return self.answer.after(article, at, by)

    def hits_in(self, article: int) -> tuple[Hit, ...]:
        """The hits in an article."""
        found = self.answer.found_in(article)
        return found.hits if found is not None else ()


class Searcher:
    """One collection's index and texts."""

    def __init__(self, path: Path | None, roots: Sequence[Path], files: Sequence[File]) -> None:
        """`path` is where the index lies, None for a collection that can have none."""
        self._path, self._roots, self._files = path, roots, files
        self._index: TextIndex | None = None
        self._opening = Lock()
        self._closed = False
        self._child: subprocess.Popen[str] | None = None
        self._read = rereader(files)
        self.remark = "" if path is not None else "Read from standard input: every search reads it all."
        """What is to be said of the index beside what a search finds; "" once it is whole."""

    def ask(self, query: str, corpus: Corpus, marks: Marks, *, typing: bool = False) -> Answer:
        """The answer to a query as typed; raises `QueryError`."""
        node = parse(query, typing=typing)
        return ask(node, corpus, self._read, self._opened(), marks)

    def ask_without_index(self, query: str, corpus: Corpus, marks: Marks, *, typing: bool = False) -> Answer:
        """The same, read from the texts themselves; raises `QueryError`."""
        return ask(parse(query, typing=typing), corpus, self._read, None, marks)

    def warm(self, corpus: Corpus) -> None:
        """Lay the index on a collection before the first question; takes a moment for a large one: in a thread."""
        index = self._opened()
        if index is not None:
            with suppress(Unusable):  # the question itself will say so
                index.lay_on(corpus)

    def stop(self) -> None:
        """Break off what is being asked in another thread: something else is wanted now."""
        if self._index is not None:
            self._index.stop()

    def refresh(self, cancelled: Callable[[], bool], *, beside: bool = False) -> None:
        """Bring the index up to date; takes its time, so call it in a thread; `beside` in a process of its own."""
        if self._path is None:
            return
        try:
            if not beside:
                refresh(self._path, self._files, settled_now(), cancelled=cancelled)
            else:
                self._refresh_beside(self._path, cancelled)
        except Unusable as error:
            self._refuse(str(error))
        else:
            self.remark = ""

    def close(self) -> None:
        """Let go of the index, and of the process that makes it."""
        self._closed, child = True, self._child
        if child is not None and child.poll() is None:
            child.kill()
        if self._index is not None:
            self._index.stop()
            self._index.close()
            self._index = None

    def _refresh_beside(self, path: Path, cancelled: Callable[[], bool]) -> None:
        command = [sys.executable, "-m", "tui.search.beside", str(path), str(settled_now()), *map(str, self._roots)]
        try:
            child = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
        except OSError as error:
            raise Unusable((error.strerror or str(error)).lower()) from error
        self._child = child
        last = ""
        with child:
            for line in child.stdout or ():
                last = line.strip()
                done, _, total = last.partition(" ")
                if done.isdigit() and total.isdigit():
                    self.remark = f"The text is being indexed: {100 * int(done) // max(1, int(total))} %."
                if cancelled():
                    child.kill()
        if child.returncode == 1 and not self._closed and not last.replace(" ", "").isdigit():
            raise Unusable(last or "the program that makes it failed")

    def _opened(self) -> TextIndex | None:
        with self._opening:  # two threads may ask at once, and of two indexes one would never be closed
            if self._index is None and self._path is not None and self._path.exists():
                try:
                    index = TextIndex(self._path)
                except Unusable as error:
                    self._refuse(str(error))
                else:
                    if self._closed:  # by now, while a thread was on its way here: nobody else would close it
                        index.close()
                    else:
                        self._index = index
            return self._index

    def _refuse(self, reason: str) -> None:
        self.remark = f"No index ({reason}): every search reads all articles."
        index, self._index = self._index, None
        if index is not None:
            index.close()
